"""Industries in a text: by 产业 and its like behind a list, by verbs of developing, and inside carriers' names."""

import re
from collections.abc import Iterator
from functools import cache

from kg import register
from kg.annotate.industries import is_known, parts, plain, terms
from kg.annotate.names.suffixes import name_begin, suffix_of
from kg.annotate.names.view import Found, View
from kg.model import Name
from kg.resources import alternatives, lexicon, pattern, words

_NOUNS = frozenset({"n", "nz", "a", "an", "vn"})
_JOINTS = frozenset("、和与及")
_LISTED = frozenset("、和等“")
_ITEM_ENDS = frozenset("、，。；：和与及等“”（")
_LEADING = frozenset("为同")  # left behind an item by what follows it
_TENDENCY = "化"  # 高端化, 多元化: a way of developing
_LONGEST = 14  # characters of an industry's name


@cache
def _skips() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("industry_vague") if row["use"] == "skip")


@cache
def _heads() -> tuple[re.Pattern[str], frozenset[str]]:
    rows = lexicon("industry_heads")
    skips = alternatives(_skips())
    heads = alternatives([r["head"] for r in rows])
    tails = alternatives(words("industry_tails"))
    pattern = re.compile(f"(?P<skip>(?:[一二三四五六七八九十两\\d]+大)?{skips}*)(?P<head>{heads})(?!{tails})")
    return pattern, frozenset(r["head"] for r in rows if r["use"] == "strong")


def _item(view: View, begin: int, end: int, strong: bool) -> tuple[int, int, int] | None:
    """Return the offsets of the industry that ends at ``end``, not before ``begin``, and where its item begins."""
    if end <= begin:
        return None
    start = name_begin(view, end, begin)
    if strong and end - start < 2:  # a verb ends it (时尚休闲): the whole item, if it is short
        joint = max(view.text.rfind(mark, begin, end) for mark in _ITEM_ENDS) + 1
        start = _behind_verbs(view, max(joint, begin), end) if 2 < end - joint <= 8 else end
        tags = [tag for _, _, tag in view.words_in(start, end)]
        if not tags or tags[0] not in _NOUNS or any(tag not in _NOUNS for tag in tags[:-1]):
            return None
    start = start if is_known(view.text[start:end]) else _behind_verbs(view, start, end)
    vague, whole = words("industry_vague"), start
    start = _behind_vague(view, start, end)
    text = _unquoted(view.text[start:end])
    if (
        text in vague
        or "-" in text
        or text.endswith(_TENDENCY)
        or text in _heads_plain()
        or view.tag_at(start) in ("v", "d")
        and not is_known(text)
        or text in register.names()
        or not 1 < len(text) <= _LONGEST
    ):
        return None
    if is_known(text):
        return start, end, whole
    last = [(b, e) for b, e in terms(text) if e == len(text)]
    if last and not strong:
        return start + last[0][0], end, whole
    telling = [w for w in view.words_in(start, end) if view.text[w[0] : w[1]] not in vague]
    return (start, end, whole) if strong and telling else None


def _unquoted(text: str) -> str:
    return text.strip("“”")


def _behind_vague(view: View, start: int, end: int) -> int:
    """Return where an item begins behind numerals and what only ranks it (四大|主导|…); a known name stays whole."""
    while start < end and not is_known(view.text[start:end]):
        index = view.word_at(start)
        word_end = max(view.words[index][1], start + 1)
        if view.text[start:word_end] not in _skips() and view.words[index][2] not in ("m", "q", "f", "d", "ad", "w"):
            break
        start = word_end
    place = next((e for b, e, _ in register.find(view.text[start:end]) if b == 0), 0)
    return start + place if start + place < end else start


def _behind_verbs(view: View, begin: int, end: int) -> int:
    """Return where an item begins behind the verbs that govern it."""
    for word_begin, word_end, _ in view.words_in(begin, end):
        word = view.text[word_begin:word_end]
        if word in words("name_boundaries") or word in words("industry_verbs"):
            begin = word_end
    return begin


def _list(view: View, end: int, floor: int, strong: bool) -> Iterator[tuple[int, int]]:
    """Yield the items of the list that ends at ``end``, last first, as long as they read as industries."""
    while end > floor:
        found = _item(view, floor, end, strong)
        if found is None:
            return
        yield found[:2]
        strong = True  # one industry in a list makes industries of the others
        end = found[2]
        if end - 1 <= floor or view.text[end - 1] not in _JOINTS:
            return
        end -= 1
        strong = strong and view.text[end] != "与"


