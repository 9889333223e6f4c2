"""The first and the last day of a printed period."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from kg import terms

PLANS = "five-year-plans"
_MONTHS = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(\d\d)(?:-(\d\d))?))?", re.ASCII)


@lru_cache(maxsize=65536)
def span(period: str) -> tuple[date, date] | None:
    """Return the first and the last day of a period of the guide, or None when it does not resolve.

    >>> span("2022..2026")
    (datetime.date(2022, 1, 1), datetime.date(2026, 12, 31))
    >>> span("2020-H1")[1].isoformat(), span("十四五")[0].isoformat(), span("--12-06")
    ('2020-06-30', '2021-01-01', None)
    """
    begin, _, end = period.partition("..")
    first, last = _single(begin), _single(end or begin)
    return (first[0], last[1]) if first and last else None


def bounds(period: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of a period, None for one that is not known; ``..2024-01-18`` has an end alone.

    >>> bounds("..2024-01-18"), bounds("2019")[0], bounds("..")
    ((None, datetime.date(2024, 1, 18)), datetime.date(2019, 1, 1), (None, None))
    """
    begin, open_ended, end = period.partition("..")
    if not open_ended or (begin and end):
        return span(period) or (None, None)
    first, last = _single(begin), _single(end)
    return first and first[0], last and last[1]


def _single(period: str) -> tuple[date, date] | None:
    if plan := terms.scheme(PLANS).get(period):
        first, last = (terms.valued(plan, name) for name in ("periodStart", "periodEnd"))
        return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None
    if not (found := _MONTHS.fullmatch(period)):
        return None
    year, half, quarter, month, day = (int(part) if part else 0 for part in found.groups())
    if day:
        return _day(year, month, day)
    end = half * 6 or quarter * 3 or month or 12
    begin = (half and end - 5) or (quarter and end - 2) or month or 1
    if not year or not 1 <= begin <= end <= 12:
        return None
    return date(year, begin, 1), date(year, end, monthrange(year, end)[1])


def _day(year: int, month: int, day: int) -> tuple[date, date] | None:
    try:
        return date(year, month, day), date(year, month, day)
    except ValueError:  # 2月30日 is what a text can print
        return None
