"""The date that a page prints about itself, in its masthead or furniture; never one from an ordinary sentence."""

import datetime
import re

from kg.resources import patterns


def printed_date(text: str, stem: str) -> str:
    """Return the ISO date of the page, its year when no more is printed, or "".

    The rows ``date-*`` of patterns/read.jsonl are tried in their order; those marked ``in: stem`` read the file's stem.

    >>> printed_date("2020年8月24日 星期一 责任编辑:李四", "002")
    '2020-08-24'
    >>> printed_date("2017年9月10日，全县招商大会召开。", "000")
    ''
    """
    for row in patterns("read"):
        if row.id.startswith("date-"):
            for match in row.regex.finditer(stem if row.more.get("in") == "stem" else text):
                if date := _iso(match):
                    return date
    return ""


def _iso(match: re.Match[str]) -> str:
    parts = match.groupdict()
    if not parts.get("month"):
        return parts["year"]
    try:
        return datetime.date(int(parts["year"]), int(parts["month"]), int(parts["day"])).isoformat()
    except ValueError:
        return ""
