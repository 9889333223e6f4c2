"""What is planned told from what is there, by kind of clause: a text, and of its relations those that are planned."""

import pytest
from texts import annotated

from kg.extract.relations import relations

# The home of the text (沂水县 when none is given), its text (／ ends a paragraph), and its planned relations.
CASES = """
# a modal verb before a verb that brings about
将设立上海招商分局。|沂水县 operates 上海招商分局; 上海招商分局 locatedIn 上海市
要建成北港产业园。|沂水县 operates 北港产业园; 北港产业园 locatedIn 沂水县
力争打造云岭科创园。|沂水县 operates 云岭科创园; 云岭科创园 locatedIn 沂水县
计划与湖南大学签署合作协议。|沂水县 cooperatesWith 湖南大学
瑞达科技有限公司拟投资9亿元建设瑞达锂电项目。|瑞达科技有限公司 invests 瑞达锂电项目; 瑞达科技有限公司 undertakes 瑞达锂电项目; 瑞达锂电项目 locatedIn 沂水县
今年，将着力引入半导体企业。|沂水县 developsIndustry 半导体
力争年内成立北港科创基金10亿元。|沂水县 hasFund 北港科创基金
瑞达科技有限公司计划投资9亿元建设瑞达锂电项目。|瑞达科技有限公司 invests 瑞达锂电项目; 瑞达科技有限公司 undertakes 瑞达锂电项目; 瑞达锂电项目 locatedIn 沂水县
# what is done, or has begun
已设立上海招商分局。|
设立了上海招商分局。|
今年以来，先后引进半导体企业12家。|
北港产业园已建成投用。|
目前正在建设北港产业园。|
瑞达锂电项目开工仪式在北港产业园举行，预计明年投产。|
总投资9亿元的瑞达锂电项目预计明年投产。|
沂水县与湖南大学签署战略合作协议，双方将共建北港技术创新中心。|湖南大学 operates 北港技术创新中心; 北港技术创新中心 locatedIn 沂水县
在建的北港产业园面积300亩。|
与湖南大学签署合作协议。|
瑞达科技有限公司投资9亿元建设瑞达锂电项目，预计明年投产。|
# verbs that take what they govern as there
将提升北港产业园能级。|
要做强水泵产业，用好上海招商分局。|
力争推进北港产业园建设。|
将启动北港产业园二期建设。|
将把北港产业园打造成百亿平台。|
要深化与湖南大学合作。|
下一步，将充分发挥北港科创基金作用。|
# verbs that are plans whenever they are told, and those that seek
谋划建设北港产业园。|沂水县 operates 北港产业园; 北港产业园 locatedIn 沂水县
已规划建设北港产业园。|沂水县 operates 北港产业园; 北港产业园 locatedIn 沂水县
规划建设北港产业园，目前已建成300亩。|
开发区规划建设了北港产业园。|
规划建设北港产业园，已入驻企业12家。|
筹建北港技术创新中心。|沂水县 operates 北港技术创新中心; 北港技术创新中心 locatedIn 沂水县
申报创建北港国际合作产业园。|沂水县 operates 北港国际合作产业园; 北港国际合作产业园 locatedIn 沂水县
加快云岭水库项目前期工作。|云岭水库项目 locatedIn 沂水县
# one word over several clauses
今年，计划设立上海招商分局，建设北港产业园，引进半导体企业。|沂水县 operates 上海招商分局; 沂水县 operates 北港产业园; 沂水县 developsIndustry 半导体; 上海招商分局 locatedIn 上海市; 北港产业园 locatedIn 沂水县
下一步，要设立上海招商分局；建设北港产业园。|沂水县 operates 上海招商分局; 沂水县 operates 北港产业园; 上海招商分局 locatedIn 上海市; 北港产业园 locatedIn 沂水县
已设立上海招商分局，计划建设北港产业园。|沂水县 operates 北港产业园; 北港产业园 locatedIn 沂水县
# quotations
“我们将建设北港产业园。”县长王明远说。|沂水县 operates 北港产业园; 北港产业园 locatedIn 沂水县
将建设“北港产业大脑”。|沂水县 operates 北港产业大脑
# a verb behind who comes
瑞达科技有限公司拟落户北港产业园。|瑞达科技有限公司 locatedIn 北港产业园
瑞达科技有限公司已落户北港产业园。|
推动北港产业园尽快落地，力争年内开工。|沂水县 operates 北港产业园; 北港产业园 locatedIn 沂水县
# an industry is there when what is made is another thing
将构建食品产业高质量发展新格局。|
要组建食品产业招商专班。|
将前瞻布局氢能产业。|沂水县 developsIndustry 氢能
推动铅笔产业向化妆品产业转型，力争三年见效。|沂水县 developsIndustry 化妆品
引导民间投资向食品产业拓展，力争三年见效。|
将打造食品产业集群。|沂水县 developsIndustry 食品
要培育壮大食品产业。|
# who is bidden to do it has not done it by that
支持云岭开发区建设北港产业园。|云岭开发区 operates 北港产业园; 沂水县 operates 北港产业园; 北港产业园 locatedIn 云岭开发区
已支持云岭开发区建设北港产业园。|
沂水县着力打造北港产业园。|沂水县 operates 北港产业园; 北港产业园 locatedIn 沂水县
近年来，沂水县着力打造北港产业园。|
# a manner takes it that something is being built, preparing it does not
将高标准建设北港产业园。|
支持云岭产业园筹建。|沂水县 operates 云岭产业园; 云岭产业园 locatedIn 沂水县
推动云岭高铁项目纳入国家规划。|云岭高铁项目 locatedIn 沂水县
# a bracket behind a name tells it of every relation of what is named
北港产业园（筹建）面积300亩。|沂水县 operates 北港产业园; 北港产业园 locatedIn 沂水县
北港产业园（规划中）、云岭科创园（在建）各300亩。|沂水县 operates 北港产业园; 沂水县 operates 云岭科创园; 北港产业园 locatedIn 沂水县; 云岭科创园 locatedIn 沂水县
北港产业园（拟建）、云岭科创园各300亩。|沂水县 operates 北港产业园; 北港产业园 locatedIn 沂水县
设有沂水工匠学院（筹建）。|沂水工匠学院 locatedIn 沂水县
北港产业园（一期）已建成投用。|
# policies are pursued as soon as they are told, but for papers to be written
将坚持工业强县战略。|
要建立“链长制”，落实“亩均论英雄”。|沂水县 pursues 链长制
要深化“亩均论英雄”改革。|
制定了《沂水县食品产业行动方案》，将提请审议。|
"""
REPORT = "一、2025年工作回顾\n引进半导体企业，建设北港产业园。\n二、2026年重点工作安排\n设立上海招商分局，提升北港产业园能级。"
CHAPTER = "一、2025年工作回顾\n推动云岭走廊建设，发展氢能产业。\n三、关于2026年工作\n推动北港走廊建设，大力发展低空经济，规范发展直播电商。"


