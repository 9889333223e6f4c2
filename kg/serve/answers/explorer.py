"""The explorer at this server: what it asks of a graph that is too large for one page."""

from collections.abc import Mapping

from pyoxigraph import NamedNode

from kg.export.explorer.asking import asking
from kg.export.explorer.served import overview, part, served
from kg.export.explorer.served import text as written
from kg.export.explorer.tables import asked
from kg.serve.answers.graph import Answer, Graph, RefusedError, text
from kg.serve.answers.search import json_of


def explorer(graph: Graph) -> Answer:
    """Return the page; its own policy lets its own script run and ask this server."""
    data = {name: block for name, block in asking(graph.store).items() if name != "triples"}
    policy = {
        "content-security-policy": "base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'"
    }
    page = served(data)
    return Answer("text/html; charset=utf-8", lambda out: out.write(page.encode()), headers=policy)


def explored(graph: Graph) -> Answer:
    """Return what the page tells of the whole graph."""
    return json_of({**overview(graph.store, graph.counts)})


def wholly(graph: Graph) -> Answer:
    """Return the whole graph as a build packs it; of a large one its names."""
    return text(graph.packed)


def explore(graph: Graph, iri: str) -> Answer:
    """Return what is said of a thing, as blocks of the page."""
    try:
        NamedNode(iri)
    except ValueError as error:
        raise RefusedError(400, "the thing is named by its IRI") from error
    return json_of(part(graph.store, iri))


def papered(graph: Graph, document: str) -> Answer:
    """Return the text of a document by its identifier, in pieces."""
    return json_of(written(graph.store, document))


def tabled(graph: Graph, name: str, values: Mapping[str, str]) -> Answer:
    """Return a table that views of the explorer are made of, for these values of the parameters of a named query."""
    if name not in asked():
        return text("there is no table of this name\n", status=404)
    written = graph.tables.get(name, values)
    return Answer("application/json", lambda out: out.write(written))
