"""Every named query has the same answer in every store: Oxigraph's server, Virtuoso, Jena and our own.

That rdflib answers the same is in ``tests/ask/test_answers.py``.
"""

import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import httpx
import jena
import pytest
from county import COUNTY, candidates
from pyoxigraph import (
    Literal,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
)
from stores import Running

from kg import terms
from kg.ask.filled import filled
from kg.ask.queries import find, names
from kg.load import load
from kg.load.doors import doors
from kg.load.remote import Remote
from kg.load.wire import Wire

pytestmark = pytest.mark.xdist_group("stores")
GRAPH = "https://example.org/问"
XSD = terms.PREFIXES["xsd"]
NUMBERS = {f"{XSD}{name}" for name in ("integer", "decimal")}
Rows: TypeAlias = Counter[tuple[str, ...]]
Ask: TypeAlias = Callable[[str], Rows]
Asked: TypeAlias = dict[str, dict[str, Rows]]  # query → text → rows


def rows(found: object) -> Rows:
    """Return an answer as rows of terms: their order is open where a query leaves it so, and 1, 1.0 are one number."""
    assert isinstance(found, QuerySolutions)
    return Counter(tuple(map(plain, row)) for row in found)


def plain(term: object) -> str:
    if isinstance(term, Literal) and term.datatype.value in NUMBERS:
        return str(Decimal(term.value).normalize())
    return "" if term is None else str(term)


def lines(path: Path) -> list[str]:
    return [f"{quad.triple} ." for quad in parse(path=str(path), format=RdfFormat.TURTLE)]


def variants(store: Store, name: str) -> Iterator[tuple[str, Rows]]:
    """Yield the text of a query and its answer, as it stands and with each of its parameters given as ask does."""
    query = find(name)
    yield query.text, rows(store.query(query.text))
    for parameter in query.parameters:
        several = candidates(store, parameter)
        for value in several:
            values = list(dict.fromkeys((value, several[-1])))
            text = filled(store, query, {parameter.variable: values})
            if found := rows(store.query(text)):
                yield text, found
                break
        else:
            raise AssertionError(f"{name}: nothing of {parameter.type} gives --{parameter.name} an answer")


@pytest.fixture(scope="session")
def asked(county: Store) -> Asked:
    """The texts of every query, with what our store answers."""
    return {name: dict(variants(county, name)) for name in names()}


def server(running: Running, samples: Path) -> Ask:
    """Load the graph into a server and return how to ask it about this graph alone."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in running.environment.items():
            patch.setenv(name, value)
        load(samples, running.endpoint, graph=GRAPH)
        for _ in Remote(Wire(), doors(running.endpoint), GRAPH).add(lines(COUNTY)):
            pass
    url = running.endpoint.replace("/sparql-auth", "/sparql")  # where Virtuoso asks nobody who he is
    client = httpx.Client(timeout=120, trust_env=False)

    def ask(text: str) -> Rows:
        form = {"query": text, "default-graph-uri": GRAPH}
        found = client.post(url, data=form, headers={"Accept": "application/sparql-results+xml"})
        assert found.status_code == 200, found.text[:500]
        return rows(parse_query_results(found.content, format=QueryResultsFormat.XML))

    return ask


@pytest.fixture(scope="session")
def in_oxigraph(oxigraph_server: Running, samples: Path) -> Ask:
    return server(oxigraph_server, samples)


@pytest.fixture(scope="session")
def in_virtuoso(virtuoso_alone: Running, samples: Path) -> Ask:
    return server(virtuoso_alone, samples)


@pytest.fixture(scope="session")
def in_jena(jena_classes: str, samples: Path, asked: Asked, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    location = tmp_path_factory.mktemp("jena") / "tdb2"
    files = (samples / "graph.ttl", samples / "evidence.ttl", COUNTY)
    done = jena.run(jena_classes, "tdb2.tdbloader", "--loc", location, *files)
    assert done.returncode == 0, done.stderr
    texts = [text for variants in asked.values() for text in variants]
    found = dict(zip(texts, jena.answers(jena_classes, location, texts), strict=True))
    return lambda text: rows(parse_query_results(found[text], format=QueryResultsFormat.XML))


ASKED = [(engine, name) for engine in ("oxigraph", "virtuoso", "jena") for name in names()]


@pytest.mark.parametrize(("engine", "name"), ASKED)
def test_a_query_has_the_same_answer(engine: str, name: str, asked: Asked, request: pytest.FixtureRequest) -> None:
    ask: Ask = request.getfixturevalue(f"in_{engine}")
    assert all(asked[name].values()), "a query without an answer would prove nothing"
    for text, expected in asked[name].items():
        found = ask(text)
        assert found == expected, (text, found - expected, expected - found)


@contextmanager
def planned(running: Running, setting: str, value: int) -> Iterator[None]:
    """Have Virtuoso plan by another setting for a while."""

    def sql(text: str) -> str:
        command = ["isql-vt", f"127.0.0.1:{running.sql}", "dba", "dba", "VERBOSE=OFF", "BANNER=OFF", f"exec={text};"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    usual = int(sql(f"SELECT sys_stat('{setting}')").split()[-1])
    sql(f"__dbf_set('{setting}', {value})")
    try:
        assert int(sql(f"SELECT sys_stat('{setting}')").split()[-1]) == value != usual
        yield
    finally:
        sql(f"__dbf_set('{setting}', {usual})")


PLANS = [
    ("enable_initial_plan", "enclaves"),
    ("enable_n_best_plans", "enclaves"),
    ("enable_initial_plan", "region-profile"),
    ("sqlo_max_layouts", "targets"),
    ("sqlo_max_layouts", "project-stages"),
]


@pytest.mark.parametrize(("setting", "name"), PLANS)
def test_an_answer_hangs_on_no_plan(
    setting: str, name: str, in_virtuoso: Ask, virtuoso_alone: Running, asked: Asked
) -> None:
    """Which plan Virtuoso takes hangs on samples of the data; set to one, these take plans that once were wrong."""
    with planned(virtuoso_alone, setting, 1):
        for text, expected in asked[name].items():
            found = in_virtuoso(f"# {setting}\n{text}")  # a text that it has planned before is not planned again
            assert found == expected, (text, found - expected, expected - found)


@pytest.mark.parametrize("engine", ["oxigraph", "virtuoso"])
def test_values_by_hand_are_enough_where_no_condition_has_the_variable(
    engine: str, county: Store, request: pytest.FixtureRequest
) -> None:
    ask: Ask = request.getfixturevalue(f"in_{engine}")
    asked = [(query, one) for query in map(find, names()) for one in query.parameters]
    plain = [(query, one) for query, one in asked if f"!BOUND(?{one.variable})" not in query.text]
    assert len(asked) > len(plain) > 10
    for query, one in plain:
        head, _, rest = query.text.partition("WHERE {")
        text = f"{head}WHERE {{ VALUES ?{one.variable} {{ {candidates(county, one)[0]} }}{rest}"
        assert ask(text) == rows(county.query(text)), text


def test_jena_finds_nothing_to_warn_of(jena_classes: str, samples: Path) -> None:
    files = [samples / name for name in ("graph.ttl", "evidence.ttl", "graph.nq", "void.ttl")]
    done = jena.run(jena_classes, "riotcmd.riot", "--validate", *files)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