def planned(text: str, home: str = "沂水县") -> set[str]:
    found = relations(annotated(text.replace("／", "\n"), home))
    return {f"{one.subject.text} {one.predicate} {one.object.text}" for one in found if one.status == "planned"}


@pytest.mark.parametrize("case", [line for line in CASES.split("\n") if line and line[0] != "#"])
def test_what_is_planned(case: str) -> None:
    text, wanted = case.split("|")
    assert planned(text) == {one for one in wanted.split("; ") if one}


def test_the_chapters_of_a_report_tell_a_plan_from_what_was_done() -> None:
    kinds = ("heading", "paragraph", "heading", "paragraph")
    doc = annotated(REPORT, "沂水县", "2026-01-20", "沂水县_政府工作报告", kinds)
    told = [(one.object.text, one.status) for one in relations(doc) if one.predicate != "locatedIn"]
    assert ("上海招商分局", "planned") in told
    assert {name for name, status in told if status == "achieved"} == {"半导体", "北港产业园"}


def test_in_a_chapter_of_the_year_to_come_what_is_to_be_grown_or_built_is_planned() -> None:
    kinds = ("heading", "paragraph", "heading", "paragraph")
    doc = annotated(CHAPTER, "沂水县", "2026-01-20", "沂水县_政府工作报告", kinds)
    assert {one.object.text for one in relations(doc) if one.status == "planned" and one.predicate != "locatedIn"} == {
        "北港走廊",
        "低空经济",
    }


def test_a_thing_is_planned_where_no_sentence_takes_it_as_there() -> None:
    assert "云岭产业园 locatedIn 沂水县" in planned("将建设云岭产业园。规划建设云岭产业园。")
    assert not planned("将建设云岭产业园。云岭产业园入驻企业12家。") & {"云岭产业园 locatedIn 沂水县"}
