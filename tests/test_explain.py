"""Explaining a thing: by name, by another name, by IRI; several of one name; none."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg.errors import QueryError
from kg.explain import explain

BASE = "https://w3id.org/fangzhi/id/"


@pytest.fixture
def store() -> Store:
    found = Store()
    found.load(path=str(Path(__file__).parent / "export" / "small.ttl"), format=RdfFormat.TURTLE)
    return found


def told(store: Store, thing: str) -> str:
    return "\n".join(explain(store, thing))


@pytest.mark.parametrize("thing", ["南江县", "我县", BASE + "region/900101"])
def test_a_region_by_any_name(store: Store, thing: str) -> None:
    text = told(store, thing)
    assert text.startswith("南江县  (Region)\nalso: 南江、我县")
    for fact in (
        "林遥  县委书记  南江县",
        "发展产业  茶叶",
        "南江经济开发区  位于  南江县",
        "产值  > 80 亿元  2026",
        "江州市",
    ):
        assert fact in text, fact


def test_each_fact_has_its_document_offsets_and_marked_sentence(store: Store) -> None:
    lines = told(store, "林书记").splitlines()
    at = lines.index("  林遥  县委书记  南江县")
    assert lines[at + 1] == "    南江日报#1 10-23  南江【县委书记林遥】出席大会。"


def test_the_signs_are_the_callers(store: Store) -> None:
    assert "<县委书记林遥>" in "\n".join(explain(store, "林书记", ("<", ">")))


def test_several_of_one_name_are_listed_with_their_kinds(store: Store) -> None:
    first, *rest = explain(store, "林遥")
    assert first.startswith("2 things")
    assert [line.split()[0] for line in rest] == ["Person", "Person"]
    assert all(BASE + "person/林遥-" in line for line in rest)


def test_a_full_name_wins_over_another_things_alias(store: Store) -> None:
    name = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
    store.add(Quad(NamedNode(BASE + "platform/南江经济开发区"), name, Literal("南江县", language="zh")))
    assert told(store, "南江县").startswith("南江县  (Region)")


def test_nothing_of_that_name_says_which_names_are_near(store: Store) -> None:
    with pytest.raises(QueryError, match="南江, 南江县, 江州市"):
        told(store, "江")


def test_an_iri_that_is_none_is_a_sentence(store: Store) -> None:
    with pytest.raises(QueryError, match="not an IRI"):
        told(store, "https://w3id.org/ x")
    with pytest.raises(QueryError, match="nothing goes by"):
        told(store, BASE + "region/000000")


def test_a_document_cannot_steer_the_terminal(store: Store) -> None:
    thing = NamedNode(BASE + "industry/茶叶")
    store.add(
        Quad(thing, NamedNode("http://www.w3.org/2004/02/skos/core#altLabel"), Literal("\x1b[2J茶", language="zh"))
    )
    assert "\x1b" not in told(store, "茶叶")
