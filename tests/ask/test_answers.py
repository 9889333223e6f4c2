"""What named queries answer: about the sample papers as they did, about a county as another engine does."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
import rdflib
from answers import ANSWERS, answers
from pyoxigraph import RdfFormat, Store

from kg import terms
from kg.ask.filled import Term
from kg.ask.queries import Parameter, Query, find, names
from kg.ask.rows import solved
from kg.ask.values import bound
from kg.errors import QueryError

COUNTY = Path(__file__).parents[1] / "data" / "county.ttl"
QUERIES = [find(name) for name in names()]
GIVEN = [(query, one) for query in QUERIES for one in query.parameters if one.type not in ("date", "text")]
PREFIXES = dict(terms.PREFIXES)


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.bulk_load(path=str(COUNTY), format=RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return rdflib.Graph(bind_namespaces="none").parse(COUNTY)


def rows(found: object) -> Counter[tuple[str, ...]]:
    """Return rows as text to be compared: a number may have been written in more than one way."""
    return Counter(tuple(map(plain, row)) for row in found)


def plain(cell: object) -> str:
    text = "" if cell is None else str(cell)
    try:
        return str(Decimal(text).normalize())
    except InvalidOperation:
        return text


def values(store: Store, parameter: Parameter) -> Iterator[list[Term]]:
    """Yield what a parameter can be bound to: what every name in the store means."""
    _, _, words = parameter.type.partition(":")
    found = store.query("SELECT DISTINCT ?name WHERE { ?thing skos:prefLabel|skos:notation ?name }", prefixes=PREFIXES)
    for name in sorted({row["name"].value for row in found} | set(words.split(","))):
        with suppress(QueryError):
            yield bound(store, parameter, name)


def test_answers_about_the_sample_are_what_they_were(sampled: Store) -> None:
    found = dict(answers(sampled))
    kept = {path.stem: path.read_text("utf8") for path in ANSWERS.glob("*.csv")}
    changed = sorted(name for name in found.keys() | kept.keys() if found.get(name) != kept.get(name))
    assert not changed, "the answers have changed: run make docs, and read what git diff shows"


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_another_engine_answers_the_same(store: Store, graph: rdflib.Graph, query: Query) -> None:
    assert rows(solved(store, query, {})[1]) == rows(graph.query(query.text))


@pytest.mark.parametrize(("query", "parameter"), GIVEN, ids=[f"{query.name}-{one.name}" for query, one in GIVEN])
def test_a_parameter_gives_some_of_the_rows_in_every_engine(
    store: Store, graph: rdflib.Graph, query: Query, parameter: Parameter
) -> None:
    def answered(given: list[Term]) -> Counter[tuple[str, ...]]:
        return rows(solved(store, query, {parameter.variable: given})[1])

    value = next(one for one in values(store, parameter) if answered(one))
    assert answered(value) <= rows(solved(store, query, {})[1])
    # By the book: the values as VALUES, and nothing else changed.
    given = rf"\g<0> VALUES ?{parameter.variable} {{ {' '.join(map(str, value))} }}"
    text = re.sub(r"^[^#\n]*?\bWHERE \{", given, query.text, count=1, flags=re.M)
    assert answered(value) == rows(graph.query(text))
