"""Projects: how far left the name of what is built or invested in goes, and whether it says which one is meant."""

import re
from functools import cache

from kg import register
from kg.annotate.names.carriers.suffixes import (
    INNER_TAGS,
    NEGATIONS,
    is_roman,
    name_begin,
    suffix_of,
    suffixes,
    trim,
)
from kg.annotate.names.view import View
from kg.industries import terms
from kg.resources import pattern, words

_LONG_BODY, _SHORT_BODY = 8, 4  # telling characters that make up for a proper noun; where a signing is told
_COORDINATED = 16  # longest first part of a coordination inside a project's name
JOINTS = ("以及", "与", "和", "及", "暨", "、")
_ODD_TAGS = frozenset({"d", "r", "q"})  # what LAC takes for an adverb or pronoun between two nouns is part of a name
_NOUNS = INNER_TAGS | {"a", "r"}
_STARTS = frozenset("，；。：！？\n▲●■◆★")  # what a clause or an item begins behind
_PHASE = 2  # 二期
_TO = "至"  # from one place to another
_TRADE = 2  # characters of a trade name that LAC takes for a verb
_LONGEST = 36  # characters of a name behind what it costs
_COUNTED = frozenset({"m", "q", "r"})  # …亿元的3个项目, 这些项目
_TERM = 8  # the longest name of an industry that is looked for
_QUOTED = re.compile("[^“”]{0,6}“[^“”]+”")


def project_begin(view: View, opening: int, end: int, floor: int) -> int:
    """Return where the name of a project begins that goes on at ``opening``: at what governs it, or at its clause."""
    if opening - 2 >= floor and is_line(view, opening - 2):
        return opening - 2
    if (begin := _behind_cost(view, opening, floor)) is not None:
        return begin
    begin = name_begin(view, opening, floor, "Project")
    if begin - 1 >= floor and _is_odd_first(view, begin - 1):
        begin -= 1
    while (further := _further(view, begin, opening, floor)) < begin:
        begin = further
    whole = _capacity(view, begin, opening) or _is_odd_first(view, begin)
    begin = _coordinated(view, term_begin(view, begin if whole else trim(view, begin, end), floor), floor)
    if firm := pattern("carriers", "of-firm").match(view.text, begin, opening):
        return firm.end()
    if (front := min(_priced_front(view, begin, end, floor), _from_there(view, begin, floor))) < begin:
        return front
    if twofold := pattern("carriers", "twofold").search(view.text, floor, begin):
        return twofold.start()
    if water := pattern("carriers", "diversion").search(view.text, max(begin - _PHASE, floor), end):
        return min(water.start(), begin)
    phased = begin - _PHASE >= floor and pattern("carriers", "phase").fullmatch(view.text, begin - _PHASE, begin)
    return begin - _PHASE if phased else begin


def _behind_cost(view: View, opening: int, floor: int) -> int | None:
    """Return where a name begins right behind what it costs or its signing (投资5亿元的|某某研发、生产项目, 签约|…)."""
    edge = max(clause(view, opening), floor)
    for row, cut in (("priced", "的"), ("signed", "的、与和")):
        if led := list(pattern("carriers", row).finditer(view.text, edge, opening))[-1:]:
            begin = led[0].end()
            plain = 3 < opening - begin <= _LONGEST and not set(cut) & set(view.text[begin:opening])
            plain = plain and (_nouny(view, begin, opening) if row == "signed" else view.text[begin - 1] == "的")
            return begin if plain and view.tag_at(begin) not in _COUNTED else None
    return None


def _nouny(view: View, begin: int, end: int) -> bool:
    """Tell whether no word between the offsets ends a name."""
    return not any(view.text[b:e] in words("name_boundaries") for b, e, _ in view.words_in(begin, end))


def _priced_front(view: View, begin: int, end: int, floor: int) -> int:
    """Return where the trade name of a priced project begins that LAC takes for a verb (，通达|建材项目投资9亿元)."""
    first, last, tag = view.words[max(view.word_at(begin - 1), 0)]
    free = last == begin and first >= floor and tag == "v" and last - first == _TRADE
    own = free and view.text[first - 1] in _STARTS and view.text[first:last] not in words("name_boundaries")
    return first if own and pattern("carriers", "priced-behind").match(view.text, end) else begin


def _from_there(view: View, begin: int, floor: int) -> int:
    """Return where the places begin from which a road leads to where its name goes on (云岭至|北港高速公路)."""
    at = begin - 1
    if at <= floor or view.text[at] != _TO or view.words[view.word_at(at)][:2] != (at, begin):
        return begin
    while at > floor and view.tag_at(at - 1) == "LOC":
        at = view.words[view.word_at(at - 1)][0]
    return begin if at == begin - 1 else max(at, floor)


