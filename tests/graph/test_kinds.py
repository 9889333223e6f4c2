"""The kind of a platform or an organization: by register, by ending, or none."""

import pytest
from pyoxigraph import Literal

from kg import terms
from kg.graph.concepts import described, placed
from kg.graph.concepts.kinds import kind
from kg.graph.entities import entity
from kg.graph.nodes import Naming
from kg.model import Entity, Kind


@pytest.mark.parametrize(
    ("of", "name", "told"),
    [
        ("Platform", "云江经济开发区", "zone"),
        ("Platform", "中关村科技园区", "zone"),  # the register goes before the ending
        ("Platform", "云江轴承产业园", "park"),
        ("Platform", "云江国际物流枢纽", "hub"),
        ("Platform", "云江科创走廊", "corridor"),
        ("Platform", "上海招商分局", "outpost"),
        ("Platform", "云江国家文化公园（北岭段）", "reserve"),
        ("Organization", "国家发展和改革委员会", "government"),
        ("Organization", "昆山市总工会", "mass"),
        ("Organization", "昆山市纪委", "party"),
        ("Organization", "昆山市人民代表大会常务委员会", "congress"),
        ("Organization", "云江经济开发区管委会", "zone"),
        ("Organization", "云江轴承股份有限公司", "company"),
        ("Organization", "云江轴承研究院", "institute"),
        ("Organization", "云江职业技术学院", "school"),
        ("Organization", "云江轴承协会", "association"),
    ],
)
def test_kind_is_told(of: Kind, name: str, told: str) -> None:
    found = kind(Entity(of, name, name))
    assert found and terms.notation(found) == told


@pytest.mark.parametrize(
    ("of", "name"),
    [
        ("Organization", "云江"),
        ("Organization", "云江某委"),
        ("Platform", "云江专班"),
        ("Region", "昆山市"),
        ("Fund", "云江基金"),
    ],
)
def test_kind_is_not_guessed(of: Kind, name: str) -> None:
    assert kind(Entity(of, name, name)) is None


def test_the_graph_says_what_a_kind_is_and_what_lies_above_it() -> None:
    triples = {*entity(Entity("Organization", "昆山市财政局", "昆山市财政局"), (), Naming())}
    government, body = (terms.concept("organization-kinds", word) for word in ("government", "body"))
    said = {(t.subject.value, t.predicate.value.rpartition("#")[2], t.object.value) for t in triples}  # type: ignore[union-attr]
    node = Naming().thing("organization", "昆山市财政局").value
    assert {(node, "kind", government), (government, "broader", body), (body, "prefLabel", "党政机关")} <= said


def test_a_concept_without_an_english_name_has_a_chinese_one() -> None:
    labels = [
        t.object for t in described(terms.concept("industries", "C36")) if t.predicate.value.endswith("prefLabel")
    ]
    assert labels == [Literal("汽车制造业", language="zh")]
    assert len(placed(terms.concept("industries", "C36"))) > len(described(terms.concept("industries", "C36")))
