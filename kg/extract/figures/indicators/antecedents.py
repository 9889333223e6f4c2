"""Antecedents: the list that is told of before, in words or in figures, to whose members numbers are then given out."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.figures import words
from kg.extract.figures.clauses import Item
from kg.extract.figures.indicators.measures import Head
from kg.extract.figures.indicators.phrases import Phrase
from kg.model import Name

Told = tuple[str, str, Name]
"""What a figure measures, the kind of its unit, and whom it is about."""

# What joins the members of a list: grammar.
_MARKS = "，；：。\n"
_SHORT = range(2, 13)  # characters of a member


def antecedents(text: str, item: Item, count: int) -> list[str]:
    """Return as many members of a list of industries that the clause before begins with, or none.

    >>> from kg.extract.figures.clauses import Mark, Quantity
    >>> told = "水泵产业和电机产业双双回升，分别增长8%和9%"
    >>> at = told.index("8%")
    >>> item = Item(Mark(at, at + 2, "quantity", Quantity(8, "%")), at - 4, at + 2, at - 4, False, ())
    >>> antecedents(told, item, 2), antecedents(told, item, 3)
    (['水泵产业', '电机产业'], [])
    """
    end = item.clause - 1
    begin = max((text.rfind(mark, 0, end) for mark in _MARKS), default=-1) + 1
    for closed in words.pattern("sector").finditer(text, begin, end):
        found = words.JOINTS.split(text[begin : closed.end()])
        if len(found) == count and all(len(part) in _SHORT for part in found):
            counted = words.pattern("sector-counts").fullmatch(text, closed.end(), end)
            tail = closed.group() + (counted.group() if counted else "")
            return [part.removesuffix(closed.group()) + tail for part in found]
    return []


def shared_out(head: Head, phrase: Phrase, told_of: Sequence[Told]) -> Head:
    """Return what a number of a list that 分别 gives out leans on: the member of the list of figures before.

    Where as many of them are of one kind (12个、9个、6个 beside an amount), these are the list.
    """
    at, count = phrase.share
    noun = words.pattern("compared").sub("", phrase.noun)
    shares = any(words.pattern(row).search(noun) for row in ("share-of", "of-budget"))
    before = told_of[: len(told_of) - at]  # without the members of this list that have theirs
    if not count or (noun and not shares) or phrase.verb or len(before) < count:
        return head
    alike = [one for one in before if one[1] == before[-1][1]]
    return replace(head, base=(alike if len(alike) == count else before[-count:])[at][0], noun="")
