"""A stage as triples, and the last of the stages that each thing is told to have reached."""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.claims import Claim, Claims, Rule, claim
from kg.graph.concepts import described
from kg.graph.nodes import Naming, describe, integer, period, term
from kg.graph.stated import Stated, Things
from kg.model import Entity, Stage, Standing

_CLASSES: Mapping[Standing, str] = {"reached": "fz:ReachedStage", "expected": "fz:ExpectedStage"}
_SCHEME = "project-stages"
_TOPIC = "stage"


def stage(fact: Stage, things: Things) -> Stated | None:
    """State that a thing has reached a stage, or is expected to."""
    if not (about := things.find(fact.thing)):
        return None
    concept = terms.concept(_SCHEME, fact.stage)
    node = things.naming.fact("stage", about[0].kind, about[0].key, fact.stage, fact.standing, fact.date)
    when, told = period(fact.date, things.naming)
    triples = describe(
        node,
        ("rdf:type", term(_CLASSES[fact.standing])),
        ("fz:about", things.naming.entity(about[0])),
        ("fz:reaches", NamedNode(concept)),
        ("fz:period", when),
    )
    place = describe(NamedNode(concept), ("fz:order", integer(_order()[fact.stage])))
    return Stated(node, (*triples, *told, *described(concept), *place), (), tuple(about))


def reached(staged: Iterable[tuple[Entity, Stage]]) -> Iterator[Claim]:
    """Yield the claim of each stage that a document tells a thing to have reached."""
    for thing, fact in staged:
        if fact.standing == "reached":
            yield claim(_TOPIC, f"{thing.kind}/{thing.key}", fact.stage)


def _concerned(before: Set[str], after: Set[str]) -> Set[str]:
    then, now = _last(before), _last(after)
    return set() if then == now else {then, now}


RULES: Mapping[str, Rule] = {_TOPIC: _concerned}


def latest(staged: Iterable[tuple[Entity, Stage]], claims: Claims, naming: Naming) -> Iterator[Triple]:
    """Yield the last stage that each thing has reached by all documents, where this one tells it.

    The last is that of the highest order, not of the latest date: dates are told of few.
    """
    for thing, fact in staged:
        known = claims.values(_TOPIC, f"{thing.kind}/{thing.key}")
        if fact.standing == "reached" and fact.stage == _last(known):
            yield Triple(naming.entity(thing), term("fz:stage"), NamedNode(terms.concept(_SCHEME, fact.stage)))


def _last(stages: Iterable[str]) -> str:
    return max(stages, key=_order().__getitem__, default="")


@cache
def _order() -> Mapping[str, int]:
    return {notation: order for order, notation in enumerate(terms.scheme(_SCHEME), 1)}
