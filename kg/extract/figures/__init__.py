"""Figures: quantified goals, results and plans, with what they measure, of whom, how much and when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.extract.figures import words
from kg.extract.figures.clauses import Item, Mark, items
from kg.extract.figures.course import Course, Stretch, course, period, status
from kg.extract.figures.indicators import Head, Measure, measure
from kg.extract.figures.page import Page
from kg.extract.figures.phrases import Phrase
from kg.extract.figures.shared import phrases
from kg.extract.figures.subjects import is_attribute, subject
from kg.model import Comparator, Figure, Name, Quote, Status

__all__ = ["figures"]

_CAPACITY = 4  # characters of 年产, 日处理 …


def figures(doc: Doc) -> Iterator[Figure]:
    """Yield the figures of a document in the order of the text.

    Each is about the thing that its item names, else what the sentence speaks of, else the document's home. On the
    development set (62 figures, the paper's year given): P 0.98, R 1.00, F1 0.99; with comparator, period and status
    P 0.91, R 0.94, F1 0.92. On work reports of six provinces, read without gold: about one in ten is wrong.
    """
    marks = [Mark(b, e, label, value) for b, e, label, value in marked(doc, "quantities") if label != "name-number"]
    if not marks:
        return
    page = Page.of(doc)
    running, at, opening, stated = course(doc, page), 0, 0, 0
    for begin, end, *_ in marked(doc, "sentences"):
        if page.text[begin - 1 : begin] != "；":
            opening, stated = begin, end
        while at < len(marks) and marks[at].begin < begin:
            at += 1
        first = at
        while at < len(marks) and marks[at].begin < end:
            at += 1
        if at > first:
            stated = min(stated, marks[first].begin)
            yield from _of_sentence(page, (opening, stated), begin, end, _promoted(page, marks[first:at]), running)


def _promoted(page: Page, marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks outside names; sizes of clusters (300亿级…产业集群) and capacities (年产6万吨…) are figures."""
    free = [mark for mark in marks if not page.named(mark.begin, mark.end)]
    counts = {mark.end for mark in free if mark.label == "quantity"}
    return [replace(m, label="quantity") if m.begin not in counts and _is_stated(page, m) else m for m in free]


def _is_stated(page: Page, mark: Mark) -> bool:
    """Return whether a threshold is a figure after all: a capacity, or the size of a cluster."""
    if mark.label == "threshold" and words.pattern("capacity").search(page.text, mark.begin - _CAPACITY, mark.begin):
        return True
    if mark.label != "threshold" or mark.quantity.comparator != "~":
        return False
    end = next((at for at in range(mark.end, len(page.text)) if page.text[at] in "，。；、\n（"), len(page.text))
    return words.ending("cluster_heads").search(page.text, mark.end, end) is not None


def _of_sentence(
    page: Page, opening: tuple[int, int], begin: int, end: int, marks: Sequence[Mark], running: Course
) -> Iterator[Figure]:
    """Yield the figures of a sentence; ``opening`` is where those joined by ； begin, and their first quantity."""
    head, spoken, clause = Head(), None, -1
    stretch = running.at(begin)
    found = list(items(page.text, begin, end, marks))
    for item, phrase in phrases(page, found):
        if item.clause != clause:
            clause = item.clause
            head = replace(head, before=_clause_before(page, begin, clause))
            spoken = None if _turns(phrase) else spoken
        if _is_background(page, item, phrase):
            continue
        spoken = phrase.about or spoken
        measured = measure(phrase, item.mark.quantity, head, item.listed)
        if measured is None:
            continue
        head = measured.head
        about = subject(page, phrase, measured, spoken, stretch.sure)
        if about is None or phrase.start:
            continue
        spoken = about if measured.said else spoken
        when = _when(page, opening[0], item, stretch)
        told = _status(page, item, begin, opening, about, measured, stretch) or stretch.status
        yield from _figures(item, about, measured, when, told)


def _status(
    page: Page, item: Item, begin: int, opening: tuple[int, int], about: Name, measured: Measure, stretch: Stretch
) -> Status | None:
    """Return what the words of the sentence, and the kind of the indicator, say of a figure's status."""
    before = [(item.clause, item.mark.begin), (begin, item.mark.begin), opening]
    if is_attribute(measured.indicator) and about.kind != "Fund":
        return "achieved" if status(page, before[:1]) == "achieved" else "planned"
    told = stretch.status if stretch.sure else status(page, before)
    return "achieved" if measured.existing and told is None else told


def _when(page: Page, opening: int, item: Item, stretch: Stretch) -> str:
    """Return the period that the sentence prints, else that of the stretch; 全年 in a review is the year reviewed."""
    when = period(page, opening, item.mark.begin)
    if when is None or (stretch.sure and stretch.status == "achieved" and when[:4] > stretch.period[-4:] > ""):
        return stretch.period
    return when


def _clause_before(page: Page, begin: int, clause: int) -> str:
    """Return the clause before another of the same sentence, without the period that opens it."""
    start = max((page.text.rfind(mark, begin, max(clause - 1, begin)) for mark in "，；：。"), default=-1) + 1 or begin
    while start in page.periods:
        start = page.periods[start][0]
    before = page.text[start : clause - 1] if clause > begin else ""
    return "" if any(char.isdigit() for char in before) else before


def _is_background(page: Page, item: Item, phrase: Phrase) -> bool:
    """Return whether a figure is about the country or the world (全国粮食产量…); a rank among them is our own."""
    said = page.text[phrase.begin : item.mark.begin]
    return item.mark.label != "ordinal" and words.pattern("background").search(said) is not None


def _turns(phrase: Phrase) -> bool:
    """Return whether a clause with a noun of its own and no verb turns to another subject: …，中欧班列开行｜924列."""
    return bool(phrase.noun) and not phrase.verb and not phrase.fresh and not is_attribute(phrase.noun)


def _figures(item: Item, about: Name, measured: Measure, when: str, told: Status) -> Iterator[Figure]:
    quantity = item.mark.quantity
    ends: list[tuple[Comparator, Decimal]] = [(quantity.comparator, quantity.value)]
    if quantity.upper is not None:
        ends = [(">=", quantity.value), ("<=", quantity.upper)]
    scope = "，".join(dict.fromkeys(part for part in measured.scope if part))
    quote = Quote(item.left, item.mark.end)
    for comparator, value in ends:
        yield Figure(told, about, measured.indicator, scope, comparator, value, quantity.unit, when, quote)
