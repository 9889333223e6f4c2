"""What our checks find in triples, and what pyshacl finds in them: the judge of whether we read SHACL right."""

from collections.abc import Iterable
from functools import cache

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize
from pyshacl import validate
from rdflib import RDF, SH, Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.query import Result
from rdflib.term import Node

from kg.graph import check
from kg.graph.shapes import checks
from kg.resources import ONTOLOGY

# (node, what is said of it in English, the value at fault or "")
Found = set[tuple[str, str, str]]
ONE = NamedNode("https://example.org/document")


def turtle(text: str) -> set[Triple]:
    """Return the triples of a Turtle text."""
    return {quad.triple for quad in parse(text, RdfFormat.TURTLE)}


def stored(triples: Iterable[Triple]) -> Store:
    """Return a store with the triples as one document."""
    store = Store()
    for one in triples:
        store.add(Quad(one.subject, one.predicate, one.object, ONE))
        store.add(Quad(one.subject, one.predicate, one.object))
    return store


def alone(triples: Iterable[Triple]) -> Store:
    """Return a store with the triples as one document, and no union."""
    store = Store()
    store.extend([Quad(one.subject, one.predicate, one.object, ONE) for one in triples])
    return store


def ours(store: Store, documents: Iterable[NamedNode] | None = None) -> Found:
    """Return what our checks find in a store."""
    return {
        (found.node.value, found.check.en, "" if found.value in (None, found.node) else found.value.value)
        for found in check(store, documents)
    }


_prepared = cache(prepareQuery)


class Asked(Graph):
    """A graph that reads a query once, however many graphs are asked it: rdflib reads longer than it answers."""

    def query(self, query_object: str, *given: object, **named: object) -> Result:
        return super().query(_prepared(query_object), *given, **named)


@cache
def shapes() -> Graph:
    """Return the ontology with its shapes, read once: pyshacl leaves it as it is."""
    found = Graph()
    for path in (ONTOLOGY / "fangzhi.ttl", *sorted((ONTOLOGY / "shapes").glob("*.ttl"))):
        found.parse(path, format="turtle")
    return found


def judged(triples: Iterable[Triple]) -> Found:
    """Return what pyshacl finds in triples."""
    data = Asked().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    _, results, _ = validate(data, shacl_graph=shapes(), ont_graph=shapes(), inplace=True)  # as it is: no copy of it
    assert isinstance(results, Graph)
    return {_told(results, result) for result in results.subjects(RDF.type, SH.ValidationResult)}


def _told(results: Graph, result: Node) -> tuple[str, str, str]:
    # pyshacl takes the language from what a shape says of its own SPARQL.
    (message,) = {str(one) for one in results.objects(result, SH.resultMessage)} & {one.en for one in checks()}
    node, value = results.value(result, SH.focusNode), results.value(result, SH.value)
    return str(node), message, "" if value is None or value == node else str(value)
