"""Which results count towards which targets."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode, Triple

from kg.graph import units
from kg.graph.nodes import term
from kg.graph.periods import span
from kg.model import Entity, Figure


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of a document, with its node, whom it is about and the date of the document."""

    document: str
    node: NamedNode
    about: Entity
    figure: Figure
    date: str


def progress(counted: Iterable[Counted]) -> Iterator[tuple[str, Triple]]:
    """Yield (document of the result, triple) for each result and each target that it counts towards.

    Both are about one thing, measure one indicator in one scope and base unit, and the target's period covers the
    result's (or, where none is printed, the date of its document).
    """
    targets = defaultdict[tuple[Entity, str, str, str], list[Counted]](list)
    results = []
    for one in counted:
        if one.figure.status == "target":
            targets[_measure(one)].append(one)
        elif one.figure.status == "achieved":
            results.append(one)
    for result in results:
        for target in targets[_measure(result)]:
            if _covers(span(target.figure.period), span(result.figure.period or result.date)):
                yield result.document, Triple(result.node, term("fz:progressOf"), target.node)


def _measure(one: Counted) -> tuple[Entity, str, str, str]:
    based = units.base(one.figure.value, one.figure.unit)
    return one.about, one.figure.indicator, one.figure.scope, based[1] if based else one.figure.unit


def _covers(outer: tuple[date, date] | None, inner: tuple[date, date] | None) -> bool:
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]
