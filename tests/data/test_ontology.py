"""The ontology is sound: every term is labelled and placed, and Python reads what it says."""

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef

from kg import terms
from kg.errors import KnowledgeError
from kg.resources import ONTOLOGY

SCHEMA = Namespace(terms.PREFIXES["schema"])
GRAPH = Graph().parse(ONTOLOGY / "fangzhi.ttl")


def _declared(kind: URIRef) -> list[URIRef]:
    return sorted(URIRef(str(iri)) for iri in GRAPH.subjects(RDF.type, kind) if str(iri).startswith(terms.FZ))


CLASSES = _declared(OWL.Class)
PROPERTIES = [*_declared(OWL.ObjectProperty), *_declared(OWL.DatatypeProperty)]
# What others have defined and graphs use; what is only there to be aligned with has no label of ours.
OTHERS = sorted(URIRef(str(i)) for i in {*GRAPH.subjects(RDFS.label)} if not str(i).startswith(terms.FZ))
KINDS = ("Person", "Region", "Organization", "Platform", "Industry", "Project", "Fund", "Policy")


def test_the_contract_is_declared() -> None:
    assert {*KINDS, "Event", "Target", "Result", "Plan"} <= {str(c).removeprefix(terms.FZ) for c in CLASSES}
    assert len(PROPERTIES) >= 30
    assert (URIRef(terms.term("Official")), RDFS.subClassOf, URIRef(terms.term("Person"))) in GRAPH


@pytest.mark.parametrize("iri", [*CLASSES, *PROPERTIES, *OTHERS], ids=lambda iri: str(iri).removeprefix(terms.FZ))
def test_term_is_labelled_in_both_languages(iri: URIRef) -> None:
    for predicate in (RDFS.label, RDFS.comment):
        assert sorted(getattr(text, "language", "") for text in GRAPH.objects(iri, predicate)) == ["en", "zh"]


@pytest.mark.parametrize("iri", PROPERTIES, ids=lambda iri: str(iri).removeprefix(terms.FZ))
def test_property_has_domain_and_range(iri: URIRef) -> None:
    assert GRAPH.value(iri, RDFS.domain) or GRAPH.value(iri, SCHEMA.domainIncludes)
    assert GRAPH.value(iri, RDFS.range)


@pytest.mark.parametrize("iri", OTHERS)
def test_terms_of_others_say_whose_they_are_and_where_they_stand(iri: URIRef) -> None:
    assert GRAPH.value(iri, RDFS.isDefinedBy)
    assert (iri, RDF.type, OWL.Class) in GRAPH or GRAPH.value(iri, SCHEMA.domainIncludes | RDFS.domain)


def test_classes_of_ours_lie_below_something() -> None:
    assert not [c for c in CLASSES if not GRAPH.value(c, RDFS.subClassOf)]


def test_terms_gives_prefixes_terms_and_labels() -> None:
    wanted = [
        "fz",
        "dcterms",
        "org",
        "prov",
        "rdf",
        "rdfs",
        "schema",
        "skos",
        "nif",
        "owl",
        "xsd",
        "geo",
        "time",
        "qudt",
    ]
    assert set(wanted) <= set(terms.PREFIXES)
    assert {terms.term(str(iri).removeprefix(terms.FZ)) for iri in (*CLASSES, *PROPERTIES)} == {
        str(i) for i in (*CLASSES, *PROPERTIES)
    }
    assert terms.label(terms.term("Target"), "zh") == "目标"
    assert terms.label(terms.concept("industries", "C3973"), "zh") == "集成电路制造"
    assert list(terms.scheme("project-stages"))[0] == "negotiation"


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: terms.term("Mayor"), "fz:Mayor is not declared"),
        (lambda: terms.concept("event-kinds", "party"), "no concept party"),
        (lambda: terms.scheme("nowhere"), "nowhere.ttl"),
        (lambda: terms.label(terms.term("Person"), "fr"), "no label in fr"),
    ],
)
def test_what_is_not_declared_is_refused(ask: object, said: str) -> None:
    assert callable(ask)
    with pytest.raises(KnowledgeError, match=said):
        ask()
