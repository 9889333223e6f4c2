"""Every shape holds for a sound graph and is violated by a graph that breaks it, and pyshacl says the same."""

from pathlib import Path

import pytest
from judge import judged, ours, stored, turtle
from rdflib import Graph, Namespace

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
    "former-region": ("fz:untilYear 1994", "fz:untilYear 1980", "begins not after it ends"),
    "industry": ("skos:broader chain:tea ;", "skos:broader chain:tea, chain:agriculture ;", "at most one chain"),
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
    "stage": ("fz:order 6", 'skos:note "6"', "has a place in the order"),
    "statement": ("rdf:predicate fz:leads", "rdf:predicate fz:likes", "one of the nine relations"),
}


def test_each_shape_has_a_graph_that_breaks_it() -> None:
    assert [path.stem for path in SHAPES] == sorted(BROKEN)


def test_a_sound_graph_conforms() -> None:
    assert ours(stored(turtle(COUNTY))) == set()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_graph_is_told_so(name: str) -> None:
    sound, broken, message = BROKEN[name]
    assert COUNTY.count(sound) >= 1
    triples = turtle(COUNTY.replace(sound, broken, 1))
    found = ours(stored(triples))
    assert any(message in told for _, told, _ in found)
    assert found == judged(triples)


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_messages_are_in_both_languages(path: Path) -> None:
    said = list(Graph().parse(path).subject_objects(SH.message))
    assert said
    for node in {node for node, _ in said}:
        assert sorted(getattr(text, "language", "") for one, text in said if one == node) == ["en", "zh"]
