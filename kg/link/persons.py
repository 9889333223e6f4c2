"""Persons: who bears a name, over all documents.

A person is a name with the body or region of a post (an *anchor*), never the name alone. Documents speak of one person
when they share an anchor, or when the region of one anchor lies in that of the other and no third tells against it.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.claims import Claim, Claims, claim
from kg.link import regions
from kg.link.verdicts import Verdict, unlinked
from kg.resources import lexicon

TOPIC = "person"
_NO_SEAT = 99


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """The body or region of a post: ``seat`` is the path of the region that it governs or is, () when it is none."""

    seat: regions.Path
    label: str

    @property
    def rank(self) -> tuple[int, regions.Path, str]:
        """Return the order of anchors in a key: the highest region first, bodies without a region last."""
        return (len(self.seat) or _NO_SEAT, self.seat, self.label)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One name in one document: its anchors and titles there, and the path of the document's home."""

    document: str
    name: str
    anchors: frozenset[Anchor]
    titles: frozenset[str]
    home: regions.Path


@cache
def _addresses() -> Mapping[str, tuple[str, ...]]:
    return {row["word"]: tuple(row["titles"].split("|")) for row in lexicon("address_forms")}


def address(text: str) -> tuple[str, str]:
    """Return the front and the word of address of a form: a surname or name, and an office; ("", "") when it is none.

    >>> address("欧阳书记"), address("陈总"), address("陈思远")
    (('欧阳', '书记'), ('陈', '总'), ('', ''))
    """
    found = [word for word in _addresses() if text.endswith(word) and len(text) > len(word)]
    word = max(found, key=len, default="")
    return (text.removesuffix(word), word) if word else ("", "")


def addressed(text: str, sightings: Iterable[Sighting]) -> Sighting | Verdict:
    """Return the person of the document whom a form such as 陈书记 means, or the verdict that nobody can be told.

    One whose titles fit is taken before one of whom no title is known.
    """
    front, word = address(text)
    called = [sighting for sighting in sightings if sighting.name.startswith(front)]
    fitting = [s for s in called if any(part in title for title in s.titles for part in _addresses()[word])]
    meant = fitting or [s for s in called if not s.titles]
    if len(meant) == 1:
        return meant[0]
    names = [sighting.name for sighting in meant]
    return unlinked(f"{len(names) or 'no'} persons of that surname and office in the document", *names)


def claimed(sighting: Sighting) -> Claim:
    """Return what a document claims of a name: the anchors that it has there, or else where it stands."""
    anchors = [[anchor.seat, anchor.label] for anchor in sorted(sighting.anchors)]
    return claim(TOPIC, sighting.name, json.dumps([anchors, [] if anchors else sighting.home], ensure_ascii=False))


def concerned(before: Set[str], after: Set[str]) -> Set[str]:
    """Return the claims to a name that now mean another person."""
    then, now = _groups_of(frozenset(before)), _groups_of(frozenset(after))
    if then == now:
        return set()
    return {value for value in after if _of(_sighting(value), then) != _of(_sighting(value), now)}


def judged(sighting: Sighting, claims: Claims) -> Verdict:
    """Return the person of a name in a document.

    >>> seat = regions.path("331122")
    >>> sighting = Sighting("a", "陈思远", frozenset({Anchor(seat, "缙云县")}), frozenset({"县长"}), seat)
    >>> known = Claims()
    >>> known.replace("a", [TOPIC], {claimed(sighting)})
    >>> judged(sighting, known).key
    '陈思远-缙云县'
    """
    return _of(sighting, _groups_of(frozenset(claims.values(TOPIC, sighting.name))))


def _sighting(value: str) -> Sighting:
    """Return a claim as a sighting of nobody in particular."""
    anchors, home = json.loads(value)
    return Sighting("", "", frozenset(Anchor(tuple(seat), label) for seat, label in anchors), frozenset(), tuple(home))


@lru_cache(maxsize=1024)
def _groups_of(values: frozenset[str]) -> tuple[frozenset[Anchor], ...]:
    sets = (_sighting(value).anchors for value in values)
    return tuple(_groups(anchors for anchors in sets if anchors))


def _groups(sets: Iterable[frozenset[Anchor]]) -> list[frozenset[Anchor]]:
    """Return the persons of one name, each as all anchors of theirs.

    Where a region holds two that do not lie in each other (a province, and two of its cities), nobody can tell which of
    them rose to it: the three stay apart.
    """
    groups = _joined(sets, lambda one, other: bool(one & other))
    tops = {group: _top(group).seat for group in groups}
    below = {group: [seat for seat in tops.values() if regions.within(seat, tops[group])] for group in groups}
    forked = {g for g in groups if any(not _nested(one, other) for one in below[g] for other in below[g])}
    return _joined(groups, lambda one, other: not {one, other} & forked and _nested(tops[one], tops[other]))


def _joined(
    sets: Iterable[frozenset[Anchor]], same: Callable[[frozenset[Anchor], frozenset[Anchor]], bool]
) -> list[frozenset[Anchor]]:
    """Return the unions of the sets that ``same`` ties to each other, directly or through others."""
    left = sorted(set(sets), key=sorted)
    unions = []
    while left:
        tied = [left.pop(0)]
        for one in tied:
            near = [other for other in left if same(one, other)]
            tied += near
            left = [other for other in left if other not in near]
        unions.append(frozenset[Anchor]().union(*tied))
    return unions


def _nested(one: regions.Path, other: regions.Path) -> bool:
    return regions.within(one, other) or regions.within(other, one)


def _top(group: frozenset[Anchor]) -> Anchor:
    return min(group, key=lambda anchor: anchor.rank)


def _of(sighting: Sighting, groups: Iterable[frozenset[Anchor]]) -> Verdict:
    """Return the person of a sighting: by its anchors, else the one known person of the name at home or above."""
    name = sighting.name
    if sighting.anchors:
        own = next((group for group in groups if sighting.anchors <= group), sighting.anchors)
        top = _top(own)
        return Verdict(f"{name}-{top.label}", name, 1.0, "the name with the place of a post")
    around = (regions.NATION, *(sighting.home[:depth] for depth in range(1, len(sighting.home) + 1)))
    known = sorted(f"{name}-{top.label}" for top in map(_top, groups) if top.seat in around)
    if len(known) == 1:
        return Verdict(known[0], name, 0.7, "the one person of that name who holds a post there or above", tuple(known))
    if known or not sighting.home:
        reason = "several persons of that name are known" if known else "the name in this document only"
        return Verdict(f"{name}-{sighting.document}", name, 0.4, reason, tuple(known))
    return Verdict(f"{name}-{regions.full_name(sighting.home[-1])}", name, 0.6, "the name with the document's home")
