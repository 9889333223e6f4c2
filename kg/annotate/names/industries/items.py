"""What a list item must be to name an industry, read from its end (…产业) or from where it begins (发展…)."""

import re
from collections.abc import Iterator
from functools import cache

from kg import register
from kg.annotate.names.carriers.suffixes import name_begin, suffix_of
from kg.annotate.names.view import View, touches
from kg.industries import is_known, known_end, made, terms
from kg.resources import lexicon, pattern, words

JOINTS = "、和与及"
ITEM_ENDS = frozenset(f"{JOINTS}，。；：:等“”（")
_NOUNS = frozenset({"n", "nz", "a", "an", "vn"})
_THINGS = frozenset({"n", "nz", "nw", "ORG", "LOC"})
_SEEN_NOUNS = _NOUNS | {"ORG", "nw", "LOC"}  # LAC takes 新能源汽车 for a body
_LETTERS = re.compile("[A-Za-z0-9][A-Za-z0-9 +-]*$")
_LISTED = frozenset("、和等与及“")
_LONGEST = 14  # characters of an industry's name
_PLAIN = 8  # characters of one that only its list tells


@cache
def _skips() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("industry_vague") if row["use"] == "skip")


@cache
def heads(*uses: str) -> frozenset[str]:
    """Return the nouns that tell an industry by standing behind it, all or those of some uses."""
    return frozenset(row["head"] for row in lexicon("industry_heads") if not uses or row["use"] in uses)


def unquoted(text: str) -> str:
    """Return a text without the quotation marks around it."""
    return text.strip("“”")


def ending(view: View, begin: int, end: int, strong: bool) -> tuple[int, int, int] | None:
    """Return the offsets of the industry that ends at ``end``, not before ``begin``, and where its item begins.

    A strong item may be one that no register knows.
    """
    if end <= begin:
        return None
    core = end - len(made(view.text[begin:end]))
    start = name_begin(view, core, begin)
    if strong and end - start < 2 and (start := _at_verb(view, begin, end)) == end:
        return None
    start = start if is_known(view.text[start:end]) else _behind_verbs(view, start, end)
    start = _uncut(view, begin, start, end)
    start -= next((len(word) for word in words("industry_prefixes") if view.text.endswith(word, begin, start)), 0)
    whole = start
    start = _behind_vague(view, start, end)
    text = unquoted(view.text[start:end])
    if not names_one(view, start, end) or view.tag_at(start) in ("v", "d") and not is_known(text):
        return None
    if is_known(text):
        return start, end, whole
    last = known_end(text)
    if last and suffix_of(text[:-last]):  # 某某经济区|中药材
        return end - last, end, whole
    if last and not strong:
        return _with_modifiers(view, start, end - last), end, whole
    last_word = view.text[view.words[view.word_at(core - 1)][0] : core]
    led = last_word in words("industry_vague") or last_word in words("name_verbs")
    alone = view.text[end] not in _LISTED and view.text[start - 1] not in JOINTS
    slogan = view.text[start] in "“" or view.text[end - 1] == "”"
    things = any(tag in _THINGS for _, _, tag in view.words_in(start, end)) and view.tag_at(core - 1) != "v"
    told = things or not alone  # 致富|产业, 科技兴|产业
    return (start, end, whole) if strong and told and not (led or slogan) and _bare(text) else None


def _at_verb(view: View, begin: int, end: int) -> int:
    """Return where an item begins that a verb ends (时尚休闲) or holds (预制|菜), if it is short, else ``end``."""
    joint = max(begin, *(view.text.rfind(mark, begin, end) + 1 for mark in ITEM_ENDS))
    start = _behind_verbs(view, joint, end) if 2 < end - joint <= _PLAIN else end
    tags = [tag for _, _, tag in view.words_in(start, end)]
    if tags and tags[0] in _NOUNS and tags[-1] != "m" and all(tag in _NOUNS for tag in tags[:-1]):
        return start
    return end - known_end(view.text[max(begin, end - _LONGEST) : end])


def opening(view: View, begin: int, ceiling: int) -> Iterator[tuple[int, int]]:
    """Yield the items of the list that opens at ``begin``, as long as they read as industries; the first is known."""
    listed = False
    while begin < ceiling:
        begin += view.text[begin] == "“"
        stop = _item_end(view, begin, ceiling)
        found = _opens(view, begin, stop, listed)
        if found is None and not listed and view.text[stop : stop + 1] == "、":  # 发展某某、甲、乙
            others = len(list(opening(view, stop + 1, ceiling)))
            found = _opens(view, begin, stop, listed=True) if others > 1 else None
        if found is None:
            return
        yield begin, found
        listed, begin = True, found
        joint = pattern("industries", "joint").match(view.text, found + (view.text[found : found + 1] == "”"), ceiling)
        if joint is None:
            return
        begin = joint.end()


def _item_end(view: View, begin: int, ceiling: int) -> int:
    stop = begin
    while stop < ceiling and view.text[stop] not in ITEM_ENDS and not view.text.startswith("以及", stop):
        stop += 1
    return stop


