"""Page: an annotated Doc as plain tuples with indexes, for the extractor of figures."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from kg.annotate.names.carriers.suffixes import sort_of
from kg.annotate.setting import Setting
from kg.annotate.spans import marked
from kg.extract.figures.time.dates import is_day, is_past
from kg.extract.figures.words import pattern as _pattern
from kg.model import Name
from kg.resources import alternatives, lexicon

Word = tuple[int, int, str]
# How far from a period the words stand that make it that of a goal.
_GOAL_REACH = 12
_WITH_NUMBERS = frozenset({"Project", "Policy"})


@dataclass(frozen=True, slots=True)
class Page:
    """What the extractor of figures looks at, in clean offsets.

    ``tags`` are the parts of speech by the end of the word ("" where a word only begins); ``periods`` and ``names``
    (the longest) are by their beginning; ``industries`` stand in order; ``named_spans`` are the names of projects and
    policies. ``title_period`` is the one period that the titles print, ``is_plan`` that they are a plan's,
    ``is_report`` that they or the file's name are those of a work report.
    """

    text: str
    begins: Sequence[int]
    words: Sequence[Word]
    tags: Mapping[int, str]
    periods: Mapping[int, tuple[int, str]]
    names: Mapping[int, tuple[int, Name]]
    industries: Sequence[tuple[int, int, Name]]
    named_spans: Sequence[tuple[int, int]]
    setting: Setting
    date: str
    title_period: str = ""
    is_plan: bool = False
    is_report: bool = False

    @classmethod
    def of(cls, doc: Doc) -> "Page":
        """Return the page of a Doc that every component has been through."""
        words = [(b, e, tag) for b, e, tag, _ in marked(doc, "words")]
        names: dict[int, tuple[int, Name]] = {}
        spans, industries = [], []
        for begin, end, kind, name in marked(doc, "names"):
            if kind in _WITH_NUMBERS:
                spans.append((begin, end))
            if kind == "Industry":
                industries.append((begin, end, name))
            if begin not in names or end > names[begin][0]:
                names[begin] = end, name
        text = doc._.clean.text
        page = cls(
            text,
            [begin for begin, *_ in words],
            words,
            {begin: "" for begin, *_ in words} | {end: tag for _, end, tag in words},
            {b: (e, value or "") for b, e, _, value in marked(doc, "periods") if not _no_period(text, b, e)},
            names,
            sorted(industries),
            sorted(spans),
            doc._.setting,
            doc._.date,
        )
        titles = [(begin, end) for begin, end, kind, _ in marked(doc, "blocks") if kind == "title"]
        headed = [doc._.document.identifier, *(text[begin:end] for begin, end in titles)]
        report = any(_pattern("report-title").search(head) for head in headed)
        return replace(page, is_report=report)._titled(titles)

    def _titled(self, titles: Sequence[tuple[int, int]]) -> "Page":
        """Return the page with what its titles say; 全年 in a report on a year that is over is that year.

        The period of a title that is a figure itself (上半年工业投资增长17%) is that figure's alone.
        """
        printed = {at: p for at, p in self.periods.items() if not _pattern("whole-year").fullmatch(self.text, at, p[0])}
        whole = [(b, e) for b, e in titles if not _pattern("title-figure").search(self.text, b, e)]
        period = next((p for begin, end in whole if (p := replace(self, periods=printed).only_period(begin, end))), "")
        plan = any(_pattern("plan-title").search(self.text, begin, end) for begin, end in titles)
        over = period.isdigit() and is_past(period, self.date)
        periods = {
            at: (end, period if over and _pattern("whole-year").fullmatch(self.text, at, end) else value)
            for at, (end, value) in self.periods.items()
        }
        return replace(self, periods=periods, title_period=period, is_plan=plan)

    def only_period(self, begin: int, end: int) -> str:
        """Return the one period between two offsets, or "" when there are more, none, or it is a day."""
        printed = [self.periods[at][1] for at in range(begin, end) if at in self.periods]
        return printed[0] if len(printed) == 1 and not is_day(printed[0]) else ""

    def day_before(self, offset: int) -> str | None:
        """Return the day last printed before an offset, or None."""
        days = [value for at, (_, value) in self.periods.items() if at < offset and is_day(value)]
        return days[-1] if days else None

    def edge(self, offset: int) -> bool:
        """Return whether a word begins or ends at an offset."""
        return offset in self.tags

    def tag_ending(self, offset: int) -> str:
        """Return the tag of the word that ends at an offset, or ""."""
        return self.tags.get(offset, "")

    def words_between(self, begin: int, end: int) -> Sequence[Word]:
        """Return the words that begin between the offsets."""
        return self.words[bisect_left(self.begins, begin) : bisect_left(self.begins, end)]

    def named_span(self, begin: int, end: int) -> tuple[int, int] | None:
        """Return the name of a project or policy that the offsets lie within, or None."""
        at = bisect_left(self.named_spans, (begin + 1, 0)) - 1
        return self.named_spans[at] if at >= 0 and end <= self.named_spans[at][1] else None

    def industry(self, begin: int, end: int) -> Name | None:
        """Return the one industry named between two offsets, or None when there are more or none.

        One that stands right before another narrows it: 半导体集成电路企业 are those of 集成电路.
        """
        at = bisect_left(self.industries, (begin, 0))
        named = [span for span in self.industries[at : at + 3] if span[1] <= end]
        begins = {first for first, _, _ in named}
        found = {name for _, last, name in named if last not in begins}
        return found.pop() if len(found) == 1 else None

    def self_word(self, offset: int) -> tuple[int, Name | None] | None:
        """Return the end of 全县, 我市, 该区 … at an offset and whom it means, or None when there is none."""
        pattern, units = _self_words()
        if match := pattern.match(self.text, offset):
            unit = units[match.group()]
            return match.end(), self.setting.of(unit) or (self._zone_before(offset) if unit == "区" else None)
        return None

    def _zone_before(self, offset: int) -> Name | None:
        """Return the zone last named in the paragraph of an offset: where the home is no district, 全区 is its."""
        begin = self.text.rfind("\n", 0, offset) + 1
        named = (self.names[at][1] for at in range(offset - 1, begin - 1, -1) if at in self.names)
        return next((name for name in named if name.kind == "Platform" and sort_of(name.text) == "zone"), None)


def _no_period(text: str, begin: int, end: int) -> bool:
    """Return whether a period is only that of a goal of which a share is told (完成全年任务的61%), or of a founding."""
    of_goal = _pattern("of-goal").search(text, max(begin - _GOAL_REACH, 0), end + _GOAL_REACH)
    return (of_goal is not None and of_goal.start() < end <= of_goal.end()) or _founded(text, begin, end)


def _founded(text: str, begin: int, end: int) -> bool:
    """Return whether a period is only when a thing was founded or opened (成立于2012年; 2012年迁至某地，)."""
    if _pattern("founded").search(text, max(begin - 3, 0), begin) or _pattern("opened-in").match(text, end):
        return True
    return text[begin].isdigit() and _pattern("founded-in").match(text, end) is not None


@cache
def _self_words() -> tuple[re.Pattern[str], Mapping[str, str]]:
    units = {row["word"]: row["unit"] for row in lexicon("self_words") if row["use"] == "self"}
    return re.compile(alternatives(units)), units
