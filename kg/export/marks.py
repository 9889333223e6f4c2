"""The words of a sentence that a fact is about, so that a reader's eye finds them."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

Mark: TypeAlias = tuple[int, int]

_DIGITS = dict(zip(map(str, (*range(1, 11), 100, 1000)), "一二三四五六七八九十百千", strict=True))
_CHARACTERS = re.compile(r"#char=(\d+),(\d+)$")


def marks(
    text: str, begin: int, end: int, quote: str, words: Iterable[str], near: Iterable[str] = ()
) -> tuple[Mark, ...]:
    """Return what to mark in a passage: the quoted words, or the words of the fact where those cannot be placed.

    ``begin`` and ``end`` are the passage's offsets in the source, ``quote`` is an IRI that ends in source offsets
    (#char=3,9) or "". Offsets of the source are offsets of the text only where cleaning took nothing out of it; else
    they are so many characters less at most, and words ``near`` them are marked there alone.

    >>> marks("县委书记林遥", 10, 16, "", ["林遥", "县委书记"])
    ((0, 4), (4, 6))
    >>> marks("县委书记林遥", 10, 16, "urn:d#char=14,16", [])
    ((4, 6),)
    >>> marks("项目12个，引进项目2个", 10, 24, "urn:d#char=18,24", ["企业"], ["项目", "2个"])
    ((8, 10), (10, 12))
    """
    spans = {span for word in words if word for span in _occurrences(word, text)}
    if found := _CHARACTERS.search(quote):
        first, last = int(found[1]) - begin, int(found[2]) - begin
        lost = end - begin - len(text)
        if not lost and 0 <= first < last <= len(text):
            return ((first, last),)
        around = (span for word in near if word for span in _occurrences(word, text))
        spans |= {span for span in around if first - lost <= span[0] and span[1] <= last}
    kept: list[Mark] = []
    # From left to right; of several words that begin together the longest.
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or first >= kept[-1][1]:
            kept.append((first, last))
    return tuple(kept)


def figured(value: str, unit: str, indicator: str, text: str) -> Iterator[str]:
    """Yield the words of a figure as a text may print them: its number, and the noun around what it leaves out.

    >>> [*figured("50", "个", "引进项目", "引进亿元项目50个")]
    ['50个', '引进', '项目']
    >>> [*figured("100", "亿", "产业集群规模", "打造百亿产业集群")]
    ['百亿', '产业集群']
    """
    numbers = [value, _DIGITS.get(value, ""), *(["两"] if value == "2" else [])]
    yield next((word for number in numbers if number for word in (number + unit, number) if word in text), "")
    yield from _parts(indicator, text)


def _parts(indicator: str, text: str) -> Iterator[str]:
    heads = (indicator[:at] for at in range(len(indicator), 1, -1) if indicator[:at] in text)
    head = next(heads, "")
    yield from [head] if head else []
    tails = (indicator[at:] for at in range(len(head), len(indicator) - 1) if indicator[at:] in text)
    yield from [tail for tail in [next(tails, "")] if tail]


def _occurrences(word: str, text: str) -> Iterator[Mark]:
    at = text.find(word)
    while at >= 0:
        # A number is none of the last digits of another.
        if not (word[0].isdecimal() and text[at - 1 : at].isdecimal()):
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
