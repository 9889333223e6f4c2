"""Pages cut into the sections that officials sign."""

from pathlib import Path

import pytest

from kg.read import read
from kg.read.sections import sections


def headings(text: str) -> list[str]:
    return [section.heading for section in sections(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲县\n标题\n县委书记 张三\n正文。\n乙市\n标题\n\n市长 李四\n正文。", ["甲县", "乙市"]),
        ("【甲县】\n县委副书记、代县长 张  三\n正文。\n【乙区】\n区委书记 李四\n正文。", ["甲县", "乙区"]),
        ("■甲镇\n镇党委书记：张三\n正文。\n■乙乡\n乡长：李四\n正文。", ["甲镇", "乙乡"]),
        ("甲县 县委书记 张三\n正文。\n乙县 县长 李四\n正文。", ["甲县", "乙县"]),
        ("高新区\n党工委书记、管委会主任 阿依古丽·买买提\n正文。\n甲集团\n董事长 王五\n正文。", ["高新区", "甲集团"]),
        ("甲县\n县委书记 张三\n正文。", ["甲县"]),
        ("大会召开。\n甲县\n县委书记 张三\n正文。", [""]),
        ("全市比拼\n甲县\n县委书记 张三\n正文。\n乙县\n县长 李四\n正文。", ["甲县", "乙县"]),
        ("大会召开。\n甲县\n县委书记 张三\n正文。\n乙县\n县长 李四\n正文。", ["", "甲县", "乙县"]),
        ("甲县\n正文很长。\n县委书记 张三\n乙县\n正文。\n县长 李四", [""]),
        ("甲开发区再出发\n□ 记者 张三\n正文。\n乙开发区投产\n□ 记者 李四\n正文。", [""]),
        ("甲县 县长 张三\n乙县 县长 李四\n丙县 县长 王五\n名单公布完毕。", [""]),
        ("", [""]),
    ],
)
def test_a_section_is_a_name_and_its_official_before_any_sentence(text: str, expected: list[str]) -> None:
    assert headings(text) == expected


def test_a_headline_printed_twice_after_the_last_section_is_the_pages_own() -> None:
    page = "甲县\n县委书记 张三\n正文。\n乙县\n县长 李四\n正文。\n打响招商大会战打响招商大会战\n前言。"
    assert headings(page) == ["甲县", "乙县", ""]


def test_sections_cover_the_page_without_a_gap() -> None:
    page = "\n 大会召开。\n甲县\n县委书记 张三\n正文。\n\n乙县\n县长 李四\n正文。\n"
    bounds = [(section.begin, section.end) for section in sections(page)]
    assert bounds[0][0] == 0 and bounds[-1][1] == len(page)
    assert all(end == begin for (_, end), (begin, _) in zip(bounds, bounds[1:], strict=False))


def test_units_are_named_after_the_stem_and_the_heading_and_never_alike(tmp_path: Path) -> None:
    path = tmp_path / "009.txt"
    section = "{}\n县委书记 张三\n正文。\n"
    path.write_text("时间：2024-03-01\n" + "".join(map(section.format, ("甲县", "乙县", "甲县"))), encoding="utf8")
    units = read(path)
    assert [unit.identifier for unit in units] == ["009#甲县", "009#乙县", "009#甲县~2"]
    assert {(unit.paper, unit.date, unit.source) for unit in units} == {("009", "2024-03-01", units[0].source)}


def test_a_unit_that_is_a_file_keeps_its_stem_and_has_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "009#甲县.txt"
    path.write_text("甲县\n县委书记 张三\n正文。\n", encoding="utf8")
    (unit,) = read(path)
    assert (unit.identifier, unit.paper, unit.heading) == ("009#甲县", "009", "甲县")
