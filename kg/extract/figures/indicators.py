"""Indicators: the name of what a figure measures, and its scope, from the parts of its phrase."""

import re
from dataclasses import dataclass
from functools import cache

from kg.annotate.quantities import Quantity
from kg.extract.figures import words
from kg.extract.figures.phrases import Phrase
from kg.resources import patterns

_COUNTED = frozenset({"count", "person", "person-time"})
_LONGEST_SCOPE = 10


@dataclass(frozen=True, slots=True)
class Head:
    """What the items before leave to the next: verb and noun, the indicator without growth, its scope, and whether it grew.

    ``topic`` is a clause without a quantity that names a measure for those that follow (5年投资规模，…).
    """

    verb: str = ""
    noun: str = ""
    base: str = ""
    scope: tuple[str, ...] = ()
    grew: bool = False
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator with its scope, and what the next item may lean on; ``size`` says that it is the size of its noun."""

    indicator: str
    scope: tuple[str, ...]
    head: Head
    size: bool = False


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return one of the patterns of figures."""
    return next(row.regex for row in patterns("figures") if row.id == name)


def measure(phrase: Phrase, quantity: Quantity, head: Head, listed: bool) -> Measure | None:
    """Return what an item measures, or None when nothing says so or it is no figure."""
    row = words.verbs().get(phrase.closing)
    if quantity.kind == "rank":
        return _rank(phrase, head)
    if row and row["role"] == "growth":
        return _growth(phrase, quantity, head, row["suffix"])
    if quantity.kind in ("time", "age"):
        return _took(phrase, quantity, head)
    if quantity.kind in ("number", "money") and quantity.comparator == "~" and words.ending("cluster_heads").search(phrase.behind):
        return _cluster(phrase, head)
    if quantity.kind in ("point", "multiple") and not phrase.closing:
        return None
    if phrase.behind and _counts_behind(phrase, quantity):
        return _behind(phrase, head, listed)
    return _level(phrase, quantity, head, listed)


def _rank(phrase: Phrase, head: Head) -> Measure | None:
    suffix = words.suffixes()["rank"]
    place = pattern("rank-scope").search(phrase.noun)
    noun = phrase.verb + (phrase.noun[: place.start()] if place else phrase.noun)
    scope = (place.group(),) if place else ()
    growth = words.suffixes()["growth"]
    if head.base and (noun == growth or not noun):
        return Measure((growth if head.grew or noun else "") + suffix, (head.base, *scope), head)
    if not noun:
        return None
    return Measure(noun.removesuffix(suffix) + suffix, (*phrase.limits, *scope), Head(phrase.verb, phrase.noun, noun))


def _growth(phrase: Phrase, quantity: Quantity, head: Head, suffix: str) -> Measure | None:
    base = phrase.verb + phrase.noun
    scope = phrase.limits if base else (*phrase.limits, *head.scope)
    base = base or head.base
    if not base:
        return None
    if quantity.unit not in ("%", "倍", "番", "‰", "个百分点"):
        suffix = phrase.closing
    kept = Head(phrase.verb, phrase.noun or head.noun, base, scope, True, head.topic)
    return Measure(base.removesuffix(suffix) + suffix, scope, kept)


def _took(phrase: Phrase, quantity: Quantity, head: Head) -> Measure | None:
    """Return how long something took; other numbers of days and years are no figures."""
    if quantity.kind == "age" or pattern("took").search(phrase.closing):
        suffix = "" if quantity.kind == "age" else words.suffixes()["took"]
        noun = phrase.verb + phrase.noun or head.topic
        return Measure(noun + suffix, phrase.limits, Head(base=noun)) if noun else None
    return None


def _cluster(phrase: Phrase, head: Head) -> Measure:
    """Return the size that a magnitude gives a cluster: 300亿级不锈钢产业集群, 汽车零部件百亿产业集群."""
    found = words.ending("cluster_heads").search(phrase.behind)
    assert found  # the caller has looked
    scope = phrase.behind[: found.start()] or phrase.noun
    return Measure(found.group() + words.suffixes()["size"], (scope,) if scope else (), head)


def _counts_behind(phrase: Phrase, quantity: Quantity) -> bool:
    if quantity.kind in _COUNTED:
        return not (phrase.closing and phrase.noun)
    return quantity.kind in ("area", "ratio") and not phrase.noun


def _behind(phrase: Phrase, head: Head, listed: bool) -> Measure:
    """Return what a count in front of its noun counts: 新建｜8个｜产业园, 12家｜企业｜签订协议."""
    verb = phrase.verb or (head.verb if listed and not phrase.noun else "")
    before = () if phrase.verb and phrase.noun else (phrase.noun,)
    lead = verb or "".join(before) or phrase.predicate
    lead = lead if len(lead) <= _LONGEST_SCOPE else ""
    indicator, scope = _split(lead, phrase.behind)
    return Measure(indicator, (*phrase.limits, *scope), Head(verb, phrase.behind, indicator, scope, False, head.topic))


def _split(verb: str, noun: str) -> tuple[str, tuple[str, ...]]:
    """Return indicator and scope of a counted noun: 招引｜生物技术企业 is 招引企业 of 生物技术.

    >>> _split("招引", "生物技术企业"), _split("", "规上工业产值")
    (('招引企业', ('生物技术',)), ('规上工业产值', ()))
    """
    found = words.ending("counted_heads").search(noun) if verb else None
    if found is None or not found.start():
        return verb + noun, ()
    return verb + found.group(), (noun[: found.start()],)


def _level(phrase: Phrase, quantity: Quantity, head: Head, listed: bool) -> Measure | None:
    """Return what is in front of a level or a count: 规上工业产值突破｜800亿元, 招引｜生物技术企业｜30家."""
    verb, noun, scope = phrase.verb, phrase.noun, phrase.limits
    closing = phrase.closing
    if noun.endswith(words.suffixes()["fund"]) and quantity.kind == "money":
        return Measure(words.suffixes()["fund"] + words.suffixes()["size"], scope, Head(verb, noun, noun), True)
    if not verb and not noun:
        if phrase.predicate or not (head.base or head.noun):
            return None
        verb, noun, scope = head.verb, head.noun, (*head.scope, *scope)
    elif not noun and quantity.kind == "area":
        noun = head.noun if listed and head.noun else words.suffixes()["area"]
    elif not verb and (listed or phrase.part) and head.verb:
        verb = head.verb
        if phrase.part and not words.ending("counted_heads").search(noun):
            noun, scope = head.noun, (*scope, noun)
    elif not verb and head.topic and not words.ending("indicator_heads").search(noun):
        noun, scope = head.topic, (*scope, noun)
        return Measure(noun, scope, Head("", noun, noun, scope, False, head.topic))
    if quantity.kind == "ratio":
        noun = _shared(phrase, noun, closing)
    indicator, parts = _split(verb, noun)
    whole = (*scope, *parts)
    return Measure(indicator, whole, Head(verb, noun, indicator, parts, False, head.topic)) if indicator else None


def _shared(phrase: Phrase, noun: str, closing: str) -> str:
    """Return the noun of a share or a rate of completion."""
    if share := pattern("share").search(closing):
        return noun + share.group()
    if pattern("done").search(closing):
        return noun + words.suffixes()["done"]
    return noun
