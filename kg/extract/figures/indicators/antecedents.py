"""Antecedents: the list that the clause before tells of, to whose members numbers are then given out."""

from kg.extract.figures import words
from kg.extract.figures.clauses import Item

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
