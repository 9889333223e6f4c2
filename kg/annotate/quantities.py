"""Quantities: numbers with unit and comparator, told apart from thresholds, ranks and numbers that are part of names."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from spacy.tokens import Doc

from kg.annotate.numerals import ARABIC, CHINESE, number
from kg.annotate.spans import Layer, mark, marked
from kg.model import Comparator
from kg.resources import Row, alternatives, lexicon, patterns

# Closed classes of the grammar of numbers: magnitudes, words for "and some", 分之, 个半, 第, and marks between two ends.
_MAGNITUDE = "(?:百?亿亿|万亿|[十百千]?亿|[十百千]?万|千)"
_SOME = "(?:余|多|来|几)"
_RANGE = "(?:—+|-|–|~|～|至|到)"
_PERCENT = "百分之"
_CLASSIFIERS = ("count", "person", "person-time")
_QUALIFIERS = ("money", "mass", "power", "energy", "length", "volume", "age", "time", "voltage", "number", "speed", "rate")


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
def _growth() -> Mapping[str, Quantity]:
    return {
        row["word"]: Quantity(Decimal(row["value"]), row["unit"], row["comparator"], "growth")  # type: ignore[arg-type]
        for row in lexicon("growth_words")
    }


@cache
def _expression() -> re.Pattern[str]:
    """Return the grammar of a quantity as one expression, composed from the lexicons."""
    names = [unit for unit, row in _units().items() if row["quantity"] != "number"]
    unit, before, after = alternatives(names), alternatives(_comparators("before")), alternatives(_comparators("after"))
    return re.compile(
        f"(?:(?P<before>{before})(?:了|到|至)?)?"
        f"(?:{_PERCENT}(?P<percent>{CHINESE})"
        f"|(?P<below>{CHINESE}|\\d+)分之(?P<above>{CHINESE})|(?<![\\d/])(?P<part>\\d+)/(?P<whole>\\d+)(?![\\d/])"
        f"|(?:(?P<low>{ARABIC})(?P<lowunit>{_MAGNITUDE}?(?:{unit})?){_RANGE})?"
        f"(?P<number>{ARABIC}|(?P<several>[数几上])?(?P<chinese>{CHINESE})|(?=(?:万亿|亿|万)))"
        f"(?P<some>{_SOME})?(?P<size>{_MAGNITUDE}?)(?P<more>{_SOME})?(?P<half>个半)?(?P<unit>{unit})?)"
        f"(?P<after>级?{after})?"
    )


@cache
def _start() -> re.Pattern[str]:
    """Return what finds the places where a quantity, a growth word or a number of a name may begin."""
    return re.compile("|".join(f"(?:{p.regex.pattern})" for p in patterns("name_numbers")))


@cache
def _growth_words() -> re.Pattern[str]:
    # A word that goes on is another one: 倍增｜干劲. Conjunctions and 的 may follow.
    return re.compile(alternatives(_growth()) + "(?![\u4e00-\u9fff])|" + alternatives(_growth()) + "(?=[并且以及和的])")


def _comparator(match: re.Match[str], bare: bool) -> Comparator:
    before, after = match["before"], match["after"] or ""
    found = _comparators("after").get(after) or _comparators("after").get(after[1:]) or _comparators("before").get(before or "")
    if found and not (found == "~" and match["several"]):
        return found
    if match["several"] or match["some"] or match["more"]:
        return ">"
    return "~" if bare else "="


def _half(value: Decimal) -> Decimal:
    return value + Decimal("0.5")


def _simple(match: re.Match[str]) -> Quantity | None:
    """Return the quantity of a match with a numeral and a unit, or None when it is no quantity."""
    text, size, unit = match["number"], match["size"], match["unit"] or ""
    bare = (not text and bool(size)) or (match["chinese"] or "") in ("十", "百", "千")
    if not text and not _is_bare_size(match):
        return None
    if not unit and not size:
        return None
    value = number(match["chinese"] or text or "一")
    if len(size) == 2 and size[0] in "十百千":  # 3千万 is 3000 of 万
        value, size = value * number(size[0]), size[1:]
    kind = _units()[unit]["quantity"] if unit else "number"
    quantity = Quantity(_half(value) if match["half"] else value, size + unit, _comparator(match, bare), kind)
    if match["low"]:
        return _range(match, quantity)
    return quantity


def _range(match: re.Match[str], high: Quantity) -> Quantity | None:
    low = match["lowunit"]
    if low and not high.unit.endswith(low) and low != high.unit:
        return None
    return replace(high, value=number(match["low"]), upper=high.value)


def _is_bare_size(match: re.Match[str]) -> bool:
    """Return whether a magnitude without a number (亿元以上, 超万亿元, 万吨级) stands for one of it."""
    money = match["unit"] and _units()[match["unit"]]["quantity"] == "money"
    marked_so = bool(match["before"] or match["after"])
    return marked_so or bool(money and match["size"] != "万")


def _read(match: re.Match[str]) -> Quantity | None:
    if match["percent"]:
        return Quantity(number(match["percent"]), "%", _comparator(match, False), "ratio")
    below, above = match["below"] or match["whole"], match["above"] or match["part"]
    if below:
        share = number(above) / number(below) if number(below) else Decimal(0)
        return Quantity(round(share, 4).normalize(), "", _comparator(match, False), "ratio") if share else None
    return _simple(match)


def _inside(text: str, begin: int, end: int, tags: Mapping[int, str]) -> Iterator[Layer]:
    """Yield the quantities of a stretch that holds no number of a name."""
    position = begin
    while position < end and (match := _expression().search(text, position, end)):
        position = max(match.end(), match.start() + 1)
        if match.end() > match.start() and (whole := _at_words(text, match, tags)) and (quantity := _read(whole)):
            yield whole.start(), whole.end(), "quantity", quantity


def _at_words(text: str, match: re.Match[str], tags: Mapping[int, str]) -> re.Match[str] | None:
    """Return the match without a comparator or a unit that is part of a word (签约3亿元, 百亿项目), or None."""
    if not tags:
        return match
    again: re.Match[str] | None = match
    if match["before"] and match.start() not in tags:
        again = _expression().match(text, match.end("before"), match.end())
    if again and again["unit"] and not again["after"] and _is_inside_word(text, again.end(), tags):
        again = _expression().match(text, again.start(), again.start("unit"))
    return again


def _is_inside_word(text: str, offset: int, tags: Mapping[int, str]) -> bool:
    return offset not in tags and "\u4e00" <= text[offset : offset + 1] <= "\u9fff"


def _threshold(text: str, end: int, quantity: Quantity, tags: Mapping[int, str], heads: Container[str]) -> bool:
    """Return whether a quantity qualifies the noun behind it (10亿元以上项目) instead of stating a figure."""
    if quantity.kind in (*_CLASSIFIERS, "ratio", "growth", "point", "multiple", "doubling", "rank"):
        return False
    compared = quantity.comparator in (">=", "<=") or text[end - 1] == "级"
    if not (quantity.kind in _QUALIFIERS or compared):
        return False
    rest = text[end : end + 1]
    if rest == "的":
        return compared
    if not ("\u4e00" <= rest <= "\u9fff" or rest in ("“", "（")):
        return False
    tag = tags.get(end, "n")
    return tag[0] in "namLOPi" and tag not in ("ad", "m") and rest not in heads


def quantities(text: str, tags: Mapping[int, str] | None = None) -> Iterator[Layer]:
    """Yield begin, end, label and Quantity of every number of the text, in order, none overlapping.

    Labels: quantity; threshold (it qualifies what is counted: 10亿元以上项目); ordinal (全市第二); growth-word (翻一番);
    name-number (三年行动, 六大产业链: no figure, its value is None). ``tags`` are the parts of speech by the offset of
    the word, to tell a noun behind a quantity from a verb; without them every word behind counts as a noun.

    >>> [(l, str(v.value), v.unit, v.comparator) for _, _, l, v in quantities("力争引进10亿元以上项目5个以上、产值超一万五千亿元")]
    [('threshold', '10', '亿元', '>='), ('quantity', '5', '个', '>='), ('quantity', '15000', '亿元', '>')]
    >>> [(str(v.value), str(v.upper), v.unit) for *_, v in quantities("增长5%—5.5%")]
    [('5', '5.5', '%')]
    """
    found: list[Layer] = []
    position = 0
    for begin, end, label, value in sorted(_fixed(text), key=lambda layer: (layer[0], -layer[1])):
        if begin < position:
            continue
        found += [*_inside(text, position, begin, tags or {}), (begin, end, label, value)]
        position = end
    for begin, end, label, value in (*found, *_inside(text, position, len(text), tags or {})):
        if label == "quantity" and _threshold(text, end, value, tags or {}, _joiners()):
            label = "threshold"
        yield begin, end, label, value


@cache
def _joiners() -> frozenset[str]:
    """Conjunctions and prepositions: grammar, after which a quantity does not qualify what follows."""
    return frozenset("和及与并以为在且或占的，、")


def _fixed(text: str) -> Iterator[Layer]:
    """Yield the growth words, the ranks and the numbers that are part of names."""
    for match in _growth_words().finditer(text):
        yield match.start(), match.end(), "growth-word", _growth()[match.group()]
    for match in (match for row in patterns("ranks") for match in row.regex.finditer(text)):
        yield match.start(), match.end(), "ordinal", Quantity(number(match["number"] or "一"), "位", "=", "rank")
    for match in _start().finditer(text):
        yield match.start(), match.end(), "name-number", None


class Quantities:
    """Component: put the span group "quantities"; reads "words" for the parts of speech and "periods" to step over."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the quantities of the document outside its dates and periods."""
        tags = {begin: label for begin, _, label, _ in marked(doc, "words")}
        dated = [(begin, end) for begin, end, *_ in marked(doc, "periods")]
        mark(doc, "quantities", _outside(quantities(doc._.clean.text, tags), dated))
        return doc


def _outside(layers: Iterator[Layer], dated: list[tuple[int, int]]) -> Iterator[Layer]:
    """Yield the layers that touch no date or period."""
    taken = iter(dated)
    begin, end = next(taken, (0, 0))
    for layer in layers:
        while end <= layer[0] and (end or begin):
            begin, end = next(taken, (0, 0))
        if not end or layer[1] <= begin:
            yield layer
