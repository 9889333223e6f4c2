"""Tables: a row is a paragraph whose cells are parted by tabs; what only looks wide is no table."""

import pytest

from kg.clean import clean
from kg.model import Document


def text(source: str) -> str:
    return clean(Document("a", "a", "a.txt", "", "utf-8", source, 0, len(source))).text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("指标\t单位\t增速\n产值\t亿元\t8.7", "指标\t单位\t增速\n产值\t亿元\t8.7"),
        ("指标\t增速\n产值 \t 8.7", "指标\t增速\n产值\t8.7"),
        ("项 目  投 资  用 地\n甲 项 目  5亿元  8亩", "项目\t投资\t用地\n甲项目\t5亿元\t8亩"),
        ("产值　　８.７\n\n税收　　6.5", "产值\t8.7\n税收\t6.5"),
        ("\t\t指标\t增速\t\n产值\t\t8.7", "指标\t增速\n产值\t8.7"),
        ("会议\t召开。", "会议召开。"),
        ("锁定新目标  实现大突破\n招大商  强主业", "锁定新目标 实现大突破\n招大商 强主业"),
        ("聚  焦  主  业\n招  大  引  强", "聚焦主业\n招大引强"),
        ("会议召开。\t\t\n产值增长。", "会议召开。\n产值增长。"),
    ],
)
def test_cells_are_parted_and_wide_gaps_are_not_cells(source: str, expected: str) -> None:
    assert text(source) == expected
    assert text(expected) == expected


def test_every_row_is_a_paragraph_and_its_caption_a_heading() -> None:
    source = "会议召开。\n主要指标\n指标\t增速\n产值\t8.7\n来源：县统计局"
    found = clean(Document("a", "a", "a.txt", "", "utf-8", source, 0, len(source)))
    assert [block.kind for block in found.blocks] == ["paragraph", "heading", "paragraph", "paragraph", "furniture"]


@pytest.mark.parametrize("line", ["□ 记者 " + "甲 " * 60, "编辑 " * 60, "甲乙 > " * 30, " " * 20_000, "\t甲" * 5_000])
def test_a_line_that_is_nearly_furniture_does_not_take_for_ever(line: str) -> None:
    assert text(line + "，会议召开。").endswith("会议召开。")
