"""Which results count towards which targets."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode, Triple

from kg.graph.figures import units
from kg.graph.figures.indicators import COUNTED, kind
from kg.graph.figures.measures import Measure, stage
from kg.graph.figures.periods import span
from kg.graph.nodes import term
from kg.model import Entity, Figure, Quote


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of a document: its node, whom it is about, what it measures, its sentence, and the document's date."""

    document: str
    node: NamedNode
    about: Entity
    figure: Figure
    measure: Measure | None
    sentence: Quote
    date: str


def progress(counted: Iterable[Counted]) -> Iterator[tuple[str, Triple]]:
    """Yield (document of the result, triple) for each result and each target that it counts towards.

    Both are about one thing in one base unit, measure the same, and the target's period covers the result's (or, where
    none is printed, the date of its document). What a sentence tells behind such a result, with no scope of its own, as
    a later stage of no more of the same things, counts with it: 已引进项目16个，13个开工 are 13 of the 16.
    """
    told = {(one.document, one.node): one for one in counted}.values()
    targets = defaultdict[tuple[Entity, str], list[Counted]](list)
    for one in told:
        if one.figure.status == "target":
            targets[_kind(one)].append(one)
    results = sorted((one for one in told if one.figure.status == "achieved"), key=lambda one: one.figure.quote)
    towards = {(one.document, one.node): _towards(one, targets[_kind(one)]) for one in results}
    together = defaultdict[tuple[str, Quote], list[Counted]](list)
    for one in results:
        together[one.document, one.sentence].append(one)
    for one in results:
        found = towards[one.document, one.node]
        before = _before(one, together[one.document, one.sentence])
        found += [goal for earlier in before for goal in towards[earlier.document, earlier.node]]
        for goal in dict.fromkeys(found):
            yield one.document, Triple(one.node, term("fz:progressOf"), goal.node)


def _kind(one: Counted) -> tuple[Entity, str]:
    """Return whom a figure is about and its base unit."""
    based = units.base(one.figure.value, one.figure.unit)
    return one.about, based[1] if based else one.figure.unit


def _towards(result: Counted, targets: Sequence[Counted]) -> list[Counted]:
    """Return the targets that a result counts towards: those of its own words, or else those whose words it drops."""
    open_to = [goal for goal in targets if _covers(_span(goal), _span(result))]
    return [goal for goal in open_to if _same(result, goal)] or [goal for goal in open_to if _shortened(result, goal)]


def _same(result: Counted, target: Counted) -> bool:
    """Say whether two figures measure the same: one concept in one scope, or the very same words."""
    if result.measure and target.measure:
        return result.measure == target.measure
    return (result.figure.indicator, result.figure.scope) == (target.figure.indicator, target.figure.scope)


def _shortened(result: Counted, target: Counted) -> bool:
    """Say whether a result counts what a target of its own document does, in fewer words.

    A text that comes back to its target drops what it has said: 10亿元以上，工业 is later 10亿元以上. What keeps
    figures apart it repeats, a threshold too; a rate or a sum of money it calls by the same name again.
    """
    one, other = result.measure, target.measure
    if not (one and other and result.document == target.document and kind(one.concept) in COUNTED):
        return False
    if one.concept != other.concept or not one.extent.label:
        return False
    return one.extent.label == other.extent.label and one.extent.shown < other.extent.shown


def _before(one: Counted, sentence: Iterable[Counted]) -> Iterator[Counted]:
    """Yield the results of its sentence of which a result without a scope tells a later stage."""
    if not one.measure or one.figure.scope or kind(one.measure.concept) not in COUNTED:
        return
    for other in sentence:
        if (
            other.measure
            and _kind(other) == _kind(one)
            and other.figure.quote < one.figure.quote
            and 0 <= stage(other.measure.concept) < stage(one.measure.concept)
            and one.figure.value <= other.figure.value
        ):
            yield other


def _span(one: Counted) -> tuple[date, date] | None:
    return span(one.figure.period or (one.date if one.figure.status == "achieved" else ""))


def _covers(outer: tuple[date, date] | None, inner: tuple[date, date] | None) -> bool:
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]
