"""What the explorer's SPARQL tab asks: the triples of a graph, the named queries with their parameters, the terms."""

from typing import Any

from pyoxigraph import DefaultGraph, RdfFormat, Store, serialize

from kg import terms
from kg.ask.queries import KINDS, Parameter, Query, find, names
from kg.export.explorer.packing.columns import block

# Quads of a store, of which every triple has two at least, that a browser still loads and asks quickly.
LARGEST = 250_000


def asking(store: Store) -> dict[str, str]:
    """Return the blocks ``asking`` and, of a graph that is not too large for a page, ``triples``."""
    content = {"prefixes": dict(terms.PREFIXES), "terms": _terms(), "queries": [_query(find(name)) for name in names()]}
    if len(store) > LARGEST:
        return {"asking": block(content)}
    return {"asking": block(content), "triples": block({"turtle": _turtle(store)})}


def _turtle(store: Store) -> str:
    triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph()))
    found = serialize(sorted(triples, key=str), format=RdfFormat.TURTLE, prefixes=dict(terms.PREFIXES))
    assert found is not None, "without a file the bytes are returned"
    return found.decode("utf8")


def _terms() -> list[list[str]]:
    """Return every term of the ontology: its short form and how it is called in Chinese and in English."""
    called = ([terms.label(iri, lang) for lang in ("zh", "en")] for iri in terms.own())
    return [[f"fz:{iri.removeprefix(terms.FZ)}", *labels] for iri, labels in zip(terms.own(), called, strict=True)]


def _query(query: Query) -> dict[str, Any]:
    told = {"name": query.name, "title": query.title, "zh": query.zh, "en": query.en, "text": query.text}
    return {**told, "parameters": [_parameter(one) for one in query.parameters]}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    kind, _, more = parameter.type.partition(":")
    told = {"name": parameter.name, "variable": parameter.variable, "zh": parameter.zh, "en": parameter.en}
    match kind:
        case "concept":
            return {**told, "type": kind, "of": [next(iter(terms.scheme(more).values())).rpartition("/")[0]]}
        case "choice":
            return {**told, "type": kind, "of": more.split(",")}
        case "period" | "date" | "text":
            return {**told, "type": kind, "of": []}
    return {**told, "type": "thing", "of": list(KINDS) if kind == "Entity" else [kind]}
