from pathlib import Path

from kg.model import Reading
from kg.store.readings import keep, kept


def test_a_reading_is_kept_and_comes_back_equal(readings: tuple[Reading, ...], tmp_path: Path) -> None:
    for number, reading in enumerate(readings):
        path = tmp_path / f"{number}.json"
        keep(reading, path)
        assert kept(path, reading.document, reading.clean) == reading
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.json", "1.json"]