def _opens(view: View, begin: int, stop: int, listed: bool) -> int | None:
    """Return where the industry that opens the item between the offsets ends, or None where none does."""
    text = view.text[begin:stop] if names_one(view, begin, stop) and not _cut(view, stop) else ""
    if is_known(text):
        return stop
    core = stop - len(made(text))
    leads = words("industry_prefixes") | {" "}
    tags = ["a" if view.text[b:e] in leads else tag for b, e, tag in view.words_in(begin, core)] if text else []
    ends = tags[:-1] if len(tags) > 1 and view.text[stop : stop + 1] == "、" else tags  # 国际|运邮/v
    nouns = bool(tags) and all(tag in _SEEN_NOUNS for tag in ends)
    nouns = nouns and not pattern("industries", "served").search(text)
    goes_on = view.text[stop : stop + 1] in _LISTED and len(text) <= _PLAIN
    if nouns and (known_end(view.text[begin:core]) or (goes_on and listed and _bare(text))):
        return stop
    first = begin + next((e for b, e in terms(view.text[begin : begin + _LONGEST]) if b == 0), 0)
    whole = begin < first < stop and not _cut(view, first) and names_one(view, begin, first)
    if not whole or pattern("industries", "served").search(text):
        return None
    tail = [view.text[b:e] for b, e, _ in view.words_in(first, stop)]
    carried = any(suffix_of(view.text[first:e]) for _, e, _ in view.words_in(first, stop))  # 旅游|景区
    if nouns and goes_on and not carried and not {*tail} & {*words("industry_vague"), *heads()}:
        return stop
    told = _skips() | heads() - heads("behind a list")
    told |= frozenset() if tags[-1:] == ["n"] else words("industry_vague")  # 电力|市场交易机制 is a mechanism
    return None if view.tag_at(first) in _NOUNS and tail and tail[0] not in told else first


def _bare(text: str) -> bool:
    """Tell whether neither the noun of a carrier nor one of what a place wants to be ends a phrase."""
    return suffix_of(text) is None and not text.endswith(tuple(heads("goal")))


def names_one(view: View, begin: int, end: int) -> bool:
    """Tell whether nothing speaks against a phrase as the name of an industry."""
    text = unquoted(view.text[begin:end])
    return bool(
        1 < len(text) <= _LONGEST
        and text not in words("industry_vague")
        and text not in heads()
        and text not in register.names()
        and text not in register.macro_regions()
        and not pattern("industries", "no-name").search(text)
        and (pattern("industries", "chain-head").match(view.text, end) or not touches(begin, end, view.titles))
    )


def _cut(view: View, offset: int) -> bool:
    """Tell whether an offset lies inside a word."""
    begin, end, _ = view.words[max(view.word_at(offset), 0)]
    return begin < offset < end


def _uncut(view: View, floor: int, start: int, end: int) -> int:
    """Return where an item begins that opens in letters, or that LAC parts within a known name (某大|数据)."""
    if view.text[start : start + 1].isascii() and (letters := _LETTERS.search(view.text, floor, start)):
        return letters.start()
    known = known_end(view.text[max(floor, end - _LONGEST) : end]) if start < end else 0
    return min(start, end - known)


def _with_modifiers(view: View, floor: int, begin: int) -> int:
    """Return where a name begins with the nouns before the part that the register knows (油气|装备, 高端|不锈钢)."""
    begin = max(floor, view.words[view.word_at(begin)][0])
    while begin > floor:
        word_begin, word_end, tag = view.words[view.word_at(begin - 1)]
        word = view.text[word_begin:word_end]
        vague = word in words("industry_vague") or word in words("vague_words") or word in register.names()
        fits = word in words("industry_prefixes") or (not vague and (tag in _NOUNS or is_known(word)))
        if word_end != begin or word_begin < floor or not fits:
            break
        begin = word_begin
    return begin


def compound(view: View, floor: int, begin: int, end: int) -> int:
    """Return where an industry begins that ends in the noun of a kind (镍基|新材料), or that LAC takes for one word."""
    first, last, tag = view.words[max(view.word_at(begin - 1), 0)]
    joined = last > begin or view.text[begin:end] in words("industry_kinds")
    vague = view.text[first:last] in words("industry_vague") or view.text[first:begin] in register.names()
    return first if joined and tag == "n" and first >= floor and not vague else begin


def _behind_vague(view: View, start: int, end: int) -> int:
    """Return where an item begins behind numerals and what only ranks it (四大|主导|…); a known name stays whole."""
    while start < end and not is_known(view.text[start:end]):
        index = view.word_at(start)
        word_end = max(view.words[index][1], start + 1)
        word, ranks = view.text[start:word_end], view.words[index][2] in ("m", "q", "f", "d", "ad", "w")
        if word in words("industry_prefixes") or not (ranks or word in _skips() or word in words("levels")):
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
