"""Platforms, organizations, funds and projects whose names end in a known suffix."""

import re
from bisect import bisect_left
from functools import cache

from kg import register
from kg.annotate.industries import known, terms
from kg.annotate.names.suffixes import LEFT_OVER, Suffix, automaton, name_begin, sort_of, suffixes, trim, weigh
from kg.annotate.names.view import Found, View, within
from kg.model import Kind, Name
from kg.resources import pattern, words

_DESCRIBED = 6  # a digital platform described in so many characters is told by its description
_LONG_BODY, _SHORT_BODY = 8, 4  # telling characters that make up for a proper noun; where a signing is told
# Platforms that stand beside a project of their name; others are what the project builds.
_STANDING = frozenset({"zone", "park", "town", "block", "port", "reserve", "resort"})
_QUOTED = re.compile("[^“”]{0,6}“[^“”]+”")
_COORDINATED = 16  # longest first part of a coordination inside a project's name
_QUOTES = str.maketrans("", "", "“”「」")


def carriers(view: View) -> list[Found]:
    """Return the names that end in a known suffix and say which one is meant."""
    made: list[Found] = []
    for at, text in automaton().iter_long(view.text):
        last = made[-1] if made else None
        found = _carrier(view, at + 1 - len(text), at + 1, last.end if last else 0)
        if found is None and last and last.end == at + 1 - len(text):
            found = _going_on(view, last, at + 1, suffixes()[text])
            if found and sort_of(last.name.text) not in _STANDING:
                made.pop()
        if found is None:
            continue
        merged = last is not None and last.end == found.begin and sort_of(last.name.text) == "zone"
        if last and merged and suffixes()[text].sort == "block":
            whole = Name("Platform", _plain(view.text[last.begin : found.end]))
            if last.name != view.setting.home:
                found = Found(last.begin, found.end, whole, 3)
                made.pop()
        made.append(found)
    return made


def _going_on(view: View, last: Found, end: int, suffix: Suffix) -> Found | None:
    """Return the project, fund or institute whose name goes on where another's ends (…生产基地|项目, …飞地|创投基金).

    A park's investment project is one of its own only where the clause tells of an investment.
    """
    if not _ends_word(view, end) or suffix.kind == "Platform" or suffix.sort == "body":
        return None
    if suffix.sort == "project" and sort_of(last.name.text) in _STANDING and not _signed(view, last.begin):
        return None
    begin = _coordinated(view, last.begin, last.begin - _COORDINATED) if suffix.kind == "Project" else last.begin
    return Found(begin, end, Name(suffix.kind, _plain(view.text[begin:end])), 3)


def _carrier(view: View, begin: int, end: int, floor: int) -> Found | None:
    """Return the name whose suffix stands at the offsets, or None."""
    suffix, sentence = suffixes()[view.text[begin:end]], view.sentence_at(begin)
    if sentence is None or not _ends_word(view, end):
        return None
    if suffix.sort == "block" and (lying := pattern("carriers", "lying").search(view.text, sentence[0], begin)):
        return Found(lying.end(), end, Name("Platform", view.text[lying.end() : end]), 2)  # …位于开发区某某区块
    opening, name_end = begin, _closing(view.text, end)
    quote = view.text.rfind("“", max(sentence[0], begin - 6), begin)
    if view.text[end : end + 1] == "”" and quote >= 0 and "”" not in view.text[quote:begin]:
        opening, name_end = quote, end + 1  # 昆山“产业飞地”: the name goes on before the quotation
    together = pattern("carriers", "set-up").search(view.text, sentence[0], begin)
    if suffix.sort in ("outpost", "enclave") and together:  # 在甲、乙设立科创飞地: one for all its hosts
        start = together.start("kind")
        return Found(start, end, Name("Platform", view.text[start:end]), 2)
    if suffix.kind == "Platform" and (whose := _whose(view, begin)):
        return Found(begin - 1, end, Name("Platform", whose.text + view.text[begin:end]), 2)
    start = _start(view, opening, end, max(floor if floor <= opening else 0, sentence[0]), suffix.kind)
    if start >= opening and opening < begin:  # “某某众创空间”: the quotation is the whole name
        opening, name_end = begin, end
        start = _start(view, begin, end, quote + 1, suffix.kind)
    if view.text[start:opening].endswith("“"):
        return None
    name = _plain(view.text[start:name_end])
    body = (start, begin) if opening == begin else (start, opening)
    if start >= body[1] or within(start, name_end, view.titles) or name in known() or _is_region(name):
        return None
    if suffix.sort == "works" and not _is_works(view, start, name_end, sentence):
        return None
    if not _which(view, suffix, start, *body):
        return None
    return Found(start, name_end, Name(suffix.kind, name), 2)


def _is_region(name: str) -> bool:
    """Tell whether a name is a region's, alone or behind the one that it lies in (上海浦东新区)."""
    return any(name[n:] in register.names() for n in range(len(name) - 2) if n == 0 or name[:n] in register.names())


