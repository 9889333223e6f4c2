"""`fangzhi load` makes a graph of a real store what the build has, whatever was there and whatever goes wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph
from stores import Running, oxigraph

from kg.load import Loaded, load
from kg.load.doors import doors
from kg.load.remote import Remote
from kg.load.sync import dataset
from kg.load.wire import Wire
from kg.store import open_store

pytestmark = pytest.mark.xdist_group("stores")
COMMAND = [sys.executable, "-c", "from kg.cli import main; main()", "load"]
HERE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "NO_PROXY": "127.0.0.1"}


def command(folder: Path, store: Running, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    words = [*COMMAND, str(folder), "--endpoint", store.endpoint, *options]
    known = {**HERE, **store.environment, **environment}
    return subprocess.run(words, env=known, capture_output=True, encoding="utf8", timeout=120)


def filled(folder: Path, store: Running, **options: str) -> Loaded:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in store.environment.items():
            patch.setenv(name, value)
        return load(folder, store.endpoint, **options)


def held(store: Running, graph: str) -> set[str]:
    """Return the triples that a graph of a store has, as lines."""
    remote = Remote(Wire(store.environment), doors(store.endpoint), graph)
    return set(remote.lines(remote.count()))


def built(folder: Path) -> set[str]:
    return {f"{quad.triple} ." for quad in open_store(folder).quads_for_pattern(None, None, None, DefaultGraph())}


def test_the_command_says_what_it_did(store: Running, samples: Path) -> None:
    first, size = command(samples, store), len(built(samples))
    assert first.returncode == 0, first.stderr
    assert f"graph {dataset(samples)}: {size} triples; {size} added, 0 removed" in first.stdout
    assert f"load {size}/{size}" in first.stderr
    assert held(store, dataset(samples)) == built(samples)


def test_what_changed_comes_and_what_is_gone_goes(store: Running, samples: Path, fewer: Path) -> None:
    graph, none = "https://example.org/图", set[str]()
    for folder, before in (
        (samples, none),
        (samples, built(samples)),
        (fewer, built(samples)),
        (samples, built(fewer)),
    ):
        found, ours = filled(folder, store, graph=graph), built(folder)
        assert (found.triples, found.added, found.removed) == (len(ours), len(ours - before), len(before - ours))
        assert held(store, graph) == ours
    assert len(built(samples) - built(fewer)) > 500


def test_the_default_graph_is_filled_where_there_is_one(oxigraph_server: Running, samples: Path) -> None:
    assert "default graph: " in command(samples, oxigraph_server, "--graph", "default").stdout
    assert held(oxigraph_server, "") == built(samples)


def test_updates_alone_are_enough(store: Running, fewer: Path) -> None:
    graph = "https://example.org/updates"
    filled(fewer, store, update=doors(store.endpoint).update, graph=graph)
    assert held(store, graph) == built(fewer)


@pytest.mark.parametrize("words", [{"FANGZHI_PASSWORD": "wrong"}, {"FANGZHI_USER": "", "FANGZHI_PASSWORD": ""}])
def test_a_stranger_is_told_how_to_give_his_name(
    virtuoso_server: Running, samples: Path, words: dict[str, str]
) -> None:
    done = command(samples, virtuoso_server, **words)
    assert done.returncode == 2
    assert "401" in done.stderr and "FANGZHI_PASSWORD" in done.stderr and "wrong" not in done.stderr


def test_a_store_that_is_read_only_is_told(samples: Path, tmp_path: Path) -> None:
    with oxigraph(tmp_path / "store"):
        pass
    with oxigraph(tmp_path / "store", "serve-read-only") as running:
        done = command(samples, running)
    assert (done.returncode, "refuses to be written" in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(
    ("endpoint", "said"),
    [
        ("http://127.0.0.1:1/query", "no store answers here"),
        ("http://user:secret@127.0.0.1:1/query", "FANGZHI_PASSWORD"),
        ("localhost:7878", "not the address"),
        ("{root}/", "/query for Oxigraph"),
    ],
)
def test_an_address_that_cannot_be_meant_is_told(
    oxigraph_server: Running, samples: Path, endpoint: str, said: str
) -> None:
    root = oxigraph_server.endpoint.removesuffix("/query")
    done = command(samples, Running("none", endpoint.format(root=root)))
    (line,) = done.stderr.splitlines()
    assert done.returncode == 2 and line.startswith("fangzhi: ") and said in line and "secret" not in line


def test_a_graph_that_is_no_iri_is_told(oxigraph_server: Running, samples: Path) -> None:
    assert "not an IRI" in command(samples, oxigraph_server, "--graph", "my graph").stderr
