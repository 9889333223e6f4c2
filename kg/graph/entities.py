"""Entities as triples: what they are, the names they go by, and the regions that lie in each other."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.concepts import placed
from kg.graph.concepts.chains import ties
from kg.graph.concepts.kinds import kind
from kg.graph.nodes import Naming, describe, term, zh
from kg.model import Entity
from kg.resources import lexicon


def entity(thing: Entity, forms: Collection[str], naming: Naming) -> Iterator[Triple]:
    """Yield class, kind, chain, preferred label and, of its other names, those that are among the printed forms."""
    node, sort = naming.entity(thing), kind(thing)
    yield from describe(
        node,
        ("rdf:type", term(f"fz:{thing.kind}")),
        ("rdf:type", term("fz:Official") if thing.official else None),
        ("fz:kind", NamedNode(sort) if sort else None),
        ("skos:prefLabel", zh(thing.label)),
        ("fz:code", Literal(thing.key) if thing.kind == "Region" and thing.key.isdigit() else None),
    )
    yield from placed(sort) if sort else ()
    yield from ties(thing, node)
    for alias in thing.aliases:
        if alias in forms and alias != thing.label:
            yield Triple(node, term("skos:altLabel"), zh(alias))


def within(regions: Iterable[Entity], mentioned: Collection[str], naming: Naming) -> Iterator[Triple]:
    """Yield for each region the nearest one above it in the register that a document mentions.

    The register alone makes no node: a province that nobody mentions stays out of the graph.
    """
    for region in regions:
        if parent := next((code for code in above(region.key) if code in mentioned), None):
            yield Triple(naming.entity(region), term("fz:partOf"), naming.thing("region", parent))


@cache
def above(key: str) -> tuple[str, ...]:
    """Return the codes of the regions that a region lies in, nearest first; a town's key ends in its county's code.

    >>> above("331122"), above("壶镇镇-331122")
    (('331100', '330000'), ('331122', '331100', '330000'))
    """
    code = key if key.isdigit() else key.rpartition("-")[2]
    found = () if code == key or code not in _parents() else (code,)
    while parent := _parents().get(code):
        found, code = (*found, parent), parent
    return found


@cache
def _parents() -> Mapping[str, str]:
    return {row["code"]: row["parent"] for row in lexicon("regions")}
