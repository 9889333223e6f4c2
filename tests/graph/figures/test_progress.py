"""Which results count towards which targets: wrong pairs are worse than missing ones."""

from decimal import Decimal

import pytest

from kg.graph.figures.progress import Counted, progress
from kg.graph.nodes import Naming
from kg.model import Comparator, Entity, Figure, Name, Quote, Status

COUNTY = Entity("Region", "140521", "沁水县")


def counted(status: Status, printed: str, about: Entity = COUNTY, date: str = "2022-06-30") -> Counted:
    """Return a figure from ``indicator|scope|value|unit|period``."""
    indicator, scope, value, unit, period = printed.split("|")
    comparator: Comparator = "="
    name = Name(about.kind, about.label)
    figure = Figure(status, name, indicator, scope, comparator, Decimal(value), unit, period, Quote(0, 1))
    return Counted(f"{status} document", Naming().fact("figure", status, printed), about, figure, date)


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("规上工业产值||800|亿元|2026", "规上工业产值||400|亿元|2026-H1"),
        ("规上工业产值||800|亿元|2026", "规上工业产值||4000000|万元|2026"),
        ("生产总值增速||6|%|2022", "生产总值增速||5.8|%|2022-Q1"),
        ("引进项目|亿元以上|40|个|2022", "引进项目|亿元以上|16|个|"),
        ("新引进项目|10亿元以上，工业|5|个|2022..2026", "引进项目|10亿元以上|3|个|2022"),
    ],
)
def test_counts(target: str, result: str) -> None:
    found = list(progress([counted("target", target), counted("achieved", result)]))
    assert [document for document, _ in found] == ["achieved document"]


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("规上工业产值||800|亿元|2026", "规上工业增加值||150|亿元|2026"),
        ("规上工业产值||800|亿元|2026", "产值||30|亿元|2026"),
        ("规上工业产值||800|亿元|2026", "规上工业产值||400|亿元|2025"),
        ("规上工业产值||800|亿元|", "规上工业产值||400|亿元|2025"),
        ("规上工业产值||800|亿元|2026", "规上工业产值||12|%|2026"),
        ("引进项目|10亿元以上|5|个|2022", "引进项目|亿元以上|16|个|2022"),
        ("引进项目|制造业|5|个|2022", "引进项目|制造业，10亿元以上|3|个|2022"),
        ("引进项目||50|个|2022", "引进项目|10亿元以上|3|个|2022"),
        ("开工项目|亿元以上|40|个|2022", "引进项目|亿元以上|16|个|2022"),
        ("引进项目|亿元以上|40|个|2022", "引进项目|亿元以上|16|个|2023"),
    ],
)
def test_does_not_count(target: str, result: str) -> None:
    assert list(progress([counted("target", target), counted("achieved", result)])) == []


def test_what_another_region_achieved_does_not_count() -> None:
    printed = "规上工业产值||800|亿元|2026"
    other = Entity("Region", "140522", "阳城县")
    assert list(progress([counted("target", printed), counted("achieved", printed, other)])) == []


def test_a_plan_is_no_target_and_a_target_no_result() -> None:
    printed = "规上工业产值||800|亿元|2026"
    assert list(progress([counted("planned", printed), counted("achieved", printed)])) == []
    assert list(progress([counted("target", printed), counted("target", printed)])) == []
