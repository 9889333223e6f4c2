"""Answers of the store as plain rows: what the exports, the score and the explanation read."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kg.resources import ONTOLOGY

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Store

Row: TypeAlias = dict[str, str]

QUERIES = ONTOLOGY / "queries"


def rows(store: "Store", query: Path, **bound: "NamedNode | Literal") -> Iterator[Row]:
    """Yield the rows of a query file as column to text, "" where a cell is empty.

    A term given by the name of a variable binds it.
    """
    from kg.answer import answer

    text = query.read_text(encoding="utf8")
    for variable, term in bound.items():
        text = text.replace("WHERE {", f"WHERE {{ VALUES ?{variable} {{ {term} }}", 1)
    found = answer(store, text)
    return (dict(zip(found.columns, row, strict=True)) for row in found.rows)
