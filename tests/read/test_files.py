"""Which files are documents."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import find


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("文", encoding="utf8")


def test_folders_are_searched_to_the_bottom_and_sorted(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "deep/er/a.TXT", "notes.md")
    assert find([tmp_path]) == [tmp_path / "b.txt", tmp_path / "deep/er/a.TXT"]


def test_a_file_named_twice_is_one_document(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    assert find([tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt"]) == [tmp_path / "a.txt"]


def test_two_files_of_one_stem_are_refused_and_both_named(tmp_path: Path) -> None:
    touch(tmp_path, "one/004.txt", "two/004.txt")
    with pytest.raises(InputError, match=r"one.004\.txt and .*two.004\.txt"):
        find([tmp_path])


@pytest.mark.parametrize(("name", "says"), [("gone.txt", "no such"), ("empty", "no document"), ("a.xlsx", "not read")])
def test_a_path_without_documents_is_refused(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "empty").mkdir()
    touch(tmp_path, "a.xlsx")
    with pytest.raises(InputError, match=f"{name}.*{says}"):
        find([tmp_path / name])
