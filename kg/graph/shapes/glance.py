"""A first look at a document: whether it can break a demand, told by its triples alone.

The checks are queries, which say exactly who breaks what; for them a document is loaded and asked a hundred times. As
nearly every document breaks nothing, its triples are looked through here first, and only one that does not conform is
asked. Where SPARQL compares more loosely (``1`` with ``1.0``), this look is the stricter: then the queries decide.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from operator import ge, gt, le, lt
from typing import Any, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from kg import terms
from kg.errors import KnowledgeError
from kg.graph.shapes.checks import own_queries
from kg.graph.shapes.expressions import SILENT, TOGETHER, local, whole
from kg.graph.shapes.files import Value, shapes
from kg.graph.shapes.said import Said

# Whether a value of a node (the last) conforms.
Demand: TypeAlias = Callable[[Said, Value, Value], bool]
Path: TypeAlias = Callable[[Said, Value], Sequence[Value]]

_DOCUMENT = NamedNode("urn:document")
_KINDS: Mapping[str, type[Value]] = {"IRI": NamedNode, "Literal": Literal, "BlankNode": BlankNode}
_FORMS: Mapping[NamedNode, tuple[re.Pattern[str], Callable[[str], Any]]] = {
    NamedNode(terms.PREFIXES["xsd"] + "integer"): (re.compile("[+-]?[0-9]+"), int),
    NamedNode(terms.PREFIXES["xsd"] + "decimal"): (re.compile("[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)"), Decimal),
    NamedNode(terms.PREFIXES["xsd"] + "date"): (re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"), date.fromisoformat),
}
_NONE = re.compile("(?!)"), str


def suspect(triples: Iterable[Triple]) -> bool:
    """Tell whether what a document says, and it alone, can break a demand whose breach is a violation."""
    said = Said(triples)
    return not all(met(said) for met in _demands()) or any(_answers(said, query) for query in own_queries())


def _answers(said: Said, query: str) -> bool:
    """Tell whether a query of a shape's own finds something among the triples that it can see."""
    store = Store()
    store.extend([Quad(one.subject, one.predicate, one.object, _DOCUMENT) for one in said.named(query)])
    return any(True for _ in store.query(query, prefixes=dict(terms.PREFIXES)))  # type: ignore[union-attr]


@cache
def _demands() -> tuple[Callable[[Said], bool], ...]:
    """Return the tests whether all nodes that a shape is about conform: to itself, and to each of its properties."""
    return tuple(
        _of_all(shape, test)
        for shape in shapes().targets()
        for part in (shape, *shapes().all(shape, "property"))
        if "Warning" not in map(local, shapes().all(part, "severity"))
        for test in ([_conforms(part)] if part != shape else _each(shape, "property"))
    )


def _of_all(shape: NamedNode, demand: Demand) -> Callable[[Said], bool]:
    return lambda said: all(demand(said, node, node) for node in _targets(said, shape))


def _targets(said: Said, shape: NamedNode) -> Iterator[Value]:
    for kind in shapes().all(shape, "targetClass"):
        yield from said.members(kind)
    for relation in shapes().all(shape, "targetSubjectsOf"):
        yield from said.ahead(relation)
    for relation in shapes().all(shape, "targetObjectsOf"):
        yield from said.back(relation)


def _conforms(shape: Value) -> Demand:
    """Return the test whether a node conforms to a shape, which may be one of a property."""
    each = _each(shape)
    if not (path := shapes().one(shape, "path")):
        return lambda said, value, node: all(test(said, value, value) for test in each)
    reached, needed = _reached(path), shapes().all(shape, "hasValue")
    least = max((whole(one) for one in shapes().all(shape, "minCount")), default=0)
    most = min((whole(one) for one in shapes().all(shape, "maxCount")), default=sys.maxsize)

    def test(said: Said, node: Value, _: Value) -> bool:
        values = reached(said, node)
        if not least <= (len(values) if len(values) < 2 else len(set(values))) <= most:
            return False
        for value in values:
            for one in each:
                if not one(said, value, node):
                    return False
        return not needed or all(one in values for one in needed)

    return test


def _reached(path: Value) -> Path:
    """Return what leads from a node along a path to its values."""
    steps = [_step(part) for part in shapes().members(path)] or [_step(path)]

    def walk(said: Said, node: Value) -> Sequence[Value]:
        found: Sequence[Value] = (node,)
        for step in steps:
            found = step(said, found[0]) if len(found) == 1 else [end for one in found for end in step(said, one)]
        return found

    return walk if len(steps) > 1 else steps[0]


def _step(path: Value) -> Path:
    if isinstance(path, NamedNode):
        return lambda said, node: said.ahead(path).get(node, ())
    if isinstance(inner := shapes().one(path, "inversePath"), NamedNode):
        return lambda said, node: said.back(inner).get(node, ())
    raise KnowledgeError("a path in the shapes is of a kind that is not looked at; write a sequence or an inverse")


