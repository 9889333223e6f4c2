"""Periods: dates and spans of time with the notation of the guide, the relative ones resolved against a year."""

import datetime
import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.annotate.measures.numerals import number
from kg.annotate.measures.scan import anywhere
from kg.annotate.spans import Layer, mark
from kg.resources import Pattern, patterns

# The grammar of 上 and 下 in half-years, of 今, 去 and 明 before 年, and of 初 and 末 in plans.
_HALVES = {"上": "1", "下": "2"}
_SHIFTS = {"今年": 0, "去年": -1, "明年": 1}
_PLAN_EPOCH = 1951
# Months that make a half or a quarter of a year.
_PARTS = {"1-6": "{y}-H1", "7-12": "{y}-H2", "1-3": "{y}-Q1", "4-6": "{y}-Q2", "7-9": "{y}-Q3", "10-12": "{y}-Q4"}
# Reports of the first months speak of the year before when they look back.
_LAST_MONTH_OF_LOOKING_BACK = 3
# In the last month the coming years begin with the next.
_FIRST_MONTH_OF_LOOKING_AHEAD = 12


def _span_of_plan(plan: str) -> tuple[int, int]:
    """Return the years of 十X五: the fourteenth plan ran from 2021 to 2025."""
    first = _PLAN_EPOCH + 5 * (10 + int(number(plan)))
    return first, first + 4


def _looked_back(year: int, date: str) -> int:
    month = int(date[5:7]) if len(date) >= 7 else 1
    return year - 1 if month <= _LAST_MONTH_OF_LOOKING_BACK else year


def _day(template: str, day: str, date: str, month: str) -> str:
    """Return the date of 19日, in a month or that of the paper, or the date of 昨日; "" when it is not known."""
    if day and month:
        return template.format(month=month, d=day)
    try:
        paper = datetime.date.fromisoformat(date)
    except ValueError:
        return ""
    if not day:
        return template.format(yesterday=paper - datetime.timedelta(days=1))
    then = paper if int(day) <= paper.day else paper.replace(day=1) - datetime.timedelta(days=1)
    return template.format(month=then.isoformat()[:7], d=day)


def _appears_in(months: str, date: str) -> bool:
    """Return whether a paper of a date appears in the months from the first to the last of 6-9."""
    first, _, last = months.partition("-")
    return date[5:7].isdigit() and int(first) <= int(date[5:7]) <= int(last)


def _value(row: Pattern, match: re.Match[str], date: str, month: str, latest: str) -> str:
    found = {key: value for key, value in match.groupdict().items() if value}
    template: str = row.more["value"]
    if "{month}" in template or "{yesterday}" in template:
        return _day(template, found.get("d", ""), date, month)
    if row.more.get("months") and not _appears_in(row.more["months"], date):
        return ""
    if "edge" in found:
        first, last = _span_of_plan(found["plan"])
        return str(first if found["edge"] == "初" else last)
    for key in found.keys() & {"q", "m2"}:
        found[key] = str(number(found[key]))
    year = int(date[:4]) if date[:4].isdigit() else None
    if "{y}" in template and "y" not in found:
        if year is None:
            return _yearless(template, found) if _may_lack_year(row) and "word" not in found else ""
        ahead = row.more.get("past") and "word" not in found and date[5:7].isdigit() and _last(found) > int(date[5:7])
        found["y"] = str(year - 1 if ahead else year + _SHIFTS.get(found.get("word", ""), 0))
    if "h" in found:
        found["h"] = _HALVES[found["h"]]
    return _resolved(template, found, year, date, _is_late(latest))


def _may_lack_year(row: Pattern) -> bool:
    """Return whether a row reads days, or a month, which tell something without their year."""
    return row.more["label"] == "date" or bool(row.more.get("yearless"))


def _yearless(template: str, found: dict[str, str]) -> str:
    """Return a month, a day or some days whose year nothing tells: --09, --09-14, --09-14..--09-16."""
    days = template.format_map({**found, "y": ""}).split("..")
    return "..".join("--" + day.removeprefix("-") for day in days)


def _is_late(date: str) -> bool:
    """Return whether a paper appears so late in the year that the years ahead are those behind it."""
    return date[5:7].isdigit() and int(date[5:7]) >= _FIRST_MONTH_OF_LOOKING_AHEAD


def _last(found: dict[str, str]) -> int:
    """Return the last month of several; of three quarters it is the ninth."""
    return int(found.get("m2", "9"))


def _resolved(template: str, found: dict[str, str], year: int | None, date: str, late: bool) -> str:
    """Fill the places of a template that count from the document's year; "" when that is not known."""
    if re.search(r"\{(?:Y|P|first|ahead|behind)", template):
        if year is None:
            return ""
        past, count = _looked_back(year, date), int(number(found.get("n") or found.get("n2") or "1"))
        found |= {"Y": str(year), "Y-1": str(year - 1), "Y+1": str(year + 1), "P": str(past)}
        coming = year + late
        found |= {"first": str(coming), "ahead": str(coming + count - 1), "behind": str(past - count + 1)}
    if "{word}" in template:
        if year is None:
            return ""
        found["word"] = str(year + _SHIFTS[found["word"]])
    first_months = found.get("m", "1") + "-" + found.get("m2", "")
    value = _PARTS.get(first_months, template).format_map(found)
    first, _, last = value.partition("..")
    return first if first == last else value


def periods(text: str, date: str = "") -> Iterator[Layer]:
    """Yield begin, end, label (date or period) and value of every period of the text, in order, none overlapping.

    ``date`` is an ISO date, a year or ""; without it relative periods have the value "", and days of a month --MM-DD.
    The coming years begin with the next where the paper, or the day last printed, is of December.

    >>> [(v, l) for _, _, l, v in periods("今年上半年签约12个，5月8日至9日又签3个，力争“十四五”末翻番", "2023")]
    [('2023-H1', 'period'), ('2023-05-08..2023-05-09', 'date'), ('2025', 'period')]
    >>> [v for *_, v in periods("前三季度签约12个，1—2月又签3个", "2023-02-18")]
    ['2022-01..2022-09', '2023-01..2023-02']
    >>> [v for *_, v in periods("未来五年投资增长，5月8日开工")]
    ['', '--05-08']
    >>> [v for *_, v in periods("12月8日签约。未来五年投资增长", "2021")]
    ['2021-12-08', '2022..2026']
    >>> [v for *_, v in periods("19日下午召开会议。10月8日签约，9日，又开工", "2024-09-20")]
    ['2024-09-19', '2024-10-08', '2024-10-09']
    """
    position, month, latest = 0, "", date
    while found := anywhere("periods").search(text, position):
        begin = found.start()
        row, match = next((row, m) for row in patterns("periods") if (m := row.regex.match(text, begin)))
        value = _value(row, match, date, "" if "\n" in text[position:begin] else month, latest)
        yield begin, match.end(), row.more["label"], value
        position = match.end()
        if row.more["label"] == "date" and value:
            month = value.split("..")[-1][:-3]
            latest = month if date and date == month[:4] else latest


class Periods:
    """Component: mark the layer "periods", resolved against ``doc._.date``."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the dates and periods of the document."""
        mark(doc, "periods", periods(doc._.clean.text, doc._.date))
        return doc
