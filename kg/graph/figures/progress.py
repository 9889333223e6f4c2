"""Which results count towards which targets."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode, Triple

from kg.graph.figures import units
from kg.graph.figures.periods import span
from kg.graph.nodes import term
from kg.model import Entity, Figure

_PARTS = re.compile("[，、]")


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

    Both are about one thing in one base unit, measure the same, and the target's period covers the result's (or, where
    none is printed, the date of its document).
    """
    targets = defaultdict[tuple[Entity, str, str], list[Counted]](list)
    results = []
    for one in {(one.document, one.node): one for one in counted}.values():
        if one.figure.status == "target":
            targets[_kind(one)].append(one)
        elif one.figure.status == "achieved":
            results.append(one)
    for result in results:
        for target in targets[_kind(result)]:
            if _same_measure(result.figure, target.figure) and _covers(_span(target), _span(result)):
                yield result.document, Triple(result.node, term("fz:progressOf"), target.node)


def _kind(one: Counted) -> tuple[Entity, str, str]:
    """Return whom a figure is about, its base unit, and how its indicator ends: what measures the same ends alike."""
    based = units.base(one.figure.value, one.figure.unit)
    return one.about, based[1] if based else one.figure.unit, one.figure.indicator[-1:]


def _same_measure(result: Figure, target: Figure) -> bool:
    """Say whether two figures measure the same.

    Where things are counted, a text that comes back to its target drops what it has said: 新引进项目, 10亿元以上，工业
    is later 引进项目, 10亿元以上. The threshold it keeps; a rate or a sum of money it calls by the same name again.
    """
    if (result.indicator, result.scope) == (target.indicator, target.scope):
        return True
    if units.quantity(result.unit) != "count" or not (result.scope and target.scope):
        return False
    short, long = sorted((result.indicator, target.indicator), key=len)
    few, many = sorted((set(_PARTS.split(result.scope)), set(_PARTS.split(target.scope))), key=len)
    return long.endswith(short) and few <= many and not any(map(units.measures, many - few))


def _span(one: Counted) -> tuple[date, date] | None:
    return span(one.figure.period or (one.date if one.figure.status == "achieved" else ""))


def _covers(outer: tuple[date, date] | None, inner: tuple[date, date] | None) -> bool:
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]
