"""What a fact tells, as the explorer shows it: its kind, what takes part in it and as what, its values, its year."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from kg import terms
from kg.export.facts import THINGS, Fact, Group

# The values of a group, by column; one of several joins them.
VALUES: Mapping[Group, tuple[str, ...]] = {
    "posts": ("title", "attested", "began", "ended", "rank"),
    "relations": ("status",),
    "figures": (
        *("indicator", "scope", "comparator", "value", "unit", "baseValue", "baseUnit"),
        *("period", "counted", "target"),
    ),
    "events": ("date",),
    "stages": ("standing", "period"),
    "parts": (),
}
# The column that says of what kind a fact is.
_KINDS: Mapping[Group, str] = {"relations": "predicate", "figures": "class", "events": "kind", "stages": "stage"}
# As what a thing takes part, by the column that names it: the name of a property.
_ROLES = {
    "at": "at",
    "industry": "ofIndustry",
    "project": "ofProject",
    "place": "locatedIn",
    "participant": "participant",
}
_YEARS = ("counted", "period", "date", "began", "attested")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def code(iri: str, words: dict[str, tuple[str, str]]) -> str:
    """Return the code of a class, a property or a concept, and keep what it is called in Chinese and in English.

    >>> words = {}
    >>> code(terms.term("Region"), words), code(terms.concept("event-kinds", "signing"), words)
    ('Region', 'event-kinds/signing')
    >>> words["event-kinds/signing"]
    ('签约', 'signing')
    """
    found = iri.removeprefix(terms.FZ) if iri.startswith(terms.FZ) else _short(iri)
    if found not in words:
        zh = terms.labelled(iri, "zh") or found
        words[found] = (zh, terms.labelled(iri, "en") or zh)
    return found


def identifier(fact: Fact) -> str:
    """Return how a fact is named in an address: the end of its IRI, or of those that it joins."""
    return _short(fact.iri) if fact.iri else f"{fact.group}/{'|'.join(map(_short, fact.things))}"


def kind(fact: Fact) -> str:
    """Return the IRI that says of what kind a fact is."""
    if fact.group == "posts":
        return terms.term("at")
    return terms.term("partOf") if fact.group == "parts" else fact.one(_KINDS[fact.group])


def ends(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield what a fact leads to from what it is about: the IRI of the property that does, and the thing, each once."""
    met = {fact.things[0]}
    for column in THINGS[fact.group][1:]:
        for thing in fact.says.get(column, ()):
            if thing not in met:
                met.add(thing)
                yield terms.term(_ROLES[column]) if column in _ROLES else kind(fact), thing


def value(fact: Fact, column: str, words: dict[str, tuple[str, str]]) -> str:
    """Return a value of a fact, "" where it has none."""
    if column == "standing":
        return code(fact.one("class"), words)
    if column == "status":
        return "、".join(code(status, words) for status in fact.says.get(column, ()))
    if column == "rank":
        return min(filter(None, map(_rank, fact.says.get("office", ()))), default="")
    if column == "target":
        return _short(fact.one(column))
    return "、".join(fact.says.get(column, ()))


def _rank(office: str) -> str:
    """Return the notation of the rank of an office, the lowest of the highest, or ""."""
    rank = terms.linked(office, "rank")
    return terms.notation(rank) if rank else ""


def year(fact: Fact, dates: Mapping[str, str]) -> int:
    """Return the year to which a fact counts, or else that of its first document with a date; 0 is none."""
    told = (one for column in _YEARS for one in fact.says.get(column, ()))
    printed = (dates.get(one.document, "") for one in fact.evidence)
    for source in (told, printed):
        for text in source:
            if found := _YEAR.search(text):
                return int(found[0])
    return 0


def parents(facts: Iterable[Fact]) -> dict[str, str]:
    """Return for each thing what it is part of, or else where it lies, or has its first post, or takes place."""
    within = terms.term("locatedIn")
    wanted: tuple[Callable[[Fact], bool], ...] = (
        lambda fact: fact.group == "parts",
        lambda fact: fact.group == "relations" and fact.one("predicate") == within,
        lambda fact: fact.group == "posts" or (fact.group == "events" and bool(fact.one("place"))),
    )
    found: dict[str, str] = {}
    facts = [fact for fact in facts if len(fact.things) > 1]
    for fits in wanted:
        for fact in filter(fits, facts):
            found.setdefault(fact.things[0], fact.things[1])
    return found


def _short(iri: str) -> str:
    return "/".join(iri.split("/")[-2:])