def _which(view: View, suffix: Suffix, start: int, begin: int, end: int) -> bool:
    """Tell whether a name says which one is meant, by the measure of its kind."""
    body, weight = (
        view.text[begin:end],
        weigh(view, begin, end, "fund_vague" if suffix.kind == "Fund" else "vague_words"),
    )
    if suffix.sort == "project" and _QUOTED.fullmatch(body):
        return False  # …“大好高”项目: a quoted class of projects
    if suffix.sort == "project":
        described = weight.telling >= (_LONG_BODY if not _signed(view, start) else _SHORT_BODY)
        return weight.proper or described or (weight.place and weight.telling > 1) or _after_company(view.text, start)
    if suffix.sort == "works" and not (weight.proper or weight.place):
        return False
    told = weight.proper or weight.place or weight.telling > 1 or any(True for _ in terms(body))
    if suffix.kind == "Platform" and not weight.place and _counted(view, end + len(suffix.text)):
        return False
    if body.startswith(tuple(words("aspiration_scopes"))) and suffix.kind == "Platform":
        return False
    aimed = any(view.text.endswith(word, 0, start) for word in words("aspirations"))
    if aimed and suffix.kind in ("Platform", "Project") and not weight.place and not weight.proper:
        return False
    if suffix.sort == "zone" and "“" in body:
        return False  # a quoted programme's 示范区 is a policy
    if suffix.needs == "industry":
        return any(True for _ in terms(body))
    if suffix.needs == "national":
        return bool(pattern("carriers", "national").match(body)) and len(body) >= _DESCRIBED
    if suffix.needs == "telling":
        verbs = any(tag == "v" and view.text[b:e] not in words("name_verbs") for b, e, tag in view.words_in(begin, end))
        known_there = any(True for _ in terms(body))
        return not verbs and (known_there or weight.proper or weight.telling >= _LONG_BODY)
    if suffix.sort == "digital" and len(body) >= _DESCRIBED:
        return True
    return told and (suffix.needs != "place" or len(body) > 1)


def _counted(view: View, end: int) -> bool:
    """Tell whether a count follows a name at once, so that it is a class of carriers (现代农业产业园11个)."""
    index = bisect_left(view.quantities, (end, 0))
    return index < len(view.quantities) and view.quantities[index][0] == end


def _signed(view: View, begin: int) -> bool:
    """Tell whether the clause signs or finances something with a company, so that a project needs no proper noun."""
    floor = (view.sentence_at(begin) or (begin, begin))[0]
    clause = view.text[max(floor, *(view.text.rfind(mark, floor, begin) + 1 for mark in "，；。")) : begin]
    return any(c in clause for c in _companies()) or any(verb in clause for verb in words("signing_verbs"))


def _start(view: View, opening: int, end: int, floor: int, kind: Kind) -> int:
    """Return where a name begins that goes on at ``opening``."""
    start = name_begin(view, opening, floor, kind)
    first = view.words[view.word_at(start)]
    if start == floor > 0 and first[0] == start and view.text[first[0] : first[1]] in words("name_verbs"):
        start = first[1]  # a carrier named right before acts on this one (…开发区服务…产业园)
    start = trim(view, start, end)
    if kind == "Project" and (output := pattern("carriers", "output").search(view.text, floor, start)):
        return output.start()  # 年产…万吨…项目: the capacity belongs to the name
    return _coordinated(view, start, floor) if kind == "Project" else start


def _coordinated(view: View, start: int, floor: int) -> int:
    """Return where a project's name begins when a company parts a coordination from what goes before.

    In …有限公司某某材料与某某中心项目 the name is all that follows the company.
    """
    back = max(0, floor - 4)
    company = max(
        (view.text.rfind(c, back, start) + len(c) for c in _companies() if c in view.text[back:start]), default=0
    )
    between = view.text[company:start]
    joined = company and len(between) < _COORDINATED and between[-1:] in ("与", "和") and not set("，的") & set(between)
    return company if joined and len(between) > 1 else start


@cache
def _companies() -> tuple[str, ...]:
    return tuple(s.text for s in suffixes().values() if s.sort == "company")


def _after_company(text: str, start: int) -> bool:
    return text.endswith(_companies(), 0, start)


def _is_works(view: View, begin: int, end: int, sentence: tuple[int, int]) -> bool:
    """Tell whether the clause speaks of a road, bridge or reservoir as of a project."""
    left = max(view.text.rfind(mark, sentence[0], begin) for mark in "，；：") + 1
    right = min((i for mark in "，；：。" if (i := view.text.find(mark, end, sentence[1])) >= 0), default=sentence[1])
    clause = view.text[max(left, sentence[0]) : begin] + view.text[end:right]
    return any(word in clause for word in words("works_words"))


def _plain(text: str) -> str:
    return text.translate(_QUOTES)


def _ends_word(view: View, end: int) -> bool:
    """Tell whether a word ends where a suffix ends, or a known tail follows it."""
    index = view.word_at(end - 1)
    last = view.words[index][1] if index >= 0 else -1
    if last == end or (last == end + 1 and view.text[end] in LEFT_OVER):
        return True
    return any(view.text.startswith(tail, end) for tail in words("carrier_tails"))


def _closing(text: str, end: int) -> int:
    """Return the end of a name with a bracketed place or second name behind it (…联动区（某县）, …集聚区（开发区）)."""
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
