"""Regions as triples: what the register says of them, what they lie in, and what stood in their place before."""

from collections.abc import Iterable, Iterator, Mapping, Set
from decimal import Decimal
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg import register, terms
from kg.claims import Claim, Claims, Rule, claim
from kg.graph.concepts import placed
from kg.graph.nodes import Naming, decimal, describe, integer, term, zh
from kg.model import Entity
from kg.register import Region
from kg.resources import ONTOLOGY, Row, lexicon

_SCHEME = "region-levels"
_TOPIC, _ITSELF, _INSIDE = "region", "itself", "inside"
_AXES = ("latitude", "longitude")


def described(region: Entity, naming: Naming) -> Iterator[Triple]:
    """Yield level and kind of a region, and of a division of the register its code, short name and point.

    Of a town or village that the register does not have the end of its name tells the level.

    >>> town = described(Entity("Region", "云外镇-331122", "云外镇"), Naming())
    >>> [t.object.value.rpartition("/")[2] for t in town if t.predicate in (term("fz:level"), term("fz:kind"))]
    ['township', 'town']
    """
    node, division = naming.entity(region), register.division(region.key)
    if division:
        yield from _division(division, node)
        level, kind = division.level, division.kind
    elif region.label in register.macro_regions():
        level, kind = "macro-region", ""
    else:
        level, kind = register.local_kind(region.label)
    yield from _levels(level, kind, node)
    for notation in filter(None, (kind or level,)):
        yield from placed(terms.concept(_SCHEME, notation))


def mentioned(regions: Iterable[Entity]) -> Iterator[Claim]:
    """Yield the claim that a document mentions a region, and for those around it that it mentions one in them."""
    for region in regions:
        yield claim(_TOPIC, region.key, _ITSELF)
        yield from (claim(_TOPIC, code, _INSIDE) for code in above(region.key))


def _concerned(before: Set[str], after: Set[str]) -> Set[str]:
    return set() if (_ITSELF in before) == (_ITSELF in after) else {_INSIDE}


RULES: Mapping[str, Rule] = {_TOPIC: _concerned}


def within(regions: Iterable[Entity], claims: Claims, naming: Naming) -> Iterator[Triple]:
    """Yield for each region the nearest one above it in the register that a document mentions.

    The register alone makes no node: a province that nobody mentions stays out of the graph.
    """
    for region in regions:
        around = (code for code in above(region.key) if _ITSELF in claims.values(_TOPIC, code))
        if parent := next(around, None):
            yield Triple(naming.entity(region), term("fz:partOf"), naming.thing("region", parent))


@cache
def above(key: str) -> tuple[str, ...]:
    """Return the codes of the regions that a region lies in, nearest first; a town's key ends in its county's code.

    >>> above("331122101"), above("云外镇-331122"), above("331100")
    (('331122', '331100', '330000'), ('331122', '331100', '330000'), ('330000',))
    """
    if division := register.division(key):
        return tuple(region.code for region in register.chain(division)[1:])
    county = register.regions().get(key.rpartition("-")[2])
    return tuple(region.code for region in register.chain(county)) if county else ()


def register_graph(naming: Naming) -> Iterator[Triple]:
    """Yield the whole register: where it comes from, every division, every township, and what stood before."""
    yield from (quad.triple for quad in parse(path=str(ONTOLOGY / "regions.ttl"), format=RdfFormat.TURTLE))
    for notation in terms.scheme(_SCHEME).values():
        yield from placed(notation)
    for division in (*register.regions().values(), *register.all_townships()):
        node = naming.thing("region", division.code)
        up = naming.thing("region", division.parent) if division.parent else None
        yield from describe(
            node, ("rdf:type", term("fz:Region")), ("skos:prefLabel", zh(division.name)), ("fz:partOf", up)
        )
        yield from _division(division, node)
        yield from _levels(division.level, division.kind, node)
    for row in lexicon("former_regions"):
        yield from _former(row, naming)


def _former(row: Row, naming: Naming) -> Iterator[Triple]:
    """Yield a division as it was under a former name or code, and the divisions that have its place today."""
    node = naming.thing("former-region", row["key"])
    yield from describe(
        node,
        ("rdf:type", term("fz:FormerRegion")),
        ("skos:prefLabel", zh(row["name"])),
        ("fz:code", Literal(row["key"].partition("-")[0])),
        ("fz:sinceYear", integer(int(row["since"]))),
        ("fz:untilYear", integer(int(row["until"]))),
        *(("dcterms:isReplacedBy", naming.thing("region", code)) for code in row["successors"].split("|")),
    )
    yield from _levels(row["level"], "", node)


def _division(division: Region, node: NamedNode) -> Iterator[Triple]:
    short = zh(division.short) if division.short != division.name else None
    yield from describe(node, ("fz:code", Literal(division.code)), ("fz:shortName", short))
    if point := _points().get(division.code):
        yield from describe(node, *((f"schema:{axis}", decimal(Decimal(point[axis]))) for axis in _AXES))


def _levels(level: str, kind: str, node: NamedNode) -> Iterator[Triple]:
    for predicate, notation in (("fz:level", level), ("fz:kind", kind)):
        if notation:
            yield Triple(node, term(predicate), NamedNode(terms.concept(_SCHEME, notation)))


@cache
def _points() -> Mapping[str, Row]:
    return {row["code"]: row for row in lexicon("region_points")}
