"""Told: what the words and periods around a figure tell, goal or result, and of when."""

from collections.abc import Iterable, Iterator

from kg.extract.figures import words
from kg.extract.figures.dates import is_future, is_past
from kg.extract.figures.page import Page
from kg.model import Status

# How far back in a sentence a word still governs a figure; a list without a full stop can be as long as a paper.
_SENTENCE_REACH = 400
# Prepositions of comparison: the period behind one is not the figure's (比上年, 较2020年).
_COMPARING = frozenset("比较同与")
# As many clauses of a paragraph must open with a call to act, when no word tells goals from results.
_CALLS = 2
_FORECAST = "forecast"


def leaning(page: Page, begin: int, end: int) -> Status | None:
    """Return what most of the words of a stretch tell, goals or results, or None when they are equal.

    Where there are none, clauses that call to act (聚焦…, 推进…, 建强…) tell goals.
    """
    found = list(_told(page, begin, end))
    results = found.count("achieved")
    goals = len(found) - results
    if goals == results:
        return "target" if not found and _calls(page, begin, end) >= _CALLS else None
    return "target" if goals > results else "achieved"


def _calls(page: Page, begin: int, end: int) -> int:
    return len(words.pattern("call").findall(page.text, max(begin - 1, 0), end))


def _told(page: Page, begin: int, end: int) -> Iterator[str]:
    """Yield what each word between two offsets tells."""
    expression, statuses = words.status_word()
    for match in expression.finditer(page.text, begin, end):
        planned = words.pattern("attribute").match(page.text, match.start())  # 计划总投资 is one noun
        if page.edge(match.start()) and page.edge(match.end()) and not planned:
            yield statuses[match.group()]


def period(page: Page, sentence: int, offset: int) -> str | None:
    """Return the period last printed in a sentence before an offset, "" if it does not resolve, None if there is none.

    One that is only compared with (比上年) does not count.
    """
    for at in range(offset - 1, max(sentence, offset - _SENTENCE_REACH) - 1, -1):
        if at in page.periods and page.text[at - 1 : at] not in _COMPARING:
            return page.periods[at][1]
    return None


def status(page: Page, stretches: Iterable[tuple[int, int]], when: str = "", date: str = "") -> Status | None:
    """Return what the last telling word of the first stretch with one tells, goal or result, or None.

    A forecast (预计) of a period that is over when the paper appears tells a result, and so does no word at all; no
    word of a year to come tells a goal.
    """
    near = ((max(begin, end - _SENTENCE_REACH), end) for begin, end in stretches)
    told = next((told[-1] for begin, end in near if (told := list(_told(page, begin, end)))), None)
    if told in (None, _FORECAST):
        return "achieved" if is_past(when, date) else "target" if told or is_future(when, date) else None
    return "target" if told == "target" else "achieved"
