"""Phrases: what stands before and behind a quantity, taken apart into subject, verb, noun, limits and closing verb."""

from dataclasses import dataclass

from kg.extract.figures import words
from kg.extract.figures.clauses import Item
from kg.extract.figures.page import Page
from kg.model import Name

# Tags of LAC that end a noun phrase: verbs, prepositions, adverbs, pronouns, conjunctions.
_BREAKING = frozenset({"v", "vd", "p", "d", "r", "c"})
_SUBJECTS = frozenset({"Platform", "Project", "Organization", "Fund", "Region"})
# Tags that a word does not have when it is a verb: a verb used as a noun (研发经济), a noun, and no word ending here.
_NOT_VERBS = frozenset({"vn", "n", ""})
_MARKS = "、，：；。"
_JOINING = "和与及同跟、以并或"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of an item: 全县｜新引进｜生物技术企业｜达｜100家｜….

    ``about`` is a subject printed in the item; ``begin`` is where verb and noun begin; ``limits`` are the thresholds
    (亿元以上); ``closing`` is the verb between noun and quantity; ``behind`` and ``predicate`` are the noun behind the
    quantity and what is said of it; ``part`` says that 其中 opens the item, ``start`` that it is the first of two ends
    (从2.8%提高到3.3%).
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


def parse(page: Page, item: Item) -> Phrase:
    """Return the parts of an item."""
    text, end = page.text, item.mark.begin
    begin, about, part = _step_over(page, item.left, end)
    end, closing = _closing(page, begin, end)
    start = text[begin:end].endswith(_FROM)
    end -= start
    inner, limits = _without(text, begin, end, item)
    verb = _verb(page, begin, inner)
    behind, predicate = _behind(page, item)
    noun = _balanced(inner[len(verb) :].removeprefix("了").strip(_MARKS))
    return Phrase(about, begin, verb, noun, limits, closing, behind, predicate, part, start)


_FROM = ("从", "由")


def _step_over(page: Page, begin: int, end: int) -> tuple[int, Name | None, bool]:
    """Return where verb and noun of an item begin, the subject before them, and whether 其中 marks it as a part."""
    about: Name | None = None
    part = False
    while begin < end:
        if begin in page.periods:
            begin = page.periods[begin][0]
        elif own := page.self_word(begin):
            begin, about = own[0], own[1] or about
        elif (named := page.names.get(begin)) and _is_subject(page, named, end):
            begin, about = named[0], named[1]
        elif step := _opener(page, begin, end):
            part = part or page.text.startswith("其中", begin)
            begin = step
        else:
            break
    return min(begin, end), about, part


def _is_subject(page: Page, named: tuple[int, Name], end: int) -> bool:
    """Return whether a name at the head of an item is its subject and no part of a list or of what is measured."""
    stop, name = named
    return name.kind in _SUBJECTS and stop < end and page.text[stop : stop + 1] not in _JOINING


def _opener(page: Page, begin: int, end: int) -> int:
    """Return where an adverb, a mark or a preposition before a period ends, or 0; it must end where a word does."""
    if page.text[begin] in _MARKS or (page.text[begin] in "在到至于从自" and begin + 1 in page.periods):
        return begin + 1
    match = words.opener().match(page.text, begin, end)
    while match and not page.edge(match.end()) and match.end() != end:
        match = words.opener().match(page.text, begin, match.end() - 1)
    return match.end() if match else 0


def _closing(page: Page, begin: int, end: int) -> tuple[int, str]:
    """Return where the noun before a quantity ends, and the verb between them."""
    if match := words.closing_verb().search(page.text, begin, end):
        return match.start(), match["verb"]
    if (match := words.closing_adverb().search(page.text, begin, end)) and page.edge(match.start()):
        return match.start(), ""
    return end, ""


def _verb(page: Page, begin: int, inner: str) -> str:
    """Return the action verb that opens the words of an item; it must end where a word does."""
    match = words.action().match(inner)
    while match and match.end() < len(inner) and page.tag_ending(begin + match.end()) in _NOT_VERBS:
        match = words.action().match(inner, 0, match.end() - 1)
    return match.group() if match else ""


def _behind(page: Page, item: Item) -> tuple[str, str]:
    """Return the noun phrase right behind a quantity, and the predicate behind that."""
    begin = item.mark.end + page.text.startswith("的", item.mark.end)
    end = begin
    for first, last, tag in page.words_between(begin, item.right_end):
        if first < end or (tag in _BREAKING and not (first == begin and last - first == 1)):
            break
        end = min(last, item.right_end)
    noun = _balanced(page.text[begin:end].strip(_MARKS))
    if "的" in noun.rstrip("的"):  # 8个分局的互动: the count is of what stands before 的
        return noun.partition("的")[0], ""
    return noun.rstrip("的"), _balanced(page.text[end : item.right_end].strip(_MARKS))


def _balanced(text: str) -> str:
    """Return the text without a quotation mark or bracket that has lost its partner.

    >>> _balanced("专精特新”企业"), _balanced("“专精特新”企业")
    ('专精特新企业', '“专精特新”企业')
    """
    for opening, closing in ("“”", "（）", "《》"):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text


def _without(text: str, begin: int, end: int, item: Item) -> tuple[str, tuple[str, ...]]:
    """Return the text between two offsets without the thresholds in it, and those."""
    limits, kept, position = [], "", begin
    for mark in item.thresholds:
        if begin <= mark.begin and mark.end <= end:
            limits.append(text[mark.begin : mark.end])
            kept += text[position : mark.begin]
            position = mark.end + text.startswith("的", mark.end)
    return kept + text[position:end], tuple(limits)
