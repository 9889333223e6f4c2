"""The tables that the explorer's views read, by name: named queries, its own, and what lies behind the graph."""

from collections.abc import Callable, Mapping

from pyoxigraph import RdfFormat, Store

from kg.ask.answers import Answer, linked
from kg.ask.queries import QUERIES, find, names, read
from kg.ask.rows import rows
from kg.export.explorer.divisions import divisions
from kg.export.facts import FACTS
from kg.resources import ONTOLOGY

_OWN = QUERIES / "explorer"
_CITED = (("document", "sentence", "article"), ("targetDocument", "targetSentence", "targetArticle"))
_CHAINS, _DIVISIONS = "explorer/chains", "explorer/divisions"


def known() -> list[str]:
    """Return the names of the tables.

    >>> {"leaderboard", "explorer/figures", "explorer/divisions"} <= set(known())
    True
    """
    return [*names(), *(f"explorer/{path.stem}" for path in sorted(_OWN.glob("*.rq"))), _DIVISIONS]


def asked() -> list[str]:
    """Return the names of the tables that a server has: also those that spare the page of a large graph a whole table.

    >>> sorted(set(asked()) - set(known()))
    ['explorer/served/industries', 'explorer/served/places']
    """
    return [*known(), *(f"explorer/served/{path.stem}" for path in sorted((_OWN / "served").glob("*.rq")))]


def table(store: Store, name: str, values: Mapping[str, str] | None = None) -> Answer:
    """Return a table of :func:`asked`; the column ``region@`` holds the IRIs of what the column ``region`` names.

    ``values`` are those of the parameters of a named query, other tables have none. Raises QueryError for a value that
    nothing goes by.
    """
    if name == _DIVISIONS:
        return divisions()
    if name not in names():
        return linked(_vocabularies() if name == _CHAINS else store, read(QUERIES / f"{name}.rq"))
    return linked(store, find(name), values)


def cited(store: Store) -> Callable[[Answer], Answer]:
    """Return what tells in tables of which article a sentence is: in columns ``article``, ``targetArticle``.

    They stand behind the others, where a table has sentences with their documents.
    """
    found = {(row["document"], row["sentence"]): row["title"] for row in rows(store, FACTS / "cited.rq")}

    def told(answer: Answer) -> Answer:
        for document, sentence, column in _CITED:
            if found and document in answer.columns and sentence in answer.columns:
                at, of = answer.columns.index(document), answer.columns.index(sentence)
                lines = tuple((*row, found.get((row[at], row[of]), "")) for row in answer.rows)
                answer = Answer((*answer.columns, column), lines)
        return answer

    return told


def _vocabularies() -> Store:
    """Return the chains with their links: a graph holds only those that a document speaks of."""
    store = Store()
    for scheme in ("chains", "chain-positions"):
        store.bulk_load(path=str(ONTOLOGY / "vocab" / f"{scheme}.ttl"), format=RdfFormat.TURTLE)
    return store
