import pytest

from kg.annotate.measures.amounts import expression, read
from kg.annotate.measures.quantities import quantities
from kg.resources import lexicon

# One case a line: a text, and what is found in it: label, comparator, value, unit.
CASES = """
产值突破720亿元|quantity>720亿元
总投资1.5 亿元|quantity=1.5亿元
预算收入3.15万亿元|quantity=3.15万亿元
规模达一万五千亿|quantity=15000亿
总量迈上二十万亿|quantity>20万亿
贷款余额1.72万亿元|quantity=1.72万亿元
航程三个半小时|quantity=3.5小时
产值翻一番、税收翻番|growth-word=1番 growth-word=2倍
占比五成|quantity=5成
占全国三分之一、出口的1/4|quantity=0.3333 quantity=0.25
增长百分之五|quantity=5%
增长5%—5.5%|quantity=5..5.5%
用地1—1.2万亩|quantity=1..1.2万亩
新增10个以上、不低于5家、至少3名|quantity>=10个 quantity>=5家 quantity>=3名
浓度25微克/立方米，控制在30微克/立方米以内|quantity=25微克/立方米 quantity<=30微克/立方米
用时6个月不到|quantity<6个月
40多名员工、3000余台设备、十几种植物|quantity>40名 quantity>3000台 quantity>10种
近300万人、约20亩、5%左右|quantity~300万人 quantity~20亩 quantity~5%
上千家、数百家、超百亿元、突破万亿元|quantity>=1000家 quantity>100家 quantity>100亿元 quantity>1万亿元
筹集15.6万套（间）|quantity=15.6万套（间）
招引10亿元以上项目5个|threshold>=10亿元 quantity=5个
招引百亿级项目1个、亿元项目20个|threshold~100亿 quantity=1个 threshold~1亿元 quantity=20个
亩均税收5万元以下的低效企业|threshold<=5万元
打造300亿级产业集群|threshold~300亿
增速全市第二，总量居全国第4位，数量居全省首位|ordinal=2位 ordinal=4位 ordinal=1位
上市企业零突破、重大项目破“零”|growth-word>0 growth-word>0
全县上下倍增干劲|
深化“三服务”、推进一号工程，理清6大产业链|
三年行动计划、24小时值守、5G基站、第三产业|
一是抓项目，二是抓招商|
每周一次研究，每月至少召开1次以上推进会|
融入长三角、珠三角，四面八方|
从三个方面发力，坚持四个优先|
汽车零部件产业|
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_quantities(case):
    text, expected = case.split("|")
    found = []
    for _, _, label, value in quantities(text.replace(" ", "")):
        if value is not None:
            upper = f"..{value.upper}" if value.upper is not None else ""
            found.append(f"{label}{value.comparator}{value.value}{upper}{value.unit}")
    assert " ".join(found) == expected


def test_a_comparator_inside_a_word_is_none():
    text = "项目签约35亿元"
    tags = {0: "n", 2: "v", 4: "m"}
    ((begin, end, _, value),) = quantities(text, tags)
    assert (text[begin:end], value.comparator) == ("35亿元", "=")


def test_a_unit_inside_a_word_is_none():
    text = "在百亿项目上突破"
    tags = {0: "p", 1: "m", 3: "n", 5: "f", 6: "v"}
    ((begin, end, label, value),) = quantities(text, tags)
    assert (text[begin:end], label, value.unit) == ("百亿", "threshold", "亿")


def test_every_unit_is_read_in_its_example():
    rows = [row for row in lexicon("units") if row["quantity"] != "number"]
    assert len(rows) > 120
    for row in rows:
        units = [quantity.unit for m in expression().finditer(row["example"]) if (quantity := read(m))]
        assert any(unit.endswith(row["unit"]) for unit in units), row["unit"]


def test_every_comparator_is_read_in_its_example():
    rows = lexicon("comparators")
    assert len(rows) > 30
    for row in rows:
        found = [quantity.comparator for m in expression().finditer(row["example"]) if (quantity := read(m))]
        assert row["comparator"] in found, row["word"]


def test_every_growth_word_is_read_in_its_example():
    rows = lexicon("growth_words")
    assert len(rows) > 10
    for row in rows:
        assert "growth-word" in [label for _, _, label, _ in quantities(row["example"])], row["word"]


def test_a_text_of_digits_alone_is_read_in_one_pass():
    assert not list(quantities("7" * 20_000))
