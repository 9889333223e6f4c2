"""What the triples say, asked through SPARQL, so that the shape of the code may change."""

from collections.abc import Sequence

import pytest
from pyoxigraph import Quad, Store

from kg import terms
from kg.graph import DocumentGraph, graphs
from kg.model import Linked


def load(made: Sequence[DocumentGraph]) -> Store:
    store = Store()
    for graph in made:
        store.extend(Quad(t.subject, t.predicate, t.object) for t in graph.facts | graph.evidence)
    return store


def rows(store: Store, query: str) -> list[tuple[str, ...]]:
    found = store.query(query, prefixes=dict(terms.PREFIXES))
    return sorted(tuple(node.value if node else "" for node in row) for row in found)


@pytest.fixture
def store(linked: Linked) -> Store:
    return load(graphs(linked))


def test_a_post_has_its_person_title_place_date_and_document(store: Store) -> None:
    assert rows(
        store,
        """SELECT ?doc ?person ?title ?at ?date WHERE {
             ?post a org:Membership ; org:member/skos:prefLabel ?person ; org:role/skos:prefLabel ?title ;
               fz:at/skos:prefLabel ?at ; fz:attestedIn/skos:notation ?date ; prov:wasDerivedFrom/dcterms:isPartOf/dcterms:identifier ?doc }""",
    ) == [("plan", "沈一诺", "县委书记", "青河县", "2026-01-05")]


def test_a_figure_is_kept_as_printed_and_in_its_base_unit(store: Store) -> None:
    assert rows(
        store,
        """SELECT ?class ?cmp ?value ?unit ?base ?baseUnit ?period ?begin ?end WHERE {
             ?figure a ?class ; fz:comparator/skos:notation ?cmp ; fz:value ?value ; fz:unit/skos:notation ?unit ;
               fz:baseValue ?base ; fz:baseUnit/skos:notation ?baseUnit ; fz:period ?p .
             ?p skos:notation ?period ; fz:periodStart ?begin ; fz:periodEnd ?end }""",
    ) == [
        (terms.term("Result"), "=", "80.5", "亿元", "8050000000", "元", "2026-H1", "2026-01-01", "2026-06-30"),
        (terms.term("Target"), ">", "800", "亿元", "80000000000", "元", "2026", "2026-01-01", "2026-12-31"),
    ]


def test_a_result_counts_towards_the_target_whose_period_covers_it(store: Store) -> None:
    assert rows(store, "SELECT ?r ?t WHERE { ?a fz:progressOf ?b . ?a fz:value ?r . ?b fz:value ?t }") == [
        ("80.5", "800")
    ]


def test_a_relation_is_direct_and_a_statement_with_its_sentence(store: Store) -> None:
    assert rows(
        store,
        """SELECT ?s ?o ?text WHERE { ?park fz:locatedIn ?county . ?park skos:prefLabel ?s . ?county skos:prefLabel ?o .
             ?statement a rdf:Statement ; rdf:subject ?park ; rdf:predicate fz:locatedIn ; rdf:object ?county ;
               prov:wasDerivedFrom/fz:text ?text }""",
    ) == [("北屯产业园", "青河县", "北屯产业园落户青河县，发展氢能。")]


def test_an_event_keeps_the_participants_that_are_linked(store: Store) -> None:
    assert rows(
        store,
        """SELECT ?kind ?date ?place ?who WHERE { ?event a fz:Event ; fz:eventKind/skos:notation ?kind ;
             schema:startDate ?date ; schema:location/skos:prefLabel ?place ; fz:participant/skos:prefLabel ?who }""",
    ) == [("meeting", "2026-05-06", "阿勒泰地区", "沈一诺")]


def test_offsets_of_a_fact_lead_to_its_words_in_the_source(linked: Linked) -> None:
    sources = {reading.document.identifier: reading.document.source for reading in linked.readings}
    found = set()
    for graph in graphs(linked):
        for triple in graph.evidence:
            if triple.predicate.value == terms.PREFIXES["prov"] + "wasQuotedFrom":
                begin, end = map(int, triple.object.value.partition("#char=")[2].split(","))
                found.add(sources[graph.identifier][begin:end])
    assert found == {
        "县委书记沈一诺",
        "产值突破800亿元",
        "北屯产业园落户青河县",
        "发展氢能",
        "产值80.5亿元",
        "招商大会",
    }


def test_no_node_without_a_passage(store: Store) -> None:
    assert (
        rows(
            store,
            "SELECT ?thing WHERE { ?thing skos:prefLabel ?label ; a ?class FILTER(?class IN (fz:Person, fz:Region, fz:Platform, fz:Industry)) FILTER NOT EXISTS { ?passage schema:mentions ?thing } }",
        )
        == []
    )


def test_a_region_lies_in_the_nearest_one_that_is_mentioned(store: Store) -> None:
    assert rows(store, "SELECT ?a ?b WHERE { ?a fz:partOf ?b }") == [
        ("https://w3id.org/fangzhi/id/region/654325", "https://w3id.org/fangzhi/id/region/654300")
    ]
    assert rows(store, "SELECT ?r WHERE { ?r a fz:Region ; fz:code '650000' }") == []


def test_a_region_has_what_the_register_says_of_it(store: Store) -> None:
    query = """SELECT ?level ?kind ?short ?latitude WHERE { ?region fz:code "654325" ; fz:shortName ?short ;
        fz:level/skos:notation ?level ; fz:kind/skos:notation ?kind ; schema:latitude ?latitude }"""
    assert rows(store, query) == [("county", "ordinary-county", "青河", "46.668")]


def test_an_alias_belongs_to_the_document_that_prints_it(linked: Linked) -> None:
    query = 'SELECT ?region WHERE { ?region skos:altLabel "青河"@zh }'
    having = [graph.identifier for graph in graphs(linked) if rows(load([graph]), query)]
    assert having == ["news"]


def test_facts_with_unlinked_names_are_counted_and_not_stated(linked: Linked) -> None:
    news = next(graph for graph in graphs(linked) if graph.identifier == "news")
    assert news.unlinked == {"Mention": 1}
    assert news.stated == {"Mention": 1, "Figure": 1, "Event": 1}


def test_the_base_of_iris_can_be_chosen(linked: Linked) -> None:
    subjects = {triple.subject.value for graph in graphs(linked, "https://example.org/") for triple in graph.facts}
    assert not any(subject.startswith("https://w3id.org/fangzhi/id/") for subject in subjects)
    assert "https://example.org/region/654325" in subjects
