"""Told: what the words and periods around a figure tell, goal or result, and of when."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from kg.annotate.measures.quantities import Quantity
from kg.extract.figures import words
from kg.extract.figures.page import Page
from kg.extract.figures.time.dates import is_future, is_past
from kg.model import Status

# How far back in a sentence a word still governs a figure; a list without a full stop can be as long as a paper.
_SENTENCE_REACH = 400
# Prepositions of comparison: the period behind one is not the figure's (比上年, 较2020年).
_COMPARING = frozenset("比较同与")
_STARTING = frozenset("从由")
# As many clauses of a paragraph must open with a call to act, when no word tells goals from results.
_CALLS = 2
# A number of as many digits that are no closing zeros is counted out; how many calls to act it outweighs was weighed
# on the reports of six provinces.
_EXACT_DIGITS = 3
_EXACT_WEIGHT = 4
# Characters around a word for a goal in which the text says that it is what a share is of (完成年度目标任务的61%).
_GOAL_REACH = 10
_HEAD_REACH = 6  # characters of the head of a measure's name
_MONTH = re.compile(r"(?:\d{4}|-)-\d\d")
_FORECAST = "forecast"


def leaning(page: Page, begin: int, end: int) -> Status | None:
    """Return what most of the words of a stretch tell, goals or results, or None when they are equal.

    Where there are none, clauses that call to act (聚焦…, 推进…, 建强…) tell goals.
    """
    found = [told for told in _told(page, begin, end) if told != _FORECAST]
    goals = found.count("target")
    results = len(found) - goals
    if goals == results:
        return "target" if not found and _calls(page, begin, end) >= _CALLS else None
    return "target" if goals > results else "achieved"


def ahead(page: Page, begin: int, end: int) -> int:
    """Return where the clause begins that first speaks of goals in a stretch, or calls to act; ``begin`` if none."""
    called = words.pattern("call").search(page.text, max(begin - 1, 0), end)
    goals = [at for at, told in _placed(page, begin, end) if told == "target"]
    first = min([*goals[:1], *([called.end()] if called else [])], default=begin)
    return max((page.text.rfind(mark, begin, first) + 1 for mark in "。！？；，"), default=0) or begin


def reported(page: Page, quantities: Iterable[tuple[int, int, str, Quantity]], end: int) -> Status:
    """Return what a work report tells up to an offset: results are counted out (9790公里), goals round and called for.

    A page of a report may begin in the middle, where its verbs alone (改造老旧小区870个) do not tell which.
    """
    exact = sum(_is_exact(q.value) for begin, _, label, q in quantities if begin < end and label == "quantity")
    return "achieved" if _EXACT_WEIGHT * exact > _calls(page, 0, end) else "target"


def _is_exact(value: Decimal) -> bool:
    return len(value.normalize().as_tuple().digits) >= _EXACT_DIGITS


def _calls(page: Page, begin: int, end: int) -> int:
    return len(words.pattern("call").findall(page.text, max(begin - 1, 0), end))


def _told(page: Page, begin: int, end: int) -> Iterator[str]:
    """Yield what each word between two offsets tells."""
    return (told for _, told in _placed(page, begin, end))


def _placed(page: Page, begin: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield where each telling word between two offsets stands, and what it tells."""
    expression, statuses = words.status_word()
    for match in expression.finditer(page.text, begin, end):
        planned = words.pattern("attribute").match(page.text, match.start())  # 计划总投资 is one noun
        label = page.text.startswith("”", match.end())  # “三年跨越计划”
        told = statuses[match.group()]
        moved = told == "target" and page.tag_ending(match.end()) == "p"  # 将总部｜留在某地
        if _is_word(page, match) and not (planned or label or moved or _of_goal(page, match)):
            yield match.start(), told


def _is_word(page: Page, match: re.Match[str]) -> bool:
    """Return whether a telling word begins and ends where words do, or stands right behind a measure (总产｜值力争)."""
    begin = match.start()
    measured = words.ending("indicator_heads").search(page.text, max(begin - _HEAD_REACH, 0), begin)
    return page.edge(match.end()) and (page.edge(begin) or measured is not None)


