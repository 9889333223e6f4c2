"""The names of industries: those of the register, what they hang on, kinds of economy, and fused pairs of names."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import ahocorasick

from kg import register
from kg.resources import Row, lexicon, pattern, words

_MAKING = "C"  # the class of GB/T 4754 for manufacturing
_REMEMBERED = 1 << 16  # phrases whose judgement is kept: the same few thousand come again and again


@cache
def known() -> frozenset[str]:
    """Return the industry names of the register, as papers print them.

    >>> "集成电路" in known()
    True
    """
    return frozenset(_rows())


@cache
def _rows() -> Mapping[str, Row]:
    return {row["name"]: row for row in lexicon("industries")}


@lru_cache(_REMEMBERED)
def is_known(text: str) -> bool:
    """Tell whether a phrase is an industry: a name of the register, or a kind of economy (水经济).

    >>> is_known("水经济"), is_known("县域经济")
    (True, False)
    """
    if text in known() or pattern("industries", "trade").sub("", text) in known():
        return True
    kind = text.removesuffix(_kind(text)) if _kind(text) else ""
    if kind[:1] in words("levels") and kind[1:] in known():
        return False  # 市|生物医药: the city's
    return 0 < len(kind) <= 3 and not any(kind in words(name) for name in ("economy_vague", "industry_vague", "levels"))


def _kind(text: str) -> str:
    """Return the noun of a kind that ends a phrase, the longest, "" where none does."""
    return max((noun for noun in words("industry_kinds") if text.endswith(noun)), key=len, default="")


@cache
def _makers() -> frozenset[str]:
    return frozenset(row["name"] for row in lexicon("industries") if row["code"].startswith(_MAKING))


def makes(name: str) -> bool:
    """Tell whether a name of the register is of manufacturing by GB/T 4754.

    >>> makes("化工"), makes("物流")
    (True, False)
    """
    return name in _makers()


@lru_cache(_REMEMBERED)
def known_end(text: str) -> int:
    """Return how much of a phrase's end is an industry by itself: a name of the register, or a noun of a kind.

    >>> known_end("木艺家具"), known_end("城乡便民服务业"), known_end("家具城"), known_end("OLED")
    (2, 3, 0, 0)
    """
    short = pattern("industries", "trade").sub("", text)
    name = next((text[at:] for at in range(len(text)) if {text[at:], short[at:]} & known() and _apart(text, at)), "")
    kind = _kind(text)
    vague = text == kind or text.removesuffix(kind).endswith((*words("economy_vague"), *words("industry_vague")))
    return max(len(name), 0 if vague else len(kind))


def _apart(text: str, at: int) -> bool:
    """Tell whether a text may be parted there: not within a word of letters."""
    return not (0 < at < len(text) and text[at - 1 : at + 1].isascii() and text[at - 1 : at + 1].isalnum())


@cache
def _terms() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in known():
        automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton


def terms(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of register names in a text, the longest at each place.

    >>> [text[b:e] for text in ["半导体集成电路产业"] for b, e in terms(text)]
    ['半导体', '集成电路']
    """
    for last, name in _terms().iter_long(text):
        if _apart(text, last + 1 - len(name)) and _apart(text, last + 1):
            yield last + 1 - len(name), last + 1


def parts(text: str) -> tuple[str, ...]:
    """Return the industries of a fused phrase, or the phrase itself (新能源新材料 → two).

    >>> parts("新能源新材料"), parts("柑橘加工")
    (('新能源', '新材料'), ('柑橘加工',))
    """
    spans = list(terms(text))
    joined = len(spans) > 1 and spans[0][0] == 0 and spans[-1][1] == len(text) and all(e - b > 2 for b, e in spans)
    if joined and all(a[1] == b[0] for a, b in zip(spans, spans[1:], strict=False)):
        return tuple(text[b:e] for b, e in spans)
    return (text,)


def made(text: str) -> str:
    """Return what at the end of a phrase says only that its goods are made: 制造, 生产业, or "".

    >>> made("特种钢制造"), made("特种钢")
    ('制造', '')
    """
    found = pattern("industries", "made").search(text)
    return found.group() if found else ""


def plain(text: str) -> str:
    """Return an industry's name without 制造 or 业 where the rest is a name of the register.

    >>> plain("特种钢制造"), plain("金融业"), plain("装备制造业")
    ('特种钢', '金融', '装备制造')
    """
    shorter = (pattern("industries", row).sub("", text) for row in ("made", "trade"))
    return next((name for name in shorter if name in known()), text)


@lru_cache(_REMEMBERED)
def entry(text: str) -> Row | None:
    """Return the row of the register that an industry goes by: its own, or that of the name that ends it.

    A noun of a kind that ends none is cut off (冰雪经济). None where the register does not know what the name is.

    >>> entry("特种钢制造")["name"], entry("高端汽车零部件")["name"], entry("冰雪经济")["name"]
    ('特种钢', '汽车零部件', '冰雪')
    >>> entry("县域经济"), entry("丽水产业")
    (None, None)
    """
    ends = (text[at:] for at in range(len(text) - 1) if _apart(text, at) and not _within_region(text, at))
    found = next((row for end in ends if (row := _rows().get(end) or _rows().get(plain(end)))), None)
    return found or _rows().get(text.removesuffix(_kind(text)))


def chain(text: str) -> str:
    """Return the label of the chain, or link of one, that an industry hangs on; "" where the register knows none.

    >>> chain("新型芯片"), chain("光刻胶"), chain("县域经济")
    ('半导体', '半导体材料', '')
    """
    row = entry(text)
    return row["chain"] if row else ""


def _within_region(text: str, at: int) -> bool:
    return any(begin < at < end for begin, end, _ in register.find(text))


@cache
def _words() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in (*known(), *words("not_industries"), *(name for name in register.names() if len(name) > 1)):
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


def entries(text: str) -> list[Row]:
    """Return the rows of the register that the name of a business holds, the longest at each place.

    >>> [[row["name"] for row in entries(name)] for name in ("云江半导体材料研究院", "国家电网", "丽水产业园")]
    [['半导体材料'], [], []]
    """
    found = ((last + 1 - len(word), last + 1, word) for last, word in _words().iter_long(text))
    return [_rows()[w] for begin, end, w in found if w in known() and _apart(text, begin) and _apart(text, end)]
