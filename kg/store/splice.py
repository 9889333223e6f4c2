"""Sorted files changed in place of being written anew: what did not change is copied as it stands.

A file is a head and blocks in the order of their keys: of Turtle the triples of one subject, of N-Quads the quads of
one document. A changed file has the bytes that writing all of it would give.
"""

import mmap
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import BinaryIO, TypeAlias

from pyoxigraph import NamedNode, RdfFormat, Triple, parse, serialize

from kg import terms

# A block of Turtle begins at a line that is neither indented nor a prefix; a line of N-Quads ends with its graph.
_SUBJECT = re.compile(rb"^(?:<[^>\n]*>|[^\s@<:]*:(?:\\.|[^\s\\])*)", re.MULTILINE)
_QUAD = re.compile(rb"^.*(<[^>\n]*>) \.$", re.MULTILINE)
_ESCAPED = re.compile(r"\\(?=.)")
_PIECE = 1 << 20
_BEHIND = b"\0"  # makes of a key the next one that there can be

_Text: TypeAlias = mmap.mmap | bytes
# The key and the place of the first line at or behind an offset that begins something.
_Entry: TypeAlias = Callable[[_Text, int], tuple[bytes, int] | None]


def splice_turtle(old: Path, new: Path, went: Iterable[Triple], came: Iterable[Triple]) -> tuple[int, int]:
    """Write a Turtle file like another without some triples (those that it has) and with some more.

    Returns how many triples went and came.
    """
    subjects = defaultdict[bytes, tuple[set[Triple], set[Triple]]](lambda: (set(), set()))
    for number, triples in enumerate((went, came)):
        for triple in triples:
            subjects[str(triple.subject).encode()][number].add(triple)
    lost = gained = 0

    def changed(key: bytes, block: bytes) -> bytes:
        nonlocal lost, gained
        before = {quad.triple for quad in parse(head + block, RdfFormat.TURTLE)} if block else set[Triple]()
        gone, fresh = subjects[key]
        after = (before - gone) | fresh
        lost, gained = lost + len(before - after), gained + len(after - before)
        if after == before:
            return block
        return _turtle(after)[len(head) :]

    head = _head()
    _spliced(old, new, head, _subject, sorted(subjects), changed)
    return lost, gained


def splice_quads(old: Path, new: Path, documents: Mapping[str, Iterable[Triple]]) -> None:
    """Write an N-Quads file like another, with other triples in the graphs of some documents, none to take them out.

    The documents are given by their IRIs as N-Quads writes them: ``<https://…>``.
    """

    def changed(key: bytes, block: bytes) -> bytes:
        name = key.decode()
        return "".join(f"{line} {name} .\n" for line in sorted(map(str, documents[name]))).encode()

    _spliced(old, new, b"", _graph, sorted(name.encode() for name in documents), changed)


def _spliced(
    old: Path, new: Path, head: bytes, entry: _Entry, keys: Iterable[bytes], changed: Callable[[bytes, bytes], bytes]
) -> None:
    """Write a file with other blocks of some keys, which are sorted; one that is empty is left out."""
    with old.open("rb") as source, new.open("wb") as target:
        size = os.fstat(source.fileno()).st_size
        text = mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
        done, filled = min(len(head), size), False
        target.write(head)
        for key in keys:
            begin = _bound(text, done, entry, key)
            end = _bound(text, begin, entry, key + _BEHIND)
            fresh = changed(key, text[begin:end])
            filled |= begin > done or bool(fresh)
            _copy(source, target, done, begin)
            target.write(fresh)
            done = end
        _copy(source, target, done, size)
        if not filled and done == size:
            target.seek(0)
            target.truncate()  # of nothing not even prefixes are written
        if isinstance(text, mmap.mmap):
            text.close()


def _bound(text: _Text, begin: int, entry: _Entry, key: bytes) -> int:
    """Return where the first entry at or behind an offset begins whose key is this or later; the end if none is."""
    low, high, best = begin, len(text), len(text)
    while low < high:
        middle = (low + high) // 2
        found = entry(text, middle)
        if found is None or found[1] >= high:
            high = middle
        elif found[0] >= key:
            best, high = found[1], middle
        else:
            low = found[1] + 1
    return best


def _subject(text: _Text, offset: int) -> tuple[bytes, int] | None:
    """Return the subject of the first block of Turtle at or behind an offset, as N-Triples has it, and its place."""
    found = _SUBJECT.search(text, _line(text, offset))
    return (_iri(found[0]), found.start()) if found else None


def _graph(text: _Text, offset: int) -> tuple[bytes, int] | None:
    """Return the graph of the first quad at or behind an offset, and its place."""
    found = _QUAD.search(text, _line(text, offset))
    return (found[1], found.start()) if found else None


def _head() -> bytes:
    """Return the prefixes as the serializer writes them, which chooses their order."""
    one = Triple(NamedNode("urn:a"), NamedNode("urn:a"), NamedNode("urn:a"))
    text = _turtle([one])
    return text[: text.index(b"<urn:a>")]


def _turtle(triples: Iterable[Triple]) -> bytes:
    return serialize(sorted(triples, key=str), format=RdfFormat.TURTLE, prefixes=dict(terms.PREFIXES)) or b""


def _line(text: _Text, offset: int) -> int:
    """Return where the first line at or behind an offset begins."""
    if offset == 0 or text[offset - 1 : offset] == b"\n":
        return offset
    end = text.find(b"\n", offset)
    return len(text) if end < 0 else end + 1


def _iri(token: bytes) -> bytes:
    if token.startswith(b"<"):
        return token
    prefix, _, local = token.decode().partition(":")
    return f"<{terms.PREFIXES[prefix]}{_ESCAPED.sub('', local)}>".encode()


def _copy(source: BinaryIO, target: BinaryIO, begin: int, end: int) -> None:
    source.seek(begin)
    left = end - begin
    while left and (piece := source.read(min(_PIECE, left))):
        target.write(piece)
        left -= len(piece)
