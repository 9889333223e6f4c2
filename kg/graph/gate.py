"""The gate of the graph: a fact that a shape forbids stays out, one that a shape doubts goes in, and both are told."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from pyoxigraph import RdfFormat, Store, serialize

from kg import BASE
from kg.graph.documents import DocumentGraph, Draft, drafts
from kg.graph.passages import sentence
from kg.graph.shapes import Finding, Place, forbidden, place, stating, suspect
from kg.model import Fact, Linked, Reading, names

_TOGETHER = 200  # documents that are judged in one store


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding with the fact that it is about and the sentence of it; one about a whole document has no fact."""

    finding: Finding
    place: Place
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class Passed:
    """What the gate let through, linked facts and the drafts of their graphs, with what it left out."""

    linked: Linked
    drafts: tuple[Draft, ...]
    left_out: tuple[Doubt, ...] = ()


def passed(linked: Linked, base: str = BASE) -> Passed:
    """Return the drafts of the documents without the facts that a shape forbids.

    Each document is judged alone. What is left is looked at again, until nothing is left out: a fact can need another
    that has gone.
    """
    out, made = list[Doubt](), {draft.graph.identifier: draft for draft in drafts(linked, base)}
    asked = [*made.values()]
    while wrong := [one for some in _groups(asked) for one in _forbidden(some)]:
        out += wrong
        if not (facts := {(one.place.document, one.fact) for one in wrong if one.fact}):
            break
        linked = _without(linked, facts)
        asked = drafts(_only(linked, {document for document, _ in facts}), base)
        made |= {draft.graph.identifier: draft for draft in asked}
    return Passed(linked, tuple(made.values()), tuple(dict.fromkeys(out)))


def _groups(made: Sequence[Draft]) -> Iterator[Sequence[Draft]]:
    """Yield some drafts at a time: a store of all would take more memory than all else."""
    return (made[begin : begin + _TOGETHER] for begin in range(0, len(made), _TOGETHER))


def gathered(made: Iterable[DocumentGraph]) -> Store:
    """Return a store in memory with a graph for each document."""
    store = Store()
    for graph in made:
        lines = serialize(graph.facts | graph.evidence, format=RdfFormat.N_TRIPLES) or b""
        store.bulk_load(lines, RdfFormat.N_TRIPLES, to_graph=graph.name, lenient=True)
    return store


def _forbidden(made: Sequence[Draft]) -> Iterator[Doubt]:
    by_name = {draft.graph.name: draft for draft in made if suspect(chain(draft.graph.facts, draft.graph.evidence))}
    if not by_name:
        return
    store = gathered(draft.graph for draft in by_name.values())
    for finding in forbidden(store):
        draft = by_name[finding.document]
        nodes = stating(store, finding)
        facts = [fact for node in nodes for fact in draft.graph.sources.get(node, ())]
        facts += [fact for node in nodes for fact in draft.graph.named.get(node, ())]
        yield from _doubts(store, finding, draft.reading, facts)


def doubts(store: Store, found: Iterable[Finding], made: Mapping[str, Draft]) -> Iterator[Doubt]:
    """Yield what a shape doubts in a store with the sentence to judge it by; ``made`` are drafts by document."""
    by_name = {draft.graph.name: draft for draft in made.values()}
    for finding in found:
        draft = by_name[finding.document]
        facts = [fact for node in stating(store, finding) for fact in draft.graph.sources.get(node, ())]
        yield from _doubts(store, finding, draft.reading, sorted(facts, key=lambda fact: fact.quote)[:1])


def _doubts(store: Store, finding: Finding, reading: Reading, facts: Iterable[Fact]) -> Iterator[Doubt]:
    one = None
    for one in dict.fromkeys(facts):
        yield Doubt(finding, _place(reading, one), one)
    if one is None:
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


def _only(linked: Linked, documents: Collection[str]) -> Linked:
    return Linked(
        tuple(reading for reading in linked.readings if reading.document.identifier in documents),
        tuple(link for link in linked.links if link.document in documents),
    )
