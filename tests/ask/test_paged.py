"""A page of an answer has the rows that the whole answer has there, whatever is given."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from county import candidates
from pyoxigraph import Store

from kg.ask.answers import answer
from kg.ask.filled import Term, with_nodes
from kg.ask.pages import page
from kg.ask.queries import QUERIES, Query, find, names
from kg.ask.rows import Cells, solved

PAGES = sorted((QUERIES / "pages").glob("*.rq"))


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
def test_a_page_has_the_rows_of_the_whole_answer(county: Store, name: str) -> None:
    query = find(name)
    for given, columns, whole in asked(county, query):
        assert whole
        for start, size in ((0, 1), (0, 5), (3, 7), (0, len(whole) + 1)):
            assert page(county, query, given, size, start) == (columns, whole[start : start + size]), (given, start)


def test_a_page_of_a_query_with_its_things(county: Store) -> None:
    query = with_nodes(find("posts"))
    columns, whole = solved(county, query, {})
    assert page(county, query, {}, 6, 2) == (columns, list(whole)[2:8])


def test_a_page_says_whether_there_are_more_rows(county: Store) -> None:
    whole = answer(county, find("posts"))
    first, rest = answer(county, find("posts"), size=3), answer(county, find("posts"), size=10**6, start=3)
    assert first.rows + rest.rows == whole.rows
    assert (first.more, rest.more, whole.more) == (True, False, False)
    assert first.as_table().endswith("3 rows, and there are more\n")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_leads_are_of_their_query(path: Path) -> None:
    query = find(path.stem)
    assert query.leads
    lead, *_ = re.findall(r"\?(\w+)", query.leads.text.partition("SELECT")[2].partition("WHERE")[0])
    assert lead in query.text


def test_a_query_without_leads_is_cut(county: Store) -> None:
    query = find("SELECT ?name WHERE { ?thing skos:prefLabel ?name } ORDER BY ?name")
    whole = list(solved(county, query, {})[1])
    assert page(county, query, {}, 4, 1)[1] == whole[1:5]
