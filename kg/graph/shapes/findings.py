"""What the checks find in a store, document by document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Triple, Variable

from kg import terms
from kg.graph.shapes.checks import Check, checks

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Finding:
    """A node of a document that does not meet a demand; ``value`` is what is at fault at the end of the ``path``."""

    check: Check
    document: NamedNode
    node: NamedNode
    path: str = ""
    value: NamedNode | Literal | None = None

    @property
    def relation(self) -> tuple[NamedNode, NamedNode, NamedNode] | None:
        """Subject, predicate and object at fault, where the path is one step between two nodes."""
        predicate = self.path.strip("(^<>)")
        if not isinstance(self.value, NamedNode) or self.path not in (f"<{predicate}>", f"(^<{predicate}>)"):
            return None
        ends = (self.value, self.node) if "^" in self.path else (self.node, self.value)
        return ends[0], NamedNode(predicate), ends[1]


def check(store: Store, documents: Iterable[NamedNode] | None = None) -> tuple[Finding, ...]:
    """Return what does not hold to the shapes in the graphs of the documents (all of the store unless given), sorted.

    The default graph of the store holds the union of all its graphs, as that of a build does. What documents cost grows
    with them, not with the store. Raises KnowledgeError for a shape that cannot be checked.
    """
    chosen = [None] if documents is None else list(documents)
    return _sorted(finding for document in chosen for one in checks() for finding in _found(store, one, document))


def doubted(store: Store) -> tuple[Finding, ...]:
    """Return the warnings among what ``check`` finds in a whole store."""
    return _sorted(found for one in checks() if one.severity == "warning" for found in _found(store, one, None))


def forbidden(store: Store) -> tuple[Finding, ...]:
    """Return what each document of a store shows to be wrong by itself, whatever the others say; sorted."""
    alone = (one for one in checks(alone=True) if one.severity == "violation")
    return _sorted(finding for one in alone for finding in _found(store, one, None))


def _sorted(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(set(found), key=_order))


def _found(store: Store, one: Check, document: NamedNode | None) -> Iterator[Finding]:
    # Put in for the variable: a query that is told its graphs in another way walks those of all documents.
    known: dict[Variable, Term] | None = {Variable("document"): document} if document else None
    rows = store.query(one.query, prefixes=dict(terms.PREFIXES), substitutions=known)
    if not isinstance(rows, QuerySolutions):
        return
    given = {variable.value for variable in rows.variables}
    for row in rows:
        value, path = (row[name] if name in given else None for name in ("value", "path"))
        yield Finding(one, document or row["document"], row["this"], str(path or one.path), value)


def _order(finding: Finding) -> tuple[str, ...]:
    one = finding.check
    told = (one.severity, one.shape, one.en, finding.document.value, finding.node.value, finding.path)
    return (*told, str(finding.value or ""))
