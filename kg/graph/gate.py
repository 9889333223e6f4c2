"""The gate of the graph: a fact that a shape forbids stays out, one that a shape doubts goes in; both are told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode, Quad, Store

from kg import BASE
from kg.graph.documents import DocumentGraph, graphs
from kg.graph.passages import sentence
from kg.graph.shapes import Finding, Place, check, place, stating
from kg.model import Fact, Linked, Reading


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding, the sentence that it comes from, and the fact in it; a finding about a whole document has no fact."""

    finding: Finding
    place: Place
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class Passed:
    """What the gate let through: linked facts and their graphs; what it left out, and what it doubts."""

    linked: Linked
    graphs: list[DocumentGraph]
    left_out: tuple[Doubt, ...]
    doubted: tuple[Doubt, ...]


def passed(linked: Linked, base: str = BASE) -> Passed:
    """Return the graphs of the documents without the facts that a shape forbids.

    To leave a fact out can leave another without what it needs: so what is left is looked at again.
    """
    out = list[Doubt]()
    while True:
        made = graphs(linked, base)
        found = list(_doubts(linked, made))
        forbidden = [one for one in found if one.finding.check.severity == "violation"]
        out += forbidden
        if not (facts := {(one.place.document, one.fact) for one in forbidden if one.fact}):
            return Passed(linked, made, tuple(out), tuple(one for one in found if one not in forbidden))
        linked = _without(linked, facts)


def gathered(made: Iterable[DocumentGraph]) -> Store:
    """Return a store in memory with a graph for each document, and their union as the default graph."""
    store, union = Store(), set[Quad]()
    for graph in made:
        triples = graph.facts | graph.evidence
        store.bulk_extend(Quad(one.subject, one.predicate, one.object, graph.name) for one in triples)
        union.update(Quad(one.subject, one.predicate, one.object) for one in triples)
    store.bulk_extend(union)
    return store
