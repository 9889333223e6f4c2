import re

import pytest

from kg.annotate.measures.periods import periods
from kg.resources import patterns

# One case a line: the document's date, a text, and the values of the periods in it.
CASES = """
2022-02-18|力争今年新增12家|2022
2022-02-18|去年完成投资3亿元，明年翻番|2021 2023
2022|未来五年，招引企业30家|2022..2026
2022|五年内每年新拓展空间|2022..2026
2022|全面攻坚。5年投资规模超过百亿元|2022..2026
2022|到2026年，产值突破720亿元|2026
2020|1—7月投资增长8%|2020-01..2020-07
2020|今年上半年增长，下半年加快，一季度最好|2020-H1 2020-H2 2020-Q1
2023|前三季度增长6%|2023-01..2023-09
2020|4月9日至10日到访|2020-04-09..2020-04-10
2020|8月30日至9月2日举行|2020-08-30..2020-09-02
|12月6日上午签约|--12-06
|12月6日至8日考察，12月30日至1月2日参展|--12-06..--12-08 --12-30..--01-02
|2021年12月6日签约|2021-12-06
|今年上半年增长|
2024|“十四五”期间新开发，“十四五”末建成，“十五五”初见效|十四五 2025 2026
2024|2021—2025年累计|2021..2025
2026-01-20|过去的五年极不平凡，一年来稳中有进|2021..2025 2025
2024-09-20|19日下午，会议召开；8日，工地开工|2024-09-19 2024-09-08
2024-09-03|30日上午调研|2024-08-30
2024-09-20|6月30日签约，16日，又开工|2024-06-30 2024-06-16
2024-09-01|昨日上午，会议召开|2024-08-31
|19日下午，会议召开|
2024-09-20|每月19日，逢5日、10日赶集|
2025-11-20|一年来稳中有进|2025
2024|一年半内新增用地|2024..2025
2024|结合“十四五”规划谋划项目|
2024|全年龄友好城市建设|
2024|三年行动计划深入实施，24小时值守，30年不变|
""".strip("\n").splitlines()


@pytest.mark.parametrize("case", CASES)
def test_periods(case):
    date, text, expected = case.split("|")
    assert " ".join(filter(None, (value for *_, value in periods(text, date)))) == expected


def test_a_date_is_told_from_a_span_of_time():
    labels = [label for _, _, label, _ in periods("2023年3月6日至8日，今年一季度", "2023")]
    assert labels == ["date", "period"]


def test_every_row_tells_the_character_that_its_example_begins_with():
    rows = [row for name in ("periods", "name_numbers") for row in patterns(name)]
    assert len(rows) > 40
    for row in rows:
        match = row.regex.search(row.example)
        head = "[" + row.more["first"] + "]"
        assert re.match(head, match.group()), row.id
