"""Graphs of documents put in the place of others, in the store of a build."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from kg import terms
from kg.errors import StoreError
from kg.graph import DocumentGraph
from kg.store import STORE, cloned, open_store, write_store

_DERIVED = NamedNode(terms.PREFIXES["prov"] + "wasDerivedFrom")
_UNION = DefaultGraph()


@dataclass(frozen=True, slots=True)
class Balance:
    """How many facts came and went."""

    came: int = 0
    went: int = 0


def scratch(old: Path, new: Path, graphs: Sequence[DocumentGraph]) -> Balance:
    """Write the store of a build into a new folder from scratch; the old one is only compared with."""
    before = _facts(old)
    write_store(graphs, new)
    after = {one.subject for graph in graphs for one in graph.evidence if one.predicate == _DERIVED}
    return Balance(len(after - before), len(before - after))


def change(old: Path, new: Path, graphs: Sequence[DocumentGraph], gone: Iterable[NamedNode]) -> Balance:
    """Write the store of the build in an old folder into a new one, some documents with other graphs.

    Those that are gone have none. A triple of the whole leaves with the last document that states it.
    """
    store = open_store(old)
    before = {name: _own(store, name) for name in (*(graph.name for graph in graphs), *gone)}
    after = {graph.name: graph.facts | graph.evidence for graph in graphs} | {name: set[Triple]() for name in gone}
    changed = {name: (before[name] - own, own - before[name]) for name, own in after.items() if own != before[name]}
    cloned(old / STORE, new / STORE)
    if not changed:
        return Balance()
    stated = set[Triple]().union(*after.values())
    leaving = set[Triple]().union(*(went for went, _ in changed.values())) - stated
    went = {one for one in leaving if not _elsewhere(store, one, after.keys())}
    entering = set[Triple]().union(*(came for _, came in changed.values()))
    came = {one for one in entering if _quad(one, _UNION) not in store}
    fresh = Store(str(new / STORE))
    for quad in (*(_quad(one, name) for name, (lost, _) in changed.items() for one in lost), *_quads(went, _UNION)):
        fresh.remove(quad)
    fresh.extend([*(_quad(one, name) for name, (_, new) in changed.items() for one in new), *_quads(came, _UNION)])
    fresh.flush()
    told, untold = ({one.subject for one in some if one.predicate == _DERIVED} for some in (came, went))
    return Balance(sum(not _stated(store, node) for node in told), sum(not _stated(fresh, node) for node in untold))


def _facts(folder: Path) -> set[object]:
    """Return the facts of a build, none where it has no store that can be read."""
    try:
        store = open_store(folder)
    except StoreError:
        return set()
    return {quad.subject for quad in store.quads_for_pattern(None, _DERIVED, None, _UNION)}


def _own(store: Store, name: NamedNode) -> set[Triple]:
    return {quad.triple for quad in store.quads_for_pattern(None, None, None, name)}


def _quads(triples: Iterable[Triple], graph: DefaultGraph) -> Iterable[Quad]:
    return (_quad(one, graph) for one in triples)


def _quad(one: Triple, graph: NamedNode | DefaultGraph) -> Quad:
    return Quad(one.subject, one.predicate, one.object, graph)


def _elsewhere(store: Store, one: Triple, names: Iterable[NamedNode]) -> bool:
    """Say whether a document but those of some names states a triple."""
    known = {_UNION, *names}
    return any(
        quad.graph_name not in known for quad in store.quads_for_pattern(one.subject, one.predicate, one.object, None)
    )


def _stated(store: Store, node: object) -> bool:
    found = store.quads_for_pattern(node, _DERIVED, None, _UNION)  # type: ignore[arg-type]
    return next(found, None) is not None
