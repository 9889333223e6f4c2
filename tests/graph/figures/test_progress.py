"""Which results count towards which targets: wrong pairs are worse than missing ones."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import pytest

from kg.claims import Claims
from kg.graph.figures.measures import measures
from kg.graph.figures.progress import RULES, Counted, counting, progress
from kg.graph.nodes import Naming, term
from kg.model import Comparator, Entity, Figure, Name, Quote, Status

COUNTY = Entity("Region", "140521", "沁水县")
COMPARATOR: Comparator = "="


def told(
    document: str, *sentences: str, about: Entity = COUNTY, within: Sequence[Entity] = (), date: str = "2022-06-30"
) -> Iterator[Counted]:
    """Yield the figures of a document, each ``status indicator|scope|value|unit|period``, those of a sentence parted by ``;``."""
    found, at = list[tuple[Quote, Figure]](), 0
    for number, sentence in enumerate(sentences):
        for printed in sentence.split(";"):
            status, _, rest = printed.partition(" ")
            indicator, scope, value, unit, period = rest.split("|")
            kind: Status = "target" if status == "target" else "achieved" if status == "achieved" else "planned"
            name, at = Name(about.kind, about.label), at + 1
            figure = Figure(kind, name, indicator, scope, COMPARATOR, Decimal(value), unit, period, Quote(at, at + 1))
            found.append((Quote(100 * number, 100 * number + 99), figure))
    known = measures(found)
    for place, figure in found:
        node = Naming().fact("figure", document, figure.status, figure.indicator, figure.scope, str(figure.value))
        yield Counted(document, node, about, within, figure, known.get(figure), place, date)


def pairs(*documents: Iterator[Counted], by: str = "fz:progressOf") -> list[tuple[str, str]]:
    """Return what counts towards what, or is a share of it, as printed values."""
    papers, claims = [list(document) for document in documents], Claims()
    for number, paper in enumerate(papers):
        claims.replace(str(number), RULES, set(counting(paper)))
    value = {one.node: str(one.figure.value) for paper in papers for one in paper}
    found = [triple for paper in papers for triple in progress(paper, claims)]
    own = [triple for triple in found if triple.predicate == term(by)]
    return [(value[triple.subject], value[triple.object]) for triple in own]  # type: ignore[index]


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("规上工业产值||800|亿元|2026", "规上工业产值||400|亿元|2026-H1"),
        ("规上工业产值||800|亿元|2026", "规模以上工业总产值||4000000|万元|2026"),
        ("生产总值增速||6|%|2022", "地区生产总值增速||5.8|%|2022-Q1"),
        ("引进项目|亿元以上|40|个|2022", "招引项目|亿元|16|个|"),
        ("引进项目|亿元以上，制造业|40|个|2022", "引进项目|亿元以上，制造业|16|个|2022"),
        ("出让工业用地||1200|亩|2022", "工业用地出让||35|公顷|2022-H1"),
        ("锻造龙灯||20|条|2022", "锻造龙灯||9|条|2022"),
    ],
)
def test_counts_in_another_document(target: str, result: str) -> None:
    assert len(pairs(told("plan", f"target {target}"), told("news", f"achieved {result}"))) == 1


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("规上工业产值||800|亿元|2026", "规上工业增加值||150|亿元|2026"),
        ("规上工业产值||800|亿元|2026", "产值||30|亿元|2026"),
        ("规上工业产值||800|亿元|2026", "规上工业产值||400|亿元|2025"),
        ("规上工业产值||800|亿元|", "规上工业产值||400|亿元|2025"),
        ("规上工业产值||800|亿元|2026", "规上工业产值||12|%|2026"),
        ("实际利用外资||1|亿美元|2022", "实际利用外资||3|亿元|2022"),
        ("引进项目|10亿元以上|5|个|2022", "引进项目|亿元以上|16|个|2022"),
        ("引进项目|制造业|5|个|2022", "引进项目|制造业，10亿元以上|3|个|2022"),
        ("引进项目||50|个|2022", "引进项目|10亿元以上|3|个|2022"),
        ("开工项目|亿元以上|40|个|2022", "引进项目|亿元以上|16|个|2022"),
        ("引进项目|亿元以上|40|个|2022", "引进项目|亿元以上|16|个|2023"),
        ("新增企业|高新技术|20|家|2022", "高新技术企业总数||88|家|2022"),
    ],
)
def test_does_not_count(target: str, result: str) -> None:
    assert pairs(told("plan", f"target {target}", f"achieved {result}")) == []


def test_a_text_drops_words_of_its_own_target_only() -> None:
    target, result = "target 新引进项目|10亿元以上，工业|5|个|2022..2026", "achieved 引进项目|10亿元以上|3|个|2022"
    assert pairs(told("plan", target, result)) == [("3", "5")]
    assert pairs(told("plan", target), told("news", result)) == []


@pytest.mark.parametrize(
    ("target", "result", "share"),
    [
        ("规上工业产值||800|亿元|2026", "规模以上工业总产值||4000000|万元|2026-H1", True),
        ("引进项目|亿元以上，制造业|40|个|2022", "招引项目|制造业，亿元|16|个|", True),
        ("引进项目|亿元以上，制造业|40|个|2022", "引进项目|亿元以上|16|个|", False),
        ("招引企业||20|家|2022", "引进企业||8|家|;achieved 投产企业||5|家|", True),
        ("地区生产总值增速||6|%|2022", "地区生产总值增速||5.8|%|2022", True),
        ("地区生产总值增速||6|%|2022", "地区生产总值增速||5.8|%|2022-Q1", False),
    ],
)
def test_a_share_is_of_what_says_the_very_same(target: str, result: str, share: bool) -> None:
    printed = [f"target {target}", f"achieved {result}"]
    found = pairs(told("plan", *printed), by="fz:shareOf")
    assert found == (pairs(told("plan", *printed))[:1] if share else [])
    assert pairs(told("plan", *printed))


def test_an_industry_is_no_share_of_all() -> None:
    printed, one = "规上工业产值||800|亿元|2026", Entity("Industry", "轴承", "轴承")
    target, result = told("plan", f"target {printed}"), told("news", f"achieved {printed}", within=[one])
    assert pairs(target, result, by="fz:shareOf") == []
    target, result = told("plan", f"target {printed}", within=[one]), told("news", f"achieved {printed}", within=[one])
    assert len(pairs(target, result, by="fz:shareOf")) == 1


def test_a_result_counts_towards_the_target_in_its_own_words_before_narrower_ones() -> None:
    targets = "target 引进项目|亿元以上|60|个|2022;target 引进项目|亿元以上，制造业|40|个|2022"
    assert pairs(told("plan", targets, "achieved 引进项目|亿元以上|16|个|")) == [("16", "60")]


@pytest.mark.parametrize(
    ("target", "results", "found"),
    [
        (
            "招商引资||90|亿元|2022;target 制造业项目|亿元以上|30|个|2022;target 项目|10亿元以上|3|个|2022",
            "引进项目|亿元以上|12|个|;achieved 实现供地项目||9|个|;achieved 竣工项目||2|个|",
            [("12", "30"), ("2", "30"), ("9", "30")],
        ),
        (
            "签约项目|亿元以上|30|个|2022",
            "新签约项目|亿元以上|12|个|;achieved 开工项目||7|个|",
            [("12", "30"), ("7", "30")],
        ),
        ("招引企业||20|家|2022", "引进企业||8|家|;achieved 投产企业||5|家|", [("5", "20"), ("8", "20")]),
        # More than the things they would be of, a scope of their own, an earlier stage, another kind of thing:
        ("引进项目|亿元以上|30|个|2022", "引进项目|亿元以上|12|个|;achieved 开工项目||40|个|", [("12", "30")]),
        ("引进项目|亿元以上|30|个|2022", "引进项目|亿元以上|12|个|;achieved 开工项目|重点|7|个|", [("12", "30")]),
        ("开工项目|亿元以上|30|个|2022", "开工项目|亿元以上|12|个|;achieved 签约项目||7|个|", [("12", "30")]),
        ("引进项目|亿元以上|30|个|2022", "引进项目|亿元以上|12|个|;achieved 入驻企业||7|家|", [("12", "30")]),
    ],
)
def test_later_stages_told_in_the_same_sentence(target: str, results: str, found: list[tuple[str, str]]) -> None:
    assert sorted(pairs(told("plan", f"target {target}", f"achieved {results}"))) == found


def test_a_later_stage_in_another_sentence_is_of_others() -> None:
    plan = told(
        "plan",
        "target 引进项目|亿元以上|30|个|2022",
        "achieved 引进项目|亿元以上|12|个|",
        "achieved 开工项目||7|个|",
    )
    assert pairs(plan) == [("12", "30")]


def test_what_another_region_achieved_does_not_count() -> None:
    other = Entity("Region", "140522", "阳城县")
    printed = "规上工业产值||800|亿元|2026"
    assert pairs(told("plan", f"target {printed}"), told("news", f"achieved {printed}", about=other)) == []


def test_a_plan_is_no_target_and_a_target_no_result() -> None:
    printed = "规上工业产值||800|亿元|2026"
    assert pairs(told("plan", f"planned {printed}"), told("news", f"achieved {printed}")) == []
    assert pairs(told("plan", f"target {printed}"), told("news", f"target {printed}")) == []
