"""Real triple stores for tests: each is started on ports of its own, in a folder of its own, and ended."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

DEADLINE = 90  # seconds that a store may take to start on a busy machine
VIRTUOSO = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 4000
ServerThreads = 10
CheckpointInterval = 0
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 10000
"""


@dataclass(frozen=True)
class Running:
    """A store that runs: where it takes queries, and who may write, as the environment tells fangzhi."""

    name: str
    endpoint: str
    environment: dict[str, str] = field(default_factory=dict)
    sql: int = 0  # the port of Virtuoso for isql


@contextmanager
def oxigraph(folder: Path, command: str = "serve") -> Iterator[Running]:
    """Run the Oxigraph server."""
    program, port = Path(sys.executable).with_name("oxigraph"), free_port()
    with _started([program, command, "--location", folder, "--bind", f"127.0.0.1:{port}"], folder.parent, port):
        yield Running("Oxigraph", f"http://127.0.0.1:{port}/query")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Running]:
    """Run Virtuoso as Debian packs it, with the limits on answers that Debian sets."""
    http, sql = free_port(), free_port()
    folder.mkdir()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(http=http, sql=sql))
    with _started(["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"], folder, http):
        who = {"FANGZHI_USER": "dba", "FANGZHI_PASSWORD": "dba"}
        yield Running("Virtuoso", f"http://127.0.0.1:{http}/sparql-auth", who, sql)


def missing(*programs: str) -> str:
    """Return which programs are not installed, in words, or ""."""
    absent = [program for program in programs if not shutil.which(program)]
    return f"not installed: {', '.join(absent)}" if absent else ""


def free_port() -> int:
    with closing(socket.socket()) as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def until(true: Callable[[], bool], what: str) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + DEADLINE
    while not true():
        assert time.monotonic() < end, f"{what}: not within {DEADLINE} seconds"
        time.sleep(0.05)


@contextmanager
def _started(command: list[str | Path], folder: Path, port: int) -> Iterator[None]:
    with (folder / "output.log").open("w") as log:
        process = subprocess.Popen(list(map(str, command)), cwd=folder, stdout=log, stderr=log)
    try:
        until(lambda: _answers(port) or process.poll() is not None, str(command[0]))
        assert process.poll() is None, (folder / "output.log").read_text()
        yield
    finally:
        process.kill()  # what a test has loaded is not kept
        process.wait()


def _answers(port: int) -> bool:
    try:
        return bool(httpx.get(f"http://127.0.0.1:{port}/", trust_env=False).status_code)
    except httpx.TransportError:
        return False
