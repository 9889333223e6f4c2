"""The date that a page prints about itself, in its masthead or furniture; never one from an ordinary sentence."""

import datetime
import re
import unicodedata

from kg.resources import pattern, patterns

_PLAIN = str.maketrans("０１２３４５６７８９．－／", "0123456789.-/")
_TEN = 10


def printed_date(text: str, stem: str) -> str:
    """Return the ISO date of the page, its year when no more is printed, or "".

    The rows ``date-*`` of patterns/read.jsonl are tried in their order; those marked ``in: stem`` read the file's stem.
    A work report is of the year in its title, whenever a site shows it.

    >>> printed_date("2021年8月23日 星期一 责任编辑:李四", "002")
    '2021-08-23'
    >>> printed_date("来源：云南日报 | 发布时间：２０２４／３／１３", "001")
    '2024-03-13'
    >>> printed_date("2018年5月11日，全县招商大会召开。", "000")
    ''
    >>> printed_date("2019年沂水县人民政府工作报告\\n发布时间：2021-07-27", "000")
    '2019'
    """
    text = text.translate(_PLAIN)
    rows = (row for row in patterns("read") if row.id.startswith("date-"))
    matches = (m for row in rows for m in row.regex.finditer(stem if row.more.get("in") == "stem" else text))
    found = next(filter(None, map(_iso, matches)), "")
    report = pattern("read", "report-year").search(text)
    return report["year"] if report and not found.startswith(report["year"]) else found


def _iso(match: re.Match[str]) -> str:
    parts = match.groupdict()
    if not parts.get("month"):
        return parts["year"]
    try:
        return datetime.date(*(_number(parts[part]) for part in ("year", "month", "day"))).isoformat()
    except ValueError:
        return ""


def _number(text: str) -> int:
    """Return what digits or Chinese numerals write: 13, 二〇二四, 二十九; a zero of any shape counts as one."""
    digits = [int(unicodedata.numeric(char, 0)) for char in text]
    if _TEN not in digits:
        return int("".join(map(str, digits)))
    at = digits.index(_TEN)
    return _TEN * sum(digits[:at] or [1]) + sum(digits[at + 1 :])
