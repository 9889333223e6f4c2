"""Figures: quantified goals, results and plans, with what they measure, of whom, how much and when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.extract.figures import words
from kg.extract.figures.background import is_background, of_counted
from kg.extract.figures.capacities import capacities
from kg.extract.figures.casts import Cast, casts
from kg.extract.figures.clauses import Item, Mark, items
from kg.extract.figures.indicators import measure
from kg.extract.figures.indicators.antecedents import Told, shared_out
from kg.extract.figures.indicators.clusters import head_behind
from kg.extract.figures.indicators.comparisons import whole
from kg.extract.figures.indicators.gathered import gathered
from kg.extract.figures.indicators.measures import Head, Measure, of_sector
from kg.extract.figures.indicators.openings import BODIES
from kg.extract.figures.indicators.phrases import Phrase
from kg.extract.figures.indicators.shared import phrases
from kg.extract.figures.once import in_body, once
from kg.extract.figures.page import Page
from kg.extract.figures.priced import priced
from kg.extract.figures.subjects import is_attribute, subject, that_thing
from kg.extract.figures.time.course import Course, of_doc
from kg.extract.figures.time.standing import Opening, Said, standing
from kg.extract.scene import Named
from kg.model import Comparator, Figure, Name, Quote, Status

__all__ = ["figures"]

_HUNDREDS = frozenset("百千万")
_JOINTS = frozenset("、和及与")
_GIVING = 6  # characters of 争取到了, 县财政安排 … that tell
_CAPACITY = 4  # characters of 年产, 日处理 …


def figures(doc: Doc) -> Iterator[Figure]:
    """Yield the figures of a document in the order of the text.

    Each is about the thing that its item names, else what the sentence or its paragraph speaks of, else the
    document's home. On the development set (62 figures, the paper's year given): P 1.00, R 1.00, F1 1.00; with
    comparator, period and status P 0.92, R 0.94, F1 0.93. Elsewhere: ten papers of ten provinces (191 figures) and 28
    pages of work reports (562), among which the rules were mended, F1 0.98 and 0.93, with all slots 0.95 and 0.93;
    news texts when they were first tried F1 0.61 (143 figures), 0.78 (204), 0.72 (131) and last 0.80 (114), with all
    slots 0.48, 0.62, 0.45 and 0.64; among the last three the rules were then mended, F1 0.91, 0.90 and 0.89, with all
    slots 0.83, 0.84 and 0.83. Twenty real texts when first tried (141): P 0.67, R 0.61, F1 0.64, with all slots F1
    0.36; the rules were then mended among them, F1 0.92, with all slots 0.78. The last ten pages when first tried
    (234): F1 0.84, with all slots 0.65; mended among them, 0.94 and 0.90; all fourteen sets (1810), 0.89 and 0.81.
    """
    marks = [Mark(b, e, label, value) for b, e, label, value in marked(doc, "quantities") if label != "name-number"]
    if marks:
        yield from once(_figures_of(doc, in_body(doc, marks)))


def _figures_of(doc: Doc, marks: Sequence[Mark]) -> Iterator[Figure]:
    (page, running), at, opening, told = of_doc(doc), 0, Opening(), ""
    told_of = list[Told]()
    for (begin, end, *_), cast in zip(marked(doc, "sentences"), casts(doc), strict=True):
        if page.text[begin - 1 : begin] != "；":
            further = words.pattern("part-of").match(page.text, begin) is not None
            told = "" if page.text[begin - 1 : begin] == "\n" else told
            opening = replace(opening, joined=begin) if further else Opening(begin, end, begin, told)
            told_of = []
        while at < len(marks) and marks[at].begin < begin:
            at += 1
        first = at
        while at < len(marks) and marks[at].begin < end:
            at += 1
        opening = replace(opening, place=_whole_place(page, begin) or opening.place)
        if at > first:
            opening = replace(opening, stated=min(opening.stated, marks[first].begin))
            yield from capacities(page, marks[first:at])
            stated = _promoted(page, marks[first:at], end)
            found = list(_of_sentence(page, opening, begin, end, stated, running, cast, told_of))
            told = next((figure.period for figure in reversed(found) if figure.status == "achieved"), told)
            yield from found


def _whole_place(page: Page, begin: int) -> Name | None:
    """Return the place as a whole that opens a sentence (全市…), which what ； joins to it goes on about."""
    start = page.periods[begin][0] if begin in page.periods else begin
    own = page.self_word(start + page.text.startswith("，", start))
    return own[1] if own else None


def _promoted(page: Page, marks: Sequence[Mark], end: int) -> list[Mark]:
    """Return a sentence's marks outside names; sizes of clusters (300亿级…) and capacities (年产6万吨) are figures."""
    free = [mark for mark in marks if not page.named_span(mark.begin, mark.end)]
    counts = {mark.end for mark in free if mark.label == "quantity"}
    return [replace(m, label="quantity") if m.begin not in counts and _is_stated(page, m, end) else m for m in free]


