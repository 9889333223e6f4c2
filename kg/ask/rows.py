"""The rows that a query gives, as plain text: what answers, exports, the score and the explanation read."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode, QueryBoolean, QueryTriples, Store

from kg.ask.filled import Term, filled
from kg.ask.order import ordered, unordered
from kg.ask.queries import Query, read
from kg.errors import StoreError
from kg.store import ask

Row: TypeAlias = dict[str, str]
Cells: TypeAlias = tuple[str, ...]


def rows(store: Store, query: Path, **bound: Term | Sequence[Term]) -> Iterator[Row]:
    """Yield the rows of a query file as column to text, "" where a cell is empty.

    Terms given by the name of a variable bind it.
    """
    terms = {name: [one] if isinstance(one, NamedNode | Literal) else one for name, one in bound.items()}
    columns, found = solved(store, read(query), terms)
    return (dict(zip(columns, cells, strict=True)) for cells in found)


def solved(store: Store, query: Query, terms: Mapping[str, Sequence[Term]]) -> tuple[Cells, Iterator[Cells]]:
    """Return the columns of a query and its rows, with the variables bound to the terms.

    Raises what :func:`solutions` raises.
    """
    columns, found = solutions(store, query, terms)
    return columns, map(cells, found)


def solutions(store: Store, query: Query, terms: Mapping[str, Sequence[Term]]) -> tuple[Cells, list[Sequence[Any]]]:
    """Return the columns of a query and its rows of terms, with the variables bound to the terms.

    ASK gives one cell, CONSTRUCT a row a triple. Raises QueryError where the query cannot be read, StoreError where the
    store cannot: a large one opens some of its files only when they are come to, and a build may have replaced it.
    """
    try:
        text, by, hidden = unordered(filled(store, query, terms))
        found = ask(store, text)
        if isinstance(found, QueryBoolean):
            return ("answer",), [(str(bool(found)).lower(),)]
        if isinstance(found, QueryTriples):
            return ("subject", "predicate", "object"), sorted(map(tuple, found), key=cells)
        columns = tuple(variable.value for variable in found.variables)
        rows = ordered(found, columns, by)
        return (columns[:-hidden], _without(rows, hidden, "SELECT DISTINCT" in text)) if hidden else (columns, rows)
    except (OSError, RuntimeError) as error:
        raise StoreError(
            f"the store cannot be read any further ({error}); where a build has put another in its place, ask once more"
        ) from error


def _without(rows: Sequence[Sequence[Any]], hidden: int, distinct: bool) -> list[Sequence[Any]]:
    """Return rows without the columns that they were only ordered by."""
    found = (tuple(row)[:-hidden] for row in rows)
    return list(dict.fromkeys(found) if distinct else found)


def cells(row: Sequence[Any]) -> Cells:
    """Return a row of terms as text, "" where there is none."""
    return tuple("" if term is None else str(getattr(term, "value", term)) for term in row)
