"""Regions: names of the register, macro-regions, strings of city initials, and 全市, 我县."""

import re
from collections.abc import Iterator
from functools import cache

from kg import register
from kg.annotate.names.towns import town_end
from kg.annotate.names.view import Found, View, within
from kg.model import Name
from kg.resources import alternatives, lexicon, pattern

# A short name counts where LAC sees a place or body begin, or beside another place; elsewhere it may be any word.
_PAIR = 2  # initials of two places
_PLACE_TAGS = frozenset({"LOC", "ORG"})
_WATERS = frozenset("河江湖海")  # 辽河, 湘江: a river, not two cities
_LANDSCAPE = _WATERS | frozenset("山岭岛湾")
_SHORES = frozenset("畔岸滨")
_CLOSERS = frozenset("、，；。”和等")
_BETWEEN = frozenset("、和与及至—-")


@cache
def _own() -> tuple[re.Pattern[str], dict[str, str]]:
    units = {row["word"]: row["unit"] for row in lexicon("self_words") if row["use"] == "self"}
    return re.compile(alternatives(tuple(units))), units


@cache
def _initials() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in lexicon("abbreviations"):
        found.setdefault(row["char"], []).append(row["code"])
    return {char: tuple(codes) for char, codes in found.items()}


def own_word(text: str) -> str | None:
    """Return the unit that a word speaks of as its own, or None.

    >>> own_word("我市"), own_word("城市")
    ('市', None)
    """
    return _own()[1].get(text)


@cache
def _town_start() -> re.Pattern[str]:
    return re.compile(alternatives(tuple(row["suffix"] for row in lexicon("place_suffixes"))))


def _is_place(view: View, begin: int, end: int, name: str, near: bool) -> bool:
    """Tell whether a register name found in the text is used as a place there."""
    index = view.word_at(begin)
    if index < 0:
        return False
    word_begin, word_end, tag = view.words[index]
    if word_begin != begin and (not near or (tag not in _PLACE_TAGS and not view.ends_word(end))):
        return len(name) > 2 and tag in _PLACE_TAGS  # 投|资兴|业: the edges of two words
    if tag in _PLACE_TAGS or near:
        return True
    if len(name) > 2 and view.tag_at(end - 1) not in ("v", "a"):
        return True
    return word_end == end and tag in ("nz", "ns") and name != view.text[begin:end]


def places(view: View) -> Iterator[Found]:
    """Yield the regions that the text names, each as the division of the register that is meant.

    上海普陀 is one name, of the district; a bare county name is told apart by the places around it and by the setting.
    """
    home = tuple(r.code for r in view.setting.chain)
    before: tuple[int, int, register.Region] | None = None
    for begin, end, name in register.find(view.text):
        if view.sentence_at(begin) is None:
            continue
        if pattern("places", "borne").match(view.text, end) or pattern("places", "addressed").search(
            view.text, max(begin - 2, 0), begin
        ):
            continue
        if name in register.macro_regions():
            if pattern("places", "line").match(view.text, end):
                continue  # 成渝|高铁
            yield Found(begin, end, Name("Region", register.macro_regions()[name]), 3)
            continue
        touching = before is not None and before[1] == begin
        listed = before is not None and begin - before[1] == 1 and view.text[before[1]] in _BETWEEN
        near = ((before[2].code,) if touching and before else ()) + home
        region = register.choose(name, near)
        inside = region and touching and before and before[2] in register.chain(region)
        at_home = region is not None and any(r.code in home[:2] for r in register.chain(region))
        if region is None or (not inside and register.remote(region, name, home)):
            continue
        if name == region.short and name != region.name and _goes_on(view, end):
            continue  # 云岭镇, 云岭湖, 云岭籍: a town, a lake, an adjective, not the county of that name
        if not _is_place(view, begin, end, name, touching or listed or (at_home and len(name) > 1)):
            continue
        yield Found(before[0] if inside and before else begin, end, region.as_name, 3)
        before = (before[0] if inside and before else begin, end, region)


def _goes_on(view: View, end: int) -> bool:
    """Tell whether a short name goes on as another place's: a town's, or a lake's or mountain's by its one sign."""
    begin, stop, _ = view.words[view.word_at(end)]
    alone = stop == end + 1 or (begin == end and view.text[end + 1 : end + 2] in _SHORES)
    landscape = view.text[end : end + 1] in _LANDSCAPE and alone
    return landscape or bool(_town_start().match(view.text, end))


def own_words(view: View) -> Iterator[Found]:
    """Yield 全市, 我县, 该区 … as the region that the document's setting gives them."""
    own, units = _own()
    for match in own.finditer(view.text):
        name = view.setting.of(units[match.group()])
        if name is None and units[match.group()] == "区":
            name = view.setting.of("自治区")
        index = view.word_at(match.start())
        apart = index >= 0 and view.words[index][0] in (match.start(), match.start() + 1)  # 资|本市|场 is none
        if name and apart and view.sentence_at(match.start()):
            yield Found(match.start(), match.end(), name, 1)


