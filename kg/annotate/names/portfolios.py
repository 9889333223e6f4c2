"""Projects that lists and numbered lines tell: 甲、乙等项目, ●某某项目：…."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from kg import register
from kg.annotate.measures.numerals import number
from kg.annotate.names.carriers.projects import companies
from kg.annotate.names.carriers.suffixes import suffix_of, suffixes
from kg.annotate.names.lists import after_verbs, split
from kg.annotate.names.view import Found, View
from kg.industries import known
from kg.model import Name
from kg.resources import pattern, words

_PRODUCT = 2  # characters of a product
_BRACKET = re.compile("(?:（[^（）]*）)?$")
_PRODUCT_NAME = re.compile("[一-鿿]{3}$")
_NAMING = frozenset({"n", "nz", "vn"})
_ITEM = re.compile("[^、，]+")


def projects(view: View, firms: Sequence[Found]) -> Iterator[Found]:
    """Yield the items of a list before 等…项目, or behind 项目有, that name a place, a company or a capacity.

    Where an item shortens a company that the document names in full, the list is one of companies.
    """
    for match in chain(*(pattern("lists", row).finditer(view.text) for row in ("projects", "named-so", "signed-so"))):
        begin, end = match.span("list")
        if view.sentence_at(begin) is None:
            continue
        counted = match.groupdict().get("count")
        items = _items(view, begin, end, int(number(counted)) if counted else 0)
        if len(items) == 1 and view.text[end : end + 1].isdigit():
            continue  # 某某科创港8个项目落户: those of one place
        if any(view.words[view.word_at(left)] == (left, right, "PER") for left, right in items[:1]):
            continue  # 某某、某某等县领导参加了4个项目的开工仪式
        told = len(items) > 1 and (match.re is pattern("lists", "signed-so") or len(items) == number(counted or "1"))
        seats = [_seat(view.text[left:right]) for left, right in items]
        texts = [view.text[left:right] for left, right in items]
        shortened = any(len(t) > 3 and t in f.name.text and t != f.name.text for t in texts for f in firms)
        for (left, right), text, seat in zip(items, texts, seats, strict=True):
            if shortened:
                yield Found(left, right, Name("Organization", text), 3)
            elif _is_project(view, left, right) or (told and _is_product(text)):
                name = text[seat:] if all(seats) else text
                whole = name + (match.groupdict().get("head") or "")
                yield Found(right - len(name), right, Name("Project", whole if whole in view.text else name), 3)


def _is_product(text: str) -> bool:
    """Tell whether an item of a list that surely is one of projects may name what is made (预制构件), not how much."""
    return bool(_PRODUCT_NAME.search(text)) and suffix_of(text) is None and text not in known()


def sites(view: View) -> Iterator[Found]:
    """Yield what a company makes in the list of what somebody goes to see (来到云岭集团光伏玻璃、…等地)."""
    for match in pattern("lists", "sites").finditer(view.text):
        items = _ITEM.finditer(view.text, *match.span("list")) if view.sentence_at(match.start()) else ()
        for begin, end in (item.span() for item in items):
            if pattern("carriers", "output").search(view.text, begin, end):
                yield Found(begin, end, Name("Project", view.text[begin:end]), 3)
                continue
            first, last, tag = view.words[max(view.word_at(begin), 0)]
            made = view.text[last:end]
            whole = first == begin and tag == "ORG" and len(made) > _PRODUCT and suffix_of(view.text[begin:last])
            found = suffix_of(made)
            if whole and whole.sort == "company" and (found is None or found.kind == "Project"):
                yield Found(begin, end, Name("Project", view.text[begin:end]), 3)


def _items(view: View, begin: int, end: int, counted: int) -> list[tuple[int, int]]:
    """Return the items of a list of projects, of which there are as many as is said, without what governs them."""
    *items, last = split(view.text, begin, end)
    if joint := pattern("lists", "last").search(view.text, *last):
        halves = (last[0], joint.start()), (joint.end(), last[1])
        apart = len(items) + 2 == counted or (items and all(_is_project(view, *half) for half in halves))
        items += halves if apart else [last]
    else:
        items.append(last)
    visits = [m.end() for m in pattern("lists", "visited").finditer(view.text, *items[0])]
    items[0] = (visits[-1] if visits else after_verbs(view, *items[0]), items[0][1])
    return [(left + view.text[left:right].rfind("的") + 1, right) for left, right in items]


def _seat(item: str) -> int:
    """Return how much of an item is the full name of the county before it (平川县|云岭新材料), 0 when nothing is."""
    return next((e for b, e, name in register.find(item) if b == 0 and name.endswith(tuple(words("levels")))), 0)


def bulleted(view: View) -> Iterator[Found]:
    """Yield the projects that open the lines of a list (●某某智算中心一期：总投资…, 一、某某项目。由…)."""
    for match in chain(*(pattern("lists", row).finditer(view.text) for row in ("bullets", "items", "lines"))):
        begin, end = match.span("name")
        if match.re is pattern("lists", "lines"):
            end = begin + len(_BRACKET.sub("", view.text[begin:end]))
            begin = _behind_firm(view, begin, end)
        if view.sentence_at(begin) and _is_project(view, begin, end):
            yield Found(begin, end, Name("Project", view.text[begin:end]), 3)


def _behind_firm(view: View, begin: int, end: int) -> int:
    """Return where a project begins behind the company that opens its line (某某有限公司|年产2万吨某某项目)."""
    ends = (view.text.find(c, begin, end) + len(c) for c in companies() if c in view.text[begin:end])
    return next((at for at in ends if pattern("carriers", "output").match(view.text, at)), begin)


def priced(view: View) -> Iterator[Found]:
    """Yield the projects whose cost stands in brackets behind them, and those of the same list between two of them.

    That is …推进云岭三期（5.6亿元）、北港技改、南屏智慧工厂（投资3.3亿元）年内完工.
    """
    for match in chain(*(pattern("lists", row).finditer(view.text) for row in ("costs", "between"))):
        sentence = view.sentence_at(match.start())
        if sentence and pattern("carriers", "undertaken").search(view.text, *sentence):
            yield from _item(view, *match.span("name"))


def staged(view: View) -> Iterator[Found]:
    """Yield what is to reach a stage by a time (确保云岭四期上半年开工、北港锂电隔膜早日落地)."""
    for match in pattern("lists", "staged").finditer(view.text):
        carrier = suffix_of(match["name"])
        if view.sentence_at(match.start()) and not (carrier and carrier.kind == "Platform"):
            yield from _item(view, *match.span("name"))


def _item(view: View, begin: int, end: int) -> Iterator[Found]:
    """Yield the project of an item, without what governs it, what it costs and what it is joined to."""
    cuts = [b + len(view.text[b:e]) for b, e, tag in view.words_in(begin, end) if tag == "c" or view.text[b:e] == "的"]
    begin = max(cuts, default=begin)
    begin = after_verbs(view, begin, end)
    known_to_suffixes = pattern("carriers", "item").search(view.text, begin, end)
    part = pattern("carriers", "batch").search(view.text, begin, end)  # 首批12栋标准厂房, 一期2万吨生产线
    if not known_to_suffixes and not part and _is_project(view, begin, end):
        yield Found(begin, end, Name("Project", view.text[begin:end]), 3)


def _made_of_places(text: str) -> bool:
    """Tell whether a text is the name of a division, alone or behind the one that it lies in.

    >>> _made_of_places("重庆渝北"), _made_of_places("渝北轴承")
    (True, False)
    """
    return sum(end - begin for begin, end, _ in register.find(text)) == len(text)


def _is_project(view: View, begin: int, end: int) -> bool:
    text = view.text[begin:end]
    place = text in register.macro_regions() or _made_of_places(text)
    if not 2 < len(text) <= 30 or text in known() or place or text in suffixes():
        return False
    if pattern("lists", "capacity").search(text) or pattern("carriers", "output").search(text):
        return True
    found = suffix_of(_BRACKET.sub("", text))
    parts = [(view.text[b:e], tag) for b, e, tag in view.words_in(begin, end)]
    firm = any(ending in text for ending in companies())  # 某某有限公司技术升级: the company's
    governed = not firm and any(len(part) > 1 and part in words("name_boundaries") for part, _ in parts)
    if governed or (found and found.sort in ("company", "zone")):
        return False
    # A product alone (光伏组件制造) is no project.
    tags = {tag for part, tag in parts if part not in words("vague_words") and part not in known()}
    return bool(tags & {"LOC", "ORG", "PER", "nw"}) or "nz" in tags or bool(found and found.kind == "Project")


def borne(view: View, firms: Sequence[Found]) -> Iterator[Found]:
    """Yield what a company named in full is to make, right behind its name (云岭塑业有限公司|编织袋生产线扩能项目).

    LAC takes words of a trade for verbs; behind a company they are part of the name unless they lead to it.
    """
    for firm in firms:
        match = pattern("lists", "borne").match(view.text, firm.end)
        if match and view.sentence_at(firm.begin):
            inside = (view.text[b:e] for b, e, tag in view.words_in(*match.span()) if tag not in _NAMING)
            if words("name_boundaries").isdisjoint(inside):
                yield Found(*match.span(), Name("Project", match[0]), 3)


def quoted(view: View) -> Iterator[Found]:
    """Yield the projects that are quoted whole (“编织袋生产线扩能项目”)."""
    for match in pattern("lists", "quoted-project").finditer(view.text):
        if view.sentence_at(match.start()):
            yield Found(*match.span("name"), Name("Project", match["name"]), 3)
