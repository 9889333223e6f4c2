"""SPARQL queries, graphs of the store, and the description of the service."""

import re
from collections.abc import Mapping, Sequence

from pyoxigraph import DefaultGraph, NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, parse

from kg.resources import ONTOLOGY
from kg.serve.answers.graph import GRAPHS, Answer, Graph, RefusedError, chosen, triples
from kg.store import ask

# The ways to write rows, the one that is given unasked first.
ROWS: Mapping[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
    "application/xml": QueryResultsFormat.XML,
}
_TEXT = {"text/csv": "text/csv; charset=utf-8", "text/tab-separated-values": "text/tab-separated-values; charset=utf-8"}

# The words SERVICE and LOAD where they can be keywords: not the rest of a variable, a prefixed name, an IRI or a
# comment, and before what names an address. A text that says so within a literal, or calls a prefix so, is refused
# too: better that than a way out.
_BLANK = r"(?:\s|#[^\r\n]*[\r\n])*"
_ELSEWHERE = re.compile(
    rf"(?<![\w?$:/#-])\w*(SERVICE|LOAD){_BLANK}(?:SILENT{_BLANK})?(?:[<?$]|[\w.\-%\\]*:)", re.IGNORECASE
)


def query(graph: Graph, query: str, accept: str | None, defaults: Sequence[str], named: Sequence[str]) -> Answer:
    """Return the answer of a SPARQL query, in the form that is liked best of those that its kind has.

    ``defaults`` and ``named`` are the dataset that the request asks for; without any it is that of the query.
    """
    ensure_local(query)
    found = ask(graph.store, query, _nodes(defaults), _nodes(named))
    if isinstance(found, QuerySolutions | QueryBoolean):
        type = chosen(accept, ROWS)
        return Answer(_TEXT.get(type, type), lambda out: found.serialize(out, ROWS[type]))  # type: ignore[arg-type]
    return triples(found, chosen(accept, GRAPHS))


def ensure_local(text: str) -> None:
    """Raise RefusedError for a text that asks elsewhere: that would be a request of our machine to any other."""
    if found := _ELSEWHERE.search(text):
        raise RefusedError(403, f"{found[1].upper()} is off: this server asks no other; do it yourself and ask it then")


def graph_store(graph: Graph, name: str, accept: str | None) -> Answer:
    """Return a graph of the store: that of a document by its IRI, or with "" the default graph, the union of all."""
    node: NamedNode | DefaultGraph = DefaultGraph()
    if name:
        (node,) = _nodes([name])
        if not graph.store.contains_named_graph(node):
            raise RefusedError(404, "no graph of this name is here; a document is a graph, by its IRI")
    found = (quad.triple for quad in graph.store.quads_for_pattern(None, None, None, node))
    return triples(found, chosen(accept, GRAPHS))


def service(graph: Graph, endpoint: str, accept: str | None) -> Answer:
    """Return the description of the service at an IRI (SPARQL 1.1 Service Description)."""
    type = chosen(accept, GRAPHS)
    found = parse(path=str(ONTOLOGY / "service.ttl"), format=RdfFormat.TURTLE, base_iri=endpoint)
    return triples([quad.triple for quad in found], type, found.prefixes)


def _nodes(iris: Sequence[str]) -> list[NamedNode]:
    try:
        return [NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise RefusedError(400, f"not an IRI of a graph ({error})") from error
