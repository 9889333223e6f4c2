"""Measures: what a figure measures, as a concept with an extent, and the series in which it may be compared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.graph.concepts import placed
from kg.graph.figures import units
from kg.graph.figures.indicators import COUNTED, bare, concept, group, kind, reached
from kg.graph.figures.scopes import Extent, extent
from kg.graph.nodes import Naming, describe, term, zh
from kg.model import Comparator, Figure, Quote

_CEILINGS: tuple[Comparator, ...] = ("<", "<=")
_FLOORS: tuple[Comparator, ...] = (">", ">=")


@dataclass(frozen=True, slots=True)
class Measure:
    """A concept of the vocabulary of indicators, and what of the scope makes another quantity of it."""

    concept: str
    extent: Extent


def measures(told: Iterable[tuple[Quote, Figure]]) -> Mapping[Figure, Measure]:
    """Return the measure of each figure whose indicator the vocabulary knows; with each comes the sentence it is in.

    A bare count takes its concept from the figure told before it in its sentence, of which it is a part:
    全年招商引资90亿元，其中亿元以上项目30个 are 30 projects brought in.
    """
    found = dict[Figure, Measure]()
    before: tuple[Quote, Figure] | None = None
    for sentence, figure in sorted(told, key=lambda one: one[1].quote):
        if known := _measure(figure):
            near = before and before[0] == sentence and before[1].status == figure.status
            if before and near and bare(known.concept):
                known = replace(known, concept=_counted(found[before[1]].concept) or known.concept)
            found[figure], before = known, (sentence, figure)
    return found


def series(figure: Figure, measure: Measure, naming: Naming) -> tuple[NamedNode, tuple[Triple, ...]] | None:
    """Return the series in which a figure may be compared, with its triples, or None.

    The unit must fit the concept, and the figure must not be only a limit: 不超过 says nothing of how much there is.
    """
    based = units.base(figure.value, figure.unit)
    if based is None or not _fits(measure.concept, figure.unit) or figure.comparator in _limits(measure.concept):
        return None
    return _series(measure.concept, measure.extent.label, based[1], naming)


@cache
def printed(indicator: str, node: NamedNode) -> tuple[Triple, ...]:
    """Return how the node of a printed indicator stands to the vocabulary: to a concept or, without one, to a group."""
    if known := concept(indicator):
        return (*describe(node, ("skos:closeMatch", NamedNode(known))), *placed(known))
    above = group(indicator)
    return (*describe(node, ("skos:broader", NamedNode(above))), *placed(above)) if above else ()


def stage(iri: str) -> int:
    """Return how far along its stages a project or company is when it is counted so, -1 where that is not said.

    >>> stage(terms.concept("indicators", "projects-in")) < stage(terms.concept("indicators", "projects-started"))
    True
    """
    found = terms.linked(iri, "relatedMatch")
    return int(terms.valued(found, "order") or -1) if found else -1


def _measure(figure: Figure) -> Measure | None:
    found = reached(figure.indicator, figure.scope)
    return Measure(found.concept, extent(found.qualifiers)) if found else None


def _counted(iri: str) -> str | None:
    """Return what counts the projects of a concept: itself, or what a sum of money is counted with."""
    return iri if stage(iri) >= 0 or bare(iri) else terms.linked(iri, "related")


@cache
def _fits(iri: str, unit: str) -> bool:
    wanted, given = kind(iri), units.quantity(unit)
    return wanted == given or {wanted, given} <= COUNTED


@cache
def _limits(iri: str) -> tuple[Comparator, ...]:
    """Return how a figure stands to its value when it is only a limit: below where more is better, else above."""
    return _FLOORS if terms.linked(iri, "better") else _CEILINGS


@cache
def _series(iri: str, label: str, base: str, naming: Naming) -> tuple[NamedNode, tuple[Triple, ...]]:
    name = terms.label(iri, "zh")
    node = naming.thing("series", "-".join(filter(None, (name, label, base))))
    triples = describe(
        node,
        ("rdf:type", term("fz:Series")),
        ("skos:prefLabel", zh(" ".join(filter(None, (name, label, base))))),
        ("fz:measures", NamedNode(iri)),
        ("fz:extent", zh(label) if label else None),
        ("fz:better", NamedNode(better) if (better := terms.linked(iri, "better")) else None),
    )
    return node, (*triples, *placed(iri))