def _of_goal(page: Page, match: re.Match[str]) -> bool:
    """Return whether a word for a goal only says of what a result is a part: 完成年度目标任务的｜61%."""
    before, behind = match.start() - _GOAL_REACH, match.end() + _GOAL_REACH
    found = words.pattern("of-goal").search(page.text, max(before, 0), behind)
    return found is not None and found.start() <= match.start() < found.end()


def period(page: Page, sentence: int, offset: int) -> str | None:
    """Return the period last printed in a sentence before an offset, "" if it does not resolve, None if there is none.

    One that is only compared with (比上年, 2019年同期) does not count, nor a year before 如今 or 目前.
    """
    for at in range(offset - 1, max(sentence, offset - _SENTENCE_REACH) - 1, -1):
        if at in page.periods and not (_of_other(page, at, offset) or begun(page, at)):
            when = page.periods[at][1]
            if is_now(page, at, offset, when) or words.pattern("all-told").search(
                page.text, page.periods[at][0], offset
            ):
                return None
            return _year_told(page, sentence, at) or when
    return None


def _year_told(page: Page, sentence: int, at: int) -> str:
    """Return the year that is over and that 全年 at an offset means (去年投产，｜全年｜产值3亿元), or ""."""
    if not words.pattern("whole-year").fullmatch(page.text, at, page.periods[at][0]):
        return ""
    before = (page.periods[begin][1] for begin in range(at - 1, sentence - 1, -1) if begin in page.periods)
    when = next(before, "")
    return when if when.isdigit() and is_past(when, page.date) else ""


def _of_other(page: Page, at: int, offset: int) -> bool:
    return _compared(page, at) or _describes(page, at, offset) or _aside(page, at, offset)


def _compared(page: Page, at: int) -> bool:
    """Return whether the period at an offset is only what a figure is compared with."""
    end, before = page.periods[at][0], page.text[at - 1 : at]
    behind = words.pattern("compared-year").match(page.text, end)
    start = before in _STARTING and page.text.startswith("的", end)  # 由上年的23%｜降至17%
    return before in _COMPARING or start or behind is not None


def _aside(page: Page, at: int, offset: int) -> bool:
    """Return whether a period is told in brackets that are closed before an offset: 增长8%（1—4月为9%），｜企业30家."""
    end = page.periods[at][0]
    close = page.text.find("）", end, offset)
    return (
        close > end
        and page.text.find("（", end, close) < 0
        and page.text.rfind("（", 0, at) > page.text.rfind("）", 0, at)
    )


def _describes(page: Page, at: int, offset: int) -> bool:
    """Return whether a period only describes what a clause before speaks of: 结束了去年的下滑，｜增长9%."""
    end = page.periods[at][0]
    return page.text.startswith("的", end) and "，" in page.text[end:offset]


def begun(page: Page, at: int) -> bool:
    """Return whether a period is the month in which a thing was begun or built (于去年8月开工，｜建成厂房7栋)."""
    end, when = page.periods[at]
    return _MONTH.fullmatch(when) is not None and words.pattern("begun-in").match(page.text, end) is not None


def is_now(page: Page, begin: int, offset: int, when: str) -> bool:
    """Return whether 如今 or 目前 between two offsets ends a period that is over: 去年签约12个，目前｜已开工6个."""
    return is_past(when, page.date) and words.pattern("now").search(page.text, begin, offset) is not None


def is_done(page: Page, begin: int, end: int) -> bool:
    """Return whether the last telling word between two offsets says that something is done, not only when (此次)."""
    told = list(_told(page, begin, end))
    return bool(told and told[-1] == "achieved" or words.pattern("completed").search(page.text, begin, end))


def status(page: Page, stretches: Iterable[tuple[int, int]], when: str = "", date: str = "") -> Status | None:
    """Return what the last telling word of the first stretch with one tells, goal or result, or None.

    A forecast (预计) of a period that is over when the paper appears tells a result, and so does no word at all; no
    word of a year to come tells a goal.
    """
    near = ((max(begin, end - _SENTENCE_REACH), end) for begin, end in stretches)
    told = next((told[-1] for begin, end in near if (told := list(_told(page, begin, end)))), None)
    if told == "achieved" and is_future(when, date):
        return "target"  # 到2030年累计达到38万亩
    if told in (None, _FORECAST):
        return "achieved" if is_past(when, date) else "target" if told or is_future(when, date) else None
    return "target" if told == "target" else "achieved"
