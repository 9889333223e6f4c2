"""Comparisons: growth, ranks, and how far a measure is ahead of another."""

from dataclasses import replace

from kg.annotate.measures.quantities import Quantity
from kg.extract.figures import words
from kg.extract.figures.indicators.measures import Head, Measure
from kg.extract.figures.indicators.phrases import Phrase

_RATES = frozenset({"ratio", "multiple", "doubling", "growth"})


def rank(phrase: Phrase, head: Head) -> Measure | None:
    """Return the rank of a measure (规模居全国第4位), or of the growth or level before (增长8.1%，增速全市第二)."""
    suffix, growth = words.suffixes()["rank"], words.suffixes()["growth"]
    noun, place, closing = _ranked(phrase)
    noun = noun.removeprefix("在")
    scope = (place,) if place else ()
    of_growth = noun in words.verbs() and words.verbs()[noun]["suffix"] == growth  # 增幅, 增速
    if head.base and (of_growth or noun == growth or (not noun and head.grew)):
        return Measure(growth + suffix, (head.base, *scope), head)
    if head.base and words.pattern("relative").fullmatch(noun):  # 工业投资…，总量居全市第三
        return Measure(noun + suffix, (head.base, *scope), head)
    judged = head.noun if words.pattern("evaluation").search(head.noun) else ""
    listed = words.pattern("listed-among").search(head.before) if not (noun or judged) else None
    noun = noun or judged or (listed["noun"] if listed else head.base)
    if not noun or not (place or closing or phrase.closing or growth in noun):
        return None
    return Measure(noun.removesuffix(suffix) + suffix, scope, replace(head, base=noun, grew=False))


def whole(phrase: Phrase) -> Head:
    """Return what a whole that is only counted leaves to its part: its noun, or what is ranked (在9个县中｜排名)."""
    place = words.pattern("rank-scope")
    if not place.fullmatch(phrase.whole):
        return Head(noun=phrase.whole, base=phrase.whole)
    ranked = words.pattern("ranked-in").sub("", place.sub("", phrase.verb + phrase.noun))
    return Head(noun=ranked, base=ranked)


def _ranked(phrase: Phrase) -> tuple[str, str, bool]:
    """Return what is ranked, among whom, and whether a verb says so (出口额｜居｜全省)."""
    said = phrase.verb + phrase.noun
    if ranked := words.pattern("ranked").fullmatch(said):
        return ranked["noun"].removesuffix("均"), ranked["place"], True
    place = words.pattern("rank-scope").search(said)
    rest = said[: place.start()] if place else said
    closing = words.closing_verb().search(rest)
    noun = rest[: closing.start()] if closing else words.closing_adverb().sub("", rest)
    return noun.removesuffix("中"), place.group() if place else "", closing is not None


def growth(phrase: Phrase, quantity: Quantity, head: Head) -> Measure | None:
    """Return the growth of a measure (产值增长｜8%), or its change in points or ranks (增速加快｜0.6个百分点)."""
    base = phrase.verb + words.pattern("compared").sub("", phrase.noun)
    base = base or (head.rate if quantity.kind == "point" else "")
    suffix = words.verbs()[phrase.closing]["suffix"]
    scope = phrase.limits if base else (*phrase.limits, *head.scope)
    base = _grown(head) if base == words.suffixes()["growth"] and head.base else base or head.base
    if base == words.suffixes()["cut"]:
        base = head.base + base  # 出口下降8.1%，降幅收窄｜3.5个百分点
    if not base:
        return None
    if quantity.kind == "point" and head.grew and base == head.base:
        base = _grown(head)
    if quantity.kind not in _RATES:
        suffix = phrase.closing
    # A rank that rises (前移21位) leaves a measure behind that has not grown, unless it is growth itself.
    grew = quantity.kind in _RATES or quantity.kind == "point" or base.endswith(words.suffixes()["growth"])
    kept = Head(phrase.verb, phrase.noun or head.noun, base, scope, grew, topic=head.topic)
    return Measure(base.removesuffix(suffix) + suffix, scope, kept)


def ahead(phrase: Phrase, head: Head) -> Measure | None:
    """Return by how many points a measure is ahead of another: 增速高于全省｜1.1个百分点, 比全市快｜2个百分点."""
    match = words.pattern("ahead").search(phrase.verb + phrase.noun + phrase.closing)
    if match is None:
        return None
    said = (phrase.verb + phrase.noun + phrase.closing)[: match.start()]
    base = _grown(head) if not said or said == words.suffixes()["growth"] else said
    than = (match["verb"] or match["by"] + words.suffixes()["than"]) + (match["than"] or match["whom"])
    return Measure(base + than, phrase.limits, head) if base and (said or head.base) else None


def _grown(head: Head) -> str:
    """Return the measure before with 增速 behind it, when what was told of it is growth."""
    suffix = words.suffixes()["growth"]
    grew = head.grew and words.pattern("rate").search(head.base) is None
    return head.base.removesuffix(suffix) + suffix if grew else head.base
