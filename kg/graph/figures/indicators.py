"""Indicators: which concept of ontology/vocab/indicators.ttl a printed phrase means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg import terms
from kg.graph.figures.scopes import parts, split
from kg.resources import lexicon, patterns

SCHEME = "indicators"
COUNTED = frozenset({"count", "person"})
"""The kinds of what is counted: persons are counted as things are, 引进人才60位 or 60名."""


@dataclass(frozen=True, slots=True)
class Reached:
    """The concept that a phrase and its scope mean, and the qualifiers that are not in its name."""

    concept: str
    qualifiers: tuple[str, ...] = ()


@cache
def reached(indicator: str, scope: str = "") -> Reached | None:
    """Return the concept of a printed indicator, or None when the vocabulary has none for it.

    A qualifier may be a part of the name (新增|高新技术|企业), or stand in the phrase (重大制造业项目).

    >>> found = reached("新增企业", "高新技术")
    >>> terms.notation(found.concept), found.qualifiers
    ('new-hightech-companies', ())
    >>> found = reached("招引重大制造业项目", "10亿元以上")
    >>> terms.notation(found.concept), found.qualifiers
    ('projects-in', ('10亿元以上', '重大制造业'))
    >>> reached("举办篝火晚会") is None
    True
    """
    qualifiers = parts(scope)
    stem, head = _headed(indicator)
    for one in qualifiers if head else ():
        if found := concept(f"{stem}{one}{head}"):
            return Reached(found, tuple(other for other in qualifiers if other != one))
    if found := concept(indicator):
        return Reached(found, tuple(qualifiers))
    stem, within = split(stem)
    if head and within and (found := concept(stem + head)):
        return Reached(found, (*qualifiers, within))
    return None


@cache
def concept(phrase: str) -> str | None:
    """Return the concept of a phrase: by its name, else by what rules make of it, else as the growth of another.

    >>> [terms.notation(concept(phrase)) for phrase in ("新招引项目", "规模以上工业总产值", "GDP同比增长")]
    ['projects-in', 'industrial-output', 'gdp-growth']
    """
    known = _measured()
    for form in _forms(phrase):
        if form in known:
            return known[form]
        for suffix in _suffixes():
            if form.endswith(suffix) and (measured := concept(form.removesuffix(suffix))):
                return known.get(terms.label(measured, "zh") + suffix)
    return None


@cache
def kind(iri: str) -> str:
    """Return what kind of quantity a concept is (money, count, ...), "" for a group.

    >>> kind(terms.concept("indicators", "industrial-output")), kind(terms.concept("indicators", "land"))
    ('money', '')
    """
    found = terms.linked(iri, "hasQuantityKind")
    return terms.notation(found) if found else ""


@cache
def group(phrase: str) -> str | None:
    """Return the group that a word of a phrase without a concept belongs to, or None.

    >>> terms.notation(group("机器人产量"))
    'manufacturing'
    """
    for row in patterns("indicator_groups"):
        if row.regex.search(phrase):
            return terms.concept(SCHEME, str(row.more["group"]))
    return None


@cache
def bare(iri: str) -> bool:
    """Return whether a concept is a thing counted without a word of what is done with it (项目)."""
    return terms.label(iri, "zh") in _heads()


@cache
def _measured() -> Mapping[str, str]:
    """Return the concepts by their names, without groups: 招商引资 is one, but what is printed so is a sum of money."""
    return {name: iri for name, iri in terms.named(SCHEME).items() if kind(iri)}


def _forms(phrase: str) -> Iterator[str]:
    """Yield a phrase and what the rules make of it, each once, the least changed first."""
    seen = [phrase]
    for form in seen:
        yield form
        for row in patterns(SCHEME):
            if (changed := row.regex.sub(str(row.more["means"]), form)) and changed not in seen:
                seen.append(changed)


def _headed(phrase: str) -> tuple[str, str]:
    head = next((head for head in _heads() if phrase.endswith(head)), "")
    return phrase.removesuffix(head), head


@cache
def _heads() -> tuple[str, ...]:
    return tuple(row["noun"] for row in lexicon("counted_heads"))


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(row["suffix"] for row in lexicon("indicator_suffixes") if row["id"] in ("growth",))
