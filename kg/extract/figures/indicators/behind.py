"""Behind: the noun phrase behind a quantity, what is said of it, and the thing whose number it is."""

from itertools import zip_longest

from kg.extract.figures import words
from kg.extract.figures.clauses import Item
from kg.extract.figures.page import Page, Word
from kg.model import Name

# Tags of LAC that end a noun phrase: verbs, prepositions, adverbs, pronouns.
_BREAKING = frozenset({"v", "vd", "p", "d", "r", "ad"})
_VERBS = frozenset({"v", "vd"})
_LED = _VERBS | {"d", "ad"}
_OWNERS = frozenset({"Platform", "Project", "Fund"})
_COPULAS = "是为属"
# How far behind 的 the name of what several numbers are of may begin (…的｜某某县某某项目).
_OWNER_REACH = 6
_COUNTED = frozenset({"count", "person"})
_MARKS = "、，：；。"
_JOINING = "和与及同跟、以并或等"


def after(page: Page, item: Item, governed: bool) -> tuple[str, str, int]:
    """Return the noun phrase right behind a quantity, the predicate behind that, and where the noun phrase ends.

    A noun that is ``governed`` by a verb before the quantity may hold verbs (新培育20家融合标杆企业).
    """
    breaking = _BREAKING - _VERBS if governed else _BREAKING
    begin = item.mark.end + page.text.startswith("的", item.mark.end)
    if basis := had(page, item):
        return balanced(page.text[begin:basis]), "", basis
    end = begin
    found, before = page.words_between(begin, item.right_end), ""
    for (first, last, tag), behind in zip_longest(found, found[1:]):
        is_inside = _inside_noun(first, last, begin, behind) and page.text[first] not in _COPULAS
        leads = behind is not None and behind[2] in _LED and words.opener().fullmatch(page.text, first, last)
        # No noun ends with an adjective: 精兵强｜将 is one, whatever LAC takes its last character for.
        closes = before == "a" and last - first == 1
        done = first > begin and words.pattern("completed").fullmatch(page.text, first, last)  # 12个｜项目完成投资
        breaks = (leads or done or (tag in breaking and not is_inside)) and not closes
        if first < end or breaks:
            break
        end, before = min(last, item.right_end), tag
    said = item.right_end
    if spread := words.pattern("spread").search(page.text, begin, item.right_end):  # 4个项目｜分属…
        end, said = min(end, spread.start()), spread.start()
    if page.text[item.right_end : item.right_end + 1] not in _MARKS and (
        own := words.ending("planned_attributes").search(page.text, begin, end)
    ):
        return page.text[begin : own.start()], "", own.start()  # 6个项目｜总投资7亿元
    if rated := words.pattern("rated").match(page.text, begin, end):  # 230个重点项目开工率达95%
        return rated["things"], "", begin
    noun = balanced(page.text[begin:end].strip(_MARKS).rstrip(_JOINING))
    governs = page.text[item.right_end : item.right_end + 1] not in _MARKS  # 215个重点项目｜完成投资68亿元
    predicate = "" if governs else balanced(page.text[end:said].strip(_MARKS))
    if "的" in noun.rstrip("的"):  # 8个分局的互动: the count is of what stands before 的
        return noun.partition("的")[0], "", end
    return noun.rstrip("的"), predicate, end


def _inside_noun(first: int, last: int, begin: int, behind: Word | None) -> bool:
    """Return whether a verb is part of a noun: one character at its head (驻外分局), or before one (招商员)."""
    return (first == begin and last - first == 1) or bool(behind and behind[2] == "n" and behind[1] - behind[0] == 1)


def balanced(text: str) -> str:
    """Return the text without a quotation mark or bracket that has lost its partner.

    >>> balanced("专精特新”企业"), balanced("“专精特新”企业")
    ('专精特新企业', '“专精特新”企业')
    """
    for opening, closing in ("“”", "（）", "《》"):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text


def had(page: Page, item: Item) -> int | None:
    """Return where the name of what there was ends, on which something is built (在前期45名招商员｜基础上), or None."""
    if item.mark.quantity.kind not in _COUNTED or not words.pattern("had").search(
        page.text, item.left, item.mark.begin
    ):
        return None
    basis = words.pattern("basis").search(page.text, item.mark.end, item.right_end)
    return basis.start() if basis and basis.start() > item.mark.end else None


def owner(page: Page, item: Item) -> Name | None:
    """Return the fund, project or platform that a quantity with 的 belongs to: 总投资12亿元｜的某某产业园."""
    fixed = words.ending("planned_attributes").search(page.text, item.left, item.mark.begin)
    shared = words.pattern("shared-owner").match(page.text, item.mark.end) if fixed else None
    if shared:  # 投资7亿元、｜年产10万辆的｜某某项目
        begin, end = shared.end(), shared.end() + _OWNER_REACH
    elif page.text.startswith("的", item.mark.end):
        begin, end = item.mark.end, item.right_end
    else:
        return None
    named = (page.names[at][1] for at in range(begin, end) if at in page.names)
    return next((name for name in named if name.kind in _OWNERS), None)
