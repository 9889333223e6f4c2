"""Industries in a text: by 产业 and its like behind a list, by verbs of developing, and inside carriers' names."""

import re
from collections.abc import Iterator

from kg import register
from kg.annotate.measures.numerals import number
from kg.annotate.names.carriers.suffixes import name_begin, suffix_of
from kg.annotate.names.industries.items import JOINTS, compound, ending, heads, names_one, opening, unquoted
from kg.annotate.names.lists import after_verbs, split
from kg.annotate.names.view import Found, View
from kg.industries import is_known, known_end, makes, parts, plain, terms
from kg.model import Name
from kg.resources import pattern, words

_LISTING = "等"
_GROUNDS = frozenset({"park", "market", "base"})  # carriers that may be named by goods
_GOODS = frozenset({"n", "nz", "vn"})
_PLACE_TAGS = frozenset({"LOC", "ORG"})
_LIST = 2  # items of a list that tells itself


def headed(view: View) -> Iterator[Found]:
    """Yield industries told by a noun behind them (…产业链), alone or in a list (A、B和C等产业)."""
    for match in pattern("industries", "headed").finditer(view.text):
        sentence = view.sentence_at(match.start())
        if sentence is None:
            continue
        listed, direct = bool(match["list"]), not match["skip"]
        if match["head"] in heads("behind a list") and not listed:
            continue
        if listed and pattern("industries", "duties").match(view.text, match.end()):
            continue
        if many := list(_counted(view, match, sentence[0])):
            yield from (found for begin, end in many for found in _found(view, begin, end, end))
            continue
        strong = match["head"] in heads("strong") or (listed and match["head"] not in heads("weak", "goal"))
        led = pattern("industries", "led").search(view.text, sentence[0], match.start())  # 以甲、乙为主导产业
        end, strong = (led.start(), strong and not led["becomes"]) if led else (match.start(), strong)
        for begin, stop in _told(view, list(_list(view, end, sentence[0], strong, listed)), match):
            kind = match["head"] in words("industry_kinds") or is_known(view.text[begin : match.end()])
            whole = direct and stop == end and kind
            stop = match.end() if whole else stop  # 风电|装备
            yield from _found(view, begin, stop, match.end() if direct and strong and stop == end else stop)


def _counted(view: View, match: re.Match[str], floor: int) -> Iterator[tuple[int, int]]:
    """Yield the items of a list that has as many as its head counts (甲、乙、丙三大产业): each names an industry."""
    count = pattern("industries", "count").fullmatch(match["list"] or "")
    if not count or match["head"] not in heads("strong", "list"):
        return
    begin = max(floor, *(view.text.rfind(mark, floor, match.start()) + 1 for mark in "，；：。"))
    items = split(view.text, begin, match.start())
    many = int(number(count["number"]))
    if len(items) == many - 1 and (joint := pattern("lists", "last").search(view.text, *items[-1])):
        items[-1:] = [(items[-1][0], joint.start()), (joint.end(), items[-1][1])]
    if len(items) != many or many < _LIST:
        return
    items[0] = (after_verbs(view, *items[0]), items[0][1])
    items = [(max(b, view.text.rfind("的", b, e) + 1), e) for b, e in items]
    ends = [known_end(view.text[b:e]) for b, e in items]
    items = [item for item, end in zip(items, ends, strict=True) if names_one(view, *item) or end]
    if len(items) == many and ends[-1] and sum(map(bool, ends)) >= many / 2:
        yield from (half for item in items for half in _halves(view, *item))


def _halves(view: View, begin: int, end: int) -> list[tuple[int, int]]:
    """Return the two industries of an item (生物医药及大健康), or the one."""
    joint = next((at for at in range(begin + 1, end - 1) if view.text[at] in JOINTS), begin)
    halves = [(begin, joint), (joint + 1, end)]
    return halves if joint > begin and all(names_one(view, *half) for half in halves) else [(begin, end)]


def _list(view: View, end: int, floor: int, strong: bool, counted: bool) -> Iterator[tuple[int, int]]:
    """Yield the items of the list that ends at ``end``, last first, as long as they read as industries.

    The last of a counted list may be another thing (甲、乙、专业人才四大产业链).
    """
    if counted and ending(view, floor, end, strong) is None:
        begin = name_begin(view, end, floor)
        end = begin - 1 if view.text[begin - 1 : begin] == "、" else end
    while end > floor and (found := ending(view, floor, end, strong)):
        yield found[:2]
        end = found[2]
        before = view.text[end - 1]
        if end - 1 <= floor or before not in f"{JOINTS}{_LISTING}":
            return
        strong = before not in "与及"  # one industry in a list makes industries of the others
        end -= 2 if view.text.startswith("以及", end - 2) else 1


