"""Course: what a stretch of a document tells, goals or results, and of which period, when its sentences do not say."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.extract.figures import words
from kg.extract.figures.page import Page
from kg.extract.figures.time.dates import is_day, is_past, plan_of
from kg.extract.figures.time.told import ahead, begun, leaning, period, reported
from kg.model import Status
from kg.resources import Pattern, patterns

# How many characters a period may stand behind the beginning of what it opens; in a report 各位代表！ may come first.
_OPENING_REACH = 14
_REPORT_REACH = 24


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``begin`` on, goals or results of ``period`` are told; if not ``sure``, words of a sentence change it.

    It is ``quiet`` before the first word of a goal: what is not done there, but is (茶园60万亩), is no goal.
    """

    begin: int
    status: Status
    period: str
    sure: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """The stretches of a document, in order, and where each begins."""

    stretches: Sequence[Stretch]
    begins: Sequence[int] = field(default=())

    def at(self, offset: int) -> Stretch:
        """Return the stretch that an offset lies in."""
        return self.stretches[bisect_right(self.begins, offset) - 1]


@lru_cache(maxsize=1)
def of_doc(doc: Doc) -> tuple[Page, Course]:
    """Return the page and the course of an annotated document, made once for all kinds of facts."""
    page = Page.of(doc)
    return page, course(doc, page)


def course(doc: Doc, page: Page) -> Course:
    """Return the course of a document.

    A page of a work report that begins in the middle is of the report's year, or if it tells results of the last.
    A heading that looks back (工作回顾) or ahead (重点工作安排) sets status and period up to the next one, and a
    sentence that opens with a period (五年来，…) sets the period anew. Elsewhere a paragraph tells what most of its
    words tell; the period that opens it (未来五年，…) is its alone, one before a final colon or in a heading is for
    what follows, and that of the goals of the year (全年预期目标是：…) for all that is then asked for.
    """
    planned = page.is_plan or bool(doc._.document.heading) and leaning(page, 0, len(page.text)) == "target"
    state = _middle(doc, page) if page.is_report else Stretch(0, "target" if planned else "achieved", "")
    found, aims = [state], ""
    for begin, end, kind, _ in marked(doc, "blocks"):
        if kind == "heading" and (section := _section(page, begin, end, doc._.date)):
            state = section
            found.append(state)
        elif kind == "heading" and not state.sure:
            state = _headed(page, begin, end, found[0], state)
        elif kind == "paragraph" and state.sure:
            found += _reported(page, begin, end, state, doc._.date)
            state = found[-1]
        elif kind == "paragraph":
            opened = _opened(page, begin, end, state)
            past: Status | None = "achieved" if is_past(opened, doc._.date) else None
            told = state.status if planned else past or leaning(page, begin, end) or state.status
            when = opened or state.period or (aims if told == "target" else "")
            turn = begin if page.is_plan or past or told == "achieved" else ahead(page, begin, end)
            if turn > begin:
                found.append(Stretch(begin, told, when, quiet=True))
            found.append(Stretch(turn, told, when))
            state = replace(state, period=_announced(page, begin, end) or state.period)
            aims = _aimed(page, begin, end, opened) or aims
    return Course(found, [stretch.begin for stretch in found])


def _headed(page: Page, begin: int, end: int, first: Stretch, state: Stretch) -> Stretch:
    """Return the stretch that a heading opens outside reports: of the period that it prints (【2024年成绩单】), if any.

    An item's heading without a period (（二）…) goes on with the stretch that it lies in.
    """
    when = page.only_period(begin, end)
    if not when and words.pattern("bullet").match(page.text, begin, end):
        return state
    past: Status | None = "achieved" if is_past(when, page.date) else None
    return Stretch(begin, past or (leaning(page, begin, end) if when else None) or first.status, when)


def _aimed(page: Page, begin: int, end: int, opened: str) -> str:
    """Return the period of a paragraph that states the goals of the year, or ""."""
    stated = words.pattern("year-goals").search(page.text, begin, end)
    return opened or (period(page, begin, stated.start()) or "") if stated else ""


