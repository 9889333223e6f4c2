"""A figure as triples: as printed, and in its base unit."""

from collections.abc import Mapping
from functools import cache

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.graph.figures import units
from kg.graph.nodes import Naming, decimal, describe, plain, term, zh
from kg.graph.nodes import period as period_of
from kg.graph.stated import Stated, Things, labelled
from kg.model import Figure, Status

_CLASSES: Mapping[Status, str] = {"target": "fz:Target", "achieved": "fz:Result", "planned": "fz:Plan"}


def figure(fact: Figure, things: Things) -> Stated | None:
    """State a target, a result or a plan, as printed and in its base unit."""
    if not (about := things.find(fact.about)):
        return None
    names = things.find(fact.about, fact.industry, fact.project)
    keys = (f"{entity.kind}:{entity.key}" for entity in names)
    value = decimal(fact.value)
    node = things.naming.fact(
        "figure", fact.status, fact.indicator, fact.scope, fact.comparator, value.value, fact.unit, fact.period, *keys
    )
    indicator, labels = labelled("indicator", fact.indicator, things.naming)
    comparator = NamedNode(terms.concept("comparators", fact.comparator))
    unit, unit_triples = _unit(fact.unit, things.naming)
    period, period_triples = period_of(fact.period, things.naming)
    based = units.base(fact.value, fact.unit)
    base_unit, base_triples = _unit(based[1] if based else "", things.naming)
    triples = describe(
        node,
        ("rdf:type", term(_CLASSES[fact.status])),
        ("fz:about", things.naming.entity(about[0])),
        ("fz:indicator", indicator),
        ("fz:scope", zh(fact.scope) if fact.scope else None),
        ("fz:comparator", comparator),
        ("fz:value", value),
        ("fz:unit", unit),
        ("fz:baseValue", decimal(based[0]) if based else None),
        ("fz:baseUnit", base_unit),
        ("fz:period", period),
        ("fz:ofIndustry", things.node(fact.industry)),
        ("fz:ofProject", things.node(fact.project)),
    )
    noted = describe(comparator, ("skos:notation", plain(fact.comparator)))
    return Stated(node, (*triples, *labels, *noted, *unit_triples, *base_triples, *period_triples), (), tuple(names))


@cache
def _unit(unit: str, naming: Naming) -> tuple[NamedNode | None, tuple[Triple, ...]]:
    if not unit:
        return None, ()
    node = naming.thing("unit", unit)
    return node, describe(node, ("rdf:type", term("fz:Unit")), ("skos:notation", plain(unit)))
