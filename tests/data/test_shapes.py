"""Every shape holds for a sound graph and is violated by a graph that breaks it."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Triple, parse
from rdflib import Graph, Namespace

from kg.graph import check
from kg.resources import ONTOLOGY

COUNTY = Path(__file__).with_name("county.ttl").read_text("utf8")
SHAPES = sorted((ONTOLOGY / "shapes").glob("*.ttl"))
SH = Namespace("http://www.w3.org/ns/shacl#")
BROKEN = {
    "confidence": ("fz:confidence 0.93", "fz:confidence 1.93", "from 0 to 1"),
    "document": ('dcterms:identifier "plan"', 'dcterms:title "plan"', "exactly one identifier"),
    "entity": ('skos:prefLabel "链长制"@zh', 'skos:altLabel "链长制"@zh', "exactly one full name"),
    "event": ('skos:notation "meeting"', 'skos:notation "party"', "meeting, inspection, signing"),
    "figure": ('skos:notation ">"', 'skos:notation "!"', "one of = > >= < <= ~"),
    "membership": (
        "org:role <role/县委书记> ; fz:at <region/900101>",
        "org:role <role/县委书记>",
        "held at exactly one",
    ),
    "passage": ("nif:beginIndex 0 ; nif:endIndex 20", "nif:beginIndex 20 ; nif:endIndex 0", "below its end"),
    "period": ('fz:periodEnd "2026-12-31"', 'fz:periodEnd "2025-12-31"', "not after its end"),
    "person": ('"高远"@zh', '"高"@zh', "two characters or more"),
    "region": ('fz:code "900200"', 'fz:code "海州"', "six digits"),
    "relations": ("fz:operates <platform/飞地>", "fz:operates <industry/茶叶>", "object of operates is a platform"),
    "statement": ("rdf:predicate fz:leads", "rdf:predicate fz:likes", "one of the nine relations"),
}


def test_each_shape_has_a_graph_that_breaks_it() -> None:
    assert [path.stem for path in SHAPES] == sorted(BROKEN)


def test_a_sound_graph_conforms() -> None:
    assert check(triples(COUNTY)).violations == ()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_graph_is_told_so(name: str) -> None:
    sound, broken, message = BROKEN[name]
    assert COUNTY.count(sound) >= 1
    assert any(message in violation for violation in check(triples(COUNTY.replace(sound, broken, 1))).violations)


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_messages_are_in_both_languages(path: Path) -> None:
    said = list(Graph().parse(path).subject_objects(SH.message))
    assert said
    for node in {node for node, _ in said}:
        assert sorted(getattr(text, "language", "") for one, text in said if one == node) == ["en", "zh"]


def triples(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(text, RdfFormat.TURTLE)]
