"""The rows that a query gives, as plain text: what answers, exports, the score and the explanation read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, QueryBoolean, QueryTriples, Store

from kg.ask.queries import Query, read
from kg.errors import QueryError
from kg.store import ask

Row: TypeAlias = dict[str, str]
Cells: TypeAlias = tuple[str, ...]
Term: TypeAlias = NamedNode | Literal

# The head of the outer WHERE: the first one that no comment mentions.
_WHERE = re.compile(r"^([^#\n]*?)(\bWHERE\s*\{)", re.MULTILINE | re.IGNORECASE)


def rows(store: Store, query: Path, **bound: Term | Sequence[Term]) -> Iterator[Row]:
    """Yield the rows of a query file as column to text, "" where a cell is empty.

    Terms given by the name of a variable bind it.
    """
    terms = {name: [one] if isinstance(one, NamedNode | Literal) else one for name, one in bound.items()}
    columns, found = solved(store, read(query), terms)
    return (dict(zip(columns, cells, strict=True)) for cells in found)


def solved(store: Store, query: Query, terms: Mapping[str, Sequence[Term]]) -> tuple[Cells, Iterator[Cells]]:
    """Return the columns of a query and its rows, with the variables bound to the terms.

    ASK gives one cell, CONSTRUCT a row a triple.
    """
    found = ask(store, _with_values(query, terms))
    if isinstance(found, QueryBoolean):
        return ("answer",), iter([(str(bool(found)).lower(),)])
    if isinstance(found, QueryTriples):
        return ("subject", "predicate", "object"), iter(sorted(tuple(map(_text, row)) for row in found))
    return tuple(variable.value for variable in found.variables), (tuple(map(_text, row)) for row in found)


def with_nodes(query: Query) -> Query:
    """Return a query that also gives the things of its ``# node:`` lines, each as a column of its variable.

    Raises QueryError when there is no WHERE before which they could stand.
    """
    if not query.nodes:
        return query
    selected = "".join(f"?{variable} " for variable in query.nodes.values())
    text, done = _WHERE.subn(lambda where: f"{where[1]}{selected}{where[2]}", query.text, count=1)
    if not done:
        raise QueryError(f"{query.name}: no place for its nodes; write SELECT … WHERE {{ … }} in the query")
    return replace(query, text=text)


def _with_values(query: Query, terms: Mapping[str, Sequence[Term]]) -> str:
    """Return the text of a query with the terms as VALUES at the head of its outer WHERE.

    What a condition asks of a variable that is now bound comes there too, as a pattern: the store begins with it.
    """
    if not terms:
        return query.text
    head, text = "", query.text
    for name, some in terms.items():
        head += f" VALUES ?{name} {{ {' '.join(map(str, some))} }}"
        condition = re.compile(rf"FILTER\(!BOUND\(\?{name}\) \|\| EXISTS \{{([^{{}}]*)\}}\)")
        head += "".join(f" {pattern.strip()} ." for pattern in condition.findall(text))
        text = condition.sub("", text)
    text, done = _WHERE.subn(lambda where: where[0] + head, text, count=1)
    if not done:
        raise QueryError(f"{query.name}: no place for a parameter; write WHERE {{ … }} in the query")
    return text


def _text(node: object) -> str:
    return "" if node is None else str(getattr(node, "value", node))
