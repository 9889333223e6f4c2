"""Forms: how the name of a body, project or fund is shortened, and whether one form may be short for another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.link import regions
from kg.model import Kind
from kg.resources import Row, alternatives, lexicon

# Demonstratives and possessives before a bare word (该公司, 我市): a closed class of the grammar.
POINTERS = "该本我全各此这贵"
_QUOTES = re.compile(r"[\s“”‘’\"'《》〈〉「」『』]")
_BRACKETS = re.compile(r"（([^（）]*)）")
_TELLING = 4  # characters of the middle of a company's name that tell it
_WIDTHS = str.maketrans("()", "（）")


@dataclass(frozen=True, slots=True)
class Form:
    """A name taken apart: the region in front (its code), the rest, its stem, and whether a legal ending was cut.

    ``aside`` is what stands in brackets.
    """

    text: str
    code: str
    rest: str
    stem: str
    legal: bool
    aside: str = ""


def plain(text: str) -> str:
    """Return a name without what is only notation: quotation marks, title marks, spaces, the width of brackets.

    >>> plain("“三服务” 工作(试行)")
    '三服务工作（试行）'
    """
    return _QUOTES.sub("", text.translate(_WIDTHS)) or text


@cache
def _words(place: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    rows: tuple[Row, ...] = tuple(row for row in lexicon("short_forms") if row["place"] == place)
    group = alternatives(row["word"] for row in rows)
    anchored = {"start": f"^{group}", "end": f"{group}$", "any": group}[place]
    return re.compile(anchored), {row["word"]: row["short"] for row in rows}


def _shortened(text: str, place: str) -> str:
    pattern, shorts = _words(place)
    return pattern.sub(lambda match: shorts[match.group()], text)


@cache
def take_apart(text: str, near: regions.Path = ()) -> Form:
    """Return the parts of a name, told near the region of its document.

    >>> take_apart("浙江东海轴承有限公司")
    Form(text='浙江东海轴承有限公司', code='330000', rest='东海轴承有限公司', stem='东海轴承', legal=True, aside='')
    >>> take_apart("宁波经济技术开发区").stem, take_apart("集聚区（开发区）").aside
    ('开发区', '开发区')
    """
    whole = plain(text)
    asides = _BRACKETS.findall(whole)
    bare = _BRACKETS.sub("", whole)
    code, rest = regions.leading(_shortened(bare if len(bare) > 1 else whole, "start"), near)
    stem = _shortened(rest, "end") or rest
    return Form(whole, code, rest, _shortened(stem, "any") or stem, stem != rest, asides[-1] if asides else "")


@cache
def _bare_words() -> Mapping[tuple[str, str], bool]:
    rows = lexicon("bare_forms")
    return {(row["kind"], row["word"]): row["zone"] == "yes" for row in rows}


def is_bare(form: Form, kind: Kind) -> bool:
    """Say whether a form names nothing by itself: 该公司, 开发区, 产业园.

    >>> is_bare(take_apart("该公司"), "Organization"), is_bare(take_apart("东海公司"), "Organization")
    (True, False)
    """
    words = _bare_words()
    return not form.code and any((kind, word) in words for word in (form.text, form.stem, form.text.lstrip(POINTERS)))


def is_zone_word(form: Form) -> bool:
    """Say whether a form can stand for the zone of a place: 开发区, 丽水开发区, 高新区."""
    words = _bare_words()
    return words.get(("Platform", form.stem), False) or words.get(("Platform", form.aside), False)


@cache
def zone_offices() -> tuple[str, ...]:
    """Return the words for the offices of a zone (管委会, 党工委), longest first."""
    words = [word for (kind, word), zone in _bare_words().items() if zone and kind == "Organization"]
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def handles(full: Form, kind: Kind) -> set[str]:
    """Return the words by which a short form may call a name.

    They are its stem, the bare words that it ends in (产业园), what stands behind a company in it, and of a company the
    front of its stem, and the end or a long middle of it with 公司.

    >>> sorted(handles(take_apart("浙江东海轴承有限公司"), "Organization"))
    ['东海', '东海轴', '东海轴承', '东海轴承公司', '公司', '海轴承公司', '轴承公司']
    """
    ends = [text[at:] for text in {full.text, full.stem} for at in range(len(text))]
    found = {full.stem, *(end for end in ends if (kind, end) in _bare_words())}
    if full.legal and kind == "Organization":
        found |= {full.stem[:length] for length in range(2, len(full.stem))}
        found |= {part + end for part in _parts(full.stem) for end in ends if (kind, end) in _bare_words()}
    behind = _companies().split(full.stem, maxsplit=1)[-1]
    return found | ({behind} if len(behind) > 2 else set())


def _parts(stem: str) -> set[str]:
    """Return the ends of a company's stem, and what is long enough in its middle to tell it."""
    ends = {stem[at:] for at in range(len(stem) - 1)}
    return ends | {stem[at : at + n] for n in range(_TELLING, len(stem)) for at in range(len(stem) - n)}


@cache
def _companies() -> re.Pattern[str]:
    return re.compile(alternatives(row["word"] for row in lexicon("short_forms") if row["place"] == "end"))


def calls(short: Form) -> set[str]:
    """Return the words that a form calls a name by: its stem, and what is left of it without 该 or 本."""
    return {short.stem, short.text.lstrip(POINTERS)}


def _ending(form: Form) -> str:
    """Return the legal ending of a name (集团, 有限公司), "" when it has none."""
    match = _words("end")[0].search(form.rest)
    return match.group() if match else ""


def may_mean(short: Form, full: Form) -> bool:
    """Say whether the regions in a form and in a name that it calls allow that they are the same.

    A form that names its region is shortened no further, but for a company's: 丽水学院 is not 丽水职业技术学院.

    >>> ningbo = take_apart("宁波东海轴承有限公司")
    >>> may_mean(take_apart("东海轴承"), ningbo), may_mean(take_apart("温州东海轴承"), ningbo)
    (True, False)
    """
    if short.code and full.code and short.code != full.code:
        return False
    if short.legal and full.legal and _ending(short)[:2] not in full.text:
        return False  # 东海集团 is its parent, not 东海轴承有限公司
    if short.stem == full.stem:
        return len(short.stem) > 1 or short.code == full.code
    return not short.code or (short.code == full.code and full.legal and full.stem.startswith(short.stem))
