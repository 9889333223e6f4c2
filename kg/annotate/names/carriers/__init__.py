"""Platforms, organizations, funds and projects whose names end in a known suffix."""

from kg import register
from kg.annotate.names.carriers.invested import is_works
from kg.annotate.names.carriers.projects import project_begin, term_begin
from kg.annotate.names.carriers.suffixes import (
    LEFT_OVER,
    Suffix,
    after_role,
    endings,
    inner_verbs,
    name_begin,
    sort_of,
    suffix_of,
    suffixes,
    trim,
)
from kg.annotate.names.carriers.telling import says_which
from kg.annotate.names.towns import uncut
from kg.annotate.names.view import Found, View, within
from kg.industries import known
from kg.model import Kind, Name
from kg.resources import pattern, words

# Platforms that stand beside a project of their name; others are what the project builds.
_STANDING = frozenset({"zone", "park", "town", "block", "port", "reserve", "resort"})
_DIVIDED = frozenset({"zone", "park", "port"})  # what has blocks
_PARTS = frozenset({"block", "town"})  # what may bear a zone of the state
_PHASED = frozenset({"works", "innovation", "building"})  # what has phases that are projects
_THENCE = ("", "至")  # what stands between a name and how it goes on
_JOINTS = frozenset("和与及")
_QUOTES = str.maketrans("", "", "“”「」")


def carriers(view: View) -> list[Found]:
    """Return the names that end in a known suffix and say which one is meant."""
    made: list[Found] = []
    for begin, end in endings(view):
        suffix, last = suffixes()[view.text[begin:end]], made[-1] if made else None
        found = _carrier(view, begin, end, last.end if last else 0)
        if last and last.end <= begin and (found is None or view.text[last.end : found.begin] in _THENCE):
            further = _further(view, made, suffix, begin, end)
            if further and (_is_part(last, suffix) or sort_of(last.name.text) not in _STANDING):
                made.pop()
            found = further or found
        if found:
            made.append(found)
    return made


def _further(view: View, made: list[Found], suffix: Suffix, begin: int, end: int) -> Found | None:
    """Return the name that goes on where the one made last ends: its block, its project, fund or institute, its works.

    That are …工业园区|东片区, …生产基地|项目, …灌区|节水改造工程; a park's projects (…产业园项目30个) are none.
    """
    last, sentence = made[-1], view.sentence_at(made[-1].begin)
    if sentence is None or not _ends_word(view, end, suffix.text):
        return None
    if _is_part(last, suffix):
        start = name_begin(view, begin, last.end, "Platform") if begin > last.end else begin
        whole = start == last.end and last.name != view.setting.home
        return _whole(view, last.begin, end, "Platform") if whole else None
    if last.end < begin and not _is_borne(view, last, suffix, begin):
        return _works_on(view, last, suffix, begin, end, sentence) if suffix.kind == "Project" else None
    counted = suffix.sort == "project" and pattern("carriers", "one-of").match(view.text, end)
    if (last.end == begin and not _goes_on(last, suffix)) or counted:
        return None
    floor = max(made[-2].end if made[1:] else 0, sentence[0])
    start = project_begin(view, last.begin, end, floor) if suffix.kind == "Project" else last.begin
    return _whole(view, start, end, suffix.kind)


def _goes_on(last: Found, suffix: Suffix) -> bool:
    """Tell whether a suffix right behind a name can end a longer one; a park's second phase is the park."""
    if suffix.sort == "phase":
        return sort_of(last.name.text) in _PHASED
    if suffix.kind == "Platform":
        works = sort_of(last.name.text) == "works"  # …高铁|新城, …水库|景区
        own = suffix.sort == "outpost" and sort_of(last.name.text) == "zone"  # 高新区|招商局: its office at home
        return works or (not suffix.needs and not own and suffix.sort != "zone" and last.name.kind == "Platform")
    return suffix.sort != "body"


def _is_borne(view: View, last: Found, suffix: Suffix, begin: int) -> bool:
    """Tell whether a name goes on with what it bears: a mother's institute, the state's zone of a part of a city."""
    institutes = suffix.sort == sort_of(last.name.text) == "institute"
    zoned = suffix.sort == "zone" and sort_of(last.name.text) in _PARTS and _is_state(view, last.end, begin)
    return (institutes or zoned) and name_begin(view, begin, last.end, suffix.kind) == last.end


def _is_state(view: View, begin: int, end: int) -> bool:
    return bool(pattern("carriers", "national").match(view.text[begin:end]))


