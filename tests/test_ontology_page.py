"""The page of the ontology is that of the ontology, stands alone, and what it shows as a query is one that answers."""

import re
from html import escape, unescape
from pathlib import Path

import pytest
from ontology_lists import SCHEMA, always, below, ends, having, instances, loaded
from ontology_page import PAGE, page
from pyoxigraph import QuerySolutions, Store
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, URIRef

from kg import terms
from kg.resources import ONTOLOGY

HTML = PAGE.read_text("utf8")
GRAPH = Graph().parse(ONTOLOGY / "fangzhi.ttl")
EXAMPLES = re.findall(r"<pre><code>(SELECT .*?)</code></pre>", HTML, re.DOTALL)


@pytest.fixture(scope="module")
def store(samples: Path) -> Store:
    """The sample papers as a reader of the page loads them."""
    return loaded(samples)


def test_the_page_is_made_of_the_ontology_as_it_is(samples: Path) -> None:
    assert page(samples) == HTML, (
        "the ontology, a vocabulary or what is read from the sample has changed: run make docs"
    )


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
    assert len(EXAMPLES) >= 10


def test_nothing_in_the_sample_has_a_property_of_which_the_page_says_otherwise(store: Store) -> None:
    properties = [term for term in GRAPH.subjects(RDFS.label) if (term, RDF.type, OWL.Class) not in GRAPH]
    assert len(properties) > 60
    for term in properties:
        domains = [
            kind for domain in ends(GRAPH, term, SCHEMA.domainIncludes, RDFS.domain) for kind in below(GRAPH, domain)
        ]
        members = set[str]().union(*(instances(store, kind) for kind in domains))
        assert having(store, term) <= members, f"{term} stands elsewhere than {domains}"


def test_always_is_what_a_shape_holds_and_no_warning(tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text(
        """@prefix fz: <https://w3id.org/fangzhi/ontology#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        [] sh:targetClass fz:Period ; sh:property [ sh:path ( fz:periodStart skos:notation ) ; sh:minCount 1 ] ,
          [ sh:path fz:periodEnd ; sh:minCount 1 ; sh:severity sh:Warning ] , [ sh:path skos:notation ; sh:maxCount 1 ] .
        [] sh:targetClass fz:Unit ; sh:severity sh:Warning ; sh:property [ sh:path skos:notation ; sh:minCount 1 ] .""",
        "utf8",
    )
    assert always([tmp_path / "shapes.ttl"]) == {(URIRef(terms.FZ + "Period"), URIRef(terms.FZ + "periodStart"))}
    assert (URIRef(terms.FZ + "Figure"), URIRef(terms.FZ + "value")) in always((ONTOLOGY / "shapes").glob("*.ttl"))


def test_a_reader_can_look_up_every_concept_but_the_lowest_classes_of_industries() -> None:
    for path in (ONTOLOGY / "vocab").glob("*.ttl"):
        notations = [str(notation) for notation in Graph().parse(path).objects(None, SKOS.notation)]
        missing = [notation for notation in notations if f"<code>{escape(notation)}</code>" not in HTML]
        assert not missing or (path.stem == "industries" and all(len(notation) > 3 for notation in missing))
