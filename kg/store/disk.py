"""Files that are wholly there after a power cut, or as they were."""

import os
from pathlib import Path


def write_whole(path: Path, text: str, encoding: str = "utf8") -> None:
    """Write a text to a file that is, at every moment, the old one or the new one.

    Raises OSError when it cannot be written; the file is then as it was.
    """
    draft = path.with_suffix(".draft")
    draft.write_text(text, encoding=encoding, newline="")
    to_disk(draft)
    draft.replace(path)
    to_disk(path.parent)


def to_disk(*paths: Path) -> None:
    """Bring files and folders (their lists of names) to the disk."""
    for path in paths:
        if path.is_dir() and os.name == "nt":
            continue  # Windows opens no folder, and writes their lists by itself
        file = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
        try:
            os.fsync(file)
        finally:
            os.close(file)
