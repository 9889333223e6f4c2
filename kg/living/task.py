"""What a change makes anew: of the documents that are chosen those that are not as they were, or all of them."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from kg.living.documents import Chosen
from kg.living.index import Index
from kg.living.readings import Readings
from kg.store.manifest import Entry, Manifest, Options


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be made: the entries of ``documents`` documents that are ``fresh``, and those that are to go.

    Where nothing can be gone on from, the index is empty and all documents are fresh. ``added`` and ``replaced`` are
    those that are new or others than before; ``outdated`` names the readings that are then of no use, ``wanted`` those
    that are, where all documents were looked at, and is None where not.
    """

    options: Options
    index: Index
    fresh: Mapping[str, Entry]
    gone: Sequence[str]
    documents: int
    added: Sequence[str] = ()
    replaced: Sequence[str] = ()
    outdated: Set[str] = frozenset()
    wanted: Set[str] | None = None

    @property
    def whole(self) -> bool:
        """Whether all documents are made."""
        return len(self.fresh) == self.documents


def planned(chosen: Chosen, then: Manifest, options: Options, shelf: Readings, going_on: bool) -> Task:
    """Return what a choice of documents makes to do; only what has changed where a build can be gone on from."""
    kept = shelf.kept
    entries = shelf.entries(chosen.put, chosen.gone)
    if not going_on:
        left = {name: one.document for name in kept.documents() if (one := kept.entry(name))}
        put = {name: one for name, one in left.items() if name not in chosen.gone} | dict(chosen.put)
        entries = shelf.entries(put, chosen.gone)
    before = {name: kept.entry(name) for name in (*entries, *chosen.gone)}
    fresh = {name: one for name, one in entries.items() if not one.same(before[name])}
    added = [name for name in fresh if not before[name]]
    documents = then.documents + len(added) - len(chosen.gone)
    if going_on and 2 * len(fresh) > documents:
        return planned(chosen, then, options, shelf, going_on=False)
    readings = {one.reading for one in entries.values()}
    old = {one.reading for name, one in before.items() if one and (name in fresh or name in chosen.gone)}
    return Task(
        options,
        kept if going_on else Index(),
        fresh if going_on else entries,
        sorted(chosen.gone),
        documents,
        added,
        [name for name in fresh if before[name]],
        old - readings,
        readings if len(entries) == documents else None,
    )
