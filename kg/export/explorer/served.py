"""The explorer at a server: the page without data, and what it asks for, a thing at a time, in its own blocks."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from kg import terms
from kg.ask.rows import rows
from kg.export.dossiers import Dossier, dossiers
from kg.export.explorer.asking import LARGEST
from kg.export.explorer.contents import Contents, articles, types
from kg.export.explorer.packing.pack import blocks, graph
from kg.export.explorer.packing.told import code
from kg.export.explorer.page import page
from kg.export.explorer.reading import read
from kg.export.facts import FACTS

if TYPE_CHECKING:
    from pyoxigraph import Store

_CLOSED, _OPEN = "default-src 'none';", "default-src 'none'; connect-src 'self';"


def served(data: Mapping[str, str]) -> str:
    """Return the page without a graph, which may ask the server that it comes from; ``data`` are its other blocks."""
    return page(data).replace(_CLOSED, _OPEN, 1)


def overview(store: "Store", kinds: Mapping[str, int]) -> dict[str, Any]:
    """Return what the page tells of the whole graph: how many things of each class, how these are called, documents."""
    words: dict[str, tuple[str, str]] = {}
    for term in terms.own():
        code(term, words)
    own = defaultdict[str, list[dict[str, Any]]](list)
    for row in articles(store):
        own[row["document"]].append({"title": row["title"], "begin": int(row["begin"])})
    found = sorted(rows(store, FACTS / "documents.rq"), key=lambda row: tuple(row.values()))
    documents = [{**row, "articles": own[row["document"]]} for row in found]
    return {"kinds": dict(kinds), "words": words, "documents": documents}


@dataclass(slots=True)
class _Named(Dossier):
    """A thing of which nothing but the names is asked."""

    sentences: int = 0

    @property
    def weight(self) -> int:
        """How many sentences mention it."""
        return self.sentences


def whole(store: "Store") -> str:
    """Return the block of the whole graph, as the page of a build carries it; of a large one the names alone."""
    if len(store) > LARGEST:
        return graph(Contents(_named(store)))
    documents = sorted(rows(store, FACTS / "documents.rq"), key=lambda row: tuple(row.values()))
    return graph(Contents(dossiers(store), documents, articles(store), types=types(store)))


def _named(store: "Store") -> list[_Named]:
    """Return every thing with its names, in the order of their IRIs."""
    told = {row["thing"]: int(row["sentences"]) for row in rows(store, FACTS / "mentioned.rq")}
    names = defaultdict[str, list[str]](list)
    for row in rows(store, FACTS / "names.rq"):
        names[row["thing"]].append(row["name"])
    things = {
        row["thing"]: (row["class"].removeprefix(terms.FZ), row["label"]) for row in rows(store, FACTS / "things.rq")
    }
    return [
        _Named(thing, kind, label, tuple(sorted(set(names[thing]) - {label})), {}, told.get(thing, 0))
        for thing, (kind, label) in sorted(things.items())
    ]


def text(store: "Store", document: str) -> list[dict[str, Any]]:
    """Return the text of a document in pieces, each with the names in it."""
    return [asdict(piece) for piece in read(store, document)]


def part(store: "Store", thing: str) -> dict[str, str]:
    """Return the blocks of one thing: its facts with their sentences, and the things that they join it with."""
    own = dossiers(store, NamedNode(thing))
    joined = {end for dossier in own for facts in dossier.facts.values() for s in facts for end in s.fact.things}
    others = [NamedNode(iri) for iri in sorted(joined - {thing})]
    known: dict[str, Dossier] = {one.thing: one for one in own}
    for row in rows(store, FACTS / "things.rq", thing=others) if others else ():
        kind = row["class"].removeprefix(terms.FZ)
        known.setdefault(row["thing"], Dossier(row["thing"], kind, row["label"], ()))
    kinds: dict[str, list[str]] = defaultdict(list)
    for row in rows(store, FACTS / "types.rq", thing=[NamedNode(iri) for iri in known]) if known else ():
        kinds[row["thing"]].append(row["type"])
    stated = {one.document for dossier in own for facts in dossier.facts.values() for s in facts for one in s.evidence}
    documents = [row for row in rows(store, FACTS / "documents.rq") if row["document"] in stated]
    things = [known[iri] for iri in sorted(known)]
    return blocks(Contents(things, documents, types={iri: sorted(own) for iri, own in kinds.items()}))
