"""A server in a process of its own on a free port, and what it answers to plain HTTP."""

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from urllib.parse import quote, urlencode

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

ROOT = Path(__file__).parents[2]
BASE = "https://w3id.org/fangzhi/id/"
DOCUMENTS = (f"{BASE}document/d1", f"{BASE}document/d2")
COMMAND = [sys.executable, "-c", "from kg.cli import main; main()", "serve"]


@dataclass(frozen=True)
class Got:
    """A response: its status, its headers by their names in lower case, and its body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True)
class Server:
    """A server that runs: its process, and where it listens."""

    process: "subprocess.Popen[str]"
    host: str
    port: int

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    def get(self, path: str, accept: str | None = None, **headers: str) -> Got:
        return self.ask("GET", path, headers={**({"Accept": accept} if accept else {}), **headers})

    def sparql(self, query: str, accept: str | None = None, **parameters: str) -> Got:
        return self.get(f"/sparql?{urlencode({'query': query, **parameters})}", accept)

    def ask(
        self, method: str, path: str, body: bytes | str | None = None, headers: Mapping[str, str] | None = None
    ) -> Got:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        try:
            connection.request(method, quote(path, safe="/?=&%+:#;,*()!$'@~.-_"), body, dict(headers or {}))
            found = connection.getresponse()
            return Got(found.status, {k.lower(): v for k, v in found.getheaders()}, found.read())
        finally:
            connection.close()


def until(true: Callable[[], bool], seconds: float = 60) -> bool:
    """Say whether something comes true before a deadline."""
    deadline = monotonic() + seconds
    while not true():
        if monotonic() > deadline:
            return False
    return True


@contextmanager
def serving(folder: Path, *options: object, command: Sequence[str] = ()) -> Iterator[Server]:
    """Run a server of a folder, with a free port, or by a command of one's own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    log = folder.with_suffix(".log")
    with log.open("w") as errors:
        process = subprocess.Popen(
            [*(command or [*COMMAND, "--port", "0"]), str(folder), *map(str, options)],
            env=env, stdout=subprocess.PIPE, stderr=errors, encoding="utf8",
        )  # fmt: skip
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            address = re.search(r"http://([\d.]+):(\d+)/", line)
            assert address, f"{line}{log.read_text()}"
            yield Server(process, address[1], int(address[2]))
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def write_store(folder: Path, turtle: Path = ROOT / "tests" / "export" / "small.ttl") -> Path:
    """Write the store of a build: the graph of a file as the default graph, and two documents that share it."""
    # Here, as in a build, a document's IRI is made of its identifier.
    text = turtle.read_text(encoding="utf8").replace('"南江日报#1"', '"d1"')
    folder.mkdir()
    store = Store(str(folder / "store"))
    triples = [quad.triple for quad in parse(text, format=RdfFormat.TURTLE)]
    store.extend(Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in triples)
    for number, name in enumerate(DOCUMENTS):
        store.extend(Quad(t.subject, t.predicate, t.object, NamedNode(name)) for t in triples[number::2])
    store.flush()
    return folder
