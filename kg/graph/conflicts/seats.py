"""Posts that one body has one holder of, told to be held by two at a time."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from pyoxigraph import NamedNode

from kg import terms
from kg.graph.conflicts.disputed import Disputed
from kg.graph.figures.periods import bounds
from kg.graph.posts import office
from kg.model import Entity, Post

TOPIC = "seat"


class _Held(NamedTuple):
    """A post as a document tells it: its node, who holds it, and when that is attested, began and ended."""

    node: str
    person: str
    attested: str
    began: str
    ended: str


def held(node: NamedNode, person: Entity, at: Entity, fact: Post) -> Iterator[Disputed]:
    """Yield the question of a post that one body has one holder of."""
    if seat := _seat(fact.title):
        said = _Held(node.value, person.label, fact.attested, fact.began, fact.ended)
        yield Disputed(TOPIC, f"{at.kind}/{at.key}/{seat}", node, json.dumps(said))


def rivals(values: Set[str]) -> Mapping[str, Set[str]]:
    """Return the posts that somebody holds at a time when another one holds them."""
    told = defaultdict[str, list[str]](list)
    for value in values:
        told[_read(value).node].append(value)
    if len(told) < 2:
        return {}
    times = {node: _times([_read(value) for value in own]) for node, own in told.items()}
    found = dict[str, Set[str]]()
    for node, own in told.items():
        name = _read(own[0]).person
        found[min(own)] = {
            other
            for other, theirs in told.items()
            if name < _read(theirs[0]).person and _together(times[node], times[other])
        }
    return found


@lru_cache(maxsize=65536)
def _read(value: str) -> _Held:
    return _Held(*json.loads(value))


def _times(told: Iterable[_Held]) -> tuple[date, date] | None:
    """Return from when to when a post is surely held, None where that is not known, or where it ended before.

    That is from the last day of the first period to the first day of the last one: a year alone, or two, leave it open
    who followed whom within them.
    """
    since, until, gone = list[date](), list[date](), list[date]()
    for one in told:
        (first, last), begun, (over, end) = bounds(one.attested), bounds(one.began)[1], bounds(one.ended)
        if first and last:
            since.append(last)
            until.append(first)
        if begun:
            since.append(begun)
            until.append(begun)
        if over:
            until.append(over)
        if end:
            gone.append(end)
    if not until or any(end < max(until) for end in gone):
        return None
    return min(since, default=date.max), max(until)


def _together(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    if one is None or other is None:
        return False
    return max(one[0], other[0]) <= min(one[1], other[1])


@cache
def _seat(title: str) -> str:
    """Return the seat that a title names, or ""."""
    notation = office(title)
    return (terms.linked(terms.concept("posts", notation), "seat") or "") if notation else ""