def _each(shape: Value, but: str = "") -> list[Demand]:
    """Return the tests of what a shape demands of each value.

    Raises KnowledgeError for a constraint that is not one of ours.
    """
    passed = SILENT | TOGETHER if shapes().one(shape, "path") else SILENT
    names = sorted(shapes().names(shape) - passed - {but})
    if unknown := [name for name in names if name not in _DEMANDS]:
        raise KnowledgeError(f"sh:{unknown[0]} in {shape} of the shapes is not checked; write it with others")
    return [_DEMANDS[name](shape, x) for name in names for x in shapes().all(shape, name)]


def _same(shape: Value, x: Value) -> Demand:
    return lambda said, value, node: value == x


def _long(holds: Callable[[int, int], bool]) -> Callable[[Value, Value], Demand]:
    def made(shape: Value, x: Value) -> Demand:
        bound = whole(x)
        return lambda said, value, node: holds(len(value.value), bound)

    return made


def _bounded(holds: Callable[[Any, Any], bool]) -> Callable[[Value, Value], Demand]:
    return lambda shape, x: lambda said, value, node: _stands(holds, value, x)


def _beside(holds: Callable[[Any, Any], bool]) -> Callable[[Value, Value], Demand]:
    """Return what demands that a value stands so to all that its node has under another relation."""

    def made(shape: Value, x: Value) -> Demand:
        other = _step(x)
        return lambda said, value, node: all(_stands(holds, value, one) for one in other(said, node))

    return made


def _stands(holds: Callable[[Any, Any], bool], one: Value, other: Value) -> bool:
    """Tell whether two values stand so to each other; what cannot be compared does not."""
    try:
        return holds(_read(one), _read(other))
    except TypeError:
        return False


def _read(value: Value) -> Any:
    """Return the value of a literal, None where its text is malformed or its datatype none of ours."""
    form, made = _FORMS.get(value.datatype, _NONE) if isinstance(value, Literal) else _NONE
    try:
        return made(value.value) if form.fullmatch(value.value) else None
    except ValueError:
        return None


def _disjoint(shape: Value, x: Value) -> Demand:
    other = _step(x)
    return lambda said, value, node: value not in other(said, node)


def _class(shape: Value, x: Value) -> Demand:
    return lambda said, value, node: value in said.members(x)


def _datatype(shape: Value, x: Value) -> Demand:
    def test(said: Said, value: Value, node: Value) -> bool:
        return isinstance(value, Literal) and value.datatype == x and (x not in _FORMS or _read(value) is not None)

    return test


def _node_kind(shape: Value, x: Value) -> Demand:
    kinds = tuple(kind for name, kind in _KINDS.items() if name in local(x).split("Or"))
    return lambda said, value, node: isinstance(value, kinds)


def _in(shape: Value, x: Value) -> Demand:
    members = frozenset(shapes().members(x))
    return lambda said, value, node: value in members


def _language(shape: Value, x: Value) -> Demand:
    languages = {one.value for one in shapes().members(x)}
    return lambda said, value, node: isinstance(value, Literal) and value.language in languages


def _pattern(shape: Value, x: Value) -> Demand:
    flags = "".join(one.value for one in shapes().all(shape, "flags"))
    known = re.compile(f"(?{flags}){x.value}" if flags else x.value)
    return lambda said, value, node: bool(known.search(value.value))


def _not(shape: Value, x: Value) -> Demand:
    inner = _conforms(x)
    return lambda said, value, node: not inner(said, value, value)


def _and(shape: Value, x: Value) -> Demand:
    parts = [_conforms(one) for one in shapes().members(x)]
    return lambda said, value, node: all(one(said, value, value) for one in parts)


def _or(shape: Value, x: Value) -> Demand:
    parts = [_conforms(one) for one in shapes().members(x)]
    return lambda said, value, node: any(one(said, value, value) for one in parts)


_DEMANDS: Mapping[str, Callable[[Value, Value], Demand]] = {
    "hasValue": _same,
    "minLength": _long(ge),
    "maxLength": _long(le),
    "minInclusive": _bounded(ge),
    "maxInclusive": _bounded(le),
    "minExclusive": _bounded(gt),
    "maxExclusive": _bounded(lt),
    "lessThan": _beside(lt),
    "lessThanOrEquals": _beside(le),
    "disjoint": _disjoint,
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "in": _in,
    "languageIn": _language,
    "pattern": _pattern,
    "not": _not,
    "and": _and,
    "or": _or,
    "node": lambda shape, x: _conforms(x),
    "property": lambda shape, x: _conforms(x),
}
