"""What a shape demands of a node, as a SPARQL expression that is true where the node conforms.

Each constraint of SHACL that we use is one row or one method here. A comparison that SPARQL cannot make (of a date with
a number) does not hold.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.errors import KnowledgeError
from kg.graph.shapes.files import Shapes, Value, below

# What a constraint with the parameter x demands of the value v of the node f.
_SIMPLE: Mapping[str, str] = {
    "hasValue": "sameTerm({v}, {x})",
    "minLength": "STRLEN(STR({v})) >= {x}",
    "maxLength": "STRLEN(STR({v})) <= {x}",
    "minInclusive": "{v} >= {x}",
    "maxInclusive": "{v} <= {x}",
    "minExclusive": "{v} > {x}",
    "maxExclusive": "{v} < {x}",
    "disjoint": "!EXISTS {{ {f} {x} {v} }}",
}
_NODE_KINDS = {"IRI": "isIRI({v})", "Literal": "isLiteral({v})", "BlankNode": "isBlank({v})"}
# Datatypes that SPARQL can cast to, so that a lexical form that is none of them is found.
_CAST = frozenset({"integer", "decimal", "boolean", "date", "dateTime", "double", "float"})
# What a property shape demands of all values together, and what is no demand by itself.
TOGETHER = frozenset({"minCount", "maxCount", "hasValue"})
SILENT = frozenset(
    {"targetClass", "targetSubjectsOf", "targetObjectsOf", "message", "severity", "path", "flags", "sparql"}
)


class Expressions:
    """Writes expressions over the shapes; each inner variable gets a name of its own."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self._numbers = count()

    def conforms(self, shape: Value, node: str) -> str:
        """Say that a node (a variable) conforms to a shape, which may be one of a property; "" when any node does."""
        if not self.shapes.one(shape, "path"):
            return self.each(shape, node, node)
        value = self._fresh()
        each = self.each(shape, value, node)
        every = f"!{self._reached(node, self.steps(shape), value, f'FILTER(!{each})')}" if each else ""
        return _all([self.together(shape, node), every])

    def together(self, shape: Value, node: str) -> str:
        """Say that the values of a node on the path of a property shape are as many as they should be, or ""."""
        steps = self.steps(shape)
        return _all(
            [
                *(self._at_least(node, steps, whole(least)) for least in self.shapes.all(shape, "minCount")),
                *(f"!{self._at_least(node, steps, whole(most) + 1)}" for most in self.shapes.all(shape, "maxCount")),
                *(self._reached(node, steps, str(value)) for value in self.shapes.all(shape, "hasValue")),
            ]
        )

    def each(self, shape: Value, value: str, focus: str, but: str = "") -> str:
        """Say that one value conforms to what a shape demands of each; ``focus`` is the node that has it.

        Raises KnowledgeError for a constraint that is not one of ours.
        """
        passed = SILENT | TOGETHER if self.shapes.one(shape, "path") else SILENT
        return _all(
            self._constraint(name, shape, x, value, focus)
            for name in sorted(self.shapes.names(shape) - passed - {but})
            for x in self.shapes.all(shape, name)
        )

    def steps(self, shape: Value) -> list[str]:
        """Return the path of a property shape step by step, as SPARQL writes each.

        Raises KnowledgeError for a kind of path that is not one of ours.
        """
        (path,) = self.shapes.all(shape, "path")
        return [self._step(part) for part in self.shapes.members(path)] or [self._step(path)]

    def _step(self, path: Value) -> str:
        if isinstance(path, NamedNode):
            return str(path)
        for name, form in (("inversePath", "^{}"), ("oneOrMorePath", "{}+"), ("zeroOrMorePath", "{}*")):
            if (inner := self.shapes.one(path, name)) is not None:
                return f"({form.format(self._step(inner))})"
        raise KnowledgeError("a path in the shapes is of a kind that is not checked; write a sequence, inverse, + or *")

    def _constraint(self, name: str, shape: Value, x: Value, v: str, focus: str) -> str:
        if name in _SIMPLE:
            return _surely(_SIMPLE[name].format(v=v, x=x, f=focus))
        if name in _OTHERS:
            return _OTHERS[name](self, shape, x, v, focus)
        known = ", ".join(sorted({*_SIMPLE, *_OTHERS, *TOGETHER}))
        raise KnowledgeError(f"sh:{name} in {shape} of the shapes is not checked; write it with one of {known}")

    def _at_least(self, node: str, steps: Sequence[str], number: int, *others: str) -> str:
        if number == 0:
            return "true"
        value = self._fresh()
        apart = "".join(f" FILTER(!sameTerm({value}, {other}))" for other in others)
        more = f" FILTER({self._at_least(node, steps, number - 1, value, *others)})" if number > 1 else ""
        return self._reached(node, steps, value, apart + more)

    def _reached(self, node: str, steps: Sequence[str], value: str, then: str = "") -> str:
        """Say that a path leads from a node to a value of which ``then`` holds.

        Step in step: a whole path inside EXISTS may be walked from its far end, through all of a store.
        """
        first, *rest = steps
        if not rest:
            return f"EXISTS {{ {node} {first} {value} {then} }}"
        between = self._fresh()
        return f"EXISTS {{ {node} {first} {between} FILTER({self._reached(between, rest, value, then)}) }}"

    def _fresh(self) -> str:
        return f"?v{next(self._numbers)}"

    def _class(self, shape: Value, x: Value, v: str, focus: str) -> str:
        kind = self._fresh()
        return f"EXISTS {{ {v} a {kind} FILTER({kind} IN ({', '.join(map(str, below(x)))})) }}"

    def _datatype(self, shape: Value, x: Value, v: str, focus: str) -> str:
        form = f" && {x}(STR({v})) = {v}" if local(x) in _CAST else ""
        return _surely(f"datatype({v}) = {x}{form}")

    def _node_kind(self, shape: Value, x: Value, v: str, focus: str) -> str:
        return f"({' || '.join(_NODE_KINDS[kind].format(v=v) for kind in local(x).split('Or'))})"

    def _in(self, shape: Value, x: Value, v: str, focus: str) -> str:
        return _surely(f"{v} IN ({', '.join(map(str, self.shapes.members(x)))})")

    def _language(self, shape: Value, x: Value, v: str, focus: str) -> str:
        return _surely(" || ".join(f"LANGMATCHES(LANG({v}), {one})" for one in self.shapes.members(x)))

    def _pattern(self, shape: Value, x: Value, v: str, focus: str) -> str:
        flags = "".join(f", {one}" for one in self.shapes.all(shape, "flags"))
        return _surely(f"REGEX(STR({v}), {x}{flags})")

    def _before(self, shape: Value, x: Value, v: str, focus: str) -> str:
        return self._beside(x, v, focus, "<")

    def _not_after(self, shape: Value, x: Value, v: str, focus: str) -> str:
        return self._beside(x, v, focus, "<=")

    def _beside(self, predicate: Value, v: str, focus: str, sign: str) -> str:
        other = self._fresh()
        return f"!EXISTS {{ {focus} {predicate} {other} FILTER(!{_surely(f'{v} {sign} {other}')}) }}"

    def _not(self, shape: Value, x: Value, v: str, focus: str) -> str:
        return f"!{self.conforms(x, v) or 'true'}"

    def _and(self, shape: Value, x: Value, v: str, focus: str) -> str:
        return _all(self.conforms(one, v) for one in self.shapes.members(x))

    def _or(self, shape: Value, x: Value, v: str, focus: str) -> str:
        return f"({' || '.join(self.conforms(one, v) or 'true' for one in self.shapes.members(x))})"

    def _shape(self, shape: Value, x: Value, v: str, focus: str) -> str:
        return self.conforms(x, v)


