"""When a stage is reached: the period printed with it, a month told from the paper's date, or the paper's own day."""

from collections.abc import Iterator
from datetime import date, timedelta

from spacy.tokens import Doc

from kg.extract.figures.page import Page
from kg.extract.figures.time.dates import is_day
from kg.extract.scene import Scene
from kg.extract.stages.words import rule
from kg.resources import patterns

_MONTHS = 12


class Dates:
    """Tells the periods of a document, the paper's date and the day of the article among them."""

    def __init__(self, doc: Doc, page: Page) -> None:
        self.page, self.date = page, page.date
        self.values = dict[int, str]()
        """Of every period, by where it begins, its value; a month whose year nothing tells is ``--09``."""
        self.relative = dict[int, int]()
        """Of every month told from the paper's date, by where it ends, its beginning."""
        for begin, (end, value) in page.periods.items():
            month = rule("month").fullmatch(page.text, begin, end)
            self.values[begin] = value or (f"--{int(month['month']):02}" if month else "")
            if month and value[:4] == page.date[:4] and (year := self._year_before(begin)):
                self.values[begin] = year + value[4:]
        for begin, end, value in self._told():
            self.values[begin] = value
            self.relative[end] = begin

    def _year_before(self, begin: int) -> str:
        """Return the year of the month printed right before one in its clause (去年3月摘牌、5月开工), or ""."""
        clause = max(self.page.text.rfind(mark, 0, begin) for mark in "，；：。\n")
        before = [at for at in self.values if clause < at < begin]
        printed = self.page.periods.get(max(before), (0, ""))[1] if before else ""
        return printed[:4] if printed[4:5] == "-" and printed[:4] < self.date[:4] else ""

    def _told(self) -> Iterator[tuple[int, int, str]]:
        """Yield the months and days that are told from the paper's date (下个月, 昨天)."""
        for row in patterns("stages"):
            months, days = row.more.get("months"), row.more.get("days")
            for match in row.regex.finditer(self.page.text) if {"months", "days"} & row.more.keys() else ():
                today = self.today(match.start())
                yield *match.span(), _shifted(today, months) if months is not None else _day(today, days or 0)

    def today(self, offset: int) -> str:
        """Return the date of the paper, else the day that is last printed before an offset, else ""."""
        if is_day(self.date) or not (day := self.page.day_before(offset)):
            return self.date
        return day.rpartition("..")[2]

    def near(self, begin: int, end: int) -> str | None:
        """Return the period last printed between two offsets, None when there is none."""
        found = [at for at in self.values if begin <= at < end]
        return self.values[max(found)] if found else None

    def opening(self, scene: Scene, end: int) -> str | None:
        """Return the period that opens a sentence, before an offset."""
        at = scene.begin
        while at < end and at not in self.values and (match := rule("led").match(scene.text, at, end)):
            at = match.end()
        return self.values.get(at)


def _day(today: str, days: int) -> str:
    """Return the day some days from a day; what is no whole date stays as it is, but for 昨天.

    >>> _day("2024-02-29", 1), _day("--09-14", 0), _day("--09-14", 1)
    ('2024-03-01', '--09-14', '')
    """
    try:
        return (date.fromisoformat(today) + timedelta(days)).isoformat()
    except ValueError:
        return "" if days else today


def _shifted(day: str, months: int) -> str:
    """Return the month some months from a day.

    >>> _shifted("2020-09-14", 1), _shifted("--12-30", 1), _shifted("2020-01-02", -1), _shifted("2020", 1)
    ('2020-10', '--01', '2019-12', '')
    """
    year, _, rest = (day[:2], "", day[2:]) if day.startswith("--") else day.partition("-")
    if not rest[:2].isdigit():
        return ""
    at = int(rest[:2]) - 1 + months
    if year == "--":
        return f"--{at % _MONTHS + 1:02}"
    return f"{int(year) + at // _MONTHS}-{at % _MONTHS + 1:02}"