def headed(view: View) -> Iterator[Found]:
    """Yield industries told by a noun behind them (…产业链), alone or in a list (A、B和C等产业)."""
    pattern, strong = _heads()
    for match in pattern.finditer(view.text):
        sentence = view.sentence_at(match.start())
        if sentence is None:
            continue
        end = match.start() - (view.text[match.start() - 1 : match.start()] in _LEADING)  # 以甲、乙为主导产业
        listed = match["skip"].startswith("等") or bool(
            match["skip"] and match["skip"][0] in "一二三四五六七八九十两0123456789"
        )
        is_strong = match["head"] in strong or (listed and match["head"] in _listing())
        direct = not match["skip"]
        items = list(_list(view, end, sentence[0], is_strong))
        if listed and not match["skip"].startswith("等") and len(items) == 1:
            items = [(b, e) for b, e in items if is_known(view.text[b:e])]  # 由某某担任6大产业链…: no list
        for begin, stop in items:
            tail = match.end() if direct and stop == end and is_strong and match["head"][0] != "“" else stop
            for part in parts(_unquoted(view.text[begin:stop])):
                at = view.text.index(part, begin)
                form_end = tail if at + len(part) == stop else at + len(part)
                yield Found(at, form_end, Name("Industry", plain(part)), 1)


@cache
def _listing() -> frozenset[str]:
    return frozenset(row["head"] for row in lexicon("industry_heads") if row["use"] == "list")


def governed(view: View) -> Iterator[Found]:
    """Yield register names that are, alone or first in a list, the object of a verb such as 培育 or 布局.

    The name goes on over the nouns behind it when a list or the clause ends after them (新能源智慧出行、…).
    """
    taken = 0
    for begin, end in _candidates(view.text):
        sentence = view.sentence_at(begin)
        if sentence is None or begin < taken:
            continue
        joint = begin > sentence[0] and view.text[begin - 1] in _JOINTS and taken == begin - 1
        if joint or view.text.endswith(_verbs(), max(sentence[0], begin - 4), begin):
            taken = _whole(view, begin, end, sentence[1])
            yield Found(begin, taken, Name("Industry", view.text[begin:taken]), 0)
            while view.text[taken : taken + 1] == "、" and (item := _next(view, taken + 1, sentence[1])):
                taken = item
                begin = max(view.text.rfind("、", begin, taken) + 1, begin)
                yield Found(begin, taken, Name("Industry", view.text[begin:taken]), 0)


def _candidates(text: str) -> list[tuple[int, int]]:
    """Return the register names and the kinds of economy in a text, in order."""
    economies = ((m.start(), m.end()) for m in pattern("industries", "kinds").finditer(text) if is_known(m.group()))
    return sorted({*terms(text), *economies}, key=lambda span: (span[0], -span[1]))


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(words("industry_verbs"))


def _next(view: View, begin: int, ceiling: int) -> int | None:
    """Return the end of the short noun phrase that goes on a list of industries, or None."""
    end = begin
    while end < ceiling and view.text[end] not in _ITEM_ENDS:
        end += 1
    tags = [tag for _, _, tag in view.words_in(begin, end)]
    nouns = bool(tags) and all(tag in _NOUNS for tag in tags) and 1 < end - begin <= 8
    plain = nouns and view.text[begin:end] not in words("industry_vague") and view.text[end : end + 1] in _LISTED
    return end if plain else None


def _whole(view: View, begin: int, end: int, ceiling: int) -> int:
    """Return the end of the list item that a register name opens, or the name's own end."""
    stop = end
    while stop < ceiling and view.text[stop] not in _ITEM_ENDS:
        stop += 1
    if view.text[stop : stop + 1] not in _LISTED:
        return end
    tail = list(view.words_in(end, stop)) if end < stop <= begin + 8 else []
    plain = all(
        tag in ("n", "vn", "nz", "an", "a") and view.text[b:e] not in words("industry_vague") for b, e, tag in tail
    )
    return stop if tail and plain and tail[-1][1] == stop and view.text[end:stop] not in _heads_plain() else end


@cache
def _heads_plain() -> frozenset[str]:
    return frozenset(row["head"] for row in lexicon("industry_heads"))


def inside(view: View, carrier: Found) -> Iterator[Found]:
    """Yield the industries in a platform's name (智能制造产业园 → 智能制造)."""
    suffix = suffix_of(carrier.name.text)
    body = view.text[carrier.begin : carrier.end - len(suffix.text if suffix else "")]
    for begin, end in terms(body):
        begin = next((begin - len(w) for w in words("industry_prefixes") if body[:begin].endswith(w)), begin)
        yield Found(carrier.begin + begin, carrier.begin + end, Name("Industry", body[begin:end]), 1)
