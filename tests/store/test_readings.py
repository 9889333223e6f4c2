from dataclasses import replace
from pathlib import Path

from kg.model import Post, Reading
from kg.store.readings import keep, kept, source


def test_a_reading_is_kept_and_comes_back_equal(readings: tuple[Reading, ...], tmp_path: Path) -> None:
    for number, reading in enumerate(readings):
        path = tmp_path / f"{number}.json"
        keep(reading, path)
        assert kept(path, replace(reading.document, source=""), lambda _, clean=reading.clean: clean) == reading
        assert source(path) == reading.document.source
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.json", "1.json"]


def test_the_times_of_a_post_come_back(readings: tuple[Reading, ...], tmp_path: Path) -> None:
    plan, _ = readings
    times = {"attested": "", "began": "2019-03", "ended": "..2024-01-18"}
    facts = tuple(replace(fact, **times) if isinstance(fact, Post) else fact for fact in plan.facts)
    keep(replace(plan, facts=facts), tmp_path / "0.json")
    back = kept(tmp_path / "0.json", plan.document, lambda _: plan.clean)
    assert [(f.attested, f.began, f.ended) for f in back.facts if isinstance(f, Post)] == [tuple(times.values())]
