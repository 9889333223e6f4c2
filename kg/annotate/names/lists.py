"""Lists: what a list says of one of its items it says of all (A、B等企业; X、Y等项目; 甲、乙园区)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from kg import register
from kg.annotate.names.carriers.business import firm_end
from kg.annotate.names.carriers.invested import is_works
from kg.annotate.names.carriers.suffixes import after_role, name_begin, suffix_of, suffixes
from kg.annotate.names.people.personal import is_name
from kg.annotate.names.view import Found, View
from kg.industries import known
from kg.model import Name
from kg.resources import lexicon, pattern, words

_NOUNS = frozenset({"n", "nz", "nw", "vn", "an", "LOC", "ORG", "PER", "j", "a", "s"})
_SHARED = frozenset({"zone", "park", "block", "port", "reserve", "institute", "works"})  # what shares a suffix
_EVERYWHERE = frozenset({"zone", "park"})  # what each of several regions has
_STOPS = frozenset("、，。；：和与及等")
_ORDINARY = frozenset({"n", "v", "vn", "a", "an"})
_LONGEST = 10
_QUOTED = re.compile("“([^“”]+)”")


def _left(view: View, end: int, floor: int) -> tuple[int, int] | None:
    """Return the list item that ends at ``end``."""
    begin = name_begin(view, end, floor)
    return (begin, end) if 1 < end - begin <= _LONGEST else None


def _right(view: View, begin: int, ceiling: int) -> tuple[int, int] | None:
    """Return the list item that begins at ``begin``: nouns up to the next joint."""
    end = begin
    while end < ceiling and view.text[end] not in _STOPS and not view.text[end].isdigit():
        end += 1
    tags = [tag for _, _, tag in view.words_in(begin, end)]
    return (begin, end) if 1 < end - begin <= _LONGEST and tags and all(t in _NOUNS for t in tags) else None


def _neighbours(view: View, seed: Found) -> Iterator[tuple[int, int]]:
    """Yield the items of a 、-list to both sides of a seed, as far as they read as names."""
    sentence = view.sentence_at(seed.begin)
    if sentence is None:
        return
    item: tuple[int, int] | None = (seed.begin, seed.end)
    while item and item[0] - 1 > sentence[0] and view.text[item[0] - 1] == "、":
        item = _left(view, item[0] - 1, sentence[0])
        if item:
            yield item
    item = (seed.begin, seed.end)
    while item and item[1] + 1 < sentence[1] and view.text[item[1]] == "、":
        item = _right(view, item[1] + 1, sentence[1])
        if item:
            yield item


def companies(view: View, seen: Sequence[Found]) -> Iterator[Found]:
    """Yield the neighbours in a list of a company that LAC sees (某某智控、瑞某等一批企业)."""
    for seed in seen:
        if suffix_of(seed.name.text):
            continue
        for begin, end in _neighbours(view, seed):
            begin += after_role(view.text[begin:end])
            text = view.text[begin:end]
            plain = text not in known() and text not in register.names() and text not in words("vague_words")
            other = text.endswith(tuple(words("body_not_ends"))) or firm_end(text) == len(text)
            other = other or is_name(text) or (not firm_end(text) and _phrase(view, begin, end))
            if plain and not other and suffix_of(text) is None:
                yield Found(begin, end, Name("Organization", text), -1)


def _phrase(view: View, begin: int, end: int) -> bool:
    """Tell whether a text is made of several ordinary words (桩机|进度, 草原|马拉松)."""
    inside = list(view.words_in(begin, end))
    return len(inside) > 1 and all(tag in _ORDINARY and last - first > 1 for first, last, tag in inside)


def enumerated(view: View) -> Iterator[Found]:
    """Yield the items of a list of companies (等…企业, 两家骨干, 以…为龙头), LAC sees a body or person among them."""
    for match in chain(*(pattern("lists", row).finditer(view.text) for row in ("companies", "leading", "so-many"))):
        begin, end = match.span("list")
        begin = max((m.end() for m in pattern("lists", "visited").finditer(view.text, begin, end)), default=begin)
        *items, last = split(view.text, begin, end)
        joint = next((w for w in view.words_in(*last) if w[2] == "c" and last[0] < w[0] < w[1] < last[1]), None)
        items += [(last[0], joint[0]), (joint[1], last[1])] if joint else [last]
        items[0] = (after_verbs(view, *items[0]), items[0][1])
        items = [(b, view.text.find("（", b, e) if view.text[e - 1] == "）" else e) for b, e in items]
        texts = [view.text[b:e] for b, e in items]
        tags = [view.tag_at(b) for b, _ in items]
        if view.sentence_at(begin) is None or len(items) < 2 or not {"ORG", "PER", "nz"} & set(tags):
            continue
        if any(
            t in known() or t in register.names() or t in words("vague_words") or not (1 < len(t) <= 9 or _is_firm(t))
            for t in texts
        ):
            continue
        for (b, e), text in zip(items, texts, strict=True):
            if suffix_of(text) is None or (b > begin and len(text) <= _LONGEST and _is_firm(text)):
                yield Found(b, e, Name("Organization", text), 5)


def _is_firm(text: str) -> bool:
    found = suffix_of(text)
    return found is not None and found.sort == "company"


def shared(view: View) -> Iterator[Found]:
    """Yield the roads and railways of a list that shares its suffix (甲乙、丙丁两条高速; 甲至乙、丙至丁等公路)."""
    for match in chain(*(pattern("lists", row).finditer(view.text) for row in ("shared", "spans"))):
        if view.sentence_at(match.start()):
            items = split(view.text, *match.span("list"))
            for begin, end in ((after_verbs(view, *item), item[1]) for item in items):
                yield Found(begin, end, Name("Project", view.text[begin:end] + match["suffix"]), 5)


def affairs(view: View) -> Iterator[Found]:
    """Yield the lists of fields of work (外事、侨务、气象、慈善等事业): what stands there is spoken of in general."""
    for match in pattern("lists", "affairs").finditer(view.text):
        yield Found(*match.span(), Name("Policy", match.group()))


def apiece(view: View, carriers: Sequence[Found]) -> Iterator[Found]:
    """Yield what shares the suffix that only the last item of a list bears (甲山、乙河园区; 甲山、乙河等实验室)."""
    for last in carriers:
        suffix = suffix_of(last.name.text)
        if suffix and suffix.sort in _SHARED and view.text[last.begin - 1 : last.begin] in ("、", "和"):
            tail = _tail(last.name.text)
            sort = "zone" if pattern("lists", "airport").search(suffix.text) else suffix.sort
            for begin, end in _proper_items(view, last.begin - 1, sort):
                yield Found(begin, end, Name(suffix.kind, view.text[begin:end] + tail), 3)
    for match in pattern("lists", "apiece").finditer(view.text):
        found = suffixes()[match["suffix"]]
        items = list(_proper_items(view, match.start(), found.sort)) if view.sentence_at(match.start()) else []
        if not any(view.text[b:e] in register.names() for b, e in items) and len(items) > 1:
            for begin, end in items:
                yield Found(begin, end, Name(found.kind, view.text[begin:end] + match["suffix"]), 3)

    yield from _of_many(view)
    yield from _quoted(view)


def _quoted(view: View) -> Iterator[Found]:
    """Yield the platforms that are quoted before or behind what they are (“云企通”等服务平台, 孵化器“云畔创谷”)."""
    for match in pattern("lists", "titled").finditer(view.text):
        if view.sentence_at(match.start()) and not _is_call(view, *match.span("name")):
            yield Found(*match.span("name"), Name("Platform", match["name"]), 3)
    for match in pattern("lists", "quoted").finditer(view.text):
        for item in _QUOTED.finditer(view.text, *match.span("list")) if view.sentence_at(match.start()) else ():
            yield Found(*item.span(1), Name("Platform", item[1]), 3)


def _is_call(view: View, begin: int, end: int) -> bool:
    """Tell whether a quotation says what to do (园区“提质、增效”, 园区“搭台子”) and names nothing."""
    return "、" in view.text[begin:end] or view.tag_at(begin) == "v"


def _tail(name: str) -> str:
    """Return what the items of a list share of the last one's name: all behind its place, else its suffix.

    >>> _tail("泉州国家级金融改革试验区"), _tail("云岭国家湿地公园")
    ('国家级金融改革试验区', '国家湿地公园')
    """
    place = name[: register.front(name)]
    return name.removeprefix(place) if place else pattern("lists", "tail").sub(r"\g<tail>", name)


def _of_many(view: View) -> Iterator[Found]:
    """Yield what is picked out of so many of a kind (甲、乙等5个国家物流枢纽; 丙等大中型灌区)."""
    for match in pattern("lists", "of-many").finditer(view.text):
        found, sentence = suffixes()[match["suffix"]], view.sentence_at(match.start())
        built = sentence and (found.sort != "works" or is_works(view, match.start(), match.end(), sentence))
        for begin, end in _proper_items(view, match.start(), "zone") if built else ():
            yield Found(begin, end, Name(found.kind, view.text[begin:end] + match["kind"]), 3)


def _proper_items(view: View, end: int, sort: str) -> Iterator[tuple[int, int]]:
    """Yield the items of the list that ends at an offset, from its end, as far as they are places or trade names."""
    floor = (view.sentence_at(end - 1) or (end, end))[0]
    while end > floor:
        index = view.word_at(end - 1)
        begin, word_end, tag = view.words[index]
        inner = view.text.find("和", begin + 2, end - 2) + 1  # 云岭东站和北港|、南屏|机场
        begin = inner or begin
        text = view.text[begin:end]
        proper = tag in ("LOC", "PER", "nz", "ORG") or (tag == "n" and sort == "reserve")
        if word_end != end or not proper or not 1 < len(text) < 6 or suffix_of(text) or text in known():
            return
        if (text in register.names() and sort not in _EVERYWHERE) or (len(text) > 2 and text.endswith(_full_ends())):
            return
        yield begin, end
        if view.text[begin - 1 : begin] not in ("、", "和"):
            return
        end = begin - 1


@cache
def _full_ends() -> tuple[str, ...]:
    return (*words("levels"), *(row["suffix"] for row in lexicon("place_suffixes")))


def split(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Return the items of a list whose joints are 、."""
    joints = [begin, *(begin + i + 1 for i, c in enumerate(text[begin:end]) if c == "、"), end + 1]
    return [(left, right - 1) for left, right in zip(joints, joints[1:], strict=False)]


def persons(view: View, seen: Sequence[Found]) -> Iterator[Found]:
    """Yield the neighbours in a list of a person that read as names too."""
    for seed in seen:
        for begin, end in _neighbours(view, seed):
            if is_name(view.text[begin:end]):
                yield Found(begin, end, Name("Person", view.text[begin:end]), 3)


def after_verbs(view: View, begin: int, end: int) -> int:
    """Return where the first item of a list begins: behind the verbs that govern the list, never behind the item."""
    for word_begin, word_end, tag in view.words_in(begin, end):
        if view.text[word_begin:word_end] in words("name_boundaries") or (
            tag in ("v", "d", "p", "c", "u", "ad") and word_begin == begin
        ):
            begin = word_end if word_end < end else begin
    return begin