_Writer: TypeAlias = Callable[[Expressions, Value, Value, str, str], str]
_OTHERS: Mapping[str, _Writer] = {
    "class": Expressions._class,
    "datatype": Expressions._datatype,
    "nodeKind": Expressions._node_kind,
    "in": Expressions._in,
    "languageIn": Expressions._language,
    "pattern": Expressions._pattern,
    "lessThan": Expressions._before,
    "lessThanOrEquals": Expressions._not_after,
    "not": Expressions._not,
    "and": Expressions._and,
    "or": Expressions._or,
    "node": Expressions._shape,
    "property": Expressions._shape,
}


def _all(parts: Iterable[str]) -> str:
    """Return the conjunction of expressions, "" of none."""
    found = [part for part in parts if part]
    return f"({' && '.join(found)})" if found else ""


def _surely(expression: str) -> str:
    """Return an expression that is false where SPARQL finds an error."""
    return f"COALESCE({expression}, false)"


def local(iri: Value) -> str:
    """Return the local name of an IRI."""
    return str(iri).rpartition("#")[2].rstrip(">")


def whole(number: Value) -> int:
    """Return a count; raises KnowledgeError for what is none."""
    if isinstance(number, Literal) and number.value.isdigit():
        return int(number.value)
    raise KnowledgeError(f"{number} is no count in the shapes; write a whole number")
