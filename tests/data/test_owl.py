"""The ontology is OWL 2 DL in its RL profile, and the graphs of a build are what it says.

In that profile the rules of owlrl decide whether a graph is consistent, so that they serve as the reasoner here. (The OWL API
and HermiT, which need Java, were asked once by hand and agree: see the changelog.)
"""

from pathlib import Path

import pytest
from owlrl import OWLRL_Semantics
from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef

from kg import terms
from kg.resources import ONTOLOGY

COUNTY = Path(__file__).with_name("county.ttl")
TEXT = (ONTOLOGY / "fangzhi.ttl").read_text("utf8")
XSD = Namespace(terms.PREFIXES["xsd"])
GRAPH = Graph().parse(data=TEXT)
CLASS, OBJECT, DATA, NOTE = OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty
ROLES = {iri: kind for kind in (CLASS, OBJECT, DATA, NOTE) for iri in GRAPH.subjects(RDF.type, kind)}
RESERVED = tuple(str(namespace) for namespace in (RDF, RDFS, OWL, XSD))
# The properties of OWL itself, which need no declaration, and the datatypes that it knows, as far as we use them.
BUILT_IN = {RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.versionInfo, OWL.versionIRI, OWL.priorVersion}
AXIOMS = {RDF.type, RDF.first, RDF.rest, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.members}
DATATYPES = {RDFS.Literal, XSD.decimal, XSD.integer, XSD.string, XSD.boolean, XSD.dateTime, XSD.anyURI}
KINDS = {OWL.FunctionalProperty: {OBJECT, DATA}, OWL.TransitiveProperty: {OBJECT}, OWL.SymmetricProperty: {OBJECT}}


def problems(graph: Graph) -> list[str]:
    """Return what the reasoner finds to contradict itself."""
    closure = OWLRL_Semantics(graph, False, False)
    closure.closure()
    empty = sorted(map(str, graph.subjects(RDF.type, OWL.Nothing)))
    return [*sorted(map(str, closure.error_messages)), *empty]


@pytest.fixture(scope="module")
def built(samples: Path) -> Graph:
    """The facts and the evidence of the sample papers."""
    return Graph().parse(samples / "graph.ttl").parse(samples / "evidence.ttl")


def test_every_name_has_one_role() -> None:
    declared = [iri for kind in (CLASS, OBJECT, DATA, NOTE) for iri in GRAPH.subjects(RDF.type, kind)]
    assert len(declared) == len(set(declared)) > 100
    assert [iri for iri in declared if isinstance(iri, BNode) or str(iri).startswith(RESERVED)] == []
    assert [iri for iri in GRAPH.subjects(RDF.type, None) if iri not in ROLES and not isinstance(iri, BNode)] == [
        URIRef("https://w3id.org/fangzhi/ontology")
    ]


def test_every_name_that_is_used_is_declared_in_the_role_it_plays() -> None:
    used = {(p, NOTE) for p in GRAPH.predicates() if p not in AXIOMS | BUILT_IN}
    used |= {(end, CLASS) for pair in GRAPH.subject_objects(RDFS.subClassOf) for end in pair}
    used |= {(iri, CLASS) for iri in GRAPH.objects(None, RDFS.domain)}
    used |= {(iri, CLASS) for members in GRAPH.objects(None, OWL.members) for iri in GRAPH.items(members)}
    used |= {(kind, CLASS) for iri, kind in GRAPH.subject_objects(RDFS.range) if ROLES[iri] == OBJECT}
    assert {(iri, role) for iri, role in used if ROLES.get(iri) != role} == set()
    assert {str(o) for s, o in GRAPH.subject_objects(RDFS.range) if ROLES[s] == DATA and o not in DATATYPES} == set()
    assert [pair for pair in GRAPH.subject_objects(RDFS.subPropertyOf) if len({ROLES[end] for end in pair}) > 1] == []


