"""What a shape forbids stays out of the graph and is told with its sentence; what is found is what pyshacl finds."""

from dataclasses import replace

import pytest
from judge import judged, ours
from papers import PLAN, linked_of
from pyoxigraph import Quad, Store, Triple

from kg.claims import Claims
from kg.graph import RULES, DocumentGraph, claimed, graphs, passed, whole
from kg.graph.gate import gathered
from kg.model import Linked, Name, Post, Reading, Relation


def everything(linked: Linked) -> set[Triple]:
    return {triple for graph in graphs(linked) for triple in graph.facts | graph.evidence}


def together(made: list[DocumentGraph]) -> Store:
    """Return a store of graphs with their union as the default graph, as that of a build is."""
    store = gathered(made)
    store.bulk_extend(
        [Quad(one.subject, one.predicate, one.object) for graph in made for one in graph.facts | graph.evidence]
    )
    return store


def swapped(reading: Reading) -> Reading:
    """Return a reading that says of each industry that it is developed the wrong way round."""
    facts = [
        replace(fact, subject=fact.object, object=fact.subject)
        if isinstance(fact, Relation) and fact.predicate == "developsIndustry"
        else fact
        for fact in reading.facts
    ]
    return replace(reading, facts=tuple(facts))


@pytest.fixture
def wrong(readings: tuple[Reading, ...]) -> Linked:
    """The two papers, with one relation that no shape allows."""
    return linked_of(*map(swapped, readings))


def test_a_built_graph_holds_to_every_shape(linked: Linked) -> None:
    through = passed(linked)
    assert (through.left_out, through.linked) == ((), linked)
    assert [graph.facts for graph in whole(through.drafts, claimed(through.drafts, Claims(RULES)))] == [
        graph.facts for graph in graphs(linked)
    ]


def test_what_is_forbidden_is_left_out_and_told_with_its_sentence(wrong: Linked) -> None:
    through = passed(wrong)
    assert {(one.place.document, one.place.begin, one.place.sentence) for one in through.left_out} == {
        ("plan", PLAN.index("北屯") + 2, "北屯产业园落户青河县，发展氢能。")
    }
    kept = [reading for reading in through.linked.readings if reading.document.identifier == "plan"]
    left = [reading for reading in wrong.readings if reading.document.identifier == "plan"]
    assert {*left[0].facts} - {*kept[0].facts} == {one.fact for one in through.left_out}
    assert all(isinstance(one.fact, Relation) for one in through.left_out)
    assert judged(everything(through.linked)) == ours(together(graphs(through.linked)))


def test_a_thing_that_no_shape_allows_goes_with_all_facts_that_name_it(linked: Linked) -> None:
    bad = [
        replace(link, entity=replace(link.entity, label="沈1诺"))
        if link.entity and link.name.text == "沈一诺"
        else link
        for link in linked.links
    ]
    through = passed(replace(linked, links=tuple(bad)))
    assert {"Mention", "Post"} <= {type(one.fact).__name__ for one in through.left_out}
    assert not any(isinstance(fact, Post) for reading in through.linked.readings for fact in reading.facts)
    assert Name("Person", "沈一诺") not in {link.name for link in through.linked.links}


def test_document_by_document_is_the_whole(wrong: Linked) -> None:
    made = graphs(wrong)
    store = together(made)
    apart = [ours(store, [graph.name]) for graph in made]
    assert set.union(*apart) == ours(store) == judged(everything(wrong)) != set()
    assert apart[0] != apart[1]
