"""A page of an answer: so many of its rows, at the cost of about these, however many there are in all.

A file of ``ontology/queries/pages`` gives the leads of the named query of its name: a variable of that query, then the
columns with which the order of its rows begins. Where the next one of that order is the lead, or its name, leads that
are equal so far are put in this order here. Leads are cheap to find. They are given to the query a few at a time, until
the page is full: what leads that are equal give are the next rows of the whole answer, no others and in its order.
Leads of which very much is told are asked one class at a time, where a line ``# parts: ?class Fund,Person`` names the
classes by which the order goes on, and the variable that is of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice
from math import ceil
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, Store

from kg import terms
from kg.ask.filled import Term, filled, sifted
from kg.ask.order import ordered, place, unordered
from kg.ask.queries import Query
from kg.ask.rows import Cells, cells, solutions
from kg.store import ask

_FIRST, _FASTER = 1, 8  # leads to begin with, and how many times as many may be given next
_MUCH = 500  # triples
_VARIABLE = re.compile(r"\?(\w+)")
_LABEL = NamedNode(terms.PREFIXES["skos"] + "prefLabel")


def page(
    store: Store, query: Query, given: Mapping[str, Sequence[Term]], size: int, start: int = 0
) -> tuple[Cells, list[Cells]]:
    """Return the columns of a query and so many of its rows, with the variables bound to the terms.

    They are those of :func:`kg.ask.rows.solved` from the start-th on; the first one is 0. Raises what it raises.
    """
    columns: Cells = ()
    found: list[Sequence[Any]] = []
    for part in _parts(query, given):
        columns, more = _begun(store, query, part, start + size - len(found))
        found += more
        if len(found) >= start + size:
            break
    return columns, list(map(cells, found[start : start + size]))


def _parts(query: Query, given: Mapping[str, Sequence[Term]]) -> Iterator[Mapping[str, Sequence[Term]]]:
    """Yield what is given, a word at a time where the order of the rows begins with a choice that is not made."""
    by = unordered(query.text)[1]
    for one in query.parameters if query.leads else ():
        if by[:1] == ((one.name, False),) and one.type.startswith("choice:") and one.variable not in given:
            words = sorted(one.type.partition(":")[2].split(","))
            yield from ({**given, one.variable: [Literal(word)]} for word in words)
            return
    yield given


def _begun(
    store: Store, query: Query, given: Mapping[str, Sequence[Term]], size: int
) -> tuple[Cells, list[Sequence[Any]]]:
    """Return the columns of a query and its first rows: as many as are asked for, or more, or all."""
    if query.leads is None or not _sieved(query.leads, given):
        return solutions(store, query, given)
    lead, groups = _leads(store, query, query.leads, given)
    query = replace(query, text=sifted(query, lead, {name: some for name, some in given.items() if name != lead}))
    columns, found = solutions(store, query, {lead: []})
    taken, wanted = 0, _FIRST
    while len(found) < size and (some := _taken(groups, wanted)):
        found += _told(store, query, lead, some, size - len(found))
        count = sum(map(len, some))
        taken += count
        share = len(found) / taken
        wanted = min(_FASTER * count, ceil((size - len(found)) / share) if share else count * _FASTER)
    return columns, found


def _told(store: Store, query: Query, lead: str, some: Sequence[list[Term]], size: int) -> list[Sequence[Any]]:
    """Return the rows of leads, or so many at least of those that are equal in order and have very many."""
    given = {lead: [one for group in some for one in group]}
    parts = query.leads.parts if query.leads and len(some) == 1 else None
    if parts is None or not _much(store, given[lead]):
        return solutions(store, query, given)[1]
    found = list[Sequence[Any]]()
    for name in parts[1]:
        found += solutions(store, query, {**given, parts[0]: [NamedNode(terms.term(name))]})[1]
        if len(found) >= size:
            break
    return found


def _much(store: Store, leads: Iterable[Any]) -> bool:
    """Is very much told of leads?"""
    told = (quad for lead in leads for quad in store.quads_for_pattern(None, None, lead, DefaultGraph()))
    return sum(1 for _ in islice(told, _MUCH)) == _MUCH


def _sieved(leads: Query, given: Mapping[str, Sequence[Term]]) -> bool:
    """Do the leads know all that is given? Else few of them would have rows."""
    return given.keys() <= {*_VARIABLE.findall(leads.text)}


def _taken(groups: Iterator[list[Term]], wanted: int) -> list[list[Term]]:
    """Return the next leads, so many or as many more as are equal to the last; those together that are equal."""
    found = list[list[Term]]()
    for group in groups:
        found.append(group)
        if sum(map(len, found)) >= wanted:
            break
    return found


def _leads(
    store: Store, query: Query, leads: Query, given: Mapping[str, Sequence[Term]]
) -> tuple[str, Iterator[list[Term]]]:
    """Return the variable that leads the rows of a query, and its values: those together that are equal in order."""
    text, by, _ = unordered(filled(store, leads, given))
    found = ask(store, text)
    assert isinstance(found, QuerySolutions)
    lead, *keys = (variable.value for variable in found.variables)
    alike = defaultdict[tuple[Any, ...], list[Any]](list)
    for row in found:
        one, *key = tuple(row)
        alike[tuple(key)].append(one)
    then = [column for column, _ in unordered(query.text)[1]][len(keys)]

    def groups() -> Iterator[list[Term]]:
        for key in ordered(alike, keys, by):
            some = alike[tuple(key)]
            if then == lead:
                yield from ([one] for one in sorted(some, key=lambda one: one.value))
            else:
                yield from _by_name(store, some) if query.nodes.get(then) == lead else [some]

    return lead, groups()


def _by_name(store: Store, leads: Sequence[Any]) -> Iterator[list[Term]]:
    """Yield things in the order of their names, those of one name together."""
    called = ((place(quad.object), lead) for lead in leads for quad in store.quads_for_pattern(lead, _LABEL, None))
    found = sorted(set(called), key=lambda one: one[0])
    for _, same in groupby(found, key=lambda one: one[0]):
        yield [lead for _, lead in same]