def _works_on(view: View, last: Found, suffix: Suffix, begin: int, end: int, sentence: tuple[int, int]) -> Found | None:
    """Return the works on what the last name means, or from there to elsewhere (…水库|至某某引水工程)."""
    if suffix.sort == "phase" or last.name.kind == "Organization" or sort_of(last.name.text) in ("zone", "project"):
        return None  # …项目|一期主体工程 is the project
    start = project_begin(view, begin, end, last.end)
    between = view.text[last.end : start]
    phase = suffixes().get(between)
    phased = phase is not None and phase.sort == "phase"
    if between not in _THENCE and not phased and between not in words("project_verbs"):
        return None
    works = suffix.sort != "works" or is_works(view, start, end, sentence)
    return _whole(view, last.begin, end, "Project") if works else None


def _is_part(last: Found, part: Suffix) -> bool:
    """Tell by their sorts whether a name goes on with a part of what it names (…工业园区|东片区, …港|综合保税区)."""
    whole = sort_of(last.name.text)
    return (part.sort == "block" and whole in _DIVIDED) or (whole, part.sort) == ("port", "zone")


def _whole(view: View, begin: int, end: int, kind: Kind) -> Found:
    return Found(begin, end, Name(kind, view.text[begin:end].translate(_QUOTES)), 3)


def _carrier(view: View, begin: int, end: int, floor: int) -> Found | None:
    """Return the name whose suffix stands at the offsets, or None."""
    suffix, sentence = suffixes()[view.text[begin:end]], view.sentence_at(begin)
    if sentence is None or not _ends_word(view, end, suffix.text):
        return None
    if suffix.sort == "block" and (lying := pattern("carriers", "lying").search(view.text, sentence[0], begin)):
        return Found(lying.end(), end, Name("Platform", view.text[lying.end() : end]), 2)  # …位于开发区某某区块
    opening, name_end = begin, _closing(view.text, end, suffix.sort)
    quote = view.text.rfind("“", max(sentence[0], begin - 6), begin)
    if view.text[end : end + 1] == "”" and quote >= 0 and "”" not in view.text[quote:begin]:
        opening, name_end = quote, end + 1  # 昆山“产业飞地”: the name goes on before the quotation
    together = pattern("carriers", "set-up").search(view.text, sentence[0], begin)
    if suffix.sort in ("outpost", "enclave") and together:  # 在甲、乙设立科创飞地: one for all its hosts
        start = together.start("kind")
        return Found(start, end, Name("Platform", view.text[start:end]), 2)
    if suffix.kind == "Platform" and (whose := _whose(view, begin)):  # 县招商服务中心 is an office at home
        own = Found(begin - 1, end, Name("Platform", whose.text + view.text[begin:end]), 2)
        return own if suffix.needs != "stationed" else None
    start = uncut(view, _start(view, opening, end, max(floor if floor <= opening else 0, sentence[0]), suffix.kind))
    if start >= opening and opening < begin:  # “某某众创空间”: the quotation is the whole name
        opening, name_end = begin, end
        start = _start(view, begin, end, quote + 1, suffix.kind)
    if view.text[start:opening].endswith("“") or pattern("carriers", "ranked").search(view.text, start, opening):
        return None
    name = pattern("carriers", "aside").sub("", view.text[start:name_end].translate(_QUOTES))
    if pattern("carriers", "by-itself").fullmatch(name):
        return Found(start, name_end, Name(suffix.kind, name), 2)
    if start >= opening or within(start, name_end, view.titles) or name in known() or _is_region(name):
        return None
    if suffix.kind == "Platform" and any(pattern("carriers", row).match(view.text, end) for row in ("layout", "aim")):
        return None  # “一主两翼”产业园区格局, …新城的发展目标
    if _is_other(suffix, name) or (suffix.sort == "project" and pattern("carriers", "one-of").match(view.text, end)):
        return None
    if pattern("places", "area").match(name):
        return Found(start, name_end, Name("Region", name), 2)  # 皖西生态经济区 is a region, 某某高铁经济区 a zone
    works = suffix.sort != "works" or is_works(view, start, name_end, sentence)
    told = works and says_which(view, suffix, start, opening)
    return Found(start, name_end, Name(suffix.kind, name), 2) if told else None


def _is_other(suffix: Suffix, name: str) -> bool:
    """Tell by how it ends, or by a sum in it, that what bears a suffix is no carrier and no body."""
    if suffix.kind == "Organization":
        return "+" in name or name.endswith(tuple(words("body_not_ends")))
    return any(name.endswith(word) and len(word) > len(suffix.text) for word in words("carrier_not_ends"))


