"""Clauses: a sentence cut into items, one a quantity, each with the words before and behind it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kg.annotate.measures.quantities import Quantity

_HARD = "，；：。！？\n"
_SOFT = "、"
_CLOSERS = "，。；：！？、\n"
# Longer than this is no name of a measure: it is a list or a text without commas.
_LONGEST = 80
_STATED = ("quantity", "growth-word", "ordinal")


@dataclass(frozen=True, slots=True)
class Mark:
    """A quantity, threshold or number of a name as the annotation left it, in clean offsets."""

    begin: int
    end: int
    label: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Item:
    """A quantity with its surroundings.

    ``left`` begins where the item begins: behind the clause mark before, or behind the item before it; ``right_end``
    is where the words behind the quantity end. ``listed`` says that the item follows another in the same clause,
    ``clause`` is where the clause begins.
    """

    mark: Mark
    left: int
    right_end: int
    clause: int
    listed: bool
    thresholds: tuple[Mark, ...]


def _begin(mark: Mark) -> int:
    return mark.begin


def _last(text: str, marks: str, begin: int, end: int) -> int:
    """Return the offset behind the last of the marks between begin and end, or begin."""
    return max((text.rfind(mark, begin, end) + 1 for mark in marks), default=0) or begin


def _right_end(text: str, begin: int, end: int, stop: int) -> int:
    """Return where the words behind a quantity end: at a mark, at the next quantity, or at the sentence's end."""
    position = begin
    while position < min(end, stop) and text[position] not in _CLOSERS:
        close = text.find("）", position, min(end, stop)) if text[position] == "（" else -1
        position = max(close, position) + 1  # 县（市、区） is one word
    return position


def items(text: str, begin: int, end: int, marks: Sequence[Mark]) -> Iterator[Item]:
    """Yield the items of the sentence ``text[begin:end]`` in order.

    >>> sentence = "力争引进项目35个、企业30家，增长8%。"
    >>> found = [Mark(6, 9, "quantity", Quantity(50, "个")), Mark(12, 15, "quantity", Quantity(30, "家"))]
    >>> [(sentence[i.left : i.mark.begin], i.listed) for i in items(sentence, 0, len(sentence), found)]
    [('力争引进项目', False), ('企业', True)]
    """
    stated = [mark for mark in marks if mark.label in _STATED]
    limits = tuple(mark for mark in marks if mark.label == "threshold")
    before = begin
    for mark, behind in zip_longest(stated, stated[1:]):
        clause = _last(text, _HARD, begin, mark.begin)
        left = max(clause, before, mark.begin - _LONGEST)
        listed = before > clause
        if listed and (cut := text.find(_SOFT, before, mark.begin)) >= 0:
            left = cut + 1
        stop = behind.begin if behind else end
        right_end = _right_end(text, mark.end, end, stop)
        within = limits[bisect_left(limits, left, key=_begin) : bisect_left(limits, right_end, key=_begin)]
        yield Item(mark, left, right_end, clause, listed, within)
        before = mark.end
