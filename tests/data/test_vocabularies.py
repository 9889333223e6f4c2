"""Every vocabulary of ontology/vocab is sound SKOS: labelled, placed, free of cycles, clashes and dangling links."""

import unicodedata
from collections import Counter
from itertools import chain

import pytest
from rdflib import RDF, SKOS, BNode, Graph, Literal, URIRef

from kg import terms
from kg.resources import ONTOLOGY

PATHS = sorted((ONTOLOGY / "vocab").glob("*.ttl"))
GRAPHS = {path.stem: Graph().parse(path) for path in PATHS}
VOCAB = "https://w3id.org/fangzhi/vocab/"
# The standards have no English names of their own that could be given: theirs are Chinese alone.
CHINESE_ALONE = {"industries", "strategic-industries"}
# In GB/T 4754 a group with one class gives it its own name, so that only siblings are told apart by their names.
NAMED_AMONG_SIBLINGS = {"industries", "strategic-industries"}
MATCHES = (SKOS.closeMatch, SKOS.exactMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
each = pytest.mark.parametrize("name", GRAPHS)


def scheme(name: str) -> URIRef:
    return URIRef(VOCAB + name)


def concepts(name: str) -> list[URIRef]:
    return sorted(URIRef(str(iri)) for iri in GRAPHS[name].subjects(RDF.type, SKOS.Concept))


def above(name: str, concept: URIRef) -> list[URIRef]:
    """Return what lies above a concept, nearest first; a cycle ends where it closes."""
    found = [concept]
    while (up := GRAPHS[name].value(found[-1], SKOS.broader)) and up not in found:
        found.append(URIRef(str(up)))
    return found[1:]


def languages(name: str) -> list[str]:
    return ["zh"] if name in CHINESE_ALONE else ["en", "zh"]


def test_vocabularies_are_found() -> None:
    assert len(GRAPHS) >= 8
    assert set(GRAPHS) >= CHINESE_ALONE | NAMED_AMONG_SIBLINGS
    assert sum(len(concepts(name)) for name in GRAPHS) > 1800


@each
def test_scheme_is_one_and_named(name: str) -> None:
    assert list(GRAPHS[name].subjects(RDF.type, SKOS.ConceptScheme)) == [scheme(name)]
    assert sorted(str(text.language) for text in GRAPHS[name].objects(scheme(name), SKOS.prefLabel)) == ["en", "zh"]  # type: ignore[attr-defined]


@each
def test_concept_lies_in_its_scheme(name: str) -> None:
    graph = GRAPHS[name]
    assert concepts(name)
    for concept in concepts(name):
        assert list(graph.objects(concept, SKOS.inScheme)) == [scheme(name)], concept
        assert concept.startswith(f"{VOCAB}{name}/"), concept
    assert {*graph.subjects()} == {scheme(name), *concepts(name)}


@each
def test_concept_has_one_label_a_language_and_one_notation(name: str) -> None:
    graph = GRAPHS[name]
    for concept in concepts(name):
        labels = [text for text in graph.objects(concept, SKOS.prefLabel) if isinstance(text, Literal)]
        assert sorted(str(text.language) for text in labels) == languages(name), concept
    notations = Counter(str(text) for text in graph.objects(None, SKOS.notation))
    assert notations.total() == len(notations) == len(concepts(name))


@each
def test_labels_tell_concepts_apart(name: str) -> None:
    graph, owner = GRAPHS[name], dict[tuple[URIRef | None, Literal], URIRef]()
    for concept in concepts(name):
        labels = list(chain.from_iterable(graph.objects(concept, predicate) for predicate in LABELS))
        assert len(labels) == len({*labels}), f"{concept}: a label is there twice"
        sibling = next(iter(above(name, concept)), None) if name in NAMED_AMONG_SIBLINGS else None
        for label in labels:
            assert isinstance(label, Literal)
            assert owner.setdefault((sibling, label), concept) == concept, label


@each
def test_texts_are_clean(name: str) -> None:
    texts = [text for text in GRAPHS[name].objects() if isinstance(text, Literal)]
    assert texts
    assert not [text for text in texts if str(text) != unicodedata.normalize("NFC", str(text)).strip() or not text]
    assert {text.language for text in texts} <= {"zh", "en", None}
    assert not [node for triple in GRAPHS[name] for node in triple if isinstance(node, BNode)]


@each
def test_every_concept_is_a_top_one_or_has_one_above_it_without_cycles(name: str) -> None:
    graph = GRAPHS[name]
    tops = {*graph.objects(scheme(name), SKOS.hasTopConcept)}
    assert tops == {*graph.subjects(SKOS.topConceptOf, scheme(name))} != set()
    for concept in concepts(name):
        assert len(list(graph.objects(concept, SKOS.broader))) == (concept not in tops), concept
        assert (above(name, concept) or [concept])[-1] in tops, f"{concept}: the way up ends at no top concept"


@each
def test_related_concepts_do_not_lie_in_each_other(name: str) -> None:
    for one, other in GRAPHS[name].subject_objects(SKOS.related):
        one, other = URIRef(str(one)), URIRef(str(other))
        assert one not in above(name, other) and other not in above(name, one)


@each
def test_links_lead_to_concepts(name: str) -> None:
    graph = GRAPHS[name]
    known = {*chain.from_iterable(concepts(other) for other in GRAPHS), *map(scheme, GRAPHS)}
    within = {SKOS.broader, SKOS.narrower, SKOS.related, SKOS.hasTopConcept}
    for concept, predicate, object_ in graph:
        if isinstance(object_, URIRef) and object_.startswith(VOCAB):
            assert object_ in known, f"{concept} {predicate}"
            assert predicate not in within or object_.startswith(f"{VOCAB}{name}/"), f"{concept} {predicate}"


@each
def test_matches_are_with_other_schemes_and_do_not_clash(name: str) -> None:
    graph = GRAPHS[name]
    for concept in concepts(name):
        matched = [object_ for predicate in MATCHES for object_ in graph.objects(concept, predicate)]
        assert len(matched) == len({*matched}), f"{concept}: two kinds of match with one concept"
        assert not [object_ for object_ in matched if object_.startswith(f"{VOCAB}{name}/")], concept


@each
def test_terms_are_declared(name: str) -> None:
    for predicate in {*GRAPHS[name].predicates()}:
        if str(predicate).startswith(terms.FZ):
            terms.term(str(predicate).removeprefix(terms.FZ))


@each
def test_python_reads_what_a_vocabulary_says(name: str) -> None:
    for concept in concepts(name):
        notation = str(GRAPHS[name].value(concept, SKOS.notation))
        assert terms.concept(name, notation) == str(concept)
        assert terms.notation(str(concept)) == notation
        assert terms.linked(str(concept), "broader") == (str(next(iter(above(name, concept)), "")) or None)


def test_codes_of_the_standard_begin_with_those_above_them() -> None:
    for concept in concepts("industries"):
        for upper in above("industries", concept):
            assert terms.notation(str(concept)).startswith(terms.notation(str(upper)))
