import re

import pytest

from kg.annotate.lac import analyser
from kg.annotate.titles import seat, titles
from kg.resources import lexicon

MARKED = [
    "浙江[省委书记]周明远出席",
    "杭州市[市长]周明远到会",
    "[市委副书记]、[市长]周明远主持",
    "河南省人民政府[省长]周明远报告",
    "广西壮族[自治区党委书记]、[自治区人大常委会主任]周明远",
    "[自治区主席]周明远调研",
    "恩施[州委副书记]、[州长]周明远",
    "[盟委书记]周明远",
    "[市委副书记]、市人民政府[市长]周明远",
    "[县委副书记]、[代县长]周明远",
    "[省政府党组成员]周明远",
    "[市人大常委会副主任]周明远、[市政协副主席]李婉",
    "杭州[市政协主席]周明远",
    "[市委常委]、[组织部部长]周明远，[县委常委]、[组织部长]李婉",
    "[区委常委]、[常务副区长]周明远",
    "高新区[党工委书记]、[管委会主任]周明远",
    "集聚区（开发区）[党工委书记]、[管委会主任]周明远",
    "周明远、李婉等[委班子成员]参加",
    "领导小组[第一组长]周明远",
    "[镇党委副书记]、[镇长]周明远，[村党支部书记]李婉",
    "明华集团[董事长]兼[总裁]周明远",
    "县农业农村局[党组书记]、[局长]周明远",
    "[市领导]周明远出席",
    "[市政协领导]周明远、孙同山参加视察",
    "[国务院副总理]考察",
    "[国防部长]来访",
    "[省纪委监委副书记]周明远",
    "[县长助理]周明远、[县公安局政委]李婉",
    "[市县领导]周明远",
    "明华集团[董事局副主席]周明远",
    "[纪工委书记]周明远",
    "平川镇[党委委员]、[武装部部长]周明远",
    "[招商大使]周明远",
    "公司[艺术总监]周明远",
]
NONE = [
    "湖州长兴县结对",
    "城市长期规划出台",
    "全市长远发展",
    "召开县委常委会会议",
    "市领导班子调整",
    "书记办公会研究",
    "市委员会成立",
]


def cut(text):
    return [text[begin:end] for begin, end, _, _ in titles(text, 0, len(text), analyser().words([text])[0])]


@pytest.mark.parametrize("marked", MARKED)
def test_titles_are_cut_without_the_place_before_them(marked):
    assert cut(re.sub(r"[\[\]]", "", marked)) == re.findall(r"\[(.+?)\]", marked)


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_title_is_none(text):
    assert cut(text) == []


def test_every_term_makes_a_title_of_its_own_example():
    rows = [row for row in lexicon("titles") if row["part"] != "organ"]
    assert len(rows) > 150
    for row in rows:
        text = row["example"]
        found = [text[begin:end] for begin, end, _, _ in titles(text, 0, len(text), ())]
        assert any(row["term"] in title or title in row["term"] for title in found), row


def test_every_organ_stands_in_its_example():
    rows = [row for row in lexicon("titles") if row["part"] == "organ"]
    assert rows
    assert all(row["term"] in row["example"] for row in rows)


@pytest.mark.parametrize(
    ("title", "where"),
    [
        ("市委书记", "region"),
        ("党工委委员", "zone"),
        ("总经理", "firm"),
        ("副校长", "body"),
        ("副区长（挂职）", "region"),
        ("市财政局局长", "region"),
        ("总书记", "nation"),
    ],
)
def test_a_title_says_where_its_seat_is(title, where):
    assert seat(title) == where
