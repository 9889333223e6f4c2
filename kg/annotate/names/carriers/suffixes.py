"""The suffix grammar: which suffix ends a name, and, by LAC's words, where a name begins."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import category

import ahocorasick

from kg.annotate.names.carriers.business import firm_end
from kg.annotate.names.view import View, within
from kg.industries import known
from kg.model import Kind
from kg.resources import alternatives, lexicon, words

# Tags of words that a name may hold anywhere; verbs and adjectives only those that the lexicons allow.
INNER_TAGS = frozenset({"n", "nz", "nw", "vn", "an", "LOC", "ORG", "PER", "s", "f", "j", "xc", "vd", "ad"})
_FRONT_TAGS = frozenset({"f", "ad", "vd", "d", "m", "v"})  # words of these tags are cut off a name's front
_QUOTES = {"”": "“", "）": "（", "」": "「"}
LEFT_OVER = frozenset("与由")  # joints that LAC leaves on the name before them (某某县与|某某公司)
_QUOTED_MOST = 9  # longest quotation or bracket inside a name
_LONGEST = 30
_LONGEST_VERB = 4
NEGATIONS = "不未没"  # a closed class of the grammar: 不通 is no part of a name, but 不锈钢 is a noun
_DASHES = "-－—–·"


@dataclass(frozen=True, slots=True)
class Suffix:
    """A suffix with the kind and sort of what it ends, and what else such a name needs."""

    text: str
    kind: Kind
    sort: str
    needs: str


@cache
def suffixes() -> dict[str, Suffix]:
    """Return all suffixes by their text.

    >>> suffixes()["招商分局"].sort
    'outpost'
    """
    rows = lexicon("name_suffixes")
    return {r["suffix"]: Suffix(r["suffix"], r["kind"], r["sort"], r["needs"]) for r in rows}  # type: ignore[arg-type]


@lru_cache(1 << 16)
def suffix_of(name: str) -> Suffix | None:
    """Return the longest suffix that ends a name.

    >>> suffix_of("苏南招商分局").sort, suffix_of("莲花")
    ('outpost', None)
    """
    return next((found for n in range(len(name)) if (found := suffixes().get(name[n:]))), None)


def sort_of(name: str) -> str:
    """Return the sort of the longest suffix that ends a name, a company's for a line of business, "" when none does.

    >>> sort_of("苏南招商分局"), sort_of("江北瀚星光电"), sort_of("莲花")
    ('outpost', 'company', '')
    """
    found = suffix_of(name)
    return found.sort if found else "company" if firm_end(name) else ""


def endings(view: View) -> list[tuple[int, int]]:
    """Return where suffixes stand: the longest at each end, and of two that overlap the one that ends a word."""
    longest: dict[int, int] = {}
    for last, text in automaton().iter(view.text):
        longest[last + 1] = max(longest.get(last + 1, 0), len(text))
    spans = [(end - length, end) for end, length in sorted(longest.items())]
    return [
        (begin, end)
        for at, (begin, end) in enumerate(spans)
        if not any(b < end and view.ends_word(e) for b, e in spans[at + 1 : at + 4])
    ]


@cache
def automaton() -> ahocorasick.Automaton:
    """Return the automaton that finds every suffix in a text."""
    made = ahocorasick.Automaton()
    for text in suffixes():
        made.add_word(text, text)
    made.make_automaton()
    return made


def _quoted(text: str, at: int, floor: int) -> int | None:
    """Return where the short quotation or bracket that closes at ``at`` opens, or None."""
    opening = _QUOTES.get(text[at])
    found = text.rfind(opening, max(floor, at - _QUOTED_MOST - 1), at) if opening else -1
    return found if found >= 0 else None


@cache
def inner_verbs() -> frozenset[str]:
    """Return the verbs and adjectives that may stand inside a name."""
    return words("name_verbs") | words("branch_verbs")


def _takes(view: View, index: int, kind: Kind | None) -> bool:
    """Tell whether a word may stand inside a name of that kind."""
    begin, end, tag = view.words[index]
    word = view.text[begin:end]
    if kind == "Project" and tag not in INNER_TAGS and word in words("project_verbs"):
        before_begin, before_end, before_tag = view.words[index - 1] if index else (0, 0, "")
        verb = view.text[before_begin:before_end] in words("project_verbs")
        return before_end == begin and (before_tag in INNER_TAGS or verb)
    if word in words("name_boundaries"):
        return False
    if tag == "v" and kind and (len(word) > _LONGEST_VERB or _half(view.text, begin, end)):
        return True  # LAC's guess at a trade name, or a half of what it cut in two (农机智|造)
    if tag == "v" and kind and not _after_noun(view, index):
        return False
    if tag in INNER_TAGS or word in inner_verbs() or (kind and word in known()):
        return True
    if len(word) > 1 and word in words("vague_words"):
        return True
    if tag == "a" and word[0] not in NEGATIONS and (len(word) > 1 or (kind and _in_name(view, begin))):
        return True
    return all(c.isascii() or is_roman(c) for c in word) and any(c.isalpha() or is_roman(c) for c in word)


def _half(text: str, begin: int, end: int) -> bool:
    """Tell whether a sign by itself is half of a verb that may stand inside a name, or of an industry (箱|包)."""
    wholes = {text[begin - 1 : end], text[begin : end + 1]}
    return end - begin == 1 and not (inner_verbs().isdisjoint(wholes) and known().isdisjoint(wholes))


def is_roman(sign: str) -> bool:
    """Tell whether a sign is a Roman numeral of its own (Ⅱ)."""
    return category(sign) == "Nl"


def _in_name(view: View, begin: int) -> bool:
    """Tell whether a noun or a digit stands right before an offset."""
    return view.tag_at(begin - 1) in INNER_TAGS or view.text[begin - 1 : begin].isdigit()


def _after_noun(view: View, index: int) -> bool:
    """Tell whether a noun stands right before a word: only behind one is a verb part of a name (价值实现平台)."""
    before = view.words[index - 1] if index else (0, 0, "")
    return before[1] == view.words[index][0] and before[2] in INNER_TAGS


def _named_verb(view: View, index: int, kind: Kind | None) -> bool:
    """Tell whether a verb is really a name: a verb that another verb governs (走进|远航|科创园)."""
    begin, end, tag = view.words[index]
    before = view.words[index - 1] if index > 0 else (0, 0, "")
    if kind == "Project" or tag != "v" or end - begin < 2 or before[1:] != (begin, "v"):
        return False
    return view.text[begin:end] not in words("name_boundaries") | inner_verbs()


def _numbered(view: View, index: int) -> bool:
    """Tell whether a lone numeral opens a place's name (三教产业园): one sign after a joint, then one more."""
    begin, end, tag = view.words[index]
    after = view.words[index + 1] if index + 1 < len(view.words) else (0, 0, "")
    return tag == "m" and end - begin == 1 == after[1] - after[0] and view.text[begin - 1 : begin] in "、，（。\n"


