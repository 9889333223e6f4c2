"""The files of a build get in place all at once, or not at all.

Everything is first written to ``DIR/.staging/new`` and brought to the disk. A journal beside it, written when all is
there, says that the build is complete, and names the files that go with the last one; from then on whoever opens DIR
next finishes what an interruption left, a power cut among them: what a step rests on is on the disk before the step.
What was read of each document is not staged: it lies in ``DIR/readings``, in files that never change and that only the
manifest makes part of a build, so that an interrupted build goes on where it stopped.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import StoreError
from kg.store.disk import to_disk, write_whole
from kg.store.readings import READINGS

_STAGING = ".staging"
_PATIENCE = 60.0  # seconds; files are put in place in far less than one


class Staging:
    """The folder ``DIR/.staging`` of one build."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.root = directory / _STAGING
        self.new = self.root / "new"
        self.readings = directory / READINGS

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Hold the output folder for one build: settle what an earlier one left, and make room for the new files.

        Raises StoreError when another build holds it, or when it cannot be written.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            with _lock(self.root, patience=0):
                _roll_forward(self.directory)
                for left in (self.new, self.root / "old"):
                    shutil.rmtree(left, ignore_errors=True)
                self.new.mkdir()
                self.readings.mkdir(exist_ok=True)
                try:
                    yield
                finally:
                    self._leave()
        except Timeout as error:
            raise StoreError(f"{self.directory}: another build writes here; wait for it or give another -o") from error
        except OSError as error:
            raise StoreError(
                f"{self.directory}: the output cannot be written ({error}); free space or give another folder with -o"
            ) from error
        finally:
            with suppress(OSError):  # something may be left in it, or another build have begun
                self.root.rmdir()

    def commit(self, gone: Iterable[str] = ()) -> None:
        """Put the new files in place of the old, and take away others by their names."""
        # What has a second name is of the last build, and on the disk.
        fresh = (path for path in self.new.rglob("*") if path.is_dir() or path.stat().st_nlink == 1)
        to_disk(*fresh, self.new)
        write_whole(self.root / "journal", "\n".join(gone))
        _roll_forward(self.directory)

    def _leave(self) -> None:
        """Give back the room of the staging folder, the lock last: without it another build may begin."""
        if unsettled(self.directory):
            return  # complete but not in place: whoever comes next sees to it
        for left in (self.new, self.root / "old"):
            shutil.rmtree(left, ignore_errors=True)
        if os.name != "nt":  # where an open file stays, the lock takes its own away
            (self.root / "lock").unlink(missing_ok=True)


def unsettled(directory: Path) -> bool:
    """Say whether a build is complete in its folder, but not in place."""
    return (directory / _STAGING / "journal").is_file()


def settle(directory: Path) -> None:
    """Finish what an interrupted build had completed but not put in place; a running one that does so is waited for.

    Raises StoreError when what is left cannot be put in place.
    """
    root = directory / _STAGING
    while unsettled(directory):
        try:
            with _lock(root, _PATIENCE):
                _roll_forward(directory)
        except OSError as error:  # Timeout is one
            if not unsettled(directory):  # another has finished, and taken its folder away
                return
            raise StoreError(
                f"{directory}: a finished build cannot be put in place ({error}); close the programs that have its "
                "files open, and see that you may write here"
            ) from error


def _lock(root: Path, patience: float) -> FileLock:
    """Return the lock of a staging folder, to be held by ``with``; Timeout is raised where another holds it."""
    return FileLock(root / "lock", timeout=patience)


def _roll_forward(directory: Path) -> None:
    """Put what a journal says is complete in place; each step can be done again after an interruption."""
    root, journal = directory / _STAGING, directory / _STAGING / "journal"
    if not unsettled(directory):
        return
    (root / "old").mkdir(exist_ok=True)
    # Folders first: where another program holds one of them open (Windows), nothing has been changed yet.
    for fresh in sorted((root / "new").iterdir(), key=lambda path: (path.is_file(), path.name)):
        target = directory / fresh.name
        if target.is_dir():
            target.replace(root / "old" / fresh.name)
        fresh.replace(target)
    for name in filter(None, journal.read_text(encoding="utf8").split("\n")):
        if (directory / name).exists():
            (directory / name).replace(root / "old" / name)
    to_disk(directory)
    journal.unlink()
