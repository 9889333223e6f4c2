"""Two builds compared fact by fact: what came, what went, and what is told otherwise of the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path

from kg.diff.facts import KINDS, Fact, Kind, facts
from kg.diff.quads import Change, changes
from kg.store import open_store


@dataclass(frozen=True, slots=True)
class Changed:
    """What a document says otherwise of the same: the fact that left it and the one that took its place.

    They have the sentences of such documents alone; ``kept`` are the documents that still state the first.
    """

    before: Fact
    after: Fact
    kept: tuple[str, ...] = ()


@dataclass(slots=True)
class Compared:
    """The facts of one kind that differ, and how many say what they said.

    Of the last, ``elsewhere`` stand in other sentences than before, ``surer`` and ``unsurer`` have another confidence.
    """

    kind: Kind
    come: list[Fact] = field(default_factory=list)
    gone: list[Fact] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    elsewhere: int = 0
    surer: int = 0
    unsurer: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two builds: statements (quads) added and removed, documents touched, and facts by kind."""

    added: int
    removed: int
    touched: int
    kinds: tuple[Compared, ...]


def compared(first: Path, second: Path) -> Comparison:
    """Compare two builds; memory grows with what differs, not with the builds.

    Raises StoreError when a folder has no build.
    """
    added = removed = touched = 0
    nodes = set[str]()
    for change in changes(first, second):
        added, removed = added + len(change.come), removed + len(change.gone)
        touched += change.before and change.after
        nodes.update(_subjects(change))
    stores = open_store(first), open_store(second)
    kinds = (_compared(kind, *(facts(store, kind, nodes) for store in stores)) for kind in KINDS)
    return Comparison(added, removed, touched, tuple(kinds))


def _subjects(change: Change) -> Iterator[str]:
    return (line[1 : line.index("> ")] for lines in (change.gone, change.come) for line in lines)


def _compared(kind: Kind, before: Mapping[str, Fact], after: Mapping[str, Fact]) -> Compared:
    found = Compared(kind)
    for node in before.keys() & after.keys():
        old, new = before[node], after[node]
        if old.says != new.says:
            found.changed.append(Changed(old, new))
            continue
        found.elsewhere += old.told != new.told
        found.surer += old.confidence < new.confidence
        found.unsurer += old.confidence > new.confidence
    pairs = _pairs(list(_left(before, after)), list(_left(after, before)))
    found.changed += [Changed(old, new, _documents(after.get(old.node))) for old, new in pairs]
    found.changed.sort(key=lambda one: (_order(one.after), _order(one.before)))
    told = {fact.node for pair in pairs for fact in pair}
    found.gone = sorted((before[node] for node in before.keys() - after.keys() - told), key=_order)
    found.come = sorted((after[node] for node in after.keys() - before.keys() - told), key=_order)
    return found


def _left(before: Mapping[str, Fact], after: Mapping[str, Fact]) -> Iterator[Fact]:
    """Yield each fact that documents state no longer, with their sentences alone."""
    for node, fact in before.items():
        kept = _documents(after.get(node))
        if lost := tuple(one for one in fact.sentences if one.document not in kept):
            yield replace(fact, sentences=lost)


def _documents(fact: Fact | None) -> tuple[str, ...]:
    return tuple(sorted({one.document for one in fact.sentences})) if fact else ()


def _pairs(lost: Iterable[Fact], gained: Iterable[Fact]) -> list[tuple[Fact, Fact]]:
    """Return each fact that left a document with the one that took its place there: what is about the same.

    Of several those that have most in common are taken first.
    """
    places = defaultdict[tuple[object, ...], tuple[list[Fact], list[Fact]]](lambda: ([], []))
    for side, some in enumerate((lost, gained)):
        for fact in some:
            for document in _documents(fact):
                places[document, *fact.about][side].append(fact)
    ranked = sorted(
        {pair for old, new in places.values() for pair in product(old, new)},
        key=lambda pair: (-_common(*pair), _order(pair[0]), _order(pair[1])),
    )
    taken = set[str]()
    found = list[tuple[Fact, Fact]]()
    for old, new in ranked:
        if not {old.node, new.node} & taken:
            taken |= {old.node, new.node}
            found.append((old, new))
    return found


def _common(old: Fact, new: Fact) -> int:
    return sum(one == other for one, other in zip(old.says, new.says, strict=True))


def _order(fact: Fact) -> tuple[object, ...]:
    return (fact.says, fact.sentences, fact.node)
