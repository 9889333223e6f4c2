"""Entities as triples: what they are and the names they go by."""

from collections.abc import Collection, Iterator

from pyoxigraph import NamedNode, Triple

from kg.graph.concepts import placed
from kg.graph.concepts.chains import ties
from kg.graph.concepts.kinds import kind
from kg.graph.nodes import Naming, describe, term, zh
from kg.graph.regions import described
from kg.model import Entity


def entity(thing: Entity, forms: Collection[str], naming: Naming) -> Iterator[Triple]:
    """Yield class, kind, chain, preferred label and, of its other names, those that are among the printed forms."""
    node, sort = naming.entity(thing), kind(thing)
    yield from describe(
        node,
        ("rdf:type", term(f"fz:{thing.kind}")),
        ("rdf:type", term("fz:Official") if thing.official else None),
        ("fz:kind", NamedNode(sort) if sort else None),
        ("skos:prefLabel", zh(thing.label)),
    )
    yield from placed(sort) if sort else ()
    yield from ties(thing, node)
    yield from described(thing, naming) if thing.kind == "Region" else ()
    for alias in thing.aliases:
        if alias in forms and alias != thing.label:
            yield Triple(node, term("skos:altLabel"), zh(alias))
