"""Parameters of queries: their lines are understood, names become nodes, and what cannot be meant is told."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg import terms
from kg.ask.answers import answer
from kg.ask.filled import filled
from kg.ask.order import unordered
from kg.ask.queries import Query, find, parsed
from kg.ask.values import bound
from kg.errors import QueryError
from kg.store import ask

COUNTY = Path(__file__).parents[1] / "data" / "county.ttl"


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.bulk_load(path=str(COUNTY), format=RdfFormat.TURTLE)
    return store


def query(type: str, body: str) -> Query:
    header = f"# title: mine\n# zh: 我的\n# en: mine\n# parameter: given ?given {type} | 给定的 | what is given\n"
    return parsed("mine", f"{header}# not WHERE {{ here\nSELECT DISTINCT ?name WHERE {{ {body} }} ORDER BY ?name")


def names(store: Store, query: Query, value: str) -> list[str]:
    return [row["name"] for row in answer(store, query, {"given": value}).as_dicts()]


NAMED = "?given skos:prefLabel ?name"


@pytest.mark.parametrize(
    ("type", "value", "found"),
    [
        ("Region", "北江县", ["北江县"]),
        ("Entity", "北江县", ["北江县"]),
        ("concept:event-kinds", "meeting", []),
        ("concept:event-kinds", "签约", []),
    ],
)
def test_a_name_binds_the_nodes_that_go_by_it(store: Store, type: str, value: str, found: list[str]) -> None:
    assert names(store, query(type, NAMED), value) == found


def test_a_short_name_of_the_register_means_the_region() -> None:
    store = Store()
    store.load(
        '<x:1> a <https://w3id.org/fangzhi/ontology#Region> ; <http://www.w3.org/2004/02/skos/core#prefLabel> "沂水县"@zh .',
        RdfFormat.TURTLE,
    )
    assert names(store, query("Region", NAMED), "沂水") == ["沂水县"]


def test_literals_are_bound_as_they_are(store: Store) -> None:
    assert names(store, query("text", "BIND(?given AS ?name)"), '引"号\\') == ['引"号\\']
    later = query("date", 'BIND(STR(?given > "2022-01-31"^^xsd:date) AS ?name)')
    assert names(store, later, "2022-02-01") == ["true"]


@pytest.mark.parametrize(("value", "found"), [("2026", ["80"]), ("2026-H1", ["60", "61", "70"])])
def test_what_only_some_rows_have_is_a_condition(store: Store, value: str, found: list[str]) -> None:
    condition = "FILTER(!BOUND(?given) || EXISTS { ?figure fz:period ?given })"
    asked = query("period", f"?figure fz:value ?value . {condition} BIND(STR(?value) AS ?name)")
    assert names(store, asked, value) == found
    assert len(answer(store, asked).rows) == 5


def test_without_a_value_the_variable_is_free(store: Store) -> None:
    free = answer(store, query("Region", "?given a fz:Region ; skos:prefLabel ?name"))
    assert {"北江县", "南江县"} <= {row["name"] for row in free.as_dicts()}


@pytest.mark.parametrize(
    ("type", "value", "said"),
    [
        ("Region", "北江", "names near it: 北江县"),
        ("Person", "北江县", "nothing goes by this name"),
        ("concept:event-kinds", "会", "会议"),
        ("concept:no-such-scheme", "会", "event-kinds"),
        ("date", "2022年", "2022-02-18"),
        ("choice:target,plan", "aim", "target, plan"),
        ("period", "某年", "nothing goes by this name"),
    ],
)
def test_what_cannot_be_meant_is_told(store: Store, type: str, value: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        answer(store, query(type, NAMED), {"given": value})


def test_a_parameter_that_a_query_does_not_have_is_told(store: Store) -> None:
    with pytest.raises(QueryError, match="no parameter colour; it has region"):
        answer(store, find("region-profile"), {"colour": "红"})


@pytest.mark.parametrize(
    "line", ["region Region | 地区", "region ?node Place | 地区 | a region", "format ?x text | 形 | x"]
)
def test_a_line_that_is_no_parameter_is_told(line: str) -> None:
    with pytest.raises(QueryError, match="is no parameter"):
        parsed("mine", f"# parameter: {line}\nASK {{}}")


def test_a_condition_is_asked_first_and_goes_into_every_subselect_that_gives_its_variable(store: Store) -> None:
    condition = "FILTER(!BOUND(?given) || EXISTS { ?figure fz:about/fz:partOf* ?given })"
    counted = "{ SELECT ?figure (COUNT(*) AS ?n) WHERE { ?figure fz:value ?value } GROUP BY ?figure }"
    asked = query("Region", f"?figure fz:about/skos:prefLabel ?name {counted} {condition}")
    text = filled(store, asked, {"given": bound(store, asked.parameter("given"), "江州市")})
    assert text.count("VALUES ?figure {") == 2
    assert "fz:partOf*" not in text
    assert names(store, asked, "江州市") == ["北江县", "南江县"]


def test_a_table_in_a_condition_is_asked_first(store: Store) -> None:
    table = 'VALUES (?kind ?given) { (fz:Target "target") (fz:Result "achieved") }'
    condition = f"FILTER(!BOUND(?given) || EXISTS {{ {table} ?figure a ?kind }})"
    asked = query("choice:target,achieved", f"?figure fz:value ?value . {condition} BIND(STR(?value) AS ?name)")
    text = filled(store, asked, {"given": bound(store, asked.parameter("given"), "target")})
    assert f"VALUES ?kind {{ <{terms.term('Target')}> }} ?figure a ?kind ." in text
    assert "?given" not in text.partition("SELECT")[2]
    assert 0 < len(names(store, asked, "target")) < len(answer(store, asked).rows)


def test_a_condition_on_what_is_not_given_is_left_out(store: Store) -> None:
    conditions = "FILTER(!BOUND(?given) || EXISTS { ?node fz:partOf+ ?given })"
    other = "# parameter: named ?node Region | 哪个 | which one\n"
    asked = query("Region", f"?node skos:prefLabel ?name . {conditions}")
    asked = parsed("mine", other + asked.text)
    text = filled(store, asked, {"node": bound(store, asked.parameter("named"), "北江县")})
    assert "BOUND" not in text
    assert "BOUND" in asked.text


def test_a_condition_that_shares_more_than_a_variable_is_told(store: Store) -> None:
    condition = "FILTER(!BOUND(?given) || EXISTS { ?figure fz:about ?given ; fz:unit ?unit })"
    with pytest.raises(QueryError, match="shares 2 variables"):
        names(store, query("Region", f"?figure fz:value ?name ; fz:unit ?unit {condition}"), "北江县")


@pytest.mark.parametrize(
    "order", ["?name ?value", "DESC(?name) ?value", "?value", "DESC(?value) DESC(?name)", "?scope ?value ?name"]
)
def test_rows_come_in_the_order_of_the_store(store: Store, order: str) -> None:
    where = "?f fz:value ?value ; fz:about/skos:prefLabel ?name OPTIONAL { ?f fz:scope ?scope }"
    text = f"SELECT ?name ?value ?scope WHERE {{ {where} }}\nORDER BY {order}\n"
    assert unordered(text)[1]
    rows = [tuple("" if cell is None else cell.value for cell in row) for row in ask(store, text)]
    assert len(rows) == 5
    assert list(answer(store, parsed("mine", text)).rows) == rows
