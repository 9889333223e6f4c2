"""Which files to read: files and folders to a sorted list of documents."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import InputError

SUFFIXES = frozenset({".txt"})


def find(paths: Sequence[Path]) -> list[Path]:
    """Return the documents among the files and folders given, sorted; folders are searched to the bottom.

    Raises InputError for a path that does not exist, a file of another kind, a folder without documents, and for two
    files whose stems are the same, since the stem is the document's identifier.
    """
    found = sorted({file for path in paths for file in _documents(path)}, key=str)
    seen: dict[str, Path] = {}
    for file in found:
        if (other := seen.setdefault(file.stem, file)) is not file and file.resolve() != other.resolve():
            raise InputError(f"{other} and {file} would both be document {file.stem}; rename one of them")
    return [file for file in found if seen[file.stem] is file]


def _documents(path: Path) -> Iterator[Path]:
    accepted = ", ".join(sorted(SUFFIXES))
    if not path.exists():
        raise InputError(f"{path}: no such file or folder; give the path of a {accepted} file or of a folder of them")
    if path.is_file():
        if path.suffix.lower() not in SUFFIXES:
            raise InputError(f"{path}: files of this kind are not read, only {accepted}; save its text as .txt")
        yield path
        return
    inside = [file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and not file.is_dir()]
    if not inside:
        raise InputError(f"{path}: the folder holds no document; put {accepted} files into it or name another folder")
    yield from inside
