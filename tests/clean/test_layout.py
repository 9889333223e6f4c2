"""Blocks: what goes on, what stands by itself, what is no text at all."""

import pytest

from kg.clean import clean
from kg.model import Document

WRAPPED = """甲县
聚力招商再造新甲县

县委书记 张三

甲县将坚持工业强县不动摇，以项目论英
雄，力争到2026年规上工业产值突破8
00亿元，新增用地一千亩。

突出链式招商。聚焦高端装备等主导产业
，引进“链主型”企业，建设“万亩千亿
”平台，为全市大局作贡献。
"""
LOOSE = WRAPPED.replace("\n\n", "\n").replace("\n", "\n\n")


def blocks(source: str) -> list[tuple[str, str]]:
    found = clean(Document("a", "a", "a.txt", "", "utf-8", source, 0, len(source)))
    return [(block.kind, found.text[block.begin : block.end]) for block in found.blocks]


@pytest.mark.parametrize("page", [WRAPPED, LOOSE], ids=["blank lines between blocks", "blank lines everywhere"])
def test_a_wrapped_page_has_its_headings_and_whole_paragraphs(page: str) -> None:
    assert blocks(page) == [
        ("title", "甲县"),
        ("title", "聚力招商再造新甲县"),
        ("heading", "县委书记 张三"),
        ("paragraph", "甲县将坚持工业强县不动摇，以项目论英雄，力争到2026年规上工业产值突破800亿元，新增用地一千亩。"),
        ("paragraph", "突出链式招商。聚焦高端装备等主导产业，引进“链主型”企业，建设“万亩千亿”平台，为全市大局作贡献。"),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("06要闻·城南", "furniture"),
        ("2021年3月9日 星期二 责任编辑:李四 版面设计:王五", "furniture"),
        ("某某市人民政府公报", "furniture"),
        ("GAZETTE OF THE PEOPLE'S GOVERNMENT", "furniture"),
        ("第5期(总第178期)", "furniture"),
        ("2020", "furniture"),
        ("【字号：", "furniture"),
        ("来源：某某日报", "furniture"),
        ("首页 > 新闻中心 > 工作动态", "furniture"),
        ("01版：要闻", "furniture"),
        ("您现在的位置： 首页 >> 新闻 >> 正文", "furniture"),
        ("新闻中心 > 云岭要闻 > 正文", "furniture"),
        ("来源：某某日报    发布时间：2024-03-13 08:21    字号：[大 中 小]", "furniture"),
        ("2024-10-22 09:12:33 来源：某某日报 作者：陈某 编辑：夏某", "furniture"),
        ("某某日报  2025-02-21  第A1版    记者 陈某某 文/图", "furniture"),
        ("某某日报 2024年9月20日 星期五        01版：要闻", "furniture"),
        ("（2024年12月5日）", "furniture"),
        ("二〇二四年三月十一日", "furniture"),
        ("云政办发〔2024〕8号", "furniture"),
        ("（审核：陈某  签发：夏某）", "byline"),
        ("（编辑 陈某 校对 夏某）", "furniture"),
        ("责编：陈某 / 审核：夏某 / 值班主任：林某", "furniture"),
        ("浏览次数：1326 次   【打印】【关闭】", "furniture"),
        ("[ 大 中 小 ]", "furniture"),
        ("上一篇：园区集中开工", "furniture"),
        ("下一篇：没有了", "furniture"),
        ("扫一扫在手机打开当前页", "furniture"),
        ("原标题：《园区集中开工》", "furniture"),
        ("附件：1. 重点项目清单", "furniture"),
        ("版权所有：某某县人民政府 某ICP备00000000号", "furniture"),
        ("图为企业生产车间。陈某 摄", "byline"),
        ("▲签约现场（某某供图）", "byline"),
        ("陈某某 夏某 摄", "byline"),
        ("本报记者 陈某某 通讯员 夏某 文/图", "byline"),
        ("□ 记者 陈 某", "byline"),
        ("□ 记者 陈某", "byline"),
        ("□ 通讯员 夏某某 记者 陈某", "byline"),
        ("本报记者 陈某 摄", "byline"),
        ("文/陈某 图/夏某某", "byline"),
        ("县委书记 林某", "heading"),
        ("党工委书记、管委会主任  林 某某", "heading"),
        ("一、2025年工作回顾", "heading"),
        ("（一）大力拓展内需新空间", "heading"),
        ("中共某某市委书记  陈某某", "heading"),
        ("——部分开工项目——", "heading"),
        ("图书馆建设提速", "heading"),
        ("编辑部里的年轻人", "heading"),
        ("●智能装备项目：总投资5亿元，用地80亩", "paragraph"),
        ("来源于本地的原料占八成。", "paragraph"),
        ("互联网企业、通讯设备制造加快发展。", "paragraph"),
        ("——2026年1月26日在某某市第八届人民代表大会第五次会议上", "heading"),
        ("各位代表！", "paragraph"),
        ("一年来，主要做了以下工作：", "paragraph"),
        ("记者在现场看到，设备正在安装。", "paragraph"),
    ],
)
def test_a_line_is_told_by_its_words(line: str, kind: str) -> None:
    assert blocks(f"会议召开。\n{line}\n会议要求抓好落实。")[1][0] == kind


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("本报讯 8月2日，会议召开。", ["本报讯", "8月2日，会议召开。"]),
        ("本报讯（记者 陈某）8月2日，会议召开。", ["本报讯（记者 陈某）", "8月2日，会议召开。"]),
        ("新华社昆明8月1日电（记者 陈某）会议召开。", ["新华社昆明8月1日电（记者 陈某）", "会议召开。"]),
        ("某某日报讯（记者 陈某 通讯员 夏某）会议召开。", ["某某日报讯（记者 陈某 通讯员 夏某）", "会议召开。"]),
        ("某某融媒讯 会议召开。", ["某某融媒讯", "会议召开。"]),
        ("会议召开。（编辑：陈某 审核：夏某）", ["会议召开。", "（编辑：陈某 审核：夏某）"]),
        ("会议召开。 陈某 夏某 摄", ["会议召开。", "陈某 夏某 摄"]),
        ("大会闭幕。本报记者 陈某 摄", ["大会闭幕。", "本报记者 陈某 摄"]),
        ("责任编辑：\n李四\n下载", ["责任编辑：", "李四", "下载"]),
        ("来源：\n分享：\n会议召开。", ["来源：", "分享：", "会议召开。"]),
    ],
)
def test_bylines_and_furniture_are_kept_out_of_the_paragraph(source: str, expected: list[str]) -> None:
    found = blocks(source)
    assert [text for _, text in found] == expected
    assert all(kind == "paragraph" for kind, text in found if text.endswith("。"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("关于印发《工业强县行动\n计划》的通知\n会议召开。", "关于印发《工业强县行动计划》的通知"),
        ("关于加快工业强县建设\n的实施意见\n会议召开。", "关于加快工业强县建设的实施意见"),
        ("　　　坚定不移走新路\n　　奋力建设新某县\n会议召开。", "坚定不移走新路"),
    ],
)
def test_a_headline_goes_on_where_its_words_do(source: str, expected: str) -> None:
    assert blocks(source)[0] == ("title", expected)