def _told(view: View, items: list[tuple[int, int]], match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the items of a list that its head tells; where none is known to be an industry, 等 or a number must."""
    texts = [unquoted(view.text[begin:end]) for begin, end in items]
    sure = [is_known(text) or bool(known_end(text)) for text in texts]
    if any(sure):
        yield from items
    elif match["head"] in heads("strong") and not pattern("industries", "tails").match(view.text, match.end()):
        numbered = bool(match["list"]) and not match["list"].startswith(_LISTING)
        told = bool(match["list"]) and len(items) > numbered
        yield from items if told else items[: not numbered]  # 由某某担任6大产业链…: one item and a number is no list


def _found(view: View, begin: int, stop: int, tail: int) -> Iterator[Found]:
    for part in parts(unquoted(view.text[begin:stop])):
        at = view.text.index(part, begin)
        form_end = tail if at + len(part) == stop and view.text[stop : stop + 1] != "“" else at + len(part)
        yield Found(at, form_end, Name("Industry", plain(part)), 1)


def governed(view: View) -> Iterator[Found]:
    """Yield the industries that are the object of a verb such as 培育 or of a frame (以…为主导), and lists of them."""
    yield from _alone(view)
    for match in pattern("industries", "governed").finditer(view.text):
        sentence = view.sentence_at(match.start())
        if sentence:
            for begin, end in opening(view, match.end(), sentence[1]):
                yield from _apart(view, begin, end)
    for match in pattern("industries", "framed").finditer(view.text):
        if view.sentence_at(match.start()):
            items = list(opening(view, match.start("list"), match.end("list")))
            if items and items[-1][1] == match.end("list"):
                yield from (found for item in items for found in _apart(view, *item))


def _apart(view: View, begin: int, end: int) -> Iterator[Found]:
    """Yield the industry between the offsets, or the two of a fused pair."""
    for part in parts(view.text[begin:end]):
        at = view.text.index(part, begin)
        yield Found(at, at + len(part), Name("Industry", plain(part)), 0)


def _alone(view: View) -> Iterator[Found]:
    """Yield the items of a list that opens a clause when the register knows them all (水泵、阀门齐头并进)."""
    for match in pattern("industries", "clause").finditer(view.text):
        sentence = view.sentence_at(match.end())
        if sentence and not pattern("industries", "governed").match(view.text, match.end()):
            items = list(opening(view, match.end(), sentence[1]))
            if len(items) >= _LIST and all(is_known(view.text[b:e]) or known_end(view.text[b:e]) for b, e in items):
                yield from (Found(b, e, Name("Industry", plain(view.text[b:e])), 0) for b, e in items)


def inside(view: View, carrier: Found) -> Iterator[Found]:
    """Yield the industries in a platform's name (智能制造产业园 → 智能制造)."""
    if pattern("industries", "works").search(carrier.name.text):
        return
    suffix = suffix_of(carrier.name.text)
    body = view.text[carrier.begin : carrier.end]
    bare = len(body) - len(suffix.text if suffix else "")
    told = next((e for b, e in terms(body[bare:]) if b == 0), 0)  # 化工|园, 航空物流|枢纽
    if suffix and suffix.sort in _GROUNDS and not any(True for _ in terms(body)):
        yield from _goods(view, carrier.begin, carrier.begin + bare)
    for begin, end in terms(body):
        if end > bare + told or (begin >= bare and not makes(body[begin:end])) or _within(view, carrier.begin + end):
            continue
        begin = next((begin - len(w) for w in words("industry_prefixes") if body[:begin].endswith(w)), begin)
        begin = compound(view, carrier.begin, carrier.begin + begin, carrier.begin + end) - carrier.begin
        yield Found(carrier.begin + begin, carrier.begin + end, Name("Industry", body[begin:end]), 1)


def _goods(view: View, floor: int, end: int) -> Iterator[Found]:
    """Yield what a park is for that no register knows: the nouns between a place and what ends its name."""
    spans = list(view.words_in(floor, end))[::-1]
    while spans and view.text[spans[0][0] : spans[0][1]] in words("vague_words"):
        spans = spans[1:]  # 黄桃|标准化|种植基地
    end = begin = spans[0][1] if spans else floor
    for first, last, tag in spans:
        word = view.text[first:last]
        vague = any(word in words(name) for name in ("vague_words", "industry_vague", "economy_vague"))
        if last != begin or tag not in _GOODS or vague or suffix_of(word) or _placed(view, first, last):
            break
        begin = first
    if end - begin > 1 and begin > floor and _placed(view, floor, begin):
        yield Found(begin, end, Name("Industry", view.text[begin:end]), 1)


def _placed(view: View, begin: int, end: int) -> bool:
    """Tell whether a place ends there, be it a township of home by its short name (某某高新区石角|竹笋产业园)."""
    home = view.setting.chain[0].code if view.setting.chain else ""
    first, _, tag = view.words[view.word_at(end - 1)]
    return tag in _PLACE_TAGS or bool(register.township(view.text[max(first, begin) : end], home))


def _within(view: View, offset: int) -> bool:
    """Tell whether an offset parts a word that goes on with one sign (生物|圈)."""
    begin, end, _ = view.words[max(view.word_at(offset), 0)]
    return begin < offset == end - 1
