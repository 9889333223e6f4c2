"""Capacities: what the name of a project says that it will make in a year (年产6万吨磷酸铁锂项目)."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kg.extract.figures import words
from kg.extract.figures.clauses import Mark
from kg.extract.figures.page import Page
from kg.model import Figure, Quote

_JOINTS = frozenset("、和及与")
_LONGEST = 4  # characters of 年产, 日处理 …


def capacities(page: Page, marks: Sequence[Mark]) -> Iterator[Figure]:
    """Yield the planned capacity that stands in the name of each project, with what it makes as scope."""
    led: tuple[tuple[int, int], re.Match[str]] | None = None
    for mark, behind in zip_longest(marks, marks[1:]):
        span = page.named_span(mark.begin, mark.end) if mark.label != "ordinal" else None
        verb = words.pattern("capacity").search(page.text, mark.begin - _LONGEST, mark.begin)
        if span and verb is None and led and led[0] == span and page.text[mark.begin - 1] in _JOINTS:
            verb = led[1]  # 年产100万套车架｜和80万套减震器项目
        name = page.names.get(span[0], (0, None))[1] if span else None
        if verb and span and name and name.kind == "Project":
            led = span, verb
            end = min(span[1], behind.begin - 1) if behind else span[1]
            made = words.pattern("made").sub("", page.text[mark.end : end])
            amount = mark.quantity
            yield Figure(
                "planned",
                name,
                verb.group(),
                made,
                amount.comparator,
                amount.value,
                amount.unit,
                "",
                Quote(verb.start(), span[1]),
                project=name,
            )
