"""Gathered: counts of projects at an event where many reach a stage together, however the text says it."""

import re
from dataclasses import replace

from kg.annotate.measures.quantities import Quantity
from kg.extract.figures import words
from kg.extract.figures.clauses import Item
from kg.extract.figures.indicators.measures import Measure, split
from kg.extract.figures.page import Page
from kg.extract.figures.time.dates import is_day
from kg.extract.figures.time.told import period

# How far behind the name of the event its projects are still counted without naming it.
_REACH = 500


def gathered(page: Page, item: Item, measured: Measure) -> Measure:
    """Return the measure of a count of projects by the event that counts them: 集中开工仪式 … 9个项目同时启动.

    A count that names a stage of its own (签约项目6个), or stands behind another period than a day, keeps it.
    """
    noun, scope = _counted(item.mark.quantity, measured)
    event = _event(page, item.mark.begin) if noun else None
    if event is None:
        return measured
    indicator, parts = split(event.group(), noun)
    head = replace(measured.head, verb=event.group(), noun=indicator.removeprefix(event.group()), base=indicator)
    when = _held(page, event)
    return replace(measured, indicator=indicator, scope=(*measured.scope, *parts, *scope), head=head, when=when)


def event_part(page: Page, offset: int) -> str:
    """Return the part of a year that an event told before an offset is named by (三季度项目签约活动), or ""."""
    for at in range(offset - 1, max(offset - _REACH, 0) - 1, -1):
        stop, when = page.periods.get(at, (at, ""))
        if "-" in when and not is_day(when) and words.pattern("held").match(page.text, stop):
            return when
    return ""


def _held(page: Page, event: re.Match[str]) -> str:
    """Return the period printed last before an event in its sentence, or ""."""
    opening = max(page.text.rfind(mark, 0, event.start()) for mark in "。\n") + 1
    return period(page, opening, event.start()) or ""


def _counted(quantity: Quantity, measured: Measure) -> tuple[str, tuple[str, ...]]:
    """Return the noun for projects that is counted, and its scope, or "" when it is none or names its own stage."""
    said, project = measured.indicator, words.suffixes()["project"]
    if quantity.kind != "count":
        return "", ()
    if sort := words.pattern("class-of").fullmatch(said):
        return project, (sort["class"],)
    if not said.endswith(project):
        return "", ()
    if words.pattern("at-once").match(said):
        return measured.head.noun, ()
    return ("", ()) if words.action().search(said) else (said, ())


def _event(page: Page, offset: int) -> re.Match[str] | None:
    """Return the name of the event last told before an offset (集中开工), or None."""
    begin = max(offset - _REACH, 0)
    found = [] if page.is_report else list(words.pattern("gathered").finditer(page.text, begin, offset))
    told = [page.periods[at][1] for at in range(found[-1].end(), offset) if at in page.periods] if found else []
    return found[-1] if found and all(is_day(value) for value in told) else None