def _middle(doc: Doc, page: Page) -> Stretch:
    """Return what a work report tells before its first section: of a plan where growth is yearly, else of a year."""
    heads = (begin for begin, end, kind, _ in marked(doc, "blocks") if kind == "heading" and _row(page, begin, end))
    end = next(heads, len(page.text))
    told = reported(page, marked(doc, "quantities"), end)
    year = _year(doc._.date, -1 if told == "achieved" else 0)
    first, last = plan_of(int(year or 0))
    turn = year == str(last if told == "achieved" else first)
    mean = turn and words.pattern("yearly-mean").search(page.text, 0, end)
    return Stretch(0, told, f"{first}..{last}" if mean else year, True)


def _row(page: Page, begin: int, end: int) -> Pattern | None:
    return next((row for row in patterns("sections") if row.regex.search(page.text, begin, end)), None)


def _year(date: str, shift: int) -> str:
    return str(int(date[:4]) + shift) if date[:4].isdigit() else ""


def _section(page: Page, begin: int, end: int, date: str) -> Stretch | None:
    """Return what the section of a heading tells, or None for a heading that says nothing of it.

    A report's chapter that only prints its period (三、关于2026年工作) tells results of one that is over, else goals.
    """
    row, printed = _row(page, begin, end), page.only_period(begin, end)
    if row is not None:
        return Stretch(begin, row.more["status"], printed or _year(date, row.more["shift"]), True)
    if not (page.is_report and printed and words.pattern("bullet").match(page.text, begin, end)):
        return None
    return Stretch(begin, "achieved" if is_past(printed, date) else "target", printed, True)


def _reported(page: Page, begin: int, end: int, state: Stretch, date: str) -> Iterator[Stretch]:
    """Yield the stretches of a report's paragraph, by the period near its beginning and those that open sentences."""
    stop = page.text.find("。", begin, end)
    reach = range(begin, min(begin + _REPORT_REACH, end if stop < 0 else stop))
    near = next((page.periods[at][1] for at in reach if at in page.periods and not is_day(page.periods[at][1])), "")
    yield _turned(state, begin, near, date)
    for at in range(begin + 1, end):
        if at in page.periods and page.text[at - 1] in "。！；" and page.text[page.periods[at][0]] == "，":
            yield _turned(state, at, page.periods[at][1], date)


def _turned(state: Stretch, begin: int, when: str, date: str) -> Stretch:
    """Return the stretch of a report that a period opens: what is over is told, the report's own year is planned."""
    status = "achieved" if is_past(when, date) else "target" if when and when == date[:4] else state.status
    return Stretch(begin, status, when or state.period, True)


def _opened(page: Page, begin: int, end: int, state: Stretch) -> str:
    """Return the period that opens a paragraph, behind a short heading with a colon or not; a day is none.

    全年 below the heading of a year is that year.
    """
    said = words.pattern("meeting-says").match(page.text, begin, end)
    said = said or words.pattern("learned").match(page.text, begin, end)
    head = said.end() if said else page.text.find("：", begin, begin + _OPENING_REACH) + 1 or begin
    for at in range(head, min(head + _OPENING_REACH, end)):
        if at in page.periods:
            stop, value = page.periods[at]
            if state.period.isdigit() and words.pattern("whole-year").fullmatch(page.text, at, stop):
                return state.period
            described = at > head and page.text.startswith("的", stop)  # 结束了去年的下滑，
            return "" if is_day(value) or described or begun(page, at) else value
        if page.text[at] in "，。；":
            break
    return ""


def _announced(page: Page, begin: int, end: int) -> str:
    """Return the period of a paragraph's last sentence when it ends in a colon: 今年着力做好以下六项工作：."""
    if not page.text.startswith("：", end - 1):
        return ""
    last = max(page.text.rfind("。", begin, end), begin)
    values = [page.periods[at][1] for at in range(last, end) if at in page.periods]
    return values[-1] if values else ""
