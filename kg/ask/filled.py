"""A query with the values of its parameters, put where a store finds them first: the file stays plain SPARQL 1.1.

Values go as VALUES to the head of the outer WHERE, and of the WHERE of every sub-SELECT that gives their variable: a
store answers a sub-SELECT by itself. A condition, ``FILTER(!BOUND(?when) || EXISTS { ?figure fz:period ?when })``, is
put there as a pattern. One with a path, ``{ ?figure fz:about/fz:partOf* ?place }``, is asked before the
query, and what it finds are values too, here of ``?figure``: they tell a store where to begin, as a path does not. So
is a table in a condition, ``VALUES (?kind ?asked) { (fz:Target "target") … }``: Virtuoso loses rows where tables meet.
A condition on what is not given is left out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import prod
from typing import NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.ask.queries import Query
from kg.errors import QueryError
from kg.store import ask

Term: TypeAlias = NamedNode | Literal

# The head of the outer WHERE (the first one that no comment mentions), and that of a sub-SELECT with what it gives.
_WHERE = re.compile(r"^([^#\n]*?)(\bWHERE\s*\{)", re.MULTILINE | re.IGNORECASE)
_SELECT = re.compile(r"^[^#\n]*?\bSELECT\b(?: DISTINCT)?((?: \?\w+)*)[^{#]*?\bWHERE\s*\{", re.MULTILINE | re.IGNORECASE)
_CONDITION = r"FILTER\(!BOUND\(\?%s\) \|\| EXISTS \{((?:[^{}]|\{[^{}]*\})*)\}\)"  # it may hold a table of VALUES
_TABLE = r"VALUES \(\?(\w+) \?%s\) \{[^{}]*\}"
_TRIPLE = re.compile(r"\s*\?\w+ \w+:\w+ \?\w+\s*")
_PATH = re.compile(r"\w[/|*+?]|\^\w+:")
_VARIABLE = re.compile(r"\?(\w+)")
_COMMENT = re.compile(r"^ *#.*", re.MULTILINE)
_LARGEST = 1_000  # rows of a table of values


class _Head(NamedTuple):
    """What is known of a variable; apart in a sub-SELECT of the outer WHERE where there may be much to go through.

    A sub-SELECT of the query has it as it is: rdflib joins sub-SELECTs of sub-SELECTs wrongly.
    """

    variable: str
    known: str
    apart: bool = False
    values: Sequence[Term] | None = None  # all that is known, where it is no pattern


def filled(store: Store, query: Query, terms: Mapping[str, Sequence[Term]]) -> str:
    """Return the text of a query with its variables bound to the terms.

    Raises QueryError when it has no WHERE, or a condition that a store cannot read.
    """
    text, heads = query.text, list[_Head]()
    for one in query.parameters if terms else ():
        if one.variable not in terms:
            text = re.sub(_CONDITION % one.variable, "", text)
    for name, some in terms.items():
        condition = re.compile(_CONDITION % name)
        conditions = condition.findall(text)
        text = condition.sub("", text)
        if not conditions or name in _VARIABLE.findall(_COMMENT.sub("", text)):
            heads.append(_Head(name, _values(name, some), values=some))
        for pattern in conditions:
            about = _about(query, text, name, pattern)
            given = _given(store, query, pattern, name, some)
            path = _PATH.search(pattern)
            heads.append(_Head(about, _found(store, query, about, given), True) if path else _Head(about, given))
    return _headed(query, text, heads) if heads else text


def sifted(query: Query, lead: str, terms: Mapping[str, Sequence[Term]]) -> str:
    """Return the text of a query whose variables may only be the terms, for a store that begins with a lead.

    A condition on the lead is left out: the leads that are given fulfil it. Raises QueryError when there is no WHERE.
    """
    text, head = query.text, ""
    for name, some in terms.items():
        known, condition = _values(name, some), re.compile(_CONDITION % name)
        listed = f" FILTER(?{name} IN ({', '.join(map(str, some))}))"
        (*_, pattern) = ("", *condition.findall(text))
        if pattern and lead in _VARIABLE.findall(pattern):
            text = condition.sub("", text)
        elif _TRIPLE.fullmatch(pattern):
            text, head = condition.sub("", text), f"{head} {pattern.strip()} .{listed}"
        elif pattern:
            text = condition.sub(lambda one, known=known: f"FILTER EXISTS {{{known} {one[1]}}}", text)  # type: ignore[misc]
        if f"BOUND(?{name})" in text:  # what a query still asks this of is in no pattern
            head += known
        elif not pattern:
            head += listed
    end = _outer(query, text).end()
    return text[:end] + head + text[end:]


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


def _about(query: Query, rest: str, name: str, pattern: str) -> str:
    """Return the variable that a condition shares with the rest of its query."""
    shared: set[str] = {one for one in _VARIABLE.findall(pattern) if one != name} & {*_VARIABLE.findall(rest)}
    if len(shared) != 1:
        raise QueryError(
            f"{query.name}: a condition on ?{name} shares {len(shared)} variables with the rest; it must share one"
        )
    (about,) = shared
    return about


def _given(store: Store, query: Query, pattern: str, name: str, some: Sequence[Term]) -> str:
    """Return a condition as a pattern with its values, or where it has a table, with what this says that they mean."""
    known = _values(name, some)
    if table := re.search(_TABLE % name, pattern):
        known = _found(store, query, table[1], f"{known} {table[0]}")
        pattern = pattern.replace(table[0], "")
    return f"{known} {pattern.strip()} ."


def _found(store: Store, query: Query, about: str, given: str) -> str:
    """Return what a pattern finds for a variable as values of it."""
    prologue = "".join(re.findall(r"^PREFIX .*\n", query.text, re.MULTILINE | re.IGNORECASE))
    found = ask(store, f"{prologue}SELECT DISTINCT ?{about} WHERE {{{given} }}")
    assert isinstance(found, QuerySolutions)
    return _values(about, sorted((row[about] for row in found), key=str))


def _headed(query: Query, text: str, heads: Sequence[_Head]) -> str:
    """Return a query with what is known at the head of its WHERE, and of the sub-SELECTs that give the variable."""
    outer = _outer(query, text)

    def headed(sub: re.Match[str]) -> str:
        variables = _VARIABLE.findall(sub[1])
        return sub.group() + _told([head for head in heads if head.variable in variables])

    apart = "".join(f" {{ SELECT ?{one.variable} WHERE {{{one.known} }} }}" for one in heads if one.apart)
    head = apart + _told([one for one in heads if not one.apart])
    rest = _SELECT.sub(headed, text[outer.end() :])
    return text[: outer.end()] + head + rest


def _told(heads: Sequence[_Head]) -> str:
    """Return what is known as text: values of several variables as one table: a store begins with all of them."""
    plain = {head.variable: head.values for head in heads if head.values is not None}
    if len(plain) < 2 or prod(map(len, plain.values())) > _LARGEST:
        return "".join(head.known for head in heads)
    rows = " ".join(f"({' '.join(map(str, row))})" for row in product(*plain.values()))
    table = f" VALUES ({' '.join(f'?{name}' for name in plain)}) {{ {rows} }}"
    return table + "".join(head.known for head in heads if head.values is None)


def _outer(query: Query, text: str) -> re.Match[str]:
    if outer := _WHERE.search(text):
        return outer
    raise QueryError(f"{query.name}: no place for a parameter; write WHERE {{ … }} in the query")


def _values(name: str, terms: Sequence[Term]) -> str:
    return f" VALUES ?{name} {{ {' '.join(map(str, terms))} }}"
