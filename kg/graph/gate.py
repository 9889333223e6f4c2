"""The gate of the graph: a fact that a shape forbids stays out, one that a shape doubts goes in, and both are told."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from pyoxigraph import Quad, Store

from kg import BASE
from kg.graph.documents import DocumentGraph, graphs
from kg.graph.passages import sentence
from kg.graph.shapes import Finding, Place, check, place, stating
from kg.model import Fact, Linked, Reading, names


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding with the fact that it is about and the sentence of it; one about a whole document has no fact."""

    finding: Finding
    place: Place
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class Passed:
    """What the gate let through, linked facts and their graphs, with what it left out and what it doubts."""

    linked: Linked
    graphs: list[DocumentGraph]
    left_out: tuple[Doubt, ...] = ()
    doubted: tuple[Doubt, ...] = ()


def passed(linked: Linked, base: str = BASE) -> Passed:
    """Return the graphs of the documents without the facts that a shape forbids.

    What is left is looked at again, until nothing is left out: a fact can need another that has gone.
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


def _doubts(linked: Linked, made: Iterable[DocumentGraph]) -> Iterator[Doubt]:
    store = gathered(made)
    graphs_by_name = {graph.name: graph for graph in made}
    readings = {reading.document.identifier: reading for reading in linked.readings}
    for finding in check(store):
        graph = graphs_by_name[finding.document]
        facts = [fact for node in stating(store, finding) for fact in graph.sources.get(node, ())]
        if finding.check.severity == "violation":
            facts += [fact for node in stating(store, finding) for fact in graph.named.get(node, ())]
        else:  # it stays, so one sentence is enough to judge it by
            facts = sorted(facts, key=lambda fact: fact.quote)[:1]
        for fact in dict.fromkeys(facts):
            yield Doubt(finding, _place(readings[graph.identifier], fact), fact)
        if not facts:
            yield Doubt(finding, place(store, finding), None)


def _place(reading: Reading, fact: Fact) -> Place:
    quote = sentence(reading, fact.quote)
    begin, end = reading.clean.source_span(quote.begin, quote.end)
    return Place(reading.document.identifier, begin, end, reading.clean.text[quote.begin : quote.end])


def _without(linked: Linked, facts: Collection[tuple[str, Fact | None]]) -> Linked:
    """Return what is linked without some facts of documents, and without the names that no other fact has."""
    readings = tuple(
        replace(reading, facts=tuple(one for one in reading.facts if (reading.document.identifier, one) not in facts))
        for reading in linked.readings
    )
    left = {(one.document.identifier, name) for one in readings for fact in one.facts for name in names(fact)}
    return Linked(readings, tuple(link for link in linked.links if (link.document, link.name) in left))
