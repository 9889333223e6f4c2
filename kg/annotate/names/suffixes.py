"""The suffix grammar: which suffix ends a name, and, by LAC's words, where a name begins."""

from dataclasses import dataclass
from functools import cache

import ahocorasick

from kg import register
from kg.annotate.names.view import View, within
from kg.model import Kind
from kg.resources import lexicon, words

# Tags of words that a name may hold anywhere; verbs and adjectives only those that the lexicons allow.
_INNER_TAGS = frozenset({"n", "nz", "nw", "vn", "an", "LOC", "ORG", "PER", "s", "f", "j", "xc", "vd", "ad"})
_FRONT_TAGS = frozenset({"f", "ad", "vd", "d", "m", "v"})  # words of these tags are cut off a name's front
_QUOTES = {"”": "“", "）": "（", "」": "「"}
LEFT_OVER = frozenset("与由")  # joints that LAC leaves on the name before them (某某县与|某某公司)
_QUOTED_MOST = 9  # longest quotation or bracket inside a name
_LONGEST = 30


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


def suffix_of(name: str) -> Suffix | None:
    """Return the longest suffix that ends a name.

    >>> suffix_of("苏南招商分局").sort, suffix_of("莲花")
    ('outpost', None)
    """
    return next((found for n in range(len(name)) if (found := suffixes().get(name[n:]))), None)


def sort_of(name: str) -> str:
    """Return the sort of the longest suffix that ends a name, "" when none does."""
    found = suffix_of(name)
    return found.sort if found else ""


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


def _takes(view: View, index: int, kind: Kind | None) -> bool:
    """Tell whether a word may stand inside a name of that kind."""
    begin, end, tag = view.words[index]
    word = view.text[begin:end]
    if kind == "Project" and word in words("project_verbs"):
        before_begin, before_end, before_tag = view.words[index - 1] if index else (0, 0, "")
        verb = view.text[before_begin:before_end] in words("project_verbs")
        return before_end == begin and (before_tag in _INNER_TAGS or verb)
    if word in words("name_boundaries"):
        return False
    if tag == "v" and kind and not _after_noun(view, index):
        return False
    if tag in _INNER_TAGS or word in words("name_verbs") or (len(word) > 1 and word in words("vague_words")):
        return True
    if tag == "a" and len(word) > 1:
        return True
    return word.isascii() and any(c.isalpha() for c in word)


def _after_noun(view: View, index: int) -> bool:
    """Tell whether a noun stands right before a word: only behind one is a verb part of a name (价值实现平台)."""
    before = view.words[index - 1] if index else (0, 0, "")
    return before[1] == view.words[index][0] and before[2] in _INNER_TAGS


def _named_verb(view: View, index: int, kind: Kind | None) -> bool:
    """Tell whether a verb is really a name: a verb that another verb governs (走进|远航|科创园)."""
    begin, end, tag = view.words[index]
    before = view.words[index - 1] if index > 0 else (0, 0, "")
    if kind == "Project" or tag != "v" or end - begin < 2 or before[1:] != (begin, "v"):
        return False
    return not any(view.text[begin:end] in words(name) for name in ("name_boundaries", "name_verbs"))


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
        if left in "-－·" and word_end - word_begin == 1:
            begin -= 1
            continue
        if word_end != begin or word_begin < floor:
            break
        if within(word_begin, word_end, view.quantities):
            return word_begin if _numbered(view, index) else begin
        if not _takes(view, index, kind):
            if begin == suffix_begin and _named_verb(view, index, kind):
                return word_begin
            return word_begin if _numbered(view, index) else begin
        begin = word_begin
    return begin


def trim(view: View, begin: int, end: int) -> int:
    """Return where the name begins once what only leads to it is cut off its front."""
    while begin < end:
        word_begin, word_end, tag = view.words[view.word_at(begin)]
        word = view.text[word_begin:word_end]
        governed = tag == "v" and begin > 0 and view.tag_at(begin - 1) == "v" and word not in words("name_verbs")
        leads = word_begin == begin and tag in _FRONT_TAGS and not word.isascii() and not governed
        if view.text[begin] in "-－·)）”」" or leads:
            begin = word_end if leads else begin + 1
            continue
        return begin
    return begin


@dataclass(frozen=True, slots=True)
class Weight:
    """How much the part of a name before its suffix tells: a trade name, a place, other telling characters."""

    proper: bool
    place: bool
    telling: int


def weigh(view: View, begin: int, end: int, vague: str = "vague_words") -> Weight:
    """Return how much the words of a name tell which one is meant; ``vague`` is the lexicon of those that do not."""
    index, telling, proper, place = max(view.word_at(begin), 0), 0, False, False
    while index < len(view.words) and view.words[index][0] < end:
        word_begin, word_end, tag = view.words[index]
        word = view.text[max(word_begin, begin) : min(word_end, end)]
        index += 1
        if not word or tag == "w" or word in words(vague) or word in suffixes():
            continue
        proper = proper or tag in ("ORG", "PER", "nz", "nw")
        place = place or tag == "LOC"
        proper = proper or (tag == "LOC" and len(word) > 2 and word not in register.names())  # 某某路
        telling += len(word) if tag != "LOC" and (len(word) > 1 or tag == "n") else 0
    return Weight(proper, place, telling)
