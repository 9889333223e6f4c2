"""A page of an answer has the rows that the whole answer has there, whatever is given."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Store

from kg import terms
from kg.ask.answers import answer
from kg.ask.filled import Term, with_nodes
from kg.ask.pages import page
from kg.ask.queries import KINDS, QUERIES, Parameter, Query, find, names
from kg.ask.rows import Cells, solved
from kg.store import open_store

COUNTY = Path(__file__).parents[1] / "data" / "county.ttl"
PAGES = sorted((QUERIES / "pages").glob("*.rq"))


@pytest.fixture(scope="module")
def store(samples: Path) -> Store:
    """The samples and an invented county, of which every query knows something."""
    store = Store()
    store.bulk_extend(open_store(samples).quads_for_pattern(None, None, None, None))
    store.bulk_load(path=str(COUNTY), format=RdfFormat.TURTLE)
    return store


def candidates(store: Store, parameter: Parameter) -> Sequence[Term]:
    """Return what a parameter may be bound to, what is said most of first."""
    kind, _, rest = parameter.type.partition(":")
    if kind == "date":
        return [Literal(f"{year}-06-01", datatype=NamedNode(terms.PREFIXES["xsd"] + "date")) for year in (2024, 2026)]
    if kind == "choice":
        return [Literal(word) for word in rest.split(",")]
    if kind == "concept":
        found: set[Term] = {NamedNode(iri) for iri in terms.scheme(rest).values()}
    else:
        classes = KINDS if kind == "Entity" else ("Period",) if kind == "period" else (kind,)
        of = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        quads = (store.quads_for_pattern(None, of, NamedNode(terms.term(one)), DefaultGraph()) for one in classes)
        found = {quad.subject for quad in chain(*quads) if isinstance(quad.subject, NamedNode)}
    return sorted(found, key=lambda x: (-sum(1 for _ in store.quads_for_pattern(None, None, x)), str(x)))


def asked(store: Store, query: Query) -> Iterator[tuple[dict[str, list[Term]], Cells, list[Cells]]]:
    """Yield what a query is given, nothing and then something for each parameter, with its whole answer."""
    columns, found = solved(store, query, {})
    yield {}, columns, list(found)
    for one in query.parameters:
        for value in candidates(store, one):
            given = {one.variable: [value]}
            columns, found = solved(store, query, given)
            if rows := list(found):
                yield given, columns, rows
                break
        else:
            raise AssertionError(f"{query.name}: nothing gives --{one.name} an answer")


@pytest.mark.parametrize("name", names())
def test_a_page_has_the_rows_of_the_whole_answer(store: Store, name: str) -> None:
    query = find(name)
    for given, columns, whole in asked(store, query):
        assert whole
        for start, size in ((0, 1), (0, 5), (3, 7), (0, len(whole) + 1)):
            assert page(store, query, given, size, start) == (columns, whole[start : start + size]), (given, start)


def test_a_page_of_a_query_with_its_things(store: Store) -> None:
    query = with_nodes(find("posts"))
    columns, whole = solved(store, query, {})
    assert page(store, query, {}, 6, 2) == (columns, list(whole)[2:8])


def test_a_page_says_whether_there_are_more_rows(store: Store) -> None:
    whole = answer(store, find("posts"))
    first, rest = answer(store, find("posts"), size=3), answer(store, find("posts"), size=10**6, start=3)
    assert first.rows + rest.rows == whole.rows
    assert (first.more, rest.more, whole.more) == (True, False, False)
    assert first.as_table().endswith("3 rows, and there are more\n")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_leads_are_of_their_query(path: Path) -> None:
    query = find(path.stem)
    assert query.leads
    lead, *_ = re.findall(r"\?(\w+)", query.leads.text.partition("SELECT")[2].partition("WHERE")[0])
    assert lead in query.text


def test_a_query_without_leads_is_cut(store: Store) -> None:
    query = find("SELECT ?name WHERE { ?thing skos:prefLabel ?name } ORDER BY ?name")
    whole = list(solved(store, query, {})[1])
    assert page(store, query, {}, 4, 1)[1] == whole[1:5]
