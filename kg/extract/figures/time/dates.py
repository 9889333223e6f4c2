"""Dates: whether a period is over or to come when a paper appears, and the years of a plan."""

import re

_DAYS = re.compile(r"-\d\d-\d\d")


def is_past(when: str, date: str) -> bool:
    """Return whether a period is over on a date.

    >>> is_past("2023", "2024-03-13"), is_past("2024-H1", "2024-07-29"), is_past("2024", "2024"), is_past("", "2024")
    (True, True, False, False)
    """
    end = when.rpartition("..")[2]
    if not (end[:4].isdigit() and date[:4].isdigit()):
        return False
    return (end[:4], _last_month(end)) < (date[:4], date[5:7])


def is_day(when: str) -> bool:
    """Return whether a period is a day, or some days.

    >>> is_day("2024-03-13"), is_day("--03-13"), is_day("2024-03"), is_day("--03")
    (True, True, False, False)
    """
    return _DAYS.search(when) is not None


def is_future(when: str, date: str) -> bool:
    """Return whether a period is of one year, and that year is to come.

    >>> is_future("2026", "2024-03-13"), is_future("2021..2026", "2024-03-13"), is_future("2026", "")
    (True, False, False)
    """
    return when[:4].isdigit() and ".." not in when and date[:4].isdigit() and when[:4] > date[:4]


def plan_of(year: int) -> tuple[int, int]:
    """Return the first and the last year of the five-year plan that a year lies in.

    >>> plan_of(2025), plan_of(2026)
    ((2021, 2025), (2026, 2030))
    """
    first = year - (year - 1) % 5
    return first, first + 4


def _last_month(end: str) -> str:
    """Return the last month of a year's part, as two digits; of a whole year one that no month is behind."""
    part = end[5:]
    if part[:1] == "H":
        return f"{6 * int(part[1:]):02}"
    if part[:1] == "Q":
        return f"{3 * int(part[1:]):02}"
    return part[:2] or "99"
