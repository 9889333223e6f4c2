"""The words of a sentence that a fact is about, so that a reader's eye finds them."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

Mark: TypeAlias = tuple[int, int]

_CHARACTERS = re.compile(r"#char=(\d+),(\d+)$")


def marks(text: str, begin: int, end: int, quote: str, words: Iterable[str]) -> tuple[Mark, ...]:
    """Return what to mark in a passage: the quoted words, or the words of the fact where those cannot be placed.

    ``begin`` and ``end`` are the passage's offsets in the source, ``quote`` is an IRI that ends in source offsets
    (#char=3,9) or "". Offsets of the source are offsets of the text only where cleaning took nothing out of it.

    >>> marks("县委书记林遥", 10, 16, "", ["林遥", "县委书记"])
    ((0, 4), (4, 6))
    >>> marks("县委书记林遥", 10, 16, "urn:d#char=14,16", [])
    ((4, 6),)
    """
    if end - begin == len(text) and (found := _CHARACTERS.search(quote)):
        first, last = int(found[1]) - begin, int(found[2]) - begin
        if 0 <= first < last <= len(text):
            return ((first, last),)
    spans = {span for word in words if word for span in _occurrences(word, text)}
    kept: list[Mark] = []
    # From left to right; of several words that begin together the longest.
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or first >= kept[-1][1]:
            kept.append((first, last))
    return tuple(kept)


def _occurrences(word: str, text: str) -> Iterator[Mark]:
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + 1)


def quotes(quote: str, begin: int, end: int) -> bool:
    """Say whether a quote ("" is none) begins within the source offsets of a passage."""
    found = _CHARACTERS.search(quote)
    return found is None or begin <= int(found[1]) < end


def marked(text: str, places: Iterable[Mark], before: str, after: str) -> str:
    """Return the text with every marked stretch between two signs.

    >>> marked("县委书记林遥", [(4, 6)], "【", "】")
    '县委书记【林遥】'
    """
    pieces, done = [], 0
    for begin, end in places:
        pieces += [text[done:begin], before, text[begin:end], after]
        done = end
    return "".join([*pieces, text[done:]])
