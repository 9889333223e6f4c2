"""Scopes: which qualifiers of an indicator keep its figures apart, and which do not."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kg.graph.figures import units
from kg.resources import alternatives, lexicon, pattern, patterns

# Closed classes of the grammar of numbers.
_DIGITS = "零一二三四五六七八九"
_TWO = "两"
_TENS = {"": 1, "十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True, slots=True)
class Extent:
    """What of a scope makes another quantity of it.

    ``threshold`` is the least amount of money of what is counted (≥10亿元), ``apart`` the words that keep it apart (大,
    外资), ``shown`` those that do not (制造业): a count of a part of the economy is at least a part of the whole.
    """

    threshold: str = ""
    apart: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """Return what keeps figures apart in one text, "" where nothing does."""
        return " ".join(filter(None, (self.threshold, *sorted(self.apart))))


def parts(scope: str) -> list[str]:
    """Return the qualifiers of a scope.

    >>> parts("10亿元以上，工业")
    ['10亿元以上', '工业']
    """
    return pattern("scopes", "part").findall(scope)


def extent(qualifiers: Iterable[str]) -> Extent:
    """Return what of the qualifiers keeps figures apart.

    What is at least so large is large anyway: 亿元以上大项目 are 亿元以上项目. A qualifier that the lexicon does not
    have keeps apart.

    >>> extent(["投资额10亿元以上", "重大"]).label, extent(["制造业大"]).label, extent(["百亿级"]).label
    ('≥10亿元', '大', '≥100亿元')
    >>> sorted(extent(["亿元以上", "制造业", "外资"]).apart)
    ['外资']
    """
    threshold, sizes, apart, shown = "", set[str](), set[str](), set[str]()
    for qualifier in qualifiers:
        if (words := _words(qualifier)) is None:
            apart.add(qualifier)
            continue
        for word, role in words:
            if role == "threshold":
                threshold = word
            elif role != "plain":
                (sizes if role == "size" else shown).add(word)
    large = frozenset() if threshold or not sizes else frozenset({_sizes()[0]})
    return Extent(threshold, large | apart, frozenset(shown))


def split(phrase: str) -> tuple[str, str]:
    """Return a phrase without the qualifiers at its end, and these.

    >>> split("引进重大制造业"), split("开工")
    (('引进', '重大制造业'), ('开工', ''))
    """
    for at in range(len(phrase)):
        if _words(phrase[at:]):
            return phrase[:at], phrase[at:]
    return phrase, ""


@cache
def _words(qualifier: str) -> tuple[tuple[str, str], ...] | None:
    """Return the words that make up a qualifier, each with its role, or None when it is not made of such."""
    found, at = list[tuple[str, str]](), 0
    while at < len(qualifier):
        if match := _threshold().match(qualifier, at):
            found.append((_amount(match), "threshold"))
        elif match := _known().match(qualifier, at):
            found.append((match.group(), _roles()[match.group()]))
        else:
            return None
        at = match.end()
    return tuple(found)


def _amount(match: re.Match[str]) -> str:
    """Return a threshold in one way of writing; one without a currency is in that of the country."""
    if match["digit"] is None:
        number = Decimal(match["number"])
    else:
        number = Decimal((_digit(match["digit"]) if match["digit"] else 1) * _TENS[match["tens"]])
    based = units.base(number, match["unit"])
    assert based is not None  # the pattern composes its units of those of the lexicon
    value, base = based
    currency = base if units.quantity(base) == "money" else _currency()
    return f"≥{units.spoken(value)}{currency}"


def _digit(digit: str) -> int:
    return 2 if digit == _TWO else _DIGITS.index(digit)


@cache
def _threshold() -> re.Pattern[str]:
    return pattern("scopes", "threshold")


@cache
def _currency() -> str:
    return next(str(row.more["currency"]) for row in patterns("scopes") if row.id == "threshold")


@cache
def _roles() -> Mapping[str, str]:
    return {row["word"]: row["role"] for row in lexicon("scope_words")}


@cache
def _sizes() -> tuple[str, ...]:
    return tuple(word for word, role in _roles().items() if role == "size")


@cache
def _known() -> re.Pattern[str]:
    return re.compile(alternatives(_roles()))
