"""The shapes of ``ontology/shapes`` as their files give them, and the classes below a class."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from kg import terms
from kg.errors import KnowledgeError
from kg.resources import ONTOLOGY

Node: TypeAlias = NamedNode | BlankNode
Value: TypeAlias = Node | Literal
_RDF = terms.PREFIXES["rdf"]


@dataclass(frozen=True, slots=True)
class Shapes:
    """What is said of each node of the shapes, by predicate: SHACL's own predicates go by their local names."""

    said: Mapping[Node, Mapping[str, tuple[Value, ...]]]

    def names(self, node: Value) -> frozenset[str]:
        """Return the names of SHACL under which a node says something."""
        return frozenset(name for name in self._of(node) if ":" not in name)

    def all(self, node: Value, name: str) -> tuple[Value, ...]:
        """Return what a node says under a name, () when nothing."""
        return self._of(node).get(name, ())

    def _of(self, node: Value) -> Mapping[str, tuple[Value, ...]]:
        return self.said.get(node, {}) if not isinstance(node, Literal) else {}

    def one(self, node: Value, name: str) -> Value | None:
        """Return the first that a node says under a name, or None."""
        return next(iter(self.all(node, name)), None)

    def members(self, head: Value) -> Iterator[Value]:
        """Yield the members of an RDF list."""
        while (first := self.one(head, _RDF + "first")) is not None:
            yield first
            head = self.all(head, _RDF + "rest")[0]

    def targets(self) -> list[NamedNode]:
        """Return the shapes that have a target, sorted by IRI: those that a graph is checked against."""
        found = (node for node, said in self.said.items() if any(name.startswith("target") for name in said))
        return sorted((node for node in found if isinstance(node, NamedNode)), key=lambda node: node.value)


@cache
def shapes() -> Shapes:
    """Return all shapes; raises KnowledgeError when there are none, or when a file cannot be read."""
    said = defaultdict[Node, dict[str, tuple[Value, ...]]](dict)
    for path in sorted((ONTOLOGY / "shapes").glob("*.ttl")):
        quads, prefixes = _read(path)
        for quad in quads:
            name = quad.predicate.value.removeprefix(prefixes.get("sh", "sh:"))
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode | BlankNode) and isinstance(value, NamedNode | BlankNode | Literal):
                said[subject][name] = (*said[subject].get(name, ()), value)
    if not said:
        raise KnowledgeError(f"{ONTOLOGY / 'shapes'}: no shapes here; put the *.ttl of the ontology back")
    return Shapes(said)


@cache
def below(name: Value) -> tuple[NamedNode, ...]:
    """Return a class and all classes below it in the ontology, sorted by IRI; raises KnowledgeError for no name.

    >>> [one.value.rpartition("#")[2] for one in below(NamedNode(terms.term("Figure")))]
    ['Figure', 'Plan', 'Result', 'Target']
    """
    if not isinstance(name, NamedNode):
        raise KnowledgeError(f"{name} is no class in the shapes; write the name of one")
    found, fresh = set[NamedNode](), {name}
    while fresh:
        found |= fresh
        fresh = {one for upper in fresh for one in _subclasses().get(upper, ())} - found
    return tuple(sorted(found, key=lambda one: one.value))


@cache
def _subclasses() -> Mapping[NamedNode, tuple[NamedNode, ...]]:
    narrower, found = NamedNode(terms.PREFIXES["rdfs"] + "subClassOf"), defaultdict[NamedNode, list[NamedNode]](list)
    for quad in _read(ONTOLOGY / "fangzhi.ttl")[0]:
        if quad.predicate == narrower and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            found[quad.object].append(quad.subject)
    return {upper: tuple(lower) for upper, lower in found.items()}


def _read(path: Path) -> tuple[list[Quad], Mapping[str, str]]:
    try:
        quads = parse(path=str(path), format=RdfFormat.TURTLE)
        return list(quads), quads.prefixes
    except (OSError, SyntaxError) as error:
        raise KnowledgeError(f"{path}: not a Turtle file that can be read ({error}); mend it there") from error
