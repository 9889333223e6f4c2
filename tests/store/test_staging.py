"""An output folder is the old one or the new one, whatever happens in between."""

import errno
import os
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import Staging
from kg.store.staging import settle


def fill(folder: Path, text: str) -> None:
    (folder / "report.md").write_text(text, encoding="utf8")
    (folder / "tables").mkdir(exist_ok=True)
    (folder / "tables" / f"{text}.csv").write_text(text, encoding="utf8")


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".staging" not in path.parts
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output folder with a finished build and a file of the user's own."""
    (tmp_path / "README.md").write_text("mine", encoding="utf8")
    build(tmp_path, "old")
    return tmp_path


def build(folder: Path, text: str) -> None:
    staging = Staging(folder)
    with staging.opened():
        fill(staging.new, text)
        staging.commit()


OLD = {"README.md": "mine", "report.md": "old", "tables/old.csv": "old"}
NEW = {"README.md": "mine", "report.md": "new", "tables/new.csv": "new"}


def test_a_build_replaces_what_it_made_and_leaves_what_it_did_not(out: Path) -> None:
    assert files(out) == OLD
    build(out, "new")
    assert files(out) == NEW
    assert not (out / ".staging").exists()


def test_an_interrupted_build_leaves_the_old_output_and_keeps_its_readings(out: Path) -> None:
    staging = Staging(out)
    with pytest.raises(KeyboardInterrupt), staging.opened():
        (staging.readings / "a.json").write_text("{}", encoding="utf8")
        fill(staging.new, "new")
        raise KeyboardInterrupt
    settle(out)
    assert files(out) == OLD | {"readings/a.json": "{}"}
    with staging.opened():
        assert (staging.readings / "a.json").exists()
        assert not list(staging.new.iterdir())


@pytest.mark.parametrize("steps", range(6))
def test_a_build_killed_while_it_puts_files_in_place_is_finished_by_the_next(
    out: Path, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    staging, replace, left = Staging(out), Path.replace, [steps]

    def killed(path: Path, target: Path) -> Path:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", killed)
    try:
        with staging.opened():
            fill(staging.new, "new")
            staging.commit()
    except KeyboardInterrupt:
        assert steps < 4
    monkeypatch.undo()
    settle(out)
    assert files(out) == (NEW if steps else OLD)  # the journal itself is the first to get in place


def test_two_builds_do_not_write_into_one_folder(out: Path) -> None:
    with Staging(out).opened(), pytest.raises(StoreError, match="another build"), Staging(out).opened():
        pass


def test_a_build_that_is_refused_takes_nothing_from_the_one_that_goes_on(out: Path) -> None:
    first = Staging(out)
    with first.opened():
        fill(first.new, "new")
        with pytest.raises(StoreError, match="another build"), Staging(out).opened():
            pass
        first.commit()
    assert files(out) == NEW


def test_what_cannot_be_put_in_place_is_told_and_mended_by_the_next(out: Path) -> None:
    (out / "tables" / "old.csv").unlink()
    (out / "tables").rmdir()
    (out / "tables").write_text("mine", encoding="utf8")  # a folder cannot take the place of a file
    staging = Staging(out)
    with pytest.raises(StoreError, match="cannot be written"), staging.opened():
        fill(staging.new, "new")
        staging.commit()
    with pytest.raises(StoreError, match="cannot be put in place"):
        settle(out)
    (out / "tables").unlink()
    settle(out)
    assert files(out) == NEW


def test_a_full_disk_is_told_and_the_half_written_files_are_taken_away(out: Path) -> None:
    staging = Staging(out)
    with pytest.raises(StoreError, match="free space"), staging.opened():
        fill(staging.new, "new")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert files(out) == OLD
    assert not staging.new.exists()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf8")
    with pytest.raises(StoreError, match="another folder"), Staging(tmp_path / "out").opened():
        pass
