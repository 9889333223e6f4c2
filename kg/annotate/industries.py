"""The names of industries: those of the register, kinds of economy, and fused pairs of them."""

from collections.abc import Iterator
from functools import cache

import ahocorasick

from kg.resources import lexicon, pattern, words


@cache
def known() -> frozenset[str]:
    """Return the industry names of the register, as papers print them.

    >>> "集成电路" in known()
    True
    """
    return frozenset(row["name"] for row in lexicon("industries"))


def is_known(text: str) -> bool:
    """Tell whether a phrase is an industry: a name of the register, or a kind of economy (水经济).

    >>> is_known("水经济"), is_known("县域经济")
    (True, False)
    """
    if text in known():
        return True
    kind = next((text.removesuffix(noun) for noun in words("industry_kinds") if text.endswith(noun)), "")
    return 0 < len(kind) <= 3 and kind not in words("economy_vague") and kind not in words("industry_vague")


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


def plain(text: str) -> str:
    """Return an industry's name without 制造 where the rest is a name of the register (特种钢制造)."""
    made = pattern("industries", "made").sub("", text)
    return made if made in known() else text