def name_begin(view: View, suffix_begin: int, floor: int, kind: Kind | None = None) -> int:
    """Return where the name that goes on at ``suffix_begin`` begins, not before ``floor``.

    Walks left word by word while words may stand inside a name; quotations and brackets are taken whole.
    """
    index = view.word_at(suffix_begin)
    floor = max(floor, suffix_begin - _LONGEST)
    begin = suffix_begin
    if index >= 0 and view.words[index][0] < suffix_begin < view.words[index][1]:
        if view.text[view.words[index][0] : suffix_begin] in words("name_boundaries"):
            return suffix_begin
        begin = max(view.words[index][0], floor)
    while begin > floor:
        left = view.text[begin - 1]
        if left in _QUOTES:
            opening = _quoted(view.text, begin - 1, floor)
            if opening is None:
                break
            begin = opening
            continue
        index = view.word_at(begin - 1)
        word_begin, word_end, tag = view.words[index]
        if left in LEFT_OVER and tag == "ORG":
            break
        if left in _DASHES and word_end - word_begin == 1 and view.text[begin - 2] not in _DASHES:
            begin -= 1
            continue
        if left == "、" and kind == "Project" and _listed_verbs(view, begin):
            begin -= 1  # 研发、生产项目
            continue
        if left == " " and view.text[begin - 2].isascii() and view.text[begin].isascii():
            begin -= 1  # Mini LED
            continue
        if word_end != begin or word_begin < floor:
            break
        if view.text[word_begin:word_end].isdecimal() and 1 < word_end - word_begin < 5:
            begin = word_begin  # 1978文创园
            continue
        if tag != "LOC" and within(word_begin, word_end, view.quantities):  # 三水 is a district
            return word_begin if _numbered(view, index) else begin
        if not _takes(view, index, kind):
            if begin == suffix_begin and _named_verb(view, index, kind):
                return word_begin
            return word_begin if _numbered(view, index) else begin
        begin = word_begin
    return begin


def _listed_verbs(view: View, begin: int) -> bool:
    """Tell whether a verb that belongs to projects' names stands at either side of the mark before an offset."""
    sides = view.words[view.word_at(begin - 2)], view.words[view.word_at(begin)]
    return sides[1][0] == begin and all(view.text[b:e] in words("project_verbs") for b, e, _ in sides)


def trim(view: View, begin: int, end: int) -> int:
    """Return where the name begins once what only leads to it is cut off its front."""
    while begin < end:
        word_begin, word_end, tag = view.words[view.word_at(begin)]
        word = view.text[word_begin:word_end]
        governed = tag == "v" and begin > 0 and view.tag_at(begin - 1) == "v"
        governed = governed and word not in inner_verbs() | words("name_boundaries")
        leads = word_begin == begin and tag in _FRONT_TAGS and not word.isascii() and not governed
        leads = leads and not _numbered(view, view.word_at(begin))
        if view.text[begin] in ")）”」" + _DASHES or leads:
            begin = word_end if leads else begin + 1
            continue
        return begin
    return begin


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(f"[\\u4e00-\\u9fff]{{0,6}}?{alternatives(words('role_words'))}(?!家)(?=[\\u4e00-\\u9fff]{{3}})")


def after_role(text: str) -> int:
    """Return how much of a company's name is the word of role before it.

    >>> after_role("施工方南岭建工集团"), after_role("南岭水泥集团")
    (3, 0)
    """
    match = _roles().match(text)
    return match.end() if match else 0
