"""Characters: what is folded, closed up, made single, and what stays."""

import pytest

from kg.clean import clean
from kg.model import Document


def text(source: str) -> str:
    return clean(Document("a", "a", "a.txt", "", "utf-8", source, 0, len(source))).text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("引进 亿元项目 50 个。", "引进亿元项目50个。"),
        ("产值１２３４.５亿元，增长５％。", "产值1234.5亿元，增长5%。"),
        ("产值 1,234.5 亿元。", "产值1234.5亿元。"),
        ("增长4%,总量第一;完成了:(一)(2022)。", "增长4%，总量第一；完成了：（一）（2022）。"),
        ("第5期(总第178期)开印。", "第5期（总第178期）开印。"),
        ('抓"一号工程",建"两大平台"。', "抓“一号工程”，建“两大平台”。"),
        ("用好'金钥匙'开门。", "用好‘金钥匙’开门。"),
        ("PEOPLE'S PARK 开园。", "PEOPLE'S PARK开园。"),
        ("引进 GDP Growth Lab 团队。", "引进GDP Growth Lab团队。"),
        ("“1+\n4+10”方案。", "“1+4+10”方案。"),
        ("项目\u200b落\ufeff地\xa0了。", "项目落地了。"),
        ("县委书记讲话\n,\n县长主持，会议结束。", "县委书记讲话，县长主持，会议结束。"),
        ("建成，\r\n投产，\x0c达产。", "建成，投产，达产。"),
        ("强 化 战 略 部 署 ，集 聚 资 源 2 0 个 。", "强化战略部署，集聚资源20个。"),
        ("增长5%—5.5%，1—7 月、1+1＞2。", "增长5%—5.5%，1—7月、1+1>2。"),
        ("⼯业⽤地。", "工业用地。"),
    ],
)
def test_characters_are_folded_and_blanks_closed_up(source: str, expected: str) -> None:
    assert text(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("春到小镇春到小镇 百业正兴百业正兴", "春到小镇 百业正兴"),
        ("22 月月 1818 日日，，大会召开大会召开。。", "2月18日，大会召开。"),
        ("全市抓落实全市抓落实———向未来出发—向未来出发", "全市抓落实——向未来出发"),
        ("会议聚焦““招商引资招商引资””，取得实效。", "会议聚焦“招商引资”，取得实效。"),
        ("定于22 月月 1818 日日召开。", "定于2月18日召开。"),
        ("层层压实、代代相传，常常走访，22亿元到位。", "层层压实、代代相传，常常走访，22亿元到位。"),
        ("天天向上，好好学习。", "天天向上，好好学习。"),
        ("1111人参会。", "1111人参会。"),
    ],
)
def test_what_is_printed_twice_is_made_single_and_reduplication_stays(source: str, expected: str) -> None:
    assert text(source) == expected


def test_a_headline_keeps_its_gap_and_a_name_set_apart_is_closed() -> None:
    assert (
        text("锁定新目标  实现大突破\n县委书记  林 某\n正文开始了。")
        == "锁定新目标 实现大突破\n县委书记 林某\n正文开始了。"
    )
