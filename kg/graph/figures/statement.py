"""A figure as triples: as printed, in its base unit, and in the series and the period in which it counts."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from itertools import chain

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.graph.concepts import described
from kg.graph.figures import units
from kg.graph.figures.measures import Measure, printed, series
from kg.graph.nodes import Naming, decimal, describe, plain, term, zh
from kg.graph.nodes import period as period_of
from kg.graph.stated import Stated, Things, labelled
from kg.model import Figure, Status

_YEAR = 4  # characters of a date
_CLASSES: Mapping[Status, str] = {"target": "fz:Target", "achieved": "fz:Result", "planned": "fz:Plan"}


def figure(fact: Figure, things: Things, measure: Measure | None, date: str) -> Stated | None:
    """State a target, a result or a plan of a document with a date, with what it measures where that is known."""
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
    counted, counted_triples = period_of(fact.period or date[:_YEAR], things.naming)
    compared, series_triples = (series(fact, measure, things.naming) if measure else None) or (None, ())
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
        ("fz:countedIn", counted),
        ("fz:series", compared),
        ("fz:ofIndustry", things.node(fact.industry)),
        ("fz:ofProject", things.node(fact.project)),
    )
    noted = described(comparator.value)
    said = (labels, noted, unit_triples, base_triples, period_triples, counted_triples, series_triples)
    return Stated(node, (*triples, *chain(*said), *printed(fact.indicator, indicator)), (), tuple(names))


@cache
def _unit(unit: str, naming: Naming) -> tuple[NamedNode | None, tuple[Triple, ...]]:
    if not unit:
        return None, ()
    node, known = naming.thing("unit", unit), terms.scheme("units").get(unit)
    scale, kind = units.base(Decimal(1), unit), units.quantity(unit)
    triples = describe(
        node,
        ("rdf:type", term("fz:Unit")),
        ("skos:notation", plain(unit)),
        ("skos:exactMatch", NamedNode(known) if known else None),
        ("qudt:hasQuantityKind", NamedNode(terms.concept("quantity-kinds", kind)) if kind else None),
        ("qudt:conversionMultiplier", decimal(scale[0]) if scale else None),
        ("qudt:scalingOf", naming.thing("unit", scale[1]) if scale and scale[1] != unit else None),
    )
    return node, (*triples, *described(terms.concept("quantity-kinds", kind))) if kind else triples