def initials(view: View) -> Iterator[Found]:
    """Yield every city of a string of initials (杭甬温): two or more, one after the other, of one or two provinces.

    Only words that LAC reads as places, or that stand in a list of places, are taken for such strings.
    """
    home = {r.province for r in view.setting.chain}
    for begin, end in _strings(view):
        text = view.text[begin:end]
        cities = _provinces(text, home) or [_city(char, home) for char in text]
        if not (_pair(cities, text, home) if len(text) == 2 else _stands_alone(view, begin, end, cities)):
            continue
        if end - begin == 2 and view.tag_at(begin) != "LOC":
            continue
        if all(cities) and (begin == 0 or view.words[view.word_at(begin)][0] == begin):
            for offset, city in enumerate(cities):
                if city:
                    yield Found(begin + offset, begin + offset + 1, city.as_name, 3)
    for begin, end, tag in view.words:  # 赴|京, 粤|、|闽
        alone = tag == "LOC" and end - begin == 1 and not pattern("places", "trait").match(view.text, end)
        if alone and view.sentence_at(begin) and (province := _province(view.text[begin])):
            yield Found(begin, end, province.as_name, 3)


def _strings(view: View) -> Iterator[tuple[int, int]]:
    """Yield where two or more initials stand together that are read, are no title, and do not end in a longer name."""
    for match in _string().finditer(view.text):
        begin, end = match.span()
        end -= _runs_on(view, end)
        words = (view.words[view.word_at(at)] for at in range(begin + 1, end))
        end = min((b for b, e, tag in words if b > begin and tag == "n" and e - b > 1), default=end)  # 成渝|黄金水道
        inner = any(view.text[at:end] in register.names() for at in range(begin + 1, end - 1))  # 新|江苏
        borne = any(pattern("places", row).match(view.text, end) for row in ("borne", "line"))  # 京杭|运河
        other = inner or borne or town_end().search(view.text[begin:end])
        if end - begin > 1 and not other and not within(begin, end, view.titles) and view.sentence_at(begin):
            yield begin, end


def _pair(cities: list[register.Region | None], text: str, home: set[str]) -> bool:
    """Tell whether two initials are a pair: two provinces, two cities of one, or a province and a city of home.

    辽河, 湘江 are rivers.
    """
    first, second = cities
    if not first or not second:
        return False
    cities_of = {r.province for r in (first, second) if r.level != "province"}
    alike = not cities_of or first.province == second.province
    alike = alike or ("province" in (first.level, second.level) and cities_of <= home)
    return alike and text[1] not in _WATERS


def _stands_alone(view: View, begin: int, end: int, cities: list[register.Region | None]) -> bool:
    """Tell whether three or more initials are a word of their own: cities of one province, or before a list's end."""
    index = view.word_at(begin)
    apart = index >= 0 and view.words[index][0] == begin
    near = len({city.province for city in cities if city}) == 1
    nouns = any(tag == "n" for _, _, tag in view.words_in(begin, end))  # 预算内资金、
    return apart and (near or view.tag_at(begin) == "LOC" or (not nouns and view.text[end : end + 1] in _CLOSERS))


def _runs_on(view: View, end: int) -> bool:
    """Tell whether the last initial opens a longer word (港澳台|同胞)."""
    begin, last, _ = view.words[view.word_at(end - 1)]
    return begin == end - 1 and last > end


@cache
def _string() -> re.Pattern[str]:
    compass = "东南西北中"
    chars = "".join(c for c in _initials() if c not in compass)
    return re.compile(f"[{chars}]{{2,6}}(?![{compass}]|[\\u4e00-\\u9fff]?[省市县区镇])")


def _provinces(text: str, home: set[str]) -> list[register.Region | None]:
    """Return the provinces of three or more initials that each stand for one (沪苏浙皖), else none.

    Two do where one is the paper's own: 粤桂 in Guangxi, but 沪宁 in Jiangsu is a city's.
    """
    found = [one for c in text if (one := _province(c))]
    sure = len(text) > _PAIR or any(region.province in home for region in found)
    return [*found] if sure and len(found) == len(text) else []


def _province(char: str) -> register.Region | None:
    """Return the one province that an initial stands for, or None."""
    found = [r for code in _initials().get(char, ()) if (r := register.regions()[code]).level == "province"]
    return found[0] if len(found) == 1 else None


def _city(char: str, provinces: set[str]) -> register.Region | None:
    codes = _initials()[char]
    at_home = [
        c for c in codes if register.regions()[c].province in provinces and register.regions()[c].level != "province"
    ]
    chosen = at_home or (list(codes) if len(codes) == 1 else [])
    return register.regions().get(chosen[0]) if len(chosen) == 1 else None
