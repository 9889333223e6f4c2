"""Which results count towards which targets."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pyoxigraph import NamedNode, Triple

from kg.claims import Claim, Claims, Rule, claim
from kg.graph.figures import units
from kg.graph.figures.indicators import COUNTED, kind
from kg.graph.figures.measures import Measure, stage
from kg.graph.figures.periods import span
from kg.graph.nodes import term
from kg.model import Entity, Figure, Quote

_TOPIC = "progress"
_RATES = ("ratio", "point")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of a document: its node, whom it is about, what it measures, its sentence, and the document's date.

    ``within`` are the industry and the project that it is restricted to.
    """

    document: str
    node: NamedNode
    about: Entity
    within: Sequence[Entity]
    figure: Figure
    measure: Measure | None
    sentence: Quote
    date: str


@dataclass(frozen=True, slots=True)
class _Claim:
    """A target or result as other documents see it: ``node`` is "" for a result; ``first`` and ``last`` its days.

    ``within`` are the keys of its industry and project; a ``rate`` holds for its period and for no other.
    """

    node: str
    first: str
    last: str
    measured: bool
    within: str
    rate: bool

    def covers(self, other: "_Claim") -> bool:
        return self.first <= other.first and other.last <= self.last

    def has_share(self, result: "_Claim") -> bool:
        """Say whether a result in the same words is a share of this target: of no part, a rate of all its time."""
        return self.within == result.within and (not self.rate or result.covers(self))


def counting(counted: Iterable[Counted]) -> Iterator[Claim]:
    """Yield the claims of a document's targets and results, by what they measure and by what is printed."""
    for one in {one.node: one for one in counted}.values():
        if seen := _seen(one):
            value = json.dumps([getattr(seen, name) for name in seen.__slots__])
            yield from (claim(_TOPIC, key, value) for key in _keys(one))


def _concerned(before: Set[str], after: Set[str]) -> Set[str]:
    """Return the results that a target which came or went covers."""
    goals = [goal for goal in map(_read, before ^ after) if goal.node]
    return {value for value in after if not (one := _read(value)).node and any(goal.covers(one) for goal in goals)}


RULES: Mapping[str, Rule] = {_TOPIC: _concerned}


def progress(counted: Iterable[Counted], claims: Claims) -> Iterator[Triple]:
    """Yield triples for each result of a document and each target, of any document, that it counts towards.

    Both are about one thing in one base unit, measure the same, and the target's period covers the result's (or, where
    none is printed, the date of its document). What a sentence tells behind such a result, with no scope of its own, as
    a later stage of no more of the same things, counts with it: 已引进项目16个，13个开工 are 13 of the 16.

    Of what a target says in the very same terms the result has reached a share: 16 projects are none of 40 industrial
    ones.
    """
    told = {one.node: one for one in counted}.values()
    targets = defaultdict[tuple[str, str], list[Counted]](list)
    for one in told:
        if one.figure.status == "target":
            targets[_kind(one)].append(one)
    results = sorted((one for one in told if one.figure.status == "achieved"), key=lambda one: one.figure.quote)
    towards = {one.node: _towards(one, targets[_kind(one)], claims) for one in results}
    together = defaultdict[Quote, list[Counted]](list)
    for one in results:
        together[one.sentence].append(one)
    for one in results:
        found = dict.fromkeys(
            (goal for earlier in _before(one, together[one.sentence]) for goal in towards[earlier.node]), False
        )
        for goal, share in sorted((found | towards[one.node]).items()):
            yield Triple(one.node, term("fz:progressOf"), NamedNode(goal))
            if share:
                yield Triple(one.node, term("fz:shareOf"), NamedNode(goal))


def _kind(one: Counted) -> tuple[str, str]:
    """Return whom a figure is about and its base unit."""
    based = units.base(one.figure.value, one.figure.unit)
    return f"{one.about.kind}/{one.about.key}", based[1] if based else one.figure.unit


def _keys(one: Counted) -> Iterator[str]:
    """Yield the questions that a figure has to do with: of its measure, where it has one, and of its words."""
    if one.measure:
        extent = one.measure.extent
        parts = (one.measure.concept, extent.threshold, *sorted(extent.apart), "", *sorted(extent.shown))
        yield "\x1f".join((*_kind(one), "measure", *parts))
    yield "\x1f".join((*_kind(one), "words", one.figure.indicator, one.figure.scope))


def _seen(one: Counted) -> _Claim | None:
    if one.figure.status not in ("target", "achieved") or (days := _span(one)) is None:
        return None
    node = one.node.value if one.figure.status == "target" else ""
    within = " ".join(f"{thing.kind}/{thing.key}" for thing in one.within)
    rate = units.quantity(one.figure.unit) in _RATES
    return _Claim(node, days[0].isoformat(), days[1].isoformat(), one.measure is not None, within, rate)


@lru_cache(maxsize=65536)
def _read(value: str) -> _Claim:
    return _Claim(*json.loads(value))


def _towards(result: Counted, own: Sequence[Counted], claims: Claims) -> dict[str, bool]:
    """Return the targets that a result counts towards: those of its own measure, or else those whose words it drops.

    With each comes whether the result has reached a share of it. Two figures measure the same that have one concept in
    one scope or, where one has no concept, the very same words.
    """
    if (seen := _seen(result)) is None:
        return {}
    found = dict[str, bool]()
    for key in _keys(result):
        by_words = seen.measured and "\x1fwords\x1f" in key
        for goal in map(_read, claims.values(_TOPIC, key)):
            if goal.node and goal.covers(seen) and not (by_words and goal.measured):
                found[goal.node] = goal.has_share(seen)
    return found or {goal.node.value: False for goal in own if _shortened(result, goal) and _covers(goal, seen)}


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


def _covers(target: Counted, result: _Claim) -> bool:
    seen = _seen(target)
    return seen is not None and seen.covers(result)
