"""Amounts: the grammar of a number with its unit and comparator, read into a Quantity."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from kg.annotate.measures.numerals import ARABIC, CHINESE, number
from kg.model import Comparator
from kg.resources import Row, alternatives, lexicon, patterns

# Closed classes of the grammar of numbers: numerals, "and some", 百分之, and marks between the ends of a range.
_SOME = "(?:余|多|来|几)"
_RANGE = "(?:—+|-|–|~|～|至|到)"
_PERCENT = "百分之"
_NUMERALS = "0-9零〇一二两三四五六七八九十百千万亿数几上"
_ROUND = frozenset("十百千")
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in a unit as printed; ``upper`` is the other end of a range, ``kind`` what the unit measures."""

    value: Decimal
    unit: str
    comparator: Comparator = "="
    kind: str = ""
    upper: Decimal | None = None


@cache
def _units() -> Mapping[str, Row]:
    return {row["unit"]: row for row in lexicon("units")}


@cache
def _comparators(side: str) -> Mapping[str, Comparator]:
    return {row["word"]: row["comparator"] for row in lexicon("comparators") if side in row["side"]}  # type: ignore[misc]


@cache
def growth_words() -> Mapping[str, Quantity]:
    """Return what each growth word says: 翻一番 is 1 番, 破零 more than 0."""
    return {
        row["word"]: Quantity(Decimal(row["value"]), row["unit"], row["comparator"], "growth")  # type: ignore[arg-type]
        for row in lexicon("growth_words")
    }


@cache
def expression() -> re.Pattern[str]:
    """Return the grammar of a quantity as one expression, composed from the lexicons of units and comparators."""
    names = [unit for unit, row in _units().items() if row["quantity"] != "number"]
    unit, before, after = alternatives(names), alternatives(_comparators("before")), alternatives(_comparators("after"))
    size = "(?:" + "|".join(row.regex.pattern for row in patterns("magnitudes")) + ")"
    first = "".join(dict.fromkeys(word[0] for word in _comparators("before")))
    return re.compile(
        f"(?=[{_NUMERALS}{first}])"
        f"(?:(?P<before>(?!上[0-9]){before})(?:了|到|至)?)?"
        f"(?:{_PERCENT}(?P<percent>{CHINESE})"
        f"|(?P<below>{CHINESE}|\\d++)分之(?P<above>{CHINESE})|(?<![\\d/])(?P<part>\\d++)/(?P<whole>\\d++)(?![\\d/])"
        f"|(?:(?P<low>{ARABIC})(?P<lowunit>{size}?(?:{unit})?){_RANGE})?"
        f"(?P<number>{ARABIC}|(?P<several>[数几上])?(?P<chinese>{CHINESE})|(?=(?:万亿|亿|万)))"
        f"(?P<some>{_SOME})?(?P<size>{size}?)(?P<more>{_SOME})?(?P<half>个半)?(?P<unit>{unit})?)"
        f"(?P<after>级?{after})?"
    )


def read(match: re.Match[str]) -> Quantity | None:
    """Return the quantity of a match of the expression, or None when it is only a number.

    >>> found = [read(expression().search(text)) for text in ("超一万五千亿", "三个半小时", "三分之一", "100亿元以上")]
    >>> [(str(q.value), q.unit, q.comparator) for q in found]
    [('15000', '亿', '>'), ('3.5', '小时', '='), ('0.3333', '', '='), ('100', '亿元', '>=')]
    """
    if match["percent"]:
        return Quantity(number(match["percent"]), "%", _comparator(match, False), "ratio")
    below, above = match["below"] or match["whole"], match["above"] or match["part"]
    if below:
        share = number(above) / number(below) if number(below) else Decimal(0)
        return Quantity(round(share, 4).normalize(), "", _comparator(match, False), "ratio") if share else None
    return _measured(match)


def _comparator(match: re.Match[str], bare: bool) -> Comparator:
    before, after = _comparators("before"), _comparators("after")
    behind = match["after"] or ""
    found = after.get(behind) or after.get(behind.removeprefix("级")) or before.get(match["before"] or "")
    if found and not (found == "~" and match["several"]):
        return found
    if match["several"] or match["some"] or match["more"]:
        return ">"
    return "~" if bare else "="


def _measured(match: re.Match[str]) -> Quantity | None:
    text, size, unit = match["number"], match["size"], match["unit"] or ""
    if not (unit or size) or not (text or _is_bare_size(match)):
        return None
    value = number(match["chinese"] or text or "一")
    if len(size) == 2 and size[0] in _ROUND:  # 3千万 is 3000 of 万
        value, size = value * number(size[0]), size[1:]
    kind = _units()[unit]["quantity"] if unit else "number"
    bare = not text or match["chinese"] in _ROUND
    quantity = Quantity(value + _HALF if match["half"] else value, size + unit, _comparator(match, bare), kind)
    return _range(match, quantity) if match["low"] else quantity


def _range(match: re.Match[str], high: Quantity) -> Quantity | None:
    if not high.unit.endswith(match["lowunit"]):
        return None
    return replace(high, value=number(match["low"]), upper=high.value)


def _is_bare_size(match: re.Match[str]) -> bool:
    """Return whether a magnitude without a number (亿元以上, 超万亿元, 万吨级) stands for one of it."""
    money = match["unit"] and _units()[match["unit"]]["quantity"] == "money"
    return bool(match["before"] or match["after"] or (money and match["size"] != "万"))
