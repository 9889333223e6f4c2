"""Stages as triples: a node of its own, and the last stage that a thing has reached in all documents."""

from papers import PARK, linked_of, reading

from kg import terms
from kg.graph import DocumentGraph, graphs
from kg.graph.nodes import term
from kg.model import Quote, Stage, Standing

NOWHERE = Quote(0, 1)


def park(
    identifier: str, *stages: tuple[str, str, str, Standing]
) -> tuple[str, str, str, *tuple[tuple[str, Stage], ...]]:
    text = "。".join(words for words, *_ in stages) + "。"
    return identifier, text, "2026-07-01", *((words, Stage(PARK, *rest, NOWHERE)) for words, *rest in stages)


def built(*papers: tuple[str, str, str, *tuple[tuple[str, Stage], ...]]) -> dict[str, DocumentGraph]:
    return {graph.identifier: graph for graph in graphs(linked_of(*(reading(*paper) for paper in papers)))}


def said(graph: DocumentGraph, predicate: str) -> set[str]:
    return {
        getattr(triple.object, "value", "").rpartition("/")[2]
        for triple in graph.facts
        if triple.predicate == term(predicate)
    }


OLD = park("old", ("园区开工", "construction", "2025", "reached"), ("园区年底投产", "production", "2026", "expected"))
NEW = park("new", ("园区主体封顶", "structure", "", "reached"))


def test_a_stage_says_what_reaches_which_and_when() -> None:
    graph = built(OLD)["old"]
    assert said(graph, "fz:reaches") == {"construction", "production"}
    assert said(graph, "fz:period") == {"2025", "2026"}
    assert said(graph, "fz:order") == {"6", "13"}
    types = {triple.object for triple in graph.facts if triple.predicate == term("rdf:type")}
    assert {term("fz:ReachedStage"), term("fz:ExpectedStage")} <= types
    assert graph.stated["Stage"] == 2


def test_the_last_stage_is_the_one_reached_in_all_documents_and_what_is_expected_is_none() -> None:
    assert said(built(OLD)["old"], "fz:stage") == {"construction"}
    both = built(OLD, NEW)
    assert (said(both["old"], "fz:stage"), said(both["new"], "fz:stage")) == (set(), {"structure"})


def test_the_vocabulary_counts_its_stages_in_the_order_of_the_file() -> None:
    from rdflib import Graph, URIRef

    from kg.resources import ONTOLOGY

    graph = Graph().parse(ONTOLOGY / "vocab" / "project-stages.ttl")
    orders = [
        int(str(graph.value(URIRef(iri), URIRef(terms.term("order")))))
        for iri in terms.scheme("project-stages").values()
    ]
    assert orders == list(range(1, len(orders) + 1))
