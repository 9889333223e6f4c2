"""Quantities: numbers with their units, told apart from thresholds, ranks and numbers that are part of names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from spacy.tokens import Doc

from kg.annotate.measures.amounts import Quantity, expression, growth_words, read
from kg.annotate.measures.numerals import number
from kg.annotate.measures.scan import anywhere
from kg.annotate.spans import Layer, mark, marked
from kg.resources import Pattern, alternatives, pattern, patterns

__all__ = ["Quantities", "Quantity", "quantities"]

# What is counted or shared is a figure also in front of its noun; a magnitude there only qualifies it.
_STATED = frozenset({"count", "person", "person-time", "ratio", "growth", "point", "multiple", "doubling", "rank"})
_COMPARED_ONLY = frozenset({"area", "temperature", "concentration", "ratio-money"})
_NOUNS = frozenset({"n", "a", "m", "L", "O", "P", "i"})
# Conjunctions and prepositions: a quantity does not qualify what stands behind them.
_JOINING = frozenset("和及与并以为在且或占、，")


@cache
def _growth_words() -> re.Pattern[str]:
    # A word that goes on is another one: 倍增｜干劲. Conjunctions and 的 may follow.
    words = alternatives(growth_words())
    return re.compile(f"{words}(?![\u4e00-\u9fff])|{words}(?=[并且以及和的])")


@cache
def _counted() -> re.Pattern[str]:
    return pattern("counted", "counted")


def _is_counted(text: str, end: int) -> bool:
    """Return whether what an amount marks off is counted behind the offset where it ends: 超10亿元｜的项目3个."""
    return pattern("counted", "counted-of").match(text, end) is not None


def quantities(text: str, tags: Mapping[int, str] | None = None) -> Iterator[Layer]:
    """Yield begin, end, label and Quantity of every number of the text, in order, none overlapping.

    Labels: quantity; threshold (it qualifies what is counted, 10亿元以上项目); ordinal (全市第二); growth-word (翻番);
    name-number (三年行动, 六大产业链: no figure, its value is None). ``tags`` are the parts of speech by the offset
    of the word; without them a comparator or a unit may be part of a word (签约3亿元), and every word is a noun.

    >>> found = quantities("力争引进10亿元以上项目5个以上、产值超一万五千亿元，增长5%—5.5%")
    >>> [(label, str(q.value), q.unit, q.comparator, q.upper and str(q.upper)) for _, _, label, q in found]
    [('threshold', '10', '亿元', '>=', None), ('quantity', '5', '个', '>=', None),
     ('quantity', '15000', '亿元', '>', None), ('quantity', '5', '%', '=', '5.5')]
    """
    tags = tags or {}
    position = 0
    for begin, end, label, value in (
        *sorted(_fixed(text), key=lambda f: (f[0], -f[1])),
        (len(text), len(text), "", None),
    ):
        if begin < position:
            continue
        for first, last, quantity in _between(text, position, begin, tags):
            is_threshold = _is_threshold(text, last, quantity, tags)
            yield first, last, "threshold" if is_threshold else "quantity", quantity
        if label:
            yield begin, end, label, value
        position = end


def _fixed(text: str) -> Iterator[Layer]:
    """Yield the growth words, the ranks and the numbers that are part of names."""
    for match in _growth_words().finditer(text):
        yield match.start(), match.end(), "growth-word", growth_words()[match.group()]
    for row in patterns("ranks"):
        for match in row.regex.finditer(text):
            begin = match.start("rank") if "rank" in match.groupdict() else match.start()
            yield begin, match.end(), "ordinal", _rank(row, match)
    for match in anywhere("name_numbers").finditer(text):
        yield match.start(), match.end(), "name-number", None


def _rank(row: Pattern, match: re.Match[str]) -> Quantity:
    return Quantity(number(match["number"] or "一"), "位", row.more.get("comparator", "="), "rank")


def _between(text: str, begin: int, end: int, tags: Mapping[int, str]) -> Iterator[tuple[int, int, Quantity]]:
    """Yield the quantities of a stretch that holds no number of a name."""
    position = begin
    while position < end and (match := expression().search(text, position, end)):
        position = max(match.end(), match.start() + 1)
        if (whole := _at_words(text, match, tags)) and (quantity := read(whole)):
            yield whole.start(), whole.end(), quantity


def _at_words(text: str, match: re.Match[str], tags: Mapping[int, str]) -> re.Match[str] | None:
    """Return the match without a comparator or a unit that is part of a word (签约3亿元, 百亿项目), or None."""
    again: re.Match[str] | None = match
    if tags and match["before"] and match.start() not in tags:
        again = expression().match(text, match.end("before"), match.end())
    if (
        tags
        and again
        and again["unit"]
        and not again["after"]
        and again.end() not in tags
        and _is_han(text, again.end())
        and text[again.end()] not in _JOINING
    ):
        again = expression().match(text, again.start(), again.start("unit"))
    return again


def _is_han(text: str, offset: int) -> bool:
    return "\u4e00" <= text[offset : offset + 1] <= "\u9fff"


def _is_threshold(text: str, end: int, quantity: Quantity, tags: Mapping[int, str]) -> bool:
    """Return whether a quantity qualifies the noun behind it (10亿元以上项目) instead of stating a figure."""
    if pattern("counted", "passed").match(text, end):
        return False
    compared = quantity.comparator in (">=", "<=") or text[end - 1] == "级"
    if quantity.kind in _STATED or (quantity.kind in _COMPARED_ONLY and not compared):
        return False
    behind = text[end : end + 1]
    if compared and _counted().match(text, end):
        return True
    if behind == "的":
        return compared or (quantity.comparator in (">", "<") and _is_counted(text, end))
    if behind in _JOINING or not (_is_han(text, end) or behind in ("“", "（")):
        return False
    tag = tags.get(end, "n")
    return tag[0] in _NOUNS and tag not in ("ad", "m")


class Quantities:
    """Component: mark the layer "quantities"; reads "words" for the parts of speech and "periods" to step over."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the quantities of the document outside its dates and periods."""
        tags = {begin: label for begin, _, label, _ in marked(doc, "words")}
        dated = [(begin, end) for begin, end, *_ in marked(doc, "periods")]
        mark(doc, "quantities", _outside(quantities(doc._.clean.text, tags), dated))
        return doc


def _outside(layers: Iterable[Layer], dated: Iterable[tuple[int, int]]) -> Iterator[Layer]:
    """Yield the layers that touch no date or period; both come in order."""
    periods = iter(dated)
    begin, end = next(periods, (1 << 60, 1 << 60))
    for layer in layers:
        while end <= layer[0]:
            begin, end = next(periods, (1 << 60, 1 << 60))
        if layer[1] <= begin:
            yield layer
