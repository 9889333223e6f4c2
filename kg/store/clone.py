"""A store taken over into the next build: what nobody writes to is one file in both, not a copy."""

import os
import shutil
from pathlib import Path

# What RocksDB writes once; its other files it goes on writing to.
_WRITTEN_ONCE = (".sst", ".blob")
_LEFT = ("LOCK", "LOG")


def cloned(old: Path, new: Path) -> None:
    """Make a store that can be changed of one that must stay as it is, and that programs may be reading."""
    new.mkdir()
    for path in sorted(old.iterdir()):
        if path.name.startswith(_LEFT):
            continue
        if path.suffix in _WRITTEN_ONCE:
            _taken_over(path, new / path.name)
        else:
            shutil.copyfile(path, new / path.name)


def _taken_over(old: Path, new: Path) -> None:
    """Give a file that is only ever replaced as a whole a second name; where a disk has no such names, copy it."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)
