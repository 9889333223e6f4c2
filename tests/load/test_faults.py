"""A load that is killed, cut off or turned away says so, and the next one goes on from there."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from pyoxigraph import DefaultGraph
from stores import Running, until

from kg.errors import StoreError
from kg.load.doors import doors
from kg.load.remote import Remote
from kg.load.sync import dataset, load
from kg.load.wire import Wire
from kg.store import open_store

pytestmark = pytest.mark.xdist_group("stores")
ROOT = Path(__file__).parents[2]


class Between:
    """Stands between us and a store: passes on what comes, but for some requests that add triples.

    ``answers`` are what these are answered with instead, one after the other: a status and a text, None to pass one on,
    or 0 to hang up.
    """

    def __init__(self, store: Running, answers: list[tuple[int, str] | None]) -> None:
        self.answers, self.added = answers, 0
        between, target = self, store.endpoint.removesuffix("/query")

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                answer = None
                if self.path.startswith("/store"):
                    between.added += 1
                    answer = between.answers.pop(0) if between.answers else None
                if answer is None:
                    passed = {name: self.headers[name] for name in ("Content-Type", "Accept")}
                    found = httpx.post(target + self.path, content=body, headers=passed, timeout=60, trust_env=False)
                    self.reply(found.status_code, found.content, found.headers.get("Content-Type", "text/plain"))
                elif answer[0]:
                    self.reply(answer[0], answer[1].encode(), "text/plain")
                else:
                    self.close_connection = True

            def reply(self, status: int, content: bytes, kind: str) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.endpoint = f"http://127.0.0.1:{self.server.server_port}/query"


@contextmanager
def between(store: Running, *answers: tuple[int, str] | None) -> Iterator[Between]:
    found = Between(store, list(answers))
    threading.Thread(target=found.server.serve_forever, daemon=True).start()
    try:
        yield found
    finally:
        found.server.shutdown()
        found.server.server_close()


@pytest.fixture
def remote(oxigraph_server: Running, request: pytest.FixtureRequest) -> Remote:
    """A graph of a test's own."""
    return Remote(Wire(), doors(oxigraph_server.endpoint), f"https://example.org/{abs(hash(request.node.name))}")


def built(folder: Path) -> set[str]:
    return {f"{quad.triple} ." for quad in open_store(folder).quads_for_pattern(None, None, None, DefaultGraph())}


def test_what_passes_is_waited_for(oxigraph_server: Running, samples: Path, remote: Remote) -> None:
    answers = (503, "one moment"), None, (0, ""), (500, "Virtuoso 40001 Error SR172: deadlock")
    with between(oxigraph_server, *answers) as way:
        found = load(samples, way.endpoint, graph=remote.graph)
    assert way.added > 3
    assert found.added == found.triples == len(built(samples))
    assert set(remote.lines(remote.count())) == built(samples)


@pytest.mark.parametrize(
    ("status", "text", "said"),
    [
        (401, "", "FANGZHI_PASSWORD"),
        (404, "", "/sparql-auth for Virtuoso"),
        (413, "", "too large"),
        (500, "IO error: No space left on device", "the store is full"),
        (507, "", "the store is full"),
    ],
)
def test_a_refusal_is_told_with_its_mend_and_the_next_load_goes_on(
    oxigraph_server: Running, samples: Path, status: int, text: str, said: str
) -> None:
    graph, size = f"https://example.org/{status}{text[:1]}", len(built(samples))
    with between(oxigraph_server, None, (status, text)) as way, pytest.raises(StoreError, match=said):
        load(samples, way.endpoint, graph=graph)
    found = load(samples, oxigraph_server.endpoint, graph=graph)
    assert 0 < found.added < size == found.triples


def test_a_killed_load_is_finished_by_the_next(oxigraph_server: Running, samples: Path, remote: Remote) -> None:
    hangs = [(503, "")] * 100  # and so the load waits, and can be killed between two chunks
    with between(oxigraph_server, None, *hangs) as way:
        words = ["load", str(samples), "--endpoint", way.endpoint, "--graph", remote.graph]
        command = [sys.executable, "-c", "from kg.cli import main; main()", *words]
        here = {**os.environ, "PYTHONPATH": str(ROOT), "NO_PROXY": "127.0.0.1"}
        process = subprocess.Popen(command, env=here, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            until(lambda: way.added > 1, "the second chunk")
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
    before = remote.count()
    assert 0 < before < len(built(samples))
    found = load(samples, oxigraph_server.endpoint, graph=remote.graph)
    assert found.added == len(built(samples)) - before
    assert set(remote.lines(remote.count())) == built(samples)


def test_what_others_wrote_into_the_graph_goes(oxigraph_server: Running, samples: Path) -> None:
    graph = Remote(Wire(), doors(oxigraph_server.endpoint), dataset(samples) + "/others")
    strange = '<https://example.org/a> <https://example.org/b> "引\\"号\\\\\\n"@zh .'
    for _ in graph.add([strange]):
        pass
    assert load(samples, oxigraph_server.endpoint, graph=graph.graph).removed == 1
    assert set(graph.lines(graph.count())) == built(samples)
