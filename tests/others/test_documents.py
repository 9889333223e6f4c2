"""A graph of many documents: each adds and takes away its own, whatever the order."""

from dataclasses import replace
from typing import get_args

from papers import linked_of
from pyoxigraph import Triple

from kg import terms
from kg.graph import DocumentGraph, graphs
from kg.model import Kind, Linked, Mention, Reading


def triples(made: list[DocumentGraph]) -> set[Triple]:
    return {triple for graph in made for triple in graph.facts | graph.evidence}


def test_three_builds_of_one_input_are_one_graph(readings: tuple[Reading, ...]) -> None:
    first, second, third = (graphs(linked_of(*order)) for order in (readings, readings[::-1], readings))
    assert [(g.name, g.facts, g.evidence) for g in first] == [(g.name, g.facts, g.evidence) for g in second]
    assert triples(first) == triples(third)


def test_removing_a_document_removes_its_facts_and_no_others(readings: tuple[Reading, ...]) -> None:
    both, alone = graphs(linked_of(*readings)), graphs(linked_of(readings[0]))
    left = next(graph for graph in both if graph.identifier == "plan")
    above = {triple for triple in left.facts if triple.predicate.value == terms.term("partOf")}
    assert left.facts - above == alone[0].facts
    assert left.evidence == alone[0].evidence


def test_a_later_document_that_merely_mentions_something_else_retires_no_fact(readings: tuple[Reading, ...]) -> None:
    plan, news = readings
    mentions = replace(news, facts=tuple(fact for fact in news.facts if isinstance(fact, Mention)))
    before, after = triples(graphs(linked_of(plan))), triples(graphs(linked_of(plan, mentions)))
    assert before < after


def test_no_node_without_a_passage(linked: Linked) -> None:
    made = graphs(linked)
    kinds = {terms.term(kind) for kind in get_args(Kind)}
    entities = {t.subject for g in made for t in g.facts if getattr(t.object, "value", "") in kinds}
    mentioned = {
        t.object for g in made for t in g.evidence if t.predicate.value == terms.PREFIXES["schema"] + "mentions"
    }
    assert entities == mentioned
    assert len(entities) == 5
