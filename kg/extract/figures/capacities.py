"""Capacities: what the name of a project says that it will make in a year (年产6万吨磷酸铁锂项目)."""

from collections.abc import Iterator, Sequence

from kg.extract.figures import words
from kg.extract.figures.clauses import Mark
from kg.extract.figures.page import Page
from kg.model import Figure, Quote

_LONGEST = 4  # characters of 年产, 日处理 …


def capacities(page: Page, marks: Sequence[Mark]) -> Iterator[Figure]:
    """Yield the planned capacity that stands in the name of each project, with what it makes as scope."""
    for mark in marks:
        verb = words.pattern("capacity").search(page.text, mark.begin - _LONGEST, mark.begin)
        span = page.named_span(mark.begin, mark.end) if verb and mark.label != "ordinal" else None
        name = page.names.get(span[0], (0, None))[1] if span else None
        if verb and span and name and name.kind == "Project":
            made = words.pattern("made").sub("", page.text[mark.end : span[1]])
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
