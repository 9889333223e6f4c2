"""A stage as triples, and the last of the stages that each thing is told to have reached."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.graph.concepts import described
from kg.graph.nodes import describe, integer, period, term
from kg.graph.stated import Stated, Things
from kg.model import Stage, Standing

_CLASSES: Mapping[Standing, str] = {"reached": "fz:ReachedStage", "expected": "fz:ExpectedStage"}
_SCHEME = "project-stages"


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


def latest(stated: Iterable[tuple[str, NamedNode, Stage]]) -> Iterator[tuple[str, Triple]]:
    """Yield, of all documents, the last stage that each thing has reached, with the document that tells it.

    What is given is (document, thing, stage) of every stage that is stated. The last is that of the highest order, not
    of the latest date: dates are told of few.
    """
    last = dict[NamedNode, int]()
    known = [(document, thing, fact.stage) for document, thing, fact in stated if fact.standing == "reached"]
    for _, thing, name in known:
        last[thing] = max(_order()[name], last.get(thing, 0))
    for document, thing, name in known:
        if _order()[name] == last[thing]:
            yield document, Triple(thing, term("fz:stage"), NamedNode(terms.concept(_SCHEME, name)))


@cache
def _order() -> Mapping[str, int]:
    return {notation: order for order, notation in enumerate(terms.scheme(_SCHEME), 1)}
