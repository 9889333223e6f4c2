"""What a document says, relation by relation: its triples without a store."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.graph.shapes.files import Value, below

Ends: TypeAlias = Mapping[Value, Sequence[Value]]
"""The nodes at one end of a relation, each with those at the other."""

_TYPE = NamedNode(terms.PREFIXES["rdf"] + "type")


class Said:
    """The triples of a document; a relation and a class are looked up, and the nodes of a relation."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._triples = defaultdict[Value, list[Triple]](list)
        for one in triples:
            self._triples[one.predicate].append(one)
        self._ahead, self._back = dict[Value, Ends](), dict[Value, Ends]()
        self._members = dict[Value, frozenset[Value]]()

    def ahead(self, relation: Value) -> Ends:
        """Return the nodes that have a relation, with its values."""
        if (found := self._ahead.get(relation)) is None:
            found = _by_first((one.subject, one.object) for one in self._triples.get(relation, ()))
            self._ahead[relation] = found
        return found

    def back(self, relation: Value) -> Ends:
        """Return the values of a relation, with the nodes that have it."""
        if (found := self._back.get(relation)) is None:
            found = _by_first((one.object, one.subject) for one in self._triples.get(relation, ()))
            self._back[relation] = found
        return found

    def members(self, kind: Value) -> frozenset[Value]:
        """Return the members of a class and of all classes below it."""
        if (found := self._members.get(kind)) is None:
            typed = self.back(_TYPE)
            found = self._members[kind] = frozenset(node for one in below(kind) for node in typed.get(one, ()))
        return found

    def named(self, query: str) -> Iterator[Triple]:
        """Yield the triples that a query can see: those of the relations and of the classes that it names."""
        for relation, triples in self._triples.items():
            if relation != _TYPE and _is_named(relation, query):
                yield from triples
        kinds = {kind for kind in self.back(_TYPE) if _is_named(kind, query)}
        yield from (one for one in self._triples.get(_TYPE, ()) if one.object in kinds)


def _by_first(pairs: Iterable[tuple[Any, Any]]) -> Ends:
    found: dict[Value, list[Value]] = {}
    for first, second in pairs:
        found.setdefault(first, []).append(second)
    return found


def _is_named(node: Value, query: str) -> bool:
    """Tell whether a query names a node, by its IRI or in short."""
    short = (
        f"{prefix}:{node.value.removeprefix(iri)}"
        for prefix, iri in terms.PREFIXES.items()
        if node.value.startswith(iri)
    )
    return str(node) in query or any(one in query for one in short)
