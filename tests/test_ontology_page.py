"""The page of the ontology is that of the ontology, stands alone, and what it shows as a query is one that answers."""

import re
from html import unescape
from pathlib import Path

import pytest
from ontology_page import PAGE, page
from pyoxigraph import QuerySolutions, RdfFormat, Store
from rdflib import DCTERMS, OWL, RDF, RDFS, Graph

from kg import terms
from kg.resources import ONTOLOGY

HTML = PAGE.read_text("utf8")
GRAPH = Graph().parse(ONTOLOGY / "fangzhi.ttl")
EXAMPLES = re.findall(r"<pre><code>(SELECT .*?)</code></pre>", HTML, re.DOTALL)


@pytest.fixture(scope="module")
def store(samples: Path) -> Store:
    """The sample papers as a reader of the page loads them."""
    store = Store()
    for name in ("graph.ttl", "evidence.ttl"):
        store.load(path=str(samples / name), format=RdfFormat.TURTLE)
    return store


def test_the_page_is_made_of_the_ontology_as_it_is() -> None:
    assert page() == HTML, "the ontology or a vocabulary has changed: run make docs"


def test_the_page_asks_nothing_of_a_network_and_runs_nothing() -> None:
    assert set(re.findall(r"<script[^>]*type=\"([^\"]*)\"", HTML)) == {"application/ld+json"}
    assert HTML.count("<script") == 1
    assert not re.search(r"""\ssrc=|@import|url\(["']?http|<link[^>]*href="http""", HTML)


def test_every_term_has_a_place_where_its_iri_leads() -> None:
    places = re.findall(r'\bid="([^"]+)"', HTML)
    ours = {str(iri).removeprefix(terms.FZ) for iri in GRAPH.subjects(RDFS.label) if str(iri).startswith(terms.FZ)}
    assert ours <= set(places)
    assert len(places) == len(set(places))
    assert {f"{prefix}-{name}" for prefix, name in (("org", "Membership"), ("prov", "wasDerivedFrom"))} <= set(places)


def test_both_languages_and_all_vocabularies_are_there() -> None:
    (ontology,) = GRAPH.subjects(RDF.type, OWL.Ontology)
    assert {getattr(text, "language", "") for text in GRAPH.objects(ontology, DCTERMS.description)} == {"en", "zh"}
    assert all(f"https://w3id.org/fangzhi/vocab/{path.stem}" in HTML for path in (ONTOLOGY / "vocab").glob("*.ttl"))


@pytest.mark.parametrize("query", EXAMPLES)
def test_a_query_of_the_page_answers(store: Store, query: str) -> None:
    found = store.query(unescape(query), prefixes=dict(terms.PREFIXES))
    assert isinstance(found, QuerySolutions) and next(found, None) is not None


def test_the_page_has_queries() -> None:
    assert len(EXAMPLES) >= 5
