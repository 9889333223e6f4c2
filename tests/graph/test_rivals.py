"""What cannot both be right: values of one figure, holders of one seat."""

import json
from decimal import Decimal

import pytest
from pyoxigraph import NamedNode

from kg.graph.conflicts import RULES, figures, seats
from kg.model import Entity, Name, Post, Quote


def figure(node: str, sign: str, value: str, unit: str = "亿元", scale: str = "1") -> str:
    return json.dumps((node, sign, str(Decimal(value) * Decimal(scale)), value, unit))


@pytest.mark.parametrize(
    ("low", "high", "conflict"),
    [
        (("=", "40"), ("=", "43"), True),
        (("=", "43.1"), ("=", "43.6"), True),
        (("=", "43"), ("=", "43.4"), False),
        (("=", "43"), ("=", "43.04"), False),
        ((">", "40"), ("=", "43"), False),
        (("<", "40"), ("=", "43"), True),
        (("=", "40"), (">=", "43"), True),
        (("=", "40"), ("~", "43"), False),
        (("=", "40"), ("=", "40"), False),
    ],
)
def test_two_values(low: tuple[str, str], high: tuple[str, str], conflict: bool) -> None:
    values = {figure("low", *low), figure("high", *high)}
    found = {json.loads(value)[0]: set(others) for value, others in figures.rivals(values).items() if others}
    assert found == ({"low": {"high"}} if conflict else {})


def held(name: str, attested: str, began: str = "", ended: str = "", title: str = "县委书记") -> str:
    person, county = Entity("Person", name, name), Entity("Region", "140521", "沁水县")
    post = Post(Name("Person", name), title, Name("Region", "沁水县"), Quote(0, 1), attested, began, ended)
    (one,) = seats.held(NamedNode(f"urn:{name}"), person, county, post)
    return one.value


@pytest.mark.parametrize(
    ("values", "conflict"),
    [
        ([held("甲", "2021-03-05"), held("甲", "2022-05-06"), held("乙", "2021-09-01")], True),
        ([held("甲", "2021-03-05"), held("乙", "2022-05-06")], False),
        ([held("甲", "2021"), held("乙", "2021")], False),
        ([held("甲", "2021-03-05"), held("乙", "2021-03-05")], True),
        ([held("甲", "2021-03-05", ended="2021-01"), held("乙", "2021-03-05")], False),
        ([held("甲", "2023", began="2021-06"), held("乙", "2022-05-06")], True),
        ([held("甲", "", began="2021-06"), held("乙", "2022-05-06")], False),
        ([held("甲", ""), held("乙", "2022-05-06")], False),
    ],
)
def test_two_holders(values: list[str], conflict: bool) -> None:
    found = {other for others in seats.rivals(set(values)).values() for other in others}
    assert found == ({"urn:甲"} if conflict else set())


def test_a_post_of_many_holders_has_no_seat() -> None:
    person, county = Entity("Person", "甲", "甲"), Entity("Region", "140521", "沁水县")
    post = Post(Name("Person", "甲"), "副县长", Name("Region", "沁水县"), Quote(0, 1), "2021")
    assert not list(seats.held(NamedNode("urn:甲"), person, county, post))


def test_only_documents_whose_conflicts_are_others_are_concerned() -> None:
    low, high, same = figure("low", "=", "40"), figure("high", "=", "43"), figure("same", "=", "40.02")
    rule = RULES[figures.TOPIC]
    assert rule({low}, {low, high}) == {low}
    assert rule({low, high}, {low}) == {low}
    assert rule({low}, {low, same}) == set()
