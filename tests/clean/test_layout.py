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
        ("□ 记者 陈某", "byline"),
        ("□ 通讯员 夏某某 记者 陈某", "byline"),
        ("本报记者 陈某 摄", "byline"),
        ("文/陈某 图/夏某某", "byline"),
        ("县委书记 林某", "heading"),
        ("党工委书记、管委会主任  林 某某", "heading"),
        ("一、2025年工作回顾", "heading"),
        ("（一）大力拓展内需新空间", "heading"),
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
        ("大会闭幕。本报记者 陈某 摄", ["大会闭幕。", "本报记者 陈某 摄"]),
        ("责任编辑：\n李四\n下载", ["责任编辑：", "李四", "下载"]),
        ("来源：\n分享：\n会议召开。", ["来源：", "分享：", "会议召开。"]),
    ],
)
def test_bylines_and_furniture_are_kept_out_of_the_paragraph(source: str, expected: list[str]) -> None:
    found = blocks(source)
    assert [text for _, text in found] == expected
    assert all(kind == "paragraph" for kind, text in found if text.endswith("。"))


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


def test_a_headline_that_comes_again_is_furniture() -> None:
    page = "某某市2026年政府工作报告\n各位代表！\n会议召开。\n某某市2026年政府工作报告"
    assert [kind for kind, _ in blocks(page)] == ["title", "paragraph", "paragraph", "furniture"]


def test_links_at_the_end_are_furniture() -> None:
    page = "会议召开。\n相关链接>>\n关于政府工作报告的决议\n热议政府工作报告，干劲十足。"
    assert [kind for kind, _ in blocks(page)] == ["paragraph", "furniture", "furniture", "furniture"]
