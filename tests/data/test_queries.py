"""Every query says what it is for, uses declared terms only, and answers about an invented county."""

import re
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store
from rdflib import Graph

from kg import terms
from kg.ask.answers import answer as answers
from kg.ask.answers import linked
from kg.ask.queries import read
from kg.resources import ONTOLOGY

# Those of the graph, and those of the description of a build.
DATASET = Graph(bind_namespaces="none").parse(ONTOLOGY / "dataset.ttl")
PREFIXES = {prefix: str(iri) for prefix, iri in DATASET.namespaces()} | dict(terms.PREFIXES)
COUNTY = Path(__file__).with_name("county.ttl")
QUERIES = sorted((ONTOLOGY / "queries").rglob("*.rq"))
NAMED = [path for path in QUERIES if path.parent.name == "queries"]


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.bulk_load(path=str(COUNTY), format=RdfFormat.TURTLE)
    return store


def answer(store: Store, name: str) -> list[dict[str, str]]:
    found = store.query((ONTOLOGY / "queries" / f"{name}.rq").read_text("utf8"))
    assert isinstance(found, QuerySolutions)
    keys = [variable.value for variable in found.variables]
    return [{key: row[key].value if row[key] is not None else "" for key in keys} for row in found]


def test_the_questions_of_the_design_are_asked() -> None:
    asked = "industry-chain industry-map region-profile chain-leaders enclaves leaderboard target-progress policies posts-at conflicts project-stages"
    assert {*asked.split(), "posts", "targets", "entities", "relations", "events"} <= {path.stem for path in NAMED}


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_query_is_titled_and_uses_declared_terms(path: Path) -> None:
    text = path.read_text("utf8")
    assert re.match(r"# title: \S.*\n# zh: \S.*\n# en: \S.*\n", text)
    for name in re.findall(r"\bfz:(\w+)", text):
        terms.term(name)
    for prefix, iri in re.findall(r"PREFIX (\w+): <(.+?)>", text):
        assert PREFIXES[prefix] == iri


@pytest.mark.parametrize("path", NAMED, ids=lambda path: path.stem)
def test_parameters_are_variables_of_the_query_and_kinds_that_exist(path: Path) -> None:
    query = read(path)
    assert query.title and query.zh and query.en
    assert query.text.count("# parameter:") == len(query.parameters)
    body = query.text.partition("WHERE {")[2]
    for one in query.parameters:
        assert re.search(rf"\?{one.variable}\b", body), one
        kind, _, scheme = one.type.partition(":")
        assert kind != "concept" or terms.scheme(scheme)


@pytest.mark.parametrize("path", NAMED, ids=lambda path: path.stem)
def test_query_answers(store: Store, path: Path) -> None:
    assert answer(store, path.stem)


def test_leaderboard_ranks_regions(store: Store) -> None:
    ranks = [(row["rank"], row["region"], row["value"]) for row in answer(store, "leaderboard")]
    assert ranks == [("1", "北江县", "70"), ("2", "南江县", "61")]


def test_progress_is_a_share_of_the_target(store: Store) -> None:
    (row,) = answer(store, "target-progress")
    assert (row["target"], row["achieved"], row["percent"]) == ("> 80亿元", "60亿元", "75")


def test_an_enclave_lies_in_foreign_territory(store: Store) -> None:
    (row,) = answer(store, "enclaves")
    assert (row["operator"], row["platform"], row["host"], row["document"]) == (
        "南江县",
        "海州科创飞地",
        "海州市",
        "plan",
    )


def test_conflicts_are_between_documents(store: Store) -> None:
    assert [(row["matter"], row["one"], row["other"]) for row in answer(store, "conflicts")] == [
        ("产值", "60亿元", "61亿元"),
        ("县委书记", "林遥", "高远"),
    ]


def test_shared_policies_come_first(store: Store) -> None:
    assert [(row["shared"], row["who"]) for row in answer(store, "policies")] == [("2", "北江县"), ("2", "南江县")]


def test_stages_go_in_their_order_reached_or_expected(store: Store) -> None:
    rows = answer(store, "project-stages")
    assert [
        (row["thing"], row["company"], row["place"], row["stage"], row["date"], row["standing"]) for row in rows
    ] == [
        ("南江春芽茶业有限公司", "", "南江茶产业园", "开工", "", "reached"),
        ("春芽茶厂项目", "南江春芽茶业有限公司", "南江茶产业园", "开工", "2026", "reached"),
        ("春芽茶厂项目", "南江春芽茶业有限公司", "南江茶产业园", "投产", "", "expected"),
    ]


@pytest.mark.parametrize(
    "path", [path for path in QUERIES if "# node:" in path.read_text("utf8")], ids=lambda p: p.stem
)
def test_names_lead_to_the_things_that_they_name(store: Store, path: Path) -> None:
    query = read(path)
    plain, found = answers(store, query), linked(store, query)
    assert found.columns == (*plain.columns, *(f"{column}@" for column in query.nodes))
    assert {row[: len(plain.columns)] for row in found.rows} == set(plain.rows)
    for row in found.as_dicts():
        for column in query.nodes:
            assert bool(row[column]) == bool(row[f"{column}@"]), (column, row)
