"""Updates: off unless a token is set; with it they are kept beside the build, and the next build has them, too."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLUpdateStore
from served import Got, Server, serving, write_store

TOKEN = "春江花月夜-secret"
UPDATE, FORM = "application/sparql-update", "application/x-www-form-urlencoded"
NOTED = 'INSERT DATA { <urn:note:1> rdfs:comment "待核实"@zh }'
COUNT = "SELECT (COUNT(*) AS ?n) { <urn:note:1> ?p ?o }"


def update(server: Server, text: str, token: str | None = TOKEN, type: str = UPDATE, path: str = "/update") -> Got:
    headers = {"Content-Type": type} | ({"Authorization": f"Bearer {token}".encode().decode("latin1")} if token else {})
    return server.ask("POST", path, text.encode(), headers)


def notes(server: Server) -> int:
    return int(server.sparql(COUNT, "text/csv").text.split()[1])


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_store(tmp_path_factory.mktemp("updated") / "graph")


def test_updates_are_off_unless_a_token_is_set(server: Server, folder: Path) -> None:
    for token in (TOKEN, "", None):
        got = update(server, NOTED, token)
        assert (got.status, got.text.startswith("updates are off")) == (403, True)
    assert server.get("/update").status == 405
    assert not (folder / "updates.jsonl").exists()


def test_updates_with_the_token_are_seen_kept_and_outlive_the_build(
    graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FANGZHI_UPDATE_TOKEN", TOKEN)
    with serving(graph, "--workers", 1) as server:
        for token in (None, "", "wrong", TOKEN + "x"):
            got = update(server, NOTED, token)
            assert (got.status, got.headers["www-authenticate"]) == (401, "Bearer")
        assert notes(server) == 0
        assert update(server, NOTED).status == 204
        assert notes(server) == 1
        form = urlencode(
            {
                "update": 'INSERT DATA { <urn:note:1> rdfs:label "一"@zh } ; DELETE WHERE { <urn:note:1> rdfs:comment ?o }'
            }
        )
        assert update(server, form, type=FORM).status == 204
        assert notes(server) == 1
        refused = {
            "INSERT DATA {": 400, "load silent <file:///etc/passwd>": 400,
            "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }": 400,
        }  # fmt: skip
        for text, status in refused.items():
            assert update(server, text).status == status, text
        assert update(server, NOTED, type="text/plain").status == 415
        assert update(server, NOTED, path="/update?using-graph-uri=urn:x").status == 400
        assert update(server, "x" * 2**21).status == 413
        with ThreadPoolExecutor(2) as pool:
            found = pool.map(
                lambda n: update(server, f"INSERT DATA {{ <urn:note:1> rdfs:label '{n}' }}").status, range(2)
            )
            assert set(found) == {204}
        assert notes(server) == 3
        kept = [json.loads(line) for line in (graph / "updates.jsonl").read_text("utf8").splitlines()]
        assert len(kept) == 4 and kept[0]["update"] == NOTED
        # A build puts another store in place; what was changed is changed in it, too.
        shutil.rmtree(graph / "store")
        (write_store(tmp_path / "new") / "store").rename(graph / "store")
        assert notes(server) == 3
    with serving(graph, "--workers", 1) as server:
        assert notes(server) == 3


def test_rdflib_updates_the_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FANGZHI_UPDATE_TOKEN", "token")
    with serving(write_store(tmp_path / "graph"), "--workers", 1) as server:
        store = SPARQLUpdateStore(
            f"{server.url}/sparql", f"{server.url}/update", headers={"Authorization": "Bearer token"}
        )
        remote = rdflib.Graph(store, identifier=rdflib.URIRef("urn:notes"))
        assert len(remote) == 0
        remote.add((rdflib.URIRef("urn:note:1"), rdflib.RDFS.label, rdflib.Literal("县", lang="zh")))
        remote.commit()
        assert len(remote) == 1
