"""What keeps figures apart, and in which series a figure may be compared."""

from decimal import Decimal

import pytest

from kg import terms
from kg.graph.figures.measures import measures, series
from kg.graph.figures.scopes import extent, parts
from kg.graph.nodes import Naming
from kg.model import Comparator, Figure, Name, Quote, Status

HERE = Name("Region", "沁水县")


def figure(printed: str, at: int = 0, status: Status = "target", comparator: Comparator = "=") -> Figure:
    indicator, scope, value, unit = printed.split("|")
    return Figure(status, HERE, indicator, scope, comparator, Decimal(value), unit, "2023", Quote(at, at + 1))


def name(printed: str, comparator: Comparator = "=") -> str:
    """Return the last part of the IRI of the series of a figure, "" without one."""
    one = figure(printed, comparator=comparator)
    measure = measures([(Quote(0, 9), one)]).get(one)
    found = series(one, measure, Naming()) if measure else None
    return found[0].value.rpartition("/")[2] if found else ""


@pytest.mark.parametrize(
    ("scope", "label"),
    [
        ("", ""),
        ("亿元以上", "≥1亿元"),
        ("亿元", "≥1亿元"),
        ("十亿元以上，制造业", "≥10亿元"),
        ("总投资5000万元以上", "≥5000万元"),
        ("千万元以上", "≥1000万元"),
        ("20亿以上，重大", "≥20亿元"),
        ("百亿级", "≥100亿元"),
        ("1000万美元以上", "≥1000万美元"),
        ("大", "大"),
        ("重大，工业", "大"),
        ("优质，新", ""),
        ("外资，亿元以上", "≥1亿元 外资"),
        ("省级重点", "省级重点"),
    ],
)
def test_what_keeps_figures_apart(scope: str, label: str) -> None:
    assert extent(parts(scope)).label == label


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("引进项目|亿元以上，大|13|个", "引进项目-≥1亿元-个"),
        ("规上工业产值||800|亿元", "规上工业产值-元"),
        ("新增工业用地||100|公顷", "新增工业用地-平方米"),
        ("实际使用外资||1|亿美元", "实际利用外资-美元"),
        ("实际使用外资||7|亿元", "实际利用外资-元"),
        # The unit does not fit, the unit or the indicator is not known:
        ("规上工业产值||1|番", ""),
        ("引进项目||2|倍", ""),
        ("引进项目||3|箩筐", ""),
        ("铸造编钟||3|套", ""),
    ],
)
def test_the_series_of_a_figure(printed: str, expected: str) -> None:
    assert name(printed) == expected


def test_a_mere_limit_stands_in_no_series() -> None:
    assert name("地区生产总值增速||5.5|%", "<=") == ""
    assert name("地区生产总值增速||5|%", ">=") == "地区生产总值增速-%25"
    assert name("城镇调查失业率||5.5|%", "<=") == "城镇调查失业率-%25"
    assert name("城镇调查失业率||5|%", ">=") == ""


def concepts(*sentences: tuple[Figure, ...]) -> list[str]:
    told = [(Quote(100 * number, 100 * number + 9), one) for number, them in enumerate(sentences) for one in them]
    return [terms.notation(found.concept) for found in measures(told).values()]


def test_a_bare_count_is_of_what_was_told_before_it() -> None:
    money, bare, third = (
        figure("招商引资||90|亿元", 1),
        figure("制造业项目|亿元以上|30|个", 2),
        figure("项目|10亿元|3|个", 3),
    )
    assert concepts((money, bare, third)) == ["promoted-amount", "projects-in", "projects-in"]
    assert concepts((figure("签约金额||90|亿元", 1), bare)) == ["signed-amount", "projects-signed"]
    assert concepts((money,), (bare,)) == ["promoted-amount", "projects"]
    assert concepts((figure("固定资产投资||90|亿元", 1), bare)) == ["fixed-investment", "projects"]
    assert concepts((figure("招商引资||90|亿元", 1, "achieved"), bare)) == ["promoted-amount", "projects"]
