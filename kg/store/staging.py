"""The files of a build get in place all at once, or not at all.

Everything is first written to ``DIR/.staging/new``. A journal beside it, written when all is there, says that the build
is complete; from then on whoever opens DIR next finishes what an interruption left. What was read of each document is
kept in ``DIR/.staging/readings`` until then, so that an interrupted build goes on where it stopped.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError

_STAGING = ".staging"


class Staging:
    """The folder ``DIR/.staging`` of one build."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.root = directory / _STAGING
        self.new = self.root / "new"
        self.readings = self.root / "readings"

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Hold the output folder for one build: settle what an earlier one left, and make room for the new files.

        Raises StoreError when another build holds it, or when it cannot be written.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            with (self.root / "lock").open("w") as lock:
                if not _locked(lock.fileno()):
                    raise StoreError(f"{self.directory}: another build writes here; wait for it or give another -o")
                _roll_forward(self.directory)
                shutil.rmtree(self.new, ignore_errors=True)
                self.new.mkdir()
                self.readings.mkdir(exist_ok=True)
                yield
        except OSError as error:
            self._clear()
            raise StoreError(
                f"{self.directory}: the output cannot be written ({error}); free space or give another folder with -o"
            ) from error

    def _clear(self) -> None:
        """Give back the room of half-written files, but keep the readings."""
        if not (self.root / "journal").exists():
            shutil.rmtree(self.new, ignore_errors=True)

    def commit(self) -> None:
        """Put the new files in place of the old, and remove the staging folder."""
        with (self.root / "journal").open("w") as file:
            os.fsync(file.fileno())
        _roll_forward(self.directory)
        shutil.rmtree(self.root)


def settle(directory: Path) -> None:
    """Finish what an interrupted build had completed but not put in place, unless a running one is about to."""
    root = directory / _STAGING
    if (root / "journal").is_file():
        with (root / "lock").open("w") as lock:
            if _locked(lock.fileno()):
                _roll_forward(directory)


def _locked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _roll_forward(directory: Path) -> None:
    root = directory / _STAGING
    if not (root / "journal").is_file():
        return
    for fresh in sorted((root / "new").iterdir()):
        target, old = directory / fresh.name, root / "old"
        if target.is_dir():
            shutil.rmtree(old, ignore_errors=True)
            target.replace(old)
        fresh.replace(target)
    shutil.rmtree(root / "readings", ignore_errors=True)
    (root / "journal").unlink()
