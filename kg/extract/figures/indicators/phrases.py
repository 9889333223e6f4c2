"""Phrases: what stands before and behind a quantity, taken apart into subject, verb, noun, limits and closing verb."""

from dataclasses import dataclass

from kg.extract.figures import words
from kg.extract.figures.clauses import Item
from kg.extract.figures.indicators.behind import after, balanced, had, owner
from kg.extract.figures.indicators.openings import step_over
from kg.extract.figures.page import Page
from kg.model import Name

# What stands where a verb does not end: a noun, or no end of a word.
_NOT_VERBS = frozenset({"n", ""})
_MARKS = "、，：；。"
_PARTICLES = "了过的"
ENUMERATION = "等"
"""What closes a list before the number of its members (甲、乙等8个分局)."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of an item: 全县｜新引进｜生物技术企业｜达｜100家｜….

    ``about`` is a subject printed in the item; ``begin`` is where verb and noun begin; ``limits`` are the thresholds
    (亿元以上); ``closing`` is the verb between noun and quantity; ``behind`` and ``predicate`` are the noun behind the
    quantity and what is said of it; ``part`` says that 其中 opens the item, ``start`` that it is the first of two ends
    (从2.8%提高到3.3%), ``fresh`` that an adverb or auxiliary opens it; ``behind_end`` is where the noun behind ends.
    ``owner`` is the thing whose number it is (12亿元的某某基金), ``works`` says that it will be so once the thing is
    built (达产后); ``share`` is the place of a number in a list that 分别 gives out, and the length of the list.
    ``whole`` is what is only counted to speak of a part of it (20个｜项目｜中有5个…), ``spelled`` says that the number
    is written in characters (三个).
    """

    about: Name | None
    begin: int
    verb: str
    noun: str
    limits: tuple[str, ...]
    closing: str
    behind: str
    predicate: str
    part: bool
    start: bool
    fresh: bool
    behind_end: int
    owner: Name | None = None
    works: bool = False
    share: tuple[int, int] = (0, 0)
    whole: str = ""
    spelled: bool = False


def parse(page: Page, item: Item) -> Phrase:
    """Return the parts of an item."""
    text = page.text
    begin, about, opened, stage = step_over(page, item)
    dated = words.pattern("dated").search(text, begin, item.mark.begin)
    end, closing = _closing(page, begin, dated.start() if dated else item.mark.begin)
    start = words.pattern("from").search(text, begin, item.mark.begin)
    if start and words.pattern("to").match(text, item.mark.end):
        adverb = words.closing_adverb().search(text, begin, start.start())
        end = adverb.start() if adverb else start.start()
    else:
        start = None
    inner, limits = _without(page, begin, end, item)
    inner = words.pattern("had").sub("", inner) if had(page, item) else inner
    verb = _verb(page, begin, inner)
    behind, predicate, behind_end = after(page, item, bool(verb) or words.plays(closing, "growth"))
    by = words.pattern("invested-by").search(inner)
    inner, given = by["noun"] if by else inner, by is not None
    if about and about.kind == "Organization" and words.pattern("by-whom").search(opened) and _invests(inner):
        about, given = None, True  # 由某某公司｜投资: of a project that was named before
    noun = balanced(inner[len(verb) :].lstrip(_PARTICLES).strip(_MARKS).strip())
    bare = len(noun) < 2 and not behind
    if about and about.kind != "Region" and not verb and (bare or noun.endswith(ENUMERATION)):
        about = None  # 综试区扩容至7个: the name is what is measured
        noun = noun if len(noun) > 1 else text[item.left : end].strip(_MARKS)
    part = "其中" in opened
    dated_only = begin > item.left and begin == item.mark.begin  # 去年产值6亿元，今年上半年｜3亿元
    fresh = (bool(opened) or dated_only) and not part
    limits = (*stage, *limits)
    works = bool(given or words.pattern("works").search(opened) or words.pattern("the-project").search(opened))
    whole = words.pattern("whole-of").match(text, item.mark.end, item.right_end)
    return Phrase(
        about,
        begin,
        verb,
        noun,
        limits,
        closing,
        behind,
        predicate,
        part,
        bool(start),
        fresh,
        whole.end() if whole else behind_end,
        owner(page, item),
        works,
        whole=whole["noun"] if whole else "",
        spelled=words.pattern("spelled").match(text, item.mark.begin) is not None,
    )


def _closing(page: Page, begin: int, end: int) -> tuple[int, str]:
    """Return where the noun before a quantity ends, and the verb between them."""
    match = words.closing_verb().search(page.text, begin, end)
    while match and not (page.edge(match.start()) or match.start() == begin):
        match = words.closing_verb().search(page.text, match.start() + 1, end)
    if match and not (match.start() == begin and words.plays(match["verb"], "action")):
        return match.start(), match["verb"]
    match = words.closing_adverb().search(page.text, begin, end)
    if match and (page.edge(match.start()) or words.ending("indicator_heads").search(page.text, begin, match.start())):
        return match.start(), ""
    return end, ""


def _invests(inner: str) -> bool:
    """Return whether words say only that money is put into something.

    >>> _invests("共同出资"), _invests("投资建设的厂房")
    (True, False)
    """
    return words.pattern("put-in").fullmatch(inner) is not None


def _verb(page: Page, begin: int, inner: str) -> str:
    """Return the action verb that opens the words of an item; it must end where a word does."""
    match = words.action().match(inner)
    while match and match.end() < len(inner) and page.tag_ending(begin + match.end()) in _NOT_VERBS:
        match = words.action().match(inner, 0, match.end() - 1)
    return match.group() if match else ""


def _without(page: Page, begin: int, end: int, item: Item) -> tuple[str, tuple[str, ...]]:
    """Return the text between two offsets without the periods and thresholds in it, and the thresholds.

    A measure before a threshold belongs to it: 产值｜亿元以上｜企业.
    """
    limits, kept, position = [], "", begin
    spans = [(mark.begin, mark.end, True) for mark in item.thresholds]
    spans += [(at, page.periods[at][0], False) for at in range(begin, end) if at in page.periods]
    for first, last, limiting in sorted(spans):
        if begin <= first and last <= end:
            kept += page.text[position:first]
            if limiting:
                own = _measure_before(kept)
                limits.append(own + page.text[first:last])
                kept = kept.removesuffix(own)
            position = last + page.text.startswith("的", last)
    return kept + page.text[position:end], tuple(limits)


def _measure_before(text: str) -> str:
    """Return the measure at the end of a text, without verb or things before it (项目｜投资超2亿元的), or ""."""
    if not words.ending("indicator_heads").search(text):
        return ""
    verb = words.action().match(text) or words.pattern("measured-things").match(text)
    return text[verb.end() :] if verb else text
