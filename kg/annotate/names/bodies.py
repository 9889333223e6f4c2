"""Bodies: party and government organs by their short forms, national organs, and what LAC sees as organizations."""

from collections.abc import Iterator
from functools import cache

import ahocorasick

from kg import register
from kg.annotate.names.carriers.suffixes import LEFT_OVER, after_role, suffix_of
from kg.annotate.names.carriers.weight import made_of_vague
from kg.annotate.names.places import own_word
from kg.annotate.names.view import Found, View, touches, within
from kg.industries import known
from kg.model import Name
from kg.resources import lexicon, pattern, words

_DETERMINERS = "各某每该本"  # a closed class of the grammar
_NOUNS = frozenset({"n", "nz", "nw", "vn", "an", "LOC", "ORG", "j"})
_AND = frozenset("和与及")  # joins two fields of one office, and begins the names of some counties
_PLACE = 8  # characters that hold the name of a place


def bodies(view: View) -> Iterator[Found]:
    """Yield organs of the party and the state, with the region whose they are (市发改委 → 丽水市发改委).

    One named only inside a title or a meeting's name is no mention.
    """
    meetings = tuple(m.span() for m in pattern("bodies", "meeting").finditer(view.text))
    heads = {begin for begin, _ in view.titles}
    for match in pattern("bodies", "local").finditer(view.text):
        begin, end = match.span()
        if view.sentence_at(begin) is None or within(begin, end, view.titles) or within(begin, end, meetings):
            continue
        if touches(begin, end, view.titles) or pattern("bodies", "report").match(view.text, end):
            continue
        if end in heads and match["body"] in words("core_bodies"):
            continue  # …人民政府省长: inside the title
        place, start = _place(view, begin, match["unit"])
        if place and not pattern("bodies", "branch-of").search(view.text, max(start - 2, 0), start):
            yield Found(start, end, Name("Organization", place.text + match["body"]), 3)
    yield from _offices(view)
    for match in pattern("bodies", "leaders").finditer(view.text):
        place = view.setting.of(match["unit"]) if match["unit"] else view.setting.home
        apart = view.words[view.word_at(match.start())][0] == match.start()  # 开发|区领导 is none
        if place and apart and view.sentence_at(match.start()):
            group = (match["party"] or match["both"] or "") + match["head"]
            yield Found(match.start(), match.end(), Name("Organization", place.text + group), 3)
    yield from _national(view)


def _offices(view: View) -> Iterator[Found]:
    """Yield the offices of the home's levels that no register has (县重点项目服务中心)."""
    for match in pattern("bodies", "bureau").finditer(view.text):
        begin, end = match.span()
        first, last, tag = view.words[max(view.word_at(begin), 0)]
        apart = first == begin and (last == begin + 1 or tag == "ORG") and view.ends_word(end)
        nouns = all(tag in _NOUNS or view.text[b:e] in _AND for b, e, tag in view.words_in(begin, match.start("tail")))
        place = view.setting.of(match["unit"]) if view.sentence_at(begin) and apart and nouns else None
        if place and view.tag_at(begin - 1) not in _NOUNS and not touches(begin, end, view.titles):
            yield Found(begin, end, Name("Organization", place.text + match["body"]), 3)
    for row in ("builder", "task-force"):
        for match in pattern("bodies", row).finditer(view.text):
            place = view.setting.of(match["unit"]) if view.sentence_at(match.start()) else None
            first, last, _ = view.words[max(view.word_at(match.start()), 0)]
            whole = row == "builder" or (first, last) == (match.start(), match.start() + 1)
            if place and whole and view.tag_at(match.start() - 1) not in _NOUNS:
                yield Found(*match.span(), Name("Organization", place.text + match["body"]), 3)


