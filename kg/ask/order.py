"""The order of rows, put here: a store fetches both texts anew whenever it compares two, thirty times as dear."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from pyoxigraph import Literal

from kg import terms

# (column, whether the greatest comes first)
By: TypeAlias = tuple[str, bool]

_ORDER = re.compile(r"^ORDER BY((?: (?:\?\w+|DESC\(\?\w+\)))+)\s*\Z", re.MULTILINE)
_SELECTED = re.compile(r"^SELECT\b(.*?)\bWHERE\b", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_COLUMN = re.compile(r"(DESC\()?\?(\w+)")
_NUMBERS = frozenset(terms.PREFIXES["xsd"] + name for name in ("integer", "decimal"))


def unordered(text: str) -> tuple[str, tuple[By, ...]]:
    """Return a query without the ORDER BY at its end, and what that asks for.

    An order by more than columns stays in the query.

    >>> unordered("SELECT ?name ?n WHERE { … }\\nORDER BY DESC(?n) ?name\\n")
    ('SELECT ?name ?n WHERE { … }\\n', (('n', True), ('name', False)))
    """
    found = _ORDER.search(text)
    by = tuple((name, bool(down)) for down, name in _COLUMN.findall(found[1])) if found else ()
    selected = _SELECTED.search(text)
    if not (found and selected) or not {name for name, _ in by} <= {*re.findall(r"\?(\w+)", selected[1])}:
        return text, ()
    return text[: found.start()], by


def ordered(rows: Iterable[Sequence[Any]], columns: Sequence[str], by: Sequence[By]) -> list[Sequence[Any]]:
    """Return rows of terms in the order of SPARQL, and rows that it leaves equal by all their columns."""
    found = list(rows)
    if by:
        found.sort(key=lambda row: tuple(map(_text, row)))
    for name, down in reversed(by):
        at = columns.index(name)
        key = _number if all(_numeric(row[at]) for row in found) else _text
        found.sort(key=lambda row, at=at, key=key: key(row[at]), reverse=down)  # type: ignore[misc]
    return found


def _text(term: Any) -> tuple[int, str, str, str]:
    """Return what a term is compared by: nothing comes first, then IRIs, then literals."""
    if term is None:
        return 0, "", "", ""
    if isinstance(term, Literal):
        return 2, term.value, term.datatype.value, term.language or ""
    return 1, term.value, "", ""


def _numeric(term: Any) -> bool:
    return term is None or (isinstance(term, Literal) and term.datatype.value in _NUMBERS)


def _number(term: Any) -> tuple[bool, Decimal]:
    return (False, Decimal()) if term is None else (True, Decimal(term.value))
