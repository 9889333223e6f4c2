"""Course: whether a stretch of a document tells of goals or of results, and of which period, unless its sentences say so."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.extract.figures import words
from kg.extract.figures.page import Page
from kg.model import Status
from kg.resources import patterns

# A report has a section that looks back and one that looks ahead; its paragraphs then go on with the period last opened.
_OPENING_REACH = 14
_REPORT_REACH = 24


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``begin`` on, what is said is a goal or a result of ``period``; when not ``sure``, words in a sentence can change it."""

    begin: int
    status: Status
    period: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """The stretches of a document, in order."""

    stretches: Sequence[Stretch]

    def at(self, offset: int) -> Stretch:
        """Return the stretch that an offset lies in."""
        return self.stretches[bisect_right([s.begin for s in self.stretches], offset) - 1]


def course(doc: Doc, page: Page) -> Course:
    """Return the course of a document.

    A heading that looks back (工作回顾) or ahead (重点工作安排) sets status and period up to the next one. Elsewhere a
    paragraph tells what most of its words tell, and its opening sentence (未来五年，…) gives the period for itself alone;
    a sentence that ends in a colon gives it for what follows.
    """
    blocks = [(begin, end, kind) for begin, end, kind, _ in marked(doc, "blocks")]
    whole: Status = "target" if doc._.document.heading else "achieved"
    state, in_section = Stretch(0, whole, ""), False
    found = [state]
    for begin, end, kind in blocks:
        section = _section(page, begin, end, doc._.date) if kind == "heading" else None
        if section:
            state, in_section = section, True
        elif kind != "paragraph":
            continue
        elif in_section:
            opened = _opened(page, begin, end, in_section)
            state = replace(state, begin=begin, period=opened or state.period)
        else:
            state = Stretch(
                begin, whole if doc._.document.heading else _leaning(page, begin, end) or whole, state.period
            )
            found.append(replace(state, period=_opened(page, begin, end, in_section) or state.period))
            state = replace(state, period=_announced(page, begin, end) or state.period)
            continue
        found.append(state)
    return Course(found)


def _leaning(page: Page, begin: int, end: int) -> Status | None:
    """Return what most of the words of a stretch tell, goals or results, or None when they are equal."""
    expression, statuses = words.status_word()
    found = [statuses[match.group()] for match in expression.finditer(page.text, begin, end) if page.edge(match.end())]
    goals, results = found.count("target"), found.count("achieved")
    return None if goals == results else "target" if goals > results else "achieved"


def _section(page: Page, begin: int, end: int, date: str) -> Stretch | None:
    heading = page.text[begin:end]
    row = next((row for row in patterns("sections") if row.regex.search(heading)), None)
    if row is None:
        return None
    printed = [value for at in range(begin, end) if at in page.periods and (value := page.periods[at][1])]
    year = str(int(date[:4]) + row.more["shift"]) if date[:4].isdigit() else ""
    return Stretch(begin, row.more["status"], printed[0] if len(printed) == 1 else year, True)


def _opened(page: Page, begin: int, end: int, in_section: bool) -> str:
    """Return the period that the first words of a paragraph open, if they do: 未来五年，…; “年轻的产业”：未来五年，…."""
    head = page.text.find("：", begin, begin + _OPENING_REACH) + 1 or begin
    for at in range(head, min(head + (_REPORT_REACH if in_section else _OPENING_REACH), end)):
        if at in page.periods:
            value = page.periods[at][1]
            return "" if re.search(r"-\d\d-", value) else value
        if page.text[at] in "。；" or (page.text[at] == "，" and not in_section):
            break
    return ""


def _announced(page: Page, begin: int, end: int) -> str:
    """Return the period of a paragraph's last sentence when it ends in a colon: 今年着力做好以下六项工作：."""
    if page.text[end - 1 : end] != "：":
        return ""
    last = max(page.text.rfind("。", begin, end), begin)
    values = [page.periods[at][1] for at in range(last, end) if at in page.periods]
    return values[-1] if values else ""


@cache
def _comparing() -> frozenset[str]:
    """Prepositions of comparison: the period behind one is not the figure's (比上年, 较2020年)."""
    return frozenset("比较同与")


def period(page: Page, sentence: int, offset: int) -> str | None:
    """Return the period last printed in a sentence before an offset, "" when it does not resolve, None when there is none.

    One that is only compared with (比上年) does not count.
    """
    for at in range(offset - 1, sentence - 1, -1):
        if at in page.periods and page.text[at - 1 : at] not in _comparing():
            return page.periods[at][1]
    return None


def status(page: Page, stretches: Iterable[tuple[int, int]]) -> Status | None:
    """Return what the last word of the first stretch that tells goals from results says, or None."""
    expression, statuses = words.status_word()
    for begin, end in stretches:
        found = [
            m.group() for m in expression.finditer(page.text, begin, end) if page.edge(m.start()) and page.edge(m.end())
        ]
        if found:
            return "target" if statuses[found[-1]] == "target" else "achieved"
    return None