def _place(view: View, begin: int, unit: str) -> tuple[Name | None, int]:
    """Return whose body it is and where its name begins: the region printed before the unit, else the setting's."""
    longest = view.text[max(0, begin - 10) : begin + len(unit)]
    for back in range(len(longest), len(unit), -1):
        name = longest[-back:]
        start = begin + len(unit) - back
        if name[0] in _AND and view.words[view.word_at(start)] != (start, start + len(name), "LOC"):
            continue  # 市政府和|县委 is none of 和县
        if name in register.names():
            codes = tuple(r.code for r in view.setting.chain)
            region = register.choose(name, codes)
            if region and region.name != name and name in (region.short, *(region.name[:-1],)):
                continue  # the unit is the tail of a short name (杭州|招商局)
            return (region.as_name if region else Name("Region", name)), begin + len(unit) - back
    index = view.word_at(begin)
    if view.words[index][0] < begin and own_word(view.text[begin - 1 : begin + len(unit)]) is None:
        return None, begin  # the unit is the tail of some other word (城市政府, 小区委员)
    return view.setting.of(unit), begin


@cache
def _national_forms() -> tuple[ahocorasick.Automaton, dict[str, str]]:
    rows = lexicon("national_bodies")
    forms = {form: row["name"] for row in rows for form in (row["name"], *filter(None, row["aliases"].split("|")))}
    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, form)
    automaton.make_automaton()
    return automaton, forms


def _national(view: View) -> Iterator[Found]:
    automaton, forms = _national_forms()
    for last, form in automaton.iter_long(view.text):
        begin = last + 1 - len(form)
        if any(at == 0 for at, _, _ in register.find(view.text[last + 1 : last + 1 + _PLACE])):
            continue  # 中共某某县委, 新华社某某分社: the front of another body's name
        if view.sentence_at(begin) and not within(begin, last + 1, view.titles):
            yield Found(begin, last + 1, Name("Organization", forms[form]), 3)


def seen(view: View) -> Iterator[Found]:
    """Yield what LAC sees as an organization and no grammar knows: companies and institutes by their trade names."""
    for begin, end, tag in view.words:
        if tag != "ORG":
            continue
        end -= view.text[end - 1] in LEFT_OVER
        begin += after_role(view.text[begin:end])
        if end - begin < 3 or touches(begin, end, view.titles):
            continue
        if pattern("bodies", "report").match(view.text, end):
            continue
        if view.text[begin - 1 : begin] + view.text[end : end + 1] == "“”":
            continue  # a slogan or a programme
        text = view.text[begin:end]
        if suffix_of(text) or _generic(text) or _is_cut(view, begin, end):
            continue  # the suffix grammar has looked at it and found that it says not which
        led = text.startswith(tuple(word for word in words("name_boundaries") if len(word) > 1))
        if not led and not text.endswith(tuple(words("body_not_ends"))):
            yield Found(begin, end, Name("Organization", text), -1)


def _is_cut(view: View, begin: int, end: int) -> bool:
    """Tell whether LAC ends a word within the suffix of a name (县科创|中心)."""
    _, after, _ = view.words[view.word_at(end)]
    found = suffix_of(view.text[begin:after])
    return bool(found and after - len(found.text) < end < after)


def _generic(text: str) -> bool:
    """Tell whether what LAC takes for an organ or company is a place, an industry or a class of bodies.

    >>> _generic("城市政府"), _generic("鳌江镇人民政府"), _generic("温州阀门"), _generic("从一家")
    (True, False, True, True)
    """
    if text in known() or text in register.names() or made_of_vague(text):
        return True
    if text[0] in _DETERMINERS or text[1:] in register.names() or pattern("carriers", "numeral").match(text):
        return True
    if any(match.end() == len(text) for match in pattern("bodies", "local").finditer(text)):
        return not any(True for _ in register.find(text))
    if pattern("bodies", "office").fullmatch(text) and not any(True for _ in register.find(text)):
        return True
    place = text[: register.front(text)]
    rest, levels = text[len(place) :], {region.level for region in register.names().get(place, ())}
    if rest in register.names() or rest in register.macro_regions():
        return True
    area = next((text[:n] for n in range(len(text), 1, -1) if text[:n] in register.macro_regions()), "")
    if area and text.removeprefix(area) in words("vague_words"):
        return True
    return bool(levels) and "province" not in levels and rest in known()
