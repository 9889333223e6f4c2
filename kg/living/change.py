"""Graphs of documents put in the place of others, in the store of a build and in its files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from kg import terms
from kg.errors import StoreError
from kg.graph import DocumentGraph
from kg.store import STORE, cloned, open_store, splice_quads, splice_turtle, taken_over, write_store, write_turtle

_DERIVED = NamedNode(terms.PREFIXES["prov"] + "wasDerivedFrom")
_UNION = DefaultGraph()
FILES = ("graph.ttl", "evidence.ttl", "graph.nq")


@dataclass(frozen=True, slots=True)
class Balance:
    """How many facts came and went; how many triples of facts and of evidence there are, or are more than before."""

    came: int
    went: int
    triples: tuple[int, int]


def scratch(old: Path, new: Path, graphs: Sequence[DocumentGraph]) -> Balance:
    """Write store and files of a build into a new folder from scratch; the old one is only compared with."""
    before = _facts(old)
    triples = write_turtle(graphs, new)
    write_store(graphs, new)
    after = {one.subject for graph in graphs for one in graph.evidence if one.predicate == _DERIVED}
    return Balance(len(after - before), len(before - after), triples)


def change(old: Path, new: Path, graphs: Sequence[DocumentGraph], gone: Iterable[NamedNode]) -> Balance:
    """Write store and files of the build in an old folder into a new one, some documents with other graphs.

    Those that are gone have none. A triple of the whole leaves with the last document that states it.
    """
    store = open_store(old)
    before = {name: _own(store, name) for name in (*(graph.name for graph in graphs), *gone)}
    after = {graph.name: graph.facts | graph.evidence for graph in graphs} | {name: set[Triple]() for name in gone}
    changed = {name: (before[name] - own, own - before[name]) for name, own in after.items() if own != before[name]}
    stated = set[Triple]().union(*after.values())
    leaving = set[Triple]().union(*(went for went, _ in changed.values())) - stated
    went = {one for one in leaving if not _elsewhere(store, one, after.keys())}
    entering = set[Triple]().union(*(came for _, came in changed.values()))
    came = {one for one in entering if _quad(one, _UNION) not in store}
    if not changed:
        for name in FILES:
            taken_over(old / name, new / name)
        cloned(old / STORE, new / STORE)
        return Balance(0, 0, (0, 0))
    facts = came & set[Triple]().union(*(graph.facts for graph in graphs))
    counts = [
        splice_turtle(old / name, new / name, went, fresh)
        for name, fresh in (("graph.ttl", facts), ("evidence.ttl", came - facts))
    ]
    splice_quads(old / "graph.nq", new / "graph.nq", {str(name): after[name] for name in changed})
    cloned(old / STORE, new / STORE)
    fresh = Store(str(new / STORE))
    for quad in (*(_quad(one, name) for name, (lost, _) in changed.items() for one in lost), *_quads(went, _UNION)):
        fresh.remove(quad)
    fresh.extend([*(_quad(one, name) for name, (_, new) in changed.items() for one in new), *_quads(came, _UNION)])
    fresh.flush()
    told, untold = ({one.subject for one in some if one.predicate == _DERIVED} for some in (came, went))
    new_facts = sum(not _stated(store, node) for node in told)
    return Balance(
        new_facts,
        sum(not _stated(fresh, node) for node in untold),
        (counts[0][1] - counts[0][0], counts[1][1] - counts[1][0]),
    )


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