def _is_stated(page: Page, mark: Mark, end: int) -> bool:
    """Return whether a threshold is a figure after all: a capacity, money given, or the size of a cluster."""
    if mark.label == "threshold" and mark.quantity.kind == "money" and _is_given(page, mark, end):
        return True
    if mark.label == "threshold" and words.pattern("capacity").search(page.text, mark.begin - _CAPACITY, mark.begin):
        return True
    if mark.label != "threshold" or mark.quantity.comparator != "~":
        return False
    return head_behind(page.text, mark.end, end) is not None


def _is_given(page: Page, mark: Mark, end: int) -> bool:
    """Return whether an amount is of money that is given, as the words around it tell: 安排｜5000万元｜专项资金."""
    gives = words.pattern("gives").search(page.text, max(mark.begin - _GIVING, 0), mark.begin)
    return gives is not None and words.pattern("given").match(page.text, mark.end, end) is not None


def _of_sentence(
    page: Page,
    opening: Opening,
    begin: int,
    end: int,
    marks: Sequence[Mark],
    running: Course,
    cast: Cast,
    told_of: list[Told],
) -> Iterator[Figure]:
    """Yield the figures of a sentence, that the one of its ``opening`` may lead.

    ``told_of`` holds what the figures before it, as far as ； joins them, measure and of whom; it is added to.
    """
    head, counts, clause, works, many = Head(), Head(), -1, False, False
    spoken = opening.place if page.text[begin - 1 : begin] == "；" and not cast.scene.openers(end) else that_thing(cast)
    stretch = running.at(begin)
    for item, phrase in phrases(page, list(items(page.text, begin, end, marks))):
        if item.clause != clause:
            clause = item.clause
            before = _clause_before(page, begin, clause)
            among = words.pattern("among").fullmatch(before)
            head = Head(noun=among["noun"], before=before) if among else replace(head, before=before)
            spoken = None if _turns(phrase, spoken, stretch.sure) else spoken
        if phrase.whole:
            head = replace(whole(phrase), topic=head.topic)
        if phrase.whole or is_background(page, item, phrase) or of_counted(page, item):
            continue
        built = words.pattern("once-built").search(page.text, begin, item.mark.begin)
        works = works or phrase.works or built is not None
        phrase = replace(phrase, works=works)
        spoken = spoken if _pays(phrase) else phrase.about or spoken
        if own := priced(page, item, head):
            told, when = standing(page, running, Said(opening, begin, item, phrase, own[1], own[0]))
            yield from _figures(page, item, own[0], own[1], when, told)
            continue
        leads = counts if _is_of_counted(phrase, item, head, counts) else shared_out(head, phrase, told_of)
        measured = measure(phrase, item.mark.quantity, leads, item.listed)
        if measured is None:
            head = replace(head, base=phrase.noun) if phrase.start else head
            continue
        measured = of_sector(gathered(page, item, measured))
        head = measured.head
        counts = head if item.mark.quantity.kind == "count" else counts
        about = subject(page, item, phrase, measured, spoken, cast, stretch.sure, many)
        about = _given_out(cast, phrase, item) or about
        if about is None or phrase.start:  # 从1800座｜增加到6100座: what it was is none
            continue
        if about.kind == "Region" and words.pattern("capacity").search(phrase.noun) and _names(page, item):
            continue
        told_of.append((head.base, item.mark.quantity.kind, about))
        many = many or _counts_projects(measured, item)
        spoken = about if _speaks_on(phrase, measured, about) else spoken
        told, when = standing(page, running, Said(opening, begin, item, phrase, measured, about))
        yield from _figures(page, item, about, measured, when, told)


