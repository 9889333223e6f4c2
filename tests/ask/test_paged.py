"""A page of an answer has the rows that the whole answer has there, whatever is given."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from county import candidates
from pyoxigraph import RdfFormat, Store

from kg import terms
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


def test_leads_of_which_much_is_told_are_asked_a_class_at_a_time() -> None:
    query, said = find("industry-chain"), list[str]()
    assert query.leads and query.leads.parts
    assert list(query.leads.parts[1]) == sorted(query.leads.parts[1]), "the rows are in the order of classes"
    for number in range(300):
        kind = ("Region", "Platform", "Organization")[number % 3]
        said.append(
            f'<r{number}> a fz:{kind} ; skos:prefLabel "第{number}处"@zh ; fz:developsIndustry <竹> .'
            f"<s{number}> rdf:subject <r{number}> ; rdf:predicate fz:developsIndustry ; rdf:object <竹> ;"
            f"  prov:wasDerivedFrom <p{number}> ."
            f'<p{number}> fz:text "第{number}处发展竹产业。"@zh ; dcterms:isPartOf <页> .'
        )
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in terms.PREFIXES.items())
    text = '<竹> a fz:Industry ; skos:prefLabel "竹业"@zh . <页> dcterms:identifier "page" .' + "".join(said)
    store = Store()
    store.load(f"{prefixes}{text}".encode(), RdfFormat.TURTLE, base_iri="https://example.org/")
    columns, whole = solved(store, query, {})
    rows = list(whole)
    assert len(rows) == 300
    for start, size in ((0, 10), (95, 20), (290, 50)):
        assert page(store, query, {}, size, start) == (columns, rows[start : start + size]), start