def term_begin(view: View, begin: int, floor: int) -> int:
    """Return where the name of an industry begins that LAC cut in two (预制|菜中央厨房项目), or the offset itself."""
    left, right = max(begin - _TERM, floor), begin + _TERM
    return next((left + b for b, e in terms(view.text[left:right]) if left + b < begin < left + e), begin)


def _is_odd_first(view: View, at: int) -> bool:
    """Tell whether a clause opens with a word of one character that governs nothing, cut off a name (循|铜材)."""
    word_begin, word_end, _ = view.words[max(view.word_at(at), 0)]
    alone = (word_begin, word_end) == (at, at + 1) and "\u4e00" <= view.text[at] <= "\u9fff"
    return alone and view.text[max(at - 1, 0)] in _STARTS and view.text[at] not in words("name_boundaries")


def is_line(view: View, begin: int) -> bool:
    """Tell whether a road or railway begins that is named by the initials of its two ends (襄渝铁路)."""
    return bool(pattern("carriers", "line").match(view.text, begin)) and view.word_at(begin) != view.word_at(begin - 1)


def _further(view: View, begin: int, opening: int, floor: int) -> int:
    """Return where the name begins when what stopped it belongs to it: a capacity, or a sign that LAC mistook."""
    for match in pattern("carriers", "output").finditer(view.text, floor, opening):
        if match.start() < begin and match.end() < opening and _one_phrase(view, match.end(), begin):
            return name_begin(view, match.start(), floor, "Project")
    index = view.word_at(begin - 1) if begin > floor else -1
    if index <= 0 or view.words[index][1] != begin or view.words[index][0] < floor:
        return begin
    word_begin, word_end, tag = view.words[index]
    word, before = view.text[word_begin:word_end], view.words[index - 1]
    odd = tag in _ODD_TAGS and len(word) > 1 and word[0] not in NEGATIONS or tag == "v" and len(word) == 1
    noun = before[1] == word_begin and (before[2] in _NOUNS or is_roman(view.text[word_begin - 1]))
    if begin < opening and odd and noun and word not in words("name_boundaries"):
        return name_begin(view, word_begin, floor, "Project")
    return begin


def _one_phrase(view: View, begin: int, end: int) -> bool:
    """Tell whether nothing between the offsets ends a noun phrase."""
    tags = [(view.text[b:e], tag) for b, e, tag in view.words_in(begin, end)]
    return all(tag not in ("w", "u", "p", "c") and word not in words("name_boundaries") for word, tag in tags)


def _capacity(view: View, begin: int, opening: int) -> bool:
    return bool(pattern("carriers", "output").match(view.text, begin, opening))


def _coordinated(view: View, start: int, floor: int) -> int:
    """Return where a project's name begins when it opens with a coordination.

    In …有限公司某某材料与某某中心项目 the name is all that follows the company; elsewhere all from where the clause
    begins, when only nouns stand before the joint.
    """
    joint = next((j for j in JOINTS if view.text.endswith(j, floor, start)), "")
    sentence = view.sentence_at(start)
    if not joint or sentence is None:
        return start
    end = start - len(joint)
    back = max(sentence[0], end - _COORDINATED)
    company = max((view.text.rfind(c, back, end) + len(c) for c in companies() if c in view.text[back:end]), default=0)
    first = view.text[company:end]
    apart = joint == "、" and pattern("carriers", "figured").match(view.text, start)
    if company and not apart and len(first) > 1 and not set("，的") & set(first) and suffix_of(first) is None:
        return company
    edge = max(view.text.rfind(mark, sentence[0], end) + 1 for mark in "，；：。、的是")
    begin = max(edge, sentence[0])
    led = view.text[begin : view.words[view.word_at(begin)][1]]
    begin += len(led) if led in words("name_boundaries") and led not in ("的", "是") else 0  # 其中|某某座椅及…项目
    free = begin >= floor and joint != "、" and 1 < end - begin <= _COORDINATED
    return begin if free and _nouns(view, begin, end) else start


def _nouns(view: View, begin: int, end: int) -> bool:
    """Tell whether nothing but nouns, and no name by itself, stands between the offsets."""
    text = view.text[begin:end]
    if suffix_of(text) or text in register.names():
        return False
    if output := pattern("carriers", "output").match(view.text, begin, end):
        begin = output.end()
    tags = [(view.text[b:e], tag) for b, e, tag in view.words_in(begin, end)]
    return bool(tags) and all(
        (tag in _NOUNS or word in words("project_verbs")) and word not in words("name_boundaries") for word, tag in tags
    )


@cache
def companies() -> tuple[str, ...]:
    """Return the endings of companies' names."""
    return tuple(s.text for s in suffixes().values() if s.sort == "company")


def clause(view: View, at: int) -> int:
    """Return where the clause of an offset begins."""
    floor = (view.sentence_at(at) or (at, at))[0]
    return max(floor, *(view.text.rfind(mark, floor, at) + 1 for mark in "，；。"))
