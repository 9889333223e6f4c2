"""Shapes as queries: each finds what does not conform, among the nodes that given documents describe.

A query takes the nodes that a shape is about, and the values that it looks at, from the graph of a document (``GRAPH
?document``); what those are, and how many there may be, from the default graph, which is the union of all. So the work
grows with the documents that are asked for, not with the store, and what is found for each document is together what is
found for the whole. Judged *alone*, a document is all that there is: what is found for it then hangs on no other one.
SPARQL of a shape's own (``sh:sparql``) is written as ``SELECT $this ?value WHERE { ... }``, with
``?path`` where the value stands on one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal as OneOf
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.errors import KnowledgeError
from kg.graph.shapes.expressions import Expressions
from kg.graph.shapes.files import Shapes, Value, below, shapes

Severity: TypeAlias = OneOf["violation", "warning"]
_SEVERITIES: dict[str, Severity] = {"": "violation", "Violation": "violation", "Warning": "warning"}


@dataclass(frozen=True, slots=True)
class Check:
    """One demand of a shape: how grave it is not to meet it, what is then said, and the query that finds who does not.

    ``violation`` is what must not be in a graph, ``warning`` what a reader should look at. ``path`` leads from what is
    found to the values at fault, as SPARQL writes it, or is "".
    """

    shape: str
    severity: Severity
    zh: str
    en: str
    path: str
    query: str


@cache
def checks(alone: bool = False) -> tuple[Check, ...]:
    """Return all checks of the shapes of the ontology, in the order of the shapes' names.

    Those of a document alone look at nothing but its graph.

    Raises KnowledgeError for a shape that cannot be checked.

    >>> sorted({check.severity for check in checks()})
    ['violation', 'warning']
    """
    known = shapes()
    return tuple(check for shape in known.targets() for check in _Compiler(known, shape, alone).checks())


@cache
def own_queries() -> tuple[str, ...]:
    """Return the queries of the shapes' own whose answers are violations, asked of a document alone."""
    known = shapes()
    own = (check for shape in known.targets() for check in _Compiler(known, shape, alone=True).own())
    return tuple(check.query for check in own if check.severity == "violation")


class _Compiler:
    """Makes the checks of one shape that has a target."""

    def __init__(self, known: Shapes, shape: NamedNode, alone: bool) -> None:
        self.shapes, self.shape, self.alone, self.write = known, shape, alone, Expressions(known)

    def checks(self) -> Iterator[Check]:
        """Yield what the shape demands of a node itself, of its values on each path, and by SPARQL of its own."""
        if demand := self.write.each(self.shape, "?this", "?this", but="property"):
            yield self._check(self.shape, "", f"{self._nodes()} FILTER(!{demand})")
        for part in self.shapes.all(self.shape, "property"):
            yield from self._property(part)
        yield from self.own()

    def own(self) -> Iterator[Check]:
        """Yield what the shape demands by SPARQL of its own."""
        for own in self.shapes.all(self.shape, "sparql"):
            yield self._own(self.shapes.all(own, "select")[0].value)

    def _property(self, part: Value) -> Iterator[Check]:
        first, *rest = steps = self.write.steps(part)
        path = "/".join(steps)
        if demand := self.write.together(part, "?this"):
            yield self._check(part, path, f"{self._nodes()} FILTER(!{demand})")
        if demand := self.write.each(part, "?value", "?this"):
            near, far = ("?near", f"?near {'/'.join(rest)} ?value") if rest else ("?value", "")
            nodes = self._nodes(first, near)
            yield self._check(part, path, f"{nodes} {far} FILTER(!{demand})")

    def _nodes(self, step: str = "", value: str = "") -> str:
        """Return what finds the nodes that a shape is about in the graph of a document, with the values of a step.

        Class by class: so the store looks up those that there are, rather than asking each node what it is.
        """
        said = f"?this {step} {value} ." if step else ""
        targets = [
            *(f"VALUES ?class {{ {_listed(one)} }} ?this a ?class . {said}" for one in self._all("targetClass")),
            *(self._ends(str(one), f"?this {one} ?target", step, said) for one in self._all("targetSubjectsOf")),
            *(self._ends(f"(^{one})", f"?target {one} ?this", step, said) for one in self._all("targetObjectsOf")),
        ]
        own = targets if self.alone else [f"GRAPH ?document {{ {target} }}" for target in targets]
        return f"{{ {' } UNION { '.join(own)} }}"

    @staticmethod
    def _ends(own: str, target: str, step: str, said: str) -> str:
        """Return what finds the ends of a relation: the step itself does when it is that relation."""
        return said if own == step else f"{target} . {said}"

    def _all(self, name: str) -> tuple[Value, ...]:
        return self.shapes.all(self.shape, name)

    def _own(self, select: str) -> Check:
        head, brace, rest = select.partition("WHERE {")
        if not brace or "SELECT" not in head:
            raise KnowledgeError(f"{self.shape} in the shapes: its sh:select needs SELECT $this and WHERE {{")
        where = f"{self._nodes()} {rest.rstrip().removesuffix('}')}"
        query = f"{head.replace('SELECT', 'SELECT DISTINCT ?document', 1)}{brace} {self._looked(where)} }}"
        return replace(self._check(self.shape, "", ""), query=query)

    def _looked(self, where: str) -> str:
        """Return where a query looks: in the graph of the document, or in all that there is."""
        return f"GRAPH ?document {{ {where} }}" if self.alone else where

    def _check(self, said: Value, path: str, where: str) -> Check:
        severity = "".join(one.value.rpartition("#")[2] for one in self.shapes.all(said, "severity"))
        texts = {one.language: one.value for one in self.shapes.all(said, "message") if isinstance(one, Literal)}
        if severity not in _SEVERITIES or not {"zh", "en"} <= texts.keys():
            raise KnowledgeError(f"{self.shape} in the shapes needs messages in zh and en; its severity may be Warning")
        query = f"SELECT DISTINCT ?document ?this ?value WHERE {{ {self._looked(where)} }}"
        name = (said if isinstance(said, NamedNode) else self.shape).value.rpartition("#")[2]
        return Check(name, _SEVERITIES[severity], texts["zh"], texts["en"], path, query)


def _listed(name: Value) -> str:
    return " ".join(map(str, below(name)))
