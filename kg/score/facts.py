"""The facts of a graph and of an annotation in one shape: each entity is the set of normalised forms it goes by.

The graph is read only through ``ontology/queries/contract/*.rq``.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from kg.ask.queries import QUERIES
from kg.ask.rows import Row, rows
from kg.model import Predicate
from kg.score.alike import Item, normal

if TYPE_CHECKING:
    from pyoxigraph import Store

Facts: TypeAlias = Mapping[str, Sequence[Item]]

_ENTITY_SLOTS = {"entities": ("entity",), "posts": ("person", "at"), "relations": ("s", "o"), "targets": ("subject",)}
_NODES = {"entities": "entity", "posts": "membership", "relations": "statement", "targets": "figure"}
_STATED = frozenset({"posts", "relations"})  # the contract asks for what is said, not for the node that says it
_CONTRACT = QUERIES / "contract"
_PREDICATES = frozenset(get_args(Predicate))


def stated(store: "Store") -> Mapping[str, Facts]:
    """Return the facts of a graph by document identifier."""
    labels = defaultdict(set)
    for row in rows(store, _CONTRACT / "labels.rq"):
        labels[row["entity"]].add(normal(row["label"]))

    def forms(iri: str) -> frozenset[str]:
        return frozenset(labels.get(iri, (iri,)))

    sure = {row["node"]: float(row["confidence"]) for row in rows(store, _CONTRACT / "confidence.rq")}
    documents: dict[str, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for kind, slots in _ENTITY_SLOTS.items():
        for row in _once(rows(store, _CONTRACT / f"{kind}.rq"), _NODES[kind] if kind in _STATED else ""):
            found = {**row, "confidence": sure.get(row[_NODES[kind]])}
            documents[row["doc"]][kind].append({**found, **{slot: forms(row[slot]) for slot in slots}})
    for facts in documents.values():
        named = [{**row, "p": re.split("[#/]", row["p"])[-1]} for row in facts["relations"]]
        facts["relations"] = [row for row in named if row["p"] in _PREDICATES]
    events: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows(store, _CONTRACT / "events.rq"):
        told: dict[str, Any] = {"event": forms(row["event"]), "who": {}, "confidence": sure.get(row["event"])}
        event = events.setdefault((row["doc"], row["event"]), {**row, **told})
        if who := row["participant"]:
            event["who"][who] = forms(who)
    for (document, _), event in events.items():
        documents[document]["events"].append(event)
    return documents


def _once(found: Iterable[Row], node: str) -> Iterator[Row]:
    """Yield the rows that differ in more than the node that states them."""
    seen = set[tuple[str, ...]]()
    for row in found:
        key = tuple(value for column, value in row.items() if column != node)
        if key not in seen:
            seen.add(key)
            yield row


def annotated(gold: Mapping[str, Any]) -> Facts:
    """Return the facts of one annotation; a name stands for every form of every entity that goes by it."""
    known: dict[str, frozenset[str]] = defaultdict(frozenset)
    for entity in gold["entities"]:
        own = frozenset(map(normal, entity["names"]))
        known |= {name: known[name] | own for name in own}

    def forms(name: str) -> frozenset[str]:
        return known[normal(name)] or frozenset((normal(name),))

    facts: dict[str, list[Item]] = {
        kind: [{**item, **{slot: forms(item[slot]) for slot in _ENTITY_SLOTS[kind]}} for item in gold[kind]]
        for kind in ("posts", "relations", "targets")
    }
    facts["entities"] = [{**item, "entity": frozenset(map(normal, item["names"]))} for item in gold["entities"]]
    facts["events"] = []
    for item in gold["events"]:
        who = {name: forms(name) for name in item["participants"]}
        facts["events"].append({**item, "event": frozenset((normal(item["name"]),)), "who": who})
    if "stages" in gold:
        facts["stages"] = [{**item, "thing": forms(item["thing"])} for item in gold["stages"]]
    return facts
