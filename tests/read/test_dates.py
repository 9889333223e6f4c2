"""The date that a page prints of itself."""

import pytest

from kg.read.dates import printed_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021年3月9日 星期二 责任编辑:李四 版面设计:王五", "2021-03-09"),
        ("正文。\n　　2021年3月9日　星期二\n", "2021-03-09"),
        ("时间：2026-01-22", "2026-01-22"),
        ("时间：\n2026-02-02 09:20", "2026-02-02"),
        ("发布日期：2023年12月1日", "2023-12-01"),
        ("2026年02月10日 07时41分\n来源:", "2026-02-10"),
        ("2022-05-06", "2022-05-06"),
        ("某某市人民政府公报\n2020\n\n第5期(总第178期)", "2020"),
        ("2019年第12期", "2019"),
        ("2017年9月10日，全县招商大会召开。", ""),
        ("会议定于2017年9月10日", ""),
        ("——2026年1月26日在某某市第八届人民代表大会第五次会议上", ""),
        ("2021年13月9日 星期二", ""),
        ("到2026年，规上工业产值突破800亿元。", ""),
        ("", ""),
    ],
)
def test_only_furniture_dates_a_page(text: str, date: str) -> None:
    assert printed_date(text, "007") == date


@pytest.mark.parametrize(
    ("stem", "date"),
    [
        ("2026_云南省_政府工作报告", "2026"),
        ("云南省_2025年政府工作报告", "2025"),
        ("日报_2020-08-24_01版", "2020-08-24"),
        ("20200824", "2020-08-24"),
        ("2001", ""),
        ("004#楚雄市", ""),
    ],
)
def test_the_name_of_the_file_is_the_last_resort(stem: str, date: str) -> None:
    assert printed_date("正文。", stem) == date
    assert printed_date("时间：2024-07-01\n正文。", stem) == "2024-07-01"