def test_a_section_before_any_paragraph_is_a_heading_and_no_title() -> None:
    assert [kind for kind, _ in blocks("工作报告\n一、工作回顾\n会议召开。")] == ["title", "heading", "paragraph"]


def test_a_page_break_in_a_sentence_does_not_end_the_paragraph() -> None:
    long = "车间里一派繁忙，企业看生产、问经营，对推动高质量复工复产、努力完成全年目标任务提出要求，加快推进智能制"
    assert blocks(f"会议召开。\n\n{long}\n\n- 3 -\n\n造、打响自主品牌。")[1] == (
        "paragraph",
        f"{long}造、打响自主品牌。",
    )


def test_a_heading_ends_a_paragraph_that_a_column_cut_off() -> None:
    cut = "产业培育：要坚定不移抓产业集群，全面推进链长制管理，提高抓产业的专业水平和能力，编制企业清单、项目清"
    page = f"会议召开。\n\n{cut}\n\n产业怎么抓\n\n要招引上下游企业。"
    assert [kind for kind, _ in blocks(page)] == ["paragraph", "paragraph", "heading", "paragraph"]


def test_the_last_line_of_an_indented_paragraph_may_be_wider_than_its_first() -> None:
    source = """甲县与某大学签署战略合作协议

　　3月12日，甲县人民政府与某大学战略合作协议签约仪式在
甲县政务服务中心举行。大学党委书记张三，党委常委、副
校长李四出席活动。

　　根据协议，双方将在平台共建和人才培养等方面开展合
作，共建某大学甲县新材料研究院（以下简称“研究院”）。
"""
    assert [kind for kind, _ in blocks(source)] == ["title", "paragraph", "paragraph"]
    assert blocks(source)[-1][1].startswith("根据协议，双方将在平台共建和人才培养等方面开展合作，")


def test_a_headline_that_comes_again_is_furniture() -> None:
    page = "某某市2026年政府工作报告\n各位代表！\n会议召开。\n某某市2026年政府工作报告"
    assert [kind for kind, _ in blocks(page)] == ["title", "paragraph", "paragraph", "furniture"]


def test_links_at_the_end_are_furniture() -> None:
    page = "会议召开。\n相关链接>>\n关于政府工作报告的决议\n热议政府工作报告，干劲十足。"
    assert [kind for kind, _ in blocks(page)] == ["paragraph", "furniture", "furniture", "furniture"]
