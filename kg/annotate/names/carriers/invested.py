"""Whether the name of a project, a road or a plant says which one is meant, and whether it is built or invested in."""

import re

from kg import register
from kg.annotate.names.carriers.business import firm_end
from kg.annotate.names.carriers.projects import clause, companies, is_line
from kg.annotate.names.carriers.suffixes import Suffix
from kg.annotate.names.carriers.weight import Weight
from kg.annotate.names.view import View
from kg.resources import pattern, words

_LONG_BODY, _SHORT_BODY = 8, 4  # telling characters that make up for a proper noun; where a signing is told
_TRADE = 2  # characters that name no product yet
_QUOTED = re.compile("[^“”]{0,6}“[^“”]+”")


def is_told(view: View, suffix: Suffix, weight: Weight, start: int, end: int) -> bool:
    """Tell whether the name of a project or works says which one is meant."""
    if suffix.sort == "works":
        return weight.place or (weight.proper and suffix.needs != "place") or is_line(view, start)
    body = view.text[start:end]
    if pattern("carriers", "so-many").match(body):
        return False  # 9个子项目
    if len(body) > _TRADE and _paid(view, start):
        return True
    if _QUOTED.fullmatch(body):
        return weight.telling >= _LONG_BODY and _signed(view, start)  # “大好高”项目: a quoted class of projects
    if suffix.sort == "phase" and weight.place and body not in register.names():
        return True  # LAC takes a trade name for a place (北州|二期)
    if weight.telling > 1 and len(body) > _TRADE and _of_company(view, start):
        return True
    if weight.proper or (weight.place and weight.telling > 1) or view.text.endswith(companies(), 0, start):
        return True
    if weight.telling > 1 and pattern("carriers", "output").search(body):
        return True
    if suffix.needs == "named":
        return False
    alone = _signed(view, start) or pattern("carriers", "priced-behind").match(view.text, end + len(suffix.text))
    return weight.telling >= (2 if _priced(view, start) else _SHORT_BODY if alone else _LONG_BODY)


def _signed(view: View, begin: int) -> bool:
    """Tell whether the clause signs or finances something with a company, so that a project needs no proper noun."""
    led = view.text[clause(view, begin) : begin]
    return any(c in led for c in companies()) or any(verb in led for verb in words("signing_verbs"))


def _priced(view: View, begin: int) -> bool:
    """Tell whether the clause says what the project costs (总投资20亿元的…, 投资9亿元建设…)."""
    edge = clause(view, begin)
    item = max((m.end() for m in pattern("carriers", "item-ends").finditer(view.text, edge, begin)), default=edge)
    return bool(pattern("carriers", "priced").search(view.text, item, begin))


def _paid(view: View, begin: int) -> bool:
    """Tell whether a company pays for what begins at an offset: it is told by who pays (某某集团投资2亿元的|…)."""
    pays = pattern("lists", "pays").finditer(view.text, clause(view, begin), begin)
    paid = next((m for m in pays if pattern("carriers", "paid-for").fullmatch(view.text, m.end(), begin)), None)
    if paid is None:
        return False
    first, last, tag = view.words[view.word_at(paid.start() - 1)]
    proper = tag in ("ORG", "PER", "nz") or (tag == "LOC" and view.text[first:last] not in register.names())
    return proper or view.text.endswith(companies(), 0, paid.start())


def _of_company(view: View, start: int) -> bool:
    """Tell whether a company stands before 的 right before an offset (北港机电的|压缩机项目)."""
    if view.text[start - 1 : start] != "的":
        return False
    first, last, tag = view.words[view.word_at(start - 2)]
    return tag == "ORG" or view.text.endswith(companies(), 0, start - 1) or firm_end(view.text[first:last]) > 0


def is_works(view: View, begin: int, end: int, sentence: tuple[int, int]) -> bool:
    """Tell whether the clause speaks of a road, bridge or reservoir as of a project."""
    left = max(view.text.rfind(mark, sentence[0], begin) for mark in "，；：") + 1
    right = min((i for mark in "，；：。" if (i := view.text.find(mark, end, sentence[1])) >= 0), default=sentence[1])
    told = view.text[max(left, sentence[0]) : begin] + view.text[end:right]
    if pattern("carriers", "along").match(view.text, end):
        return False  # …运河沿线: where something is, not what is built
    done = pattern("carriers", "done").search(view.text, begin, end)  # …整治工程: the work is told in the name
    rail = pattern("carriers", "grand").search(view.text, begin, end)
    return bool(done) or bool(rail) or any(word in told for word in words("works_words"))
