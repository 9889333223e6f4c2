"""What is said of an IRI: as a page, and as a graph."""

from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions, RdfFormat, Store, Triple, parse

from kg import terms
from kg.export.dossiers import dossiers
from kg.export.explorer.reading import headlines, lines, read
from kg.graph.nodes import Naming, term
from kg.resources import ONTOLOGY
from kg.serve.answers.graph import GRAPHS, Answer, Graph, RefusedError, asked, chosen, triples
from kg.serve.answers.html import kind_label, page
from kg.store import ask

_TERMS = """
    SELECT ?term ?label ?comment (LANG(?label) AS ?lang)
    { ?term rdfs:label ?label ; rdfs:comment ?comment FILTER(LANG(?label) = LANG(?comment)) } ORDER BY ?term
"""
_SHOWN = 500  # rows of a page of what is no thing


def data(graph: Graph, rest: str, iri: str, format: str, accept: str | None) -> Answer:
    """Return all that is said of an IRI, and of the facts about it, as a graph.

    ``rest`` is its part after the base of the graph, ``iri`` the whole of one that does not begin so; ``format``, a
    media type, goes before what is accepted.
    """
    node = _node(graph, rest, iri)
    type = asked(format, accept, GRAPHS)
    if found := sorted({*_said(graph, node)}, key=str):
        return triples(found, type)
    raise RefusedError(404, "nothing is said of this here")


def thing(graph: Graph, rest: str, iri: str, lang: str, here: str) -> Answer:
    """Return the page of an IRI: names, facts and sentences of a thing, or what is said of anything else."""
    node = _node(graph, rest, iri)
    for dossier in dossiers(graph.store, node):
        naming = Naming(graph.base)
        documents = {
            one.document: naming.thing("document", one.document).value
            for _, stated in dossier.shown for fact in stated for one in fact.evidence
        }  # fmt: skip
        label, headline = kind_label(dossier.kind, lang), headlines(graph.store, documents)
        told: dict[str, Any] = {"thing": dossier, "kind": label, "documents": documents, "headline": headline}
        return page(graph, "thing.html", lang, here, **told)
    if identifier := _value(graph, node, "dcterms:identifier"):
        title, text = _value(graph, node, "dcterms:title") or identifier, lines(read(graph.store, identifier))
        printed = [_value(graph, node, name) for name in ("schema:publisher", "dcterms:date", "dcterms:identifier")]
        about = [one for one in printed if one and not title.startswith(one)]
        return page(graph, "document.html", lang, here, iri=node.value, title=title, about=about, lines=text)
    said = sorted(islice(_about(graph, node), _SHOWN), key=str)
    back = sorted(islice(_leading_to(graph, node), _SHOWN), key=str)
    if not said and not back:
        return page(graph, "missing.html", lang, here, status=404, iri=node.value)
    # Only what we can say something of leads on.
    ours = (graph.base, terms.FZ.rpartition("/")[0])
    nodes = {one for triple in chain(said, back) for one in _nodes(triple)}
    names = {one.value: _name(graph, one) for one in nodes if one.value.startswith(ours)}
    return page(graph, "node.html", lang, here, iri=node.value, said=said, back=back, names=names)


def ontology(graph: Graph, accept: str | None, lang: str, here: str) -> Answer:
    """Return the ontology, as a graph or as a page of its terms."""
    type = chosen(accept, {"text/html": None, **GRAPHS})
    if type != "text/html":
        found = parse(path=str(ONTOLOGY / "fangzhi.ttl"), format=RdfFormat.TURTLE)
        return triples([quad.triple for quad in found], type, found.prefixes)
    declared = ask(_declarations(), _TERMS)
    assert isinstance(declared, QuerySolutions)
    rows = [[str(value.value) for value in row] for row in declared]
    told = [row for row in rows if row[0].startswith(terms.FZ) and row[3] == lang]
    return page(graph, "ontology.html", lang, here, terms=told)


def _node(graph: Graph, rest: str, iri: str) -> NamedNode:
    try:
        return NamedNode(iri or graph.base + rest)
    except ValueError as error:
        raise RefusedError(400, f"not an IRI ({error})") from error


def _value(graph: Graph, node: NamedNode, name: str) -> str:
    """Return what a property of a node says, the first of several, or ""."""
    found = graph.store.quads_for_pattern(node, term(name), None, DefaultGraph())
    return min((str(getattr(quad.object, "value", "")) for quad in found), default="")


def _said(graph: Graph, node: NamedNode) -> Iterator[Triple]:
    """Yield what is said of a node, what leads to it, what the facts among that say, and how all is called."""
    found = {*_about(graph, node), *_leading_to(graph, node)}
    for subject in {triple.subject for triple in found} - {node}:
        if isinstance(subject, NamedNode) and not _named(graph, subject):
            found |= {*_about(graph, subject)}
    yield from found
    for other in {one for triple in found for one in _nodes(triple)}:
        yield from _named(graph, other)


def _about(graph: Graph, node: NamedNode) -> Iterator[Triple]:
    """Yield what the graph says of a node, or, of a term of ours, what declares it."""
    for store in (graph.store, _declarations()):
        yield from (quad.triple for quad in store.quads_for_pattern(node, None, None, DefaultGraph()))


def _leading_to(graph: Graph, node: NamedNode) -> Iterator[Triple]:
    """Yield what leads to a node, but for the sentences that mention it."""
    for store in (graph.store, _declarations()):
        found = store.quads_for_pattern(None, None, node, DefaultGraph())
        yield from (quad.triple for quad in found if quad.predicate != term("schema:mentions"))


def _named(graph: Graph, node: NamedNode) -> list[Triple]:
    found = graph.store.quads_for_pattern(node, term("skos:prefLabel"), None, DefaultGraph())
    return [quad.triple for quad in found]


def _name(graph: Graph, node: NamedNode) -> str:
    """Return how a node is called: by its full name, by the label of a term in Chinese, else by its IRI."""
    found = [triple.object for triple in _named(graph, node)]
    for one in sorted(found, key=lambda one: (getattr(one, "language", "") != "zh", str(one))):
        return str(getattr(one, "value", ""))
    label = terms.labelled(node.value, "zh") if node.value.startswith(terms.FZ) else None
    return label or node.value


def _nodes(triple: Triple) -> Iterator[NamedNode]:
    return (node for node in (triple.subject, triple.predicate, triple.object) if isinstance(node, NamedNode))


@cache
def _declarations() -> Store:
    """Return the ontology and its vocabularies."""
    store = Store()
    for path in (ONTOLOGY / "fangzhi.ttl", *sorted((ONTOLOGY / "vocab").glob("*.ttl"))):
        store.bulk_load(path=str(path), format=RdfFormat.TURTLE)
    return store
