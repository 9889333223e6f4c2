"""Printed phrases reach the concept that they mean, or none: a wrong concept is worse than none."""

import pytest

from kg import terms
from kg.graph.figures.indicators import SCHEME, concept, group, kind, reached
from kg.resources import lexicon, patterns


@pytest.mark.parametrize("row", patterns(SCHEME), ids=lambda row: row.id)
def test_a_rule_makes_of_its_example_what_it_says(row: object) -> None:
    assert row.regex.sub(row.more["means"], row.example) == row.more["gives"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("row", patterns("indicator_groups"), ids=lambda row: row.id)
def test_a_group_is_one_of_the_vocabulary_and_its_example_falls_there(row: object) -> None:
    iri = terms.concept(SCHEME, row.more["group"])  # type: ignore[attr-defined]
    assert (kind(iri), group(row.example)) == ("", iri)  # type: ignore[attr-defined]


def test_every_concept_has_a_kind_of_quantity_and_lies_in_a_group() -> None:
    concepts = terms.scheme(SCHEME)
    measured = [iri for iri in concepts.values() if kind(iri)]
    assert len(measured) > 350
    units = {row["quantity"] for row in lexicon("units")}
    assert {kind(iri) for iri in measured} <= units
    assert [iri for iri in measured if not terms.linked(iri, "broader")] == []
    for iri in measured:
        if terms.notation(iri).endswith("-growth"):
            assert (kind(iri), terms.linked(iri, "broader")) == ("ratio", iri.removesuffix("-growth"))


@pytest.mark.parametrize(
    ("indicator", "scope", "notation", "qualifiers"),
    [
        ("引进项目", "", "projects-in", ""),
        ("招引项目", "亿元以上", "projects-in", "亿元以上"),
        ("新引进项目", "10亿元以上，工业", "projects-in", "10亿元以上 工业"),
        ("成功招引项目", "", "projects-in", ""),
        ("招引先进制造业项目", "", "projects-in", "先进制造业"),
        ("新签约项目", "外资", "projects-signed", "外资"),
        ("完成供地项目", "", "projects-with-land", ""),
        ("工业项目", "亿元以上", "projects", "亿元以上 工业"),
        ("出让工业用地面积", "", "industrial-land-granted", ""),
        ("新开发工业用地", "", "industrial-land-added", ""),
        ("清理盘活闲置土地", "", "idle-land-revived", ""),
        ("规模以上工业总产值", "", "industrial-output", ""),
        ("规模工业增加值增速", "", "industrial-value-added-growth", ""),
        ("生产总值年均增长", "", "gdp-growth", ""),
        ("招商引资", "", "promoted-amount", ""),
        ("招商引资实际到位资金", "", "paid-in", ""),
        ("新增企业", "专精特新“小巨人”", "new-little-giants", ""),
        ("高新技术企业总数", "", "hightech-companies", ""),
        ("城镇新增就业人数", "", "new-jobs", ""),
        ("完成固定资产投资", "", "fixed-investment", ""),
    ],
)
def test_what_is_meant(indicator: str, scope: str, notation: str, qualifiers: str) -> None:
    found = reached(indicator, scope)
    assert found
    assert (terms.notation(found.concept), " ".join(found.qualifiers)) == (notation, qualifiers)


@pytest.mark.parametrize(
    "phrase",
    [
        "总量",
        "面积",
        "产值",
        "营业收入",
        "综合实力排名",
        "增速排名",
        "铸造编钟",
        "“新三样”出口规模",
        "茶叶出口额增速",
        "锂电产业产值",
    ],
)
def test_what_is_not_known_has_no_concept(phrase: str) -> None:
    assert concept(phrase) is None


def test_new_ones_are_not_all() -> None:
    """新增高新技术企业 and 高新技术企业 are never ranked with each other."""
    assert concept("新增高新技术企业") != concept("高新技术企业")
    assert concept("新增上市公司") != concept("上市公司")