def test_properties_are_of_kinds_that_go_together() -> None:
    for kind, roles in KINDS.items():
        found = set(GRAPH.subjects(RDF.type, kind))
        assert found and {ROLES[iri] for iri in found} <= roles
    # What is transitive, or lies above it, is not simple: neither functional nor anything else that counts.
    transitive = set(GRAPH.subjects(RDF.type, OWL.TransitiveProperty))
    above = {end for iri in transitive for end in GRAPH.transitive_objects(iri, RDFS.subPropertyOf)}
    assert not above & set(GRAPH.subjects(RDF.type, OWL.FunctionalProperty))
    assert [iri for iri, role in ROLES.items() if role == NOTE and (iri, RDFS.domain | RDFS.range, None) in GRAPH] == []


def test_literals_of_the_ontology_have_datatypes_that_owl_knows() -> None:
    found = {o.datatype for o in GRAPH.objects() if isinstance(o, Literal) and o.datatype}
    assert found <= DATATYPES


def test_the_version_has_an_iri_of_its_own() -> None:
    this = URIRef("https://w3id.org/fangzhi/ontology")
    version = GRAPH.value(this, OWL.versionInfo)
    assert str(GRAPH.value(this, OWL.versionIRI)) == f"{this}/{version}"
    assert f'"{version}: ' in TEXT, "say in skos:historyNote what this version changes"
    assert str(GRAPH.value(this, OWL.priorVersion)) != f"{this}/{version}"


def test_every_class_and_property_can_have_members() -> None:
    """One fresh thing of each class and one fresh pair of each property: none is empty by what is said of it."""
    graph = Graph() + GRAPH
    for number, (iri, role) in enumerate(sorted(ROLES.items())):
        one, other = URIRef(f"urn:one:{number}"), URIRef(f"urn:other:{number}")
        datatype = GRAPH.value(iri, RDFS.range)
        literal = Literal("1", datatype=datatype) if datatype in {XSD.decimal, XSD.integer} else Literal("a")
        graph.add({CLASS: (one, RDF.type, iri), OBJECT: (one, iri, other)}.get(role, (one, iri, literal)))
    assert problems(graph) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "<urn:a> a fz:Person, fz:Region .",
        "<urn:a> fz:partOf <urn:b> . <urn:b> a fz:Organization .",
        "<urn:a> a fz:Target, fz:Result .",
        "<urn:p> a org:Membership ; fz:at <urn:a> . <urn:a> a fz:Industry .",
    ],
)
def test_a_graph_that_contradicts_the_ontology_is_found(wrong: str) -> None:
    prefixes = "\n".join(line for line in TEXT.splitlines() if line.startswith("@prefix"))
    assert problems((Graph() + GRAPH).parse(data=f"{prefixes}\n{wrong}")) != []


def test_the_invented_county_and_the_sample_papers_are_consistent(built: Graph) -> None:
    assert problems(Graph() + GRAPH + built) == []
    assert problems((Graph() + GRAPH).parse(COUNTY)) == []


def test_a_build_uses_what_is_declared_and_labelled(built: Graph) -> None:
    """So that whoever reads the page can ask for all that a graph has; RDF's own terms are explained in its text."""
    named = {iri for iri, _, label in GRAPH.triples((None, RDFS.label, None)) if isinstance(label, Literal)}
    used = set(built.predicates()) | set(built.objects(None, RDF.type))
    assert {str(iri) for iri in used - named if not str(iri).startswith(str(RDF))} == set()
    for predicate in set(built.predicates()) & set(ROLES):
        literal = {isinstance(value, Literal) for value in built.objects(None, predicate)}
        assert literal == {ROLES[predicate] != OBJECT}, predicate
    assert len(used) > 40


def test_vocabularies_use_what_is_declared_in_the_role_that_it_has() -> None:
    found = sorted((ONTOLOGY / "vocab").glob("*.ttl"))
    assert len(found) > 10
    for path in found:
        graph = Graph().parse(path)
        for predicate in set(graph.predicates()) - {RDF.type} - BUILT_IN:
            literal = {isinstance(value, Literal) for value in graph.objects(None, predicate)}
            assert literal == {ROLES[URIRef(str(predicate))] != OBJECT}, (path.stem, predicate)
        assert {ROLES[URIRef(str(kind))] for kind in graph.objects(None, RDF.type)} == {CLASS}
