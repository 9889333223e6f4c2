"""Statements: a fact in words that a reader checks and mends, its parts with `` | `` between them.

======== =================================================================================
kind     statement
======== =================================================================================
mention  ``Platform | 云岭产业园``
post     ``林海生 | 县委书记 | 沂水县``
relation ``沂水县 | developsIndustry | 食用菌`` (a mend may add `` | planned`` or `` | achieved``)
figure   ``沂水县 | 规上工业产值 | 亿元以上 | > 720 亿元 | 2026 | target`` (scope, unit and period may be empty)
event    ``沂水县招商大会 | meeting | 2023-02-18 | 沂水县 | 林海生、周启明``
stage    ``云岭光电基地项目 | construction | 2023-02 | reached`` (the date may be empty)
======== =================================================================================
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, TypeAlias, get_args

from kg import terms
from kg.errors import InputError
from kg.model import (
    Comparator,
    Event,
    EventKind,
    Fact,
    Figure,
    Kind,
    Mention,
    Name,
    Post,
    Predicate,
    Relation,
    Stage,
    Standing,
    Status,
)

FactKind: TypeAlias = Literal["mention", "post", "relation", "figure", "event", "stage"]
BAR = " | "
_PLACES: tuple[Kind, ...] = ("Region", "Platform", "Organization")
_STAGED: tuple[Kind, ...] = ("Project", "Organization", "Platform")
_PARTS: dict[FactKind, str] = {
    "mention": "kind, name",
    "post": "person, title, place or body",
    "relation": "subject, predicate, object, status",
    "figure": "subject, indicator, scope, comparator with value and unit, period, status",
    "event": "name, kind, date, place, participants",
    "stage": "thing, stage, date, reached or expected",
}
_RELATION_STATUSES: tuple[Status, ...] = ("achieved", "planned")


def kind_of(fact: Fact) -> FactKind:
    """Return the kind of a fact: ``post`` for a Post."""
    return type(fact).__name__.lower()  # type: ignore[return-value]


def statement(fact: Fact, label: Callable[[Name], str]) -> str:
    """Return a fact in words; ``label`` gives the name by which a thing is called.

    >>> from kg.model import Quote
    >>> person, place = Name("Person", "林海生"), Name("Region", "沂水县", "371323")
    >>> statement(Post(person, "县委书记", place, Quote(0, 7)), lambda name: name.text)
    '林海生 | 县委书记 | 沂水县'
    """
    parts: Sequence[str]
    match fact:
        case Mention(name=name):
            parts = (name.kind, label(name))
        case Post():
            parts = (label(fact.person), fact.title, label(fact.at))
        case Relation():
            parts = (label(fact.subject), fact.predicate, label(fact.object))
        case Figure():
            amount = f"{fact.comparator} {fact.value.normalize():f} {fact.unit}".rstrip()
            parts = (label(fact.about), fact.indicator, fact.scope, amount, fact.period, fact.status)
        case Event():
            who = "、".join(sorted(map(label, fact.participants)))
            parts = (fact.name, fact.kind, fact.date, label(fact.place) if fact.place else "", who)
        case Stage():
            parts = (label(fact.thing), fact.stage, fact.date, fact.standing)
    return BAR.join(parts)


def cells(kind: FactKind, text: str) -> list[str]:
    """Return the parts of a statement, checked as far as one can without its document.

    Raises InputError that says what is accepted.

    >>> cells("relation", "沂水县 | developsIndustry | 食用菌")
    ['沂水县', 'developsIndustry', '食用菌', '']
    """
    found = [part.strip() for part in text.split("|")]
    wanted = _PARTS[kind].split(", ")
    if kind == "relation" and len(found) == len(wanted) - 1:  # without a status: the one that it has
        found.append("")
    if len(found) != len(wanted):
        raise InputError(f"{text}: a {kind} has {len(wanted)} parts with | between them: {_PARTS[kind]}")
    if kind == "mention":
        _one_of(found[0], get_args(Kind), text)
    elif kind == "relation":
        _one_of(found[1], get_args(Predicate), text)
        _one_of(found[3], ("", *_RELATION_STATUSES), text)
    elif kind == "event":
        _one_of(found[1], get_args(EventKind), text)
    elif kind == "stage":
        _one_of(found[1], tuple(terms.scheme("project-stages")), text)
        _one_of(found[3], get_args(Standing), text)
    elif kind == "figure":
        _amount(found[3], text)
        _one_of(found[5], get_args(Status), text)
    return found


def mended(fact: Fact, text: str, named: Callable[[str, Sequence[Kind]], Name]) -> Fact:
    """Return the fact that a mended statement makes of one; ``named`` finds the thing that is called so.

    Raises InputError where a part cannot be read or a name found.
    """
    parts = cells(kind_of(fact), text)
    match fact:
        case Mention():
            kind: Any = parts[0]
            return replace(fact, name=named(parts[1], (kind,)), confidence=1.0)
        case Post():
            return replace(
                fact, person=named(parts[0], ("Person",)), title=parts[1], at=named(parts[2], _PLACES), confidence=1.0
            )
        case Relation():
            stated: dict[str, Any] = {"predicate": parts[1], "status": parts[3] or fact.status}
            ends = named(parts[0], get_args(Kind)), named(parts[2], get_args(Kind))
            return replace(fact, subject=ends[0], object=ends[1], **stated, confidence=1.0)
        case Figure():
            comparator, value, unit = _amount(parts[3], text)
            about, status = named(parts[0], get_args(Kind)), parts[5]
            told: dict[str, Any] = {"comparator": comparator, "value": value, "unit": unit, "status": status}
            told |= {"about": about, "indicator": parts[1], "scope": parts[2], "period": parts[4]}
            return replace(fact, **told, confidence=1.0)
        case Event():
            event_kind: Any = parts[1]
            who = tuple(named(one, get_args(Kind)) for one in parts[4].split("、") if one)
            place = named(parts[3], _PLACES) if parts[3] else None
            return replace(
                fact, name=parts[0], kind=event_kind, date=parts[2], place=place, participants=who, confidence=1.0
            )
        case Stage():
            standing: Any = parts[3]
            thing = named(parts[0], _STAGED)
            return replace(fact, thing=thing, stage=parts[1], date=parts[2], standing=standing, confidence=1.0)


def _amount(text: str, whole: str) -> tuple[str, Decimal, str]:
    comparator, _, rest = text.partition(" ")
    number, _, unit = rest.partition(" ")
    _one_of(comparator, get_args(Comparator), whole)
    try:
        return comparator, Decimal(number), unit
    except InvalidOperation:
        raise InputError(
            f"{whole}: {number or 'nothing'} is no number; write comparator, number and unit: > 720 亿元"
        ) from None


def _one_of(word: str, words: Sequence[str], whole: str) -> None:
    if word not in words:
        raise InputError(f"{whole}: {word or 'nothing'} is none of {', '.join(words)}")
