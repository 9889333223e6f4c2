"""What the explorer page is made of, asked of a store."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.ask.answers import Answer
from kg.ask.rows import Row, rows
from kg.export.dossiers import Dossier
from kg.export.explorer.tables import cited, known, table
from kg.export.facts import FACTS

if TYPE_CHECKING:
    from pyoxigraph import Store


@dataclass(frozen=True, slots=True)
class Contents:
    """Dossiers of all things, documents, their articles and texts, kinds by thing, the tables of the views by name."""

    things: Sequence[Dossier]
    documents: Sequence[Row] = ()
    articles: Sequence[Row] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, Sequence[str]] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)


def contents(store: "Store", things: Sequence[Dossier]) -> Contents:
    """Return what a page of the store is made of."""
    documents = sorted(rows(store, FACTS / "documents.rq"), key=lambda row: tuple(row.values()))
    texts = {row["document"]: row["text"] for row in rows(store, FACTS / "texts.rq")}
    place = cited(store)
    answers = {name: place(table(store, name)) for name in known()}
    return Contents(things, documents, articles(store), texts, types(store), answers)


def types(store: "Store") -> dict[str, list[str]]:
    """Return the kinds of each thing, by its IRI."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in sorted(rows(store, FACTS / "types.rq"), key=lambda row: (row["thing"], row["type"])):
        found[row["thing"]].append(row["type"])
    return found


def articles(store: "Store") -> list[Row]:
    """Return the articles of documents that have several, in the order of the text."""
    return sorted(rows(store, FACTS / "articles.rq"), key=lambda row: (row["document"], int(row["begin"])))