def _is_region(name: str) -> bool:
    """Tell whether a name is a region's of the registers, alone or behind the one that it lies in (上海浦东新区)."""
    outer = (n for n in range(1, len(name) - 2) if name[:n] in register.names())
    inner = any(region.name == name[n:] for n in outer for region in register.names().get(name[n:], ()))
    return inner or name in register.names() or name in register.macro_regions()


def _start(view: View, opening: int, end: int, floor: int, kind: Kind) -> int:
    """Return where a name begins that goes on at ``opening``."""
    if kind == "Project":
        return project_begin(view, opening, end, floor)
    start = name_begin(view, opening, floor, kind)
    term = term_begin(view, start, floor)
    start = name_begin(view, term, floor, kind) if term < start else start
    cities = pattern("carriers", "cities").search(view.text, floor, opening) if kind == "Region" else None
    apart = cities and view.words[view.word_at(cities.start())][0] == cities.start()
    if cities and apart and not _is_region(view.text[start:end]):
        return cities.start()  # 宜荆荆恩|城市群
    first = view.words[view.word_at(start)]
    if start == floor > 0 and first[0] == start and view.text[first[0] : first[1]] in inner_verbs():
        start = first[1]  # a carrier named right before acts on this one (…开发区服务…产业园)
    start = trim(view, start, end)
    if kind != "Organization":
        return start
    start += start == floor > 0 and view.text[start] in _JOINTS
    items = pattern("carriers", "item").finditer(view.text, start, end)
    start = max((m.end() for m in items if m.end() in _places(view.text, start, end)), default=start)
    joined = pattern("carriers", "joined").match(view.text, start, end)
    start = joined.end() if joined else start
    return start + after_role(view.text[start:end])


def _places(text: str, begin: int, end: int) -> set[int]:
    """Return where regions of the register begin."""
    return {begin + at for at, *_ in register.find(text[begin:end])}


def _ends_word(view: View, end: int, suffix: str) -> bool:
    """Tell whether a word ends where a suffix ends, or goes on with what LAC leaves on a name.

    That are joints, known tails, and behind a long suffix the front of a verb (…经济区协|办).
    """
    index = view.word_at(end - 1)
    begin, last, tag = view.words[index] if index >= 0 else (-1, -1, "")
    if last == end or (last == end + 1 and view.text[end] in LEFT_OVER):
        return True
    if tag == "ORG" and end < last and view.text[end] in _JOINTS and suffixes()[suffix].sort == "company":
        return True  # 某某加工厂|和某某有限公司
    if tag == "ORG" and end < last and begin < end and sort_of(view.text[begin:last]) == "company":
        return suffix_of(view.text[begin:end]) is None  # 某某兴园|建设集团有限公司
    if any(view.text.startswith(tail, end) for tail in words("carrier_tails")):
        return True
    if tag == "ORG" and pattern("carriers", "item").fullmatch(suffix) and end in _places(view.text, begin, last):
        return True
    whole = tag in ("ORG", "LOC") and suffix_of(view.text[begin:last]) is None
    return whole and len(suffix) > 2 and 0 < last - end < 3


def _closing(text: str, end: int, sort: str) -> int:
    """Return the end of a name with a bracketed place or second name behind it (…联动区（某县）, …集聚区（开发区）).

    The part or the work that is meant of a road or reservoir belongs to its name (…高铁某某段, …公路改建).
    """
    if sort == "works" and (part := pattern("carriers", "part").match(text, end)):
        return part.end()
    if text[end : end + 1] == "（":
        close = text.find("）", end, end + 8)
        inner = text[end + 1 : close] if close > 0 else ""
        if inner in suffixes() or any(True for _ in register.find(inner)):
            return close + 1
    return end


def _whose(view: View, begin: int) -> Name | None:
    """Return the region of a carrier that is named by its level alone (县科创中心)."""
    index = view.word_at(begin - 1)
    unit = view.text[begin - 1 : begin]
    alone = index >= 0 and view.words[index][:2] == (begin - 1, begin)
    return view.setting.of(unit) if alone and unit in words("levels") and not _same_word(view, begin) else None


def _same_word(view: View, begin: int) -> bool:
    """Tell whether a noun stands right before the level word, so that it is the tail of a name (某某|县|…)."""
    index = view.word_at(begin - 2)
    return index >= 0 and view.words[index][1] == begin - 1 and view.words[index][2] in ("LOC", "ORG", "nz")
