"""A server from its start to its end: what it says when it cannot begin, that it follows the build, and how it ends."""

import shutil
import signal
import socket
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store
from served import BASE, COMMAND, ROOT, serving, until, write_store

from kg import terms

RDF_TYPE, PREF_LABEL = terms.PREFIXES["rdf"] + "type", terms.PREFIXES["skos"] + "prefLabel"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?b) }"


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, words)], cwd=ROOT, capture_output=True, encoding="utf8", timeout=120)


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1, done.stderr
    return done.stderr


def test_a_folder_without_a_build_is_named(tmp_path: Path) -> None:
    assert "no store here" in one_sentence(run(tmp_path))
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "CURRENT").write_text("rubbish")
    assert "cannot be read" in one_sentence(run(tmp_path))


def test_updates_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    folder = write_store(tmp_path / "graph")
    for line, told in (
        ("rubbish", "a line of it cannot be read"),
        ('{"update": "INSERT {"}', "the update cannot be read"),
    ):
        (folder / "updates.jsonl").write_text(line)
        assert told in one_sentence(run(folder, "--port", 0))


def test_a_port_that_is_taken_and_a_host_that_is_not_ours_are_named(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        told = one_sentence(run(folder, "--port", port))
        assert f"127.0.0.1:{port}" in told and "--port" in told
    assert "--host" in one_sentence(run(folder, "--host", "192.0.2.1"))


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_and_leaves_nothing(
    folder: Path, how: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with serving(folder, "--workers", 1) as server, ThreadPoolExecutor() as pool:
        running = pool.submit(server.sparql, SLOW)
        assert until(lambda: "fangzhi_queries_busy 1.0" in server.get("/metrics").text)
        assert list(tmp_path.iterdir())
        server.process.send_signal(how)
        assert server.process.wait(60) in (0, -how)
        assert running.exception(60) or running.result().status in (200, 500, 503, 504)
    assert list(tmp_path.iterdir()) == []
    log = folder.with_suffix(".log").read_text()
    assert "Traceback" not in log, log


def test_the_server_answers_from_the_new_graph_when_the_folder_is_built_anew(tmp_path: Path) -> None:
    old, new = write_store(tmp_path / "graph"), write_store(tmp_path / "new")
    store = Store(str(new / "store"))
    county = NamedNode(f"{BASE}region/900102")
    for predicate, value in (
        (RDF_TYPE, NamedNode(terms.term("Region"))),
        (PREF_LABEL, Literal("北江县", language="zh")),
    ):
        store.add(Quad(county, NamedNode(predicate), value, DefaultGraph()))
    store.flush()
    del store
    with serving(old, "--timeout", 60, "--workers", 2) as server, ThreadPoolExecutor() as pool:
        before = int(server.sparql(COUNT, "text/csv").text.split()[1])
        assert server.get("/search?q=北江").text.strip() == "[]"
        long = pool.submit(server.sparql, SLOW, "text/csv")
        assert until(lambda: "fangzhi_queries_busy 1.0" in server.get("/metrics").text)
        # As a build does: the old folder goes, the new takes its place.
        (old / "store").rename(tmp_path / "gone")
        assert int(server.sparql(COUNT, "text/csv").text.split()[1]) == before
        (new / "store").rename(old / "store")
        shutil.rmtree(tmp_path / "gone")
        assert int(server.sparql(COUNT, "text/csv").text.split()[1]) == before + 2
        assert "北江县" in server.get("/search?q=北江").text
        assert long.result().status == 200
