"""Where it is said: from a finding to the facts that it is about, and to the sentence that states them."""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.nodes import term
from kg.graph.shapes.findings import Finding


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A sentence of a document (its identifier): source offsets and text; 0, 0 and "" stand for the whole document."""

    document: str
    begin: int = 0
    end: int = 0
    sentence: str = ""


def stating(store: Store, finding: Finding) -> tuple[NamedNode, ...]:
    """Return the facts of the document that a finding is about, sorted: its relation, its node, what rests on its node.

    A thing that is mentioned stands for itself. What no fact rests on (a document) gives none.
    """
    said = _Document(store, finding.document)
    if finding.relation and (relations := said.statements(*finding.relation)):
        return tuple(sorted(relations, key=lambda node: node.value))
    if said.passages(finding.node):
        return (finding.node,)
    pointing = {quad.subject for quad in store.quads_for_pattern(None, None, finding.node, finding.document)}
    facts = (node for node in pointing if isinstance(node, NamedNode) and said.passages(node))
    return tuple(sorted(facts, key=lambda node: node.value))


def place(store: Store, finding: Finding) -> Place:
    """Return the first sentence of the document that states what a finding is about."""
    said = _Document(store, finding.document)
    identifier = said.text(finding.document, "dcterms:identifier")
    found = (
        Place(
            identifier,
            int(said.text(passage, "nif:beginIndex") or 0),
            int(said.text(passage, "nif:endIndex") or 0),
            said.text(passage, "fz:text"),
        )
        for node in stating(store, finding)
        for passage in said.passages(node)
    )
    return min(found, default=Place(identifier))


@dataclass(frozen=True, slots=True)
class _Document:
    """What one document says, looked up node by node."""

    store: Store
    graph: NamedNode

    def objects(self, node: NamedNode, curie: str) -> list[NamedNode]:
        found = self.store.quads_for_pattern(node, term(curie), None, self.graph)
        return [quad.object for quad in found if isinstance(quad.object, NamedNode)]

    def subjects(self, curie: str, node: NamedNode) -> list[NamedNode]:
        found = self.store.quads_for_pattern(None, term(curie), node, self.graph)
        return [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]

    def text(self, node: NamedNode, curie: str) -> str:
        found = self.store.quads_for_pattern(node, term(curie), None, self.graph)
        return next((quad.object.value for quad in found if isinstance(quad.object, Literal)), "")

    def statements(self, subject: NamedNode, predicate: NamedNode, other: NamedNode) -> set[NamedNode]:
        both = {*self.subjects("rdf:subject", subject)} & {*self.subjects("rdf:object", other)}
        return {node for node in both if predicate in self.objects(node, "rdf:predicate")}

    def passages(self, node: NamedNode) -> list[NamedNode]:
        return [*self.objects(node, "prov:wasDerivedFrom"), *self.subjects("schema:mentions", node)]
