"""The order of rows, put here: a store fetches both texts anew whenever it compares two, thirty times as dear."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any, TypeAlias

from pyoxigraph import Literal

from kg import terms

# (column, whether the greatest comes first)
By: TypeAlias = tuple[str, bool]

_ORDER = re.compile(r"^ORDER BY((?: (?:\?\w+|DESC\(\?\w+\)))+)\s*\Z", re.MULTILINE)
_SELECTED = re.compile(r"^SELECT\b(.*?)\bWHERE\b", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_GROUPED = re.compile(r"^GROUP BY.*", re.MULTILINE)
_COLUMN = re.compile(r"(DESC\()?\?(\w+)")
_IN_A_LANGUAGE = terms.PREFIXES["rdf"] + "langString"
_NUMBERS = frozenset(terms.PREFIXES["xsd"] + name for name in ("integer", "decimal"))


def unordered(text: str) -> tuple[str, tuple[By, ...], int]:
    """Return a query without the ORDER BY at its end, what that asks for, and how many columns it gives only for that.

    These stand last. An order by more than variables stays in the query.

    >>> unordered("SELECT DISTINCT ?name ?n WHERE { … }\\nORDER BY DESC(?n) ?name ?rank\\n")
    ('SELECT DISTINCT ?name ?n ?rank WHERE { … }\\n', (('n', True), ('name', False), ('rank', False)), 1)
    """
    found, selected = _ORDER.search(text), _SELECTED.search(text)
    if not (found and selected):
        return text, (), 0
    by = tuple((name, bool(down)) for down, name in _COLUMN.findall(found[1]))
    known = re.findall(r"\?(\w+)", selected[1])
    hidden = [name for name, _ in by if name not in known]
    grouped = _GROUPED.search(text)
    if hidden and ("*" in selected[1] or (grouped and not {*hidden} <= {*re.findall(r"\?(\w+)", grouped[0])})):
        return text, (), 0
    end = selected.end(1)
    return text[:end] + "".join(f"?{name} " for name in hidden) + text[end : found.start()], by, len(hidden)


def ordered(rows: Iterable[Sequence[Any]], columns: Sequence[str], by: Sequence[By]) -> list[Sequence[Any]]:
    """Return rows of terms in the order of SPARQL, and rows that it leaves equal by all their columns."""
    found = list(rows)
    places = [tuple(map(place, row)) for row in found]
    turn = list(range(len(found)))
    if by:
        turn.sort(key=places.__getitem__)
    # From the last column to the first, all that go one way at once: what is equal keeps its order.
    for down, some in groupby(reversed(by), key=lambda one: one[1]):
        at = [columns.index(name) for name, _ in some][::-1]
        turn.sort(key=lambda row, at=at: [places[row][one] for one in at], reverse=down)  # type: ignore[misc]
    return [found[row] for row in turn]


def place(term: Any) -> tuple[Any, ...]:
    """Return what a term is compared by, whatever others there are: nothing comes first, then IRIs, numbers, texts.

    >>> [term.value for term in sorted((Literal("乙"), Literal(10), Literal(9)), key=place)]
    ['9', '10', '乙']
    """
    if term is None:
        return (0,)
    if not isinstance(term, Literal):
        return 1, term.value
    if language := term.language:
        return 3, term.value, _IN_A_LANGUAGE, language
    if (datatype := term.datatype.value) in _NUMBERS:
        return 2, Decimal(term.value)
    return 3, term.value, datatype, ""
