"""What differs between the N-Quads of two builds, document by document.

``graph.nq`` holds the quads of a document together, sorted. So one pass over a file finds where each document begins
and ends, and only documents whose bytes differ are read again: memory holds one document, whatever the graph's size.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.errors import StoreError
from kg.store import settle

_FILE = "graph.nq"
Span = tuple[int, int]
"""Begin and end in a file, in bytes."""


@dataclass(frozen=True, slots=True)
class Change:
    """What differs in one document: its graph, whether either build has it, and the lines that went and that came."""

    graph: str
    before: bool
    after: bool
    gone: tuple[str, ...]
    come: tuple[str, ...]


def changes(first: Path, second: Path) -> Iterator[Change]:
    """Yield what differs between two builds, in the order of the documents' IRIs.

    Raises StoreError when a folder has no build, or its N-Quads are not as a build writes them.
    """
    with _opened(first) as old, _opened(second) as new:
        olds, news = _spans(old, first), _spans(new, second)
        for graph in sorted(olds.keys() | news.keys()):
            before, after = (_bytes(file, spans.get(graph)) for file, spans in ((old, olds), (new, news)))
            if before != after:
                lines, others = set(before.splitlines()), set(after.splitlines())
                yield Change(graph, graph in olds, graph in news, _text(lines - others), _text(others - lines))


def _opened(directory: Path) -> BinaryIO:
    settle(directory)
    path = directory / _FILE
    try:
        return path.open("rb")
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be read ({error}); name a folder that fangzhi build wrote; where a "
            "change left its files out, fangzhi export writes them"
        ) from error


def _spans(file: BinaryIO, directory: Path) -> Mapping[str, Span]:
    """Return where the quads of each graph lie."""
    found: dict[str, Span] = {}
    graph, ending, begin, place = "", b"", 0, 0
    for line in file:
        if not ending or not line.endswith(ending):
            if graph:
                found[graph] = (begin, place)
            ending = line[max(line.rfind(b" <"), 0) :]
            graph, begin = ending[2:-4].decode(), place
            if not ending.endswith(b"> .\n") or graph in found:
                path, number = directory / _FILE, 1 + sum(1 for _ in _lines(file, place))
                raise StoreError(f"{path}:{number}: not as fangzhi build writes it, document by document; build again")
        place += len(line)
    if graph:
        found[graph] = (begin, place)
    return found


def _lines(file: BinaryIO, end: int) -> Iterator[bytes]:
    """Yield the lines before a place."""
    file.seek(0)
    for line in file:
        if (end := end - len(line)) < 0:
            return
        yield line


def _bytes(file: BinaryIO, span: Span | None) -> bytes:
    if span is None:
        return b""
    file.seek(span[0])
    return file.read(span[1] - span[0])


def _text(lines: set[bytes]) -> tuple[str, ...]:
    return tuple(sorted(line.decode() for line in lines))
