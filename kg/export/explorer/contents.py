"""What the explorer page is made of, asked of a store."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.ask.answers import Answer
from kg.ask.rows import Row, rows
from kg.export.dossiers import Dossier
from kg.export.explorer.tables import known, table
from kg.export.facts import FACTS

if TYPE_CHECKING:
    from pyoxigraph import Store


@dataclass(frozen=True, slots=True)
class Contents:
    """Dossiers of all things, the documents, kinds and levels by thing, and the tables of the views by name."""

    things: Sequence[Dossier]
    documents: Sequence[Row] = ()
    types: Mapping[str, Sequence[str]] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)


def contents(store: "Store", things: Sequence[Dossier]) -> Contents:
    """Return what a page of the store is made of."""
    types: dict[str, list[str]] = defaultdict(list)
    for row in sorted(rows(store, FACTS / "types.rq"), key=lambda row: (row["thing"], row["type"])):
        types[row["thing"]].append(row["type"])
    documents = sorted(rows(store, FACTS / "documents.rq"), key=lambda row: tuple(row.values()))
    return Contents(things, documents, types, {name: table(store, name) for name in known()})