def _names(page: Page, item: Item) -> bool:
    """Return whether an amount is part of the name of a project that nothing else tells: 年产10万吨｜负极材料项目."""
    return words.pattern("named-by").match(page.text, item.mark.end) is not None


def _speaks_on(phrase: Phrase, measured: Measure, about: Name) -> bool:
    """Return whether the clauses that follow are about the same: not about what is only set up (设立｜某某基金)."""
    if _pays(phrase):
        return False
    if phrase.about and phrase.about.kind == "Organization" and about.kind in ("Platform", "Project"):
        return phrase.owner is None  # 某某集团｜某某产业园｜投资6亿元，占地500亩
    return bool(measured.said) or (about.kind != "Region" and not phrase.owner and not measured.of)


def _pays(phrase: Phrase) -> bool:
    """Return whether a place's treasury only pays for what the sentence is about: 市财政投入｜1.2亿元."""
    return words.pattern("treasury").match(phrase.noun) is not None


def _is_of_counted(phrase: Phrase, item: Item, head: Head, counts: Head) -> bool:
    """Return whether a count is a part of what was counted before its sum: 项目16个，总投资…，其中｜外资项目3个."""
    if item.mark.quantity.kind != "count" or phrase.verb:
        return False
    bare = counts.base and phrase.limits and not phrase.noun  # 签约项目21个，签约资金90亿元，亿元以上｜8个
    return bool(bare) or phrase.part and not head.verb


def _given_out(cast: Cast, phrase: Phrase, item: Item) -> Name | None:
    """Return the project or body of a list (甲园区、乙园区分别…) that a number of a list as long is about."""
    at, count = phrase.share
    scene, listed = cast.scene, list[Named]()
    for named in scene.between(scene.begin, item.mark.begin, *BODIES):
        gap = scene.text[listed[-1].end : named.begin] if listed else ""
        if not named.nested:
            listed = [*listed, named] if gap in _JOINTS and listed else [named]
    return listed[at].name if count and len(listed) == count else None


def _counts_projects(measured: Measure, item: Item) -> bool:
    return item.mark.quantity.kind == "count" and words.pattern("projects").search(measured.indicator) is not None


def _clause_before(page: Page, begin: int, clause: int) -> str:
    """Return the clause before another of the same sentence, without the period that opens it."""
    start = max((page.text.rfind(mark, begin, max(clause - 1, begin)) for mark in "，；：。"), default=-1) + 1 or begin
    start += page.text[start] == "在" and start + 1 in page.periods  # 在｜2021年度｜全省综合评价中，
    while start in page.periods:
        start = page.periods[start][0]
    before = page.text[start : clause - 1] if clause > begin else ""
    return "" if any(char.isdigit() for char in before) else before


def _turns(phrase: Phrase, spoken: Name | None, report: bool) -> bool:
    """Return whether a clause with a noun of its own and no verb turns to another subject: …，中欧班列开行｜924列.

    From a project or a fund it does not turn, nor from a platform but in a report, which tells of one after another.
    """
    if spoken and (spoken.kind in ("Project", "Fund") or (spoken.kind == "Platform" and not report)):
        return False
    if spoken and spoken.kind == "Organization" and words.pattern("its-goods").match(phrase.noun):
        return False
    led = phrase.verb or phrase.fresh or phrase.part or words.action().match(phrase.noun)
    return bool(phrase.noun) and not led and not is_attribute(phrase.noun)


def _figures(page: Page, item: Item, about: Name, measured: Measure, when: str, told: Status) -> Iterator[Figure]:
    quantity = item.mark.quantity
    whole = quantity.kind == "count" and page.text[item.mark.begin] in _HUNDREDS  # 百家企业
    ends: list[tuple[Comparator, Decimal]] = [("=" if whole else quantity.comparator, quantity.value)]
    if quantity.upper is not None:
        ends = [(">=", quantity.value), ("<=", quantity.upper)]
    yearly = words.pattern("yearly").search(page.text, item.clause, item.mark.begin)
    parts = (*measured.scope, yearly.group() if yearly and quantity.unit != "%" else "")
    scope = "，".join(dict.fromkeys(part for part in parts if part))
    quote = Quote(item.left, item.mark.end)
    industry, project = page.industry(item.left, item.right_end), about if about.kind == "Project" else None
    for comparator, value in ends:
        yield Figure(
            told, about, measured.indicator, scope, comparator, value, quantity.unit, when, quote, industry, project
        )
