"""One process: it has the store open for reading, and answers one job after the other until its input ends.

``python -m kg.serve.work.process DIR BASE TIMEOUT LARGEST MEMORY``. A piece of an answer goes out when it is written,
and the process waits while nobody takes it: that is all the memory that an answer of any size needs.
"""

import faulthandler
import os
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from kg.errors import FangzhiError
from kg.serve.answers import KINDS, Graph, RefusedError
from kg.serve.work.wire import DATA, END, Head, job, send, send_head

_PIECE = 64 * 2**10
# How much longer than the server a process waits before it ends itself: it does so only when the server is no more.
_GRACE = 10
_PLAIN = "text/plain; charset=utf-8"


class _Body:
    """The body of an answer, as a file to write to; the head goes before the first piece of it."""

    def __init__(self, out: BinaryIO, head: Head, largest: int) -> None:
        self._out, self._head, self._left = out, head, largest
        self._piece = bytearray()
        self.begun = False

    def write(self, data: bytes) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise RefusedError(413, "the answer is larger than this server gives; ask for less, with LIMIT and OFFSET")
        self._piece += data
        if len(self._piece) >= _PIECE:
            self.flush_piece()
        return len(data)

    def flush(self) -> None:
        """Do nothing: a piece goes out when it is full."""

    def flush_piece(self) -> None:
        if not self.begun:
            send_head(self._out, self._head)
            self.begun = True
        send(self._out, DATA, bytes(self._piece))
        self._piece.clear()


def main(directory: str, base: str, timeout: str, largest: str, memory: str) -> None:
    """Answer the jobs of standard input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends us
    bound(int(memory))
    # What a library prints must not get between the frames.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    graph = Graph(Path(directory), base)
    send_head(out, Head(200, _PLAIN))
    nowhere = Path(os.devnull).open("w")  # noqa: SIM115
    for line in sys.stdin.buffer:
        faulthandler.dump_traceback_later(float(timeout) + _GRACE, exit=True, file=nowhere)
        _answer(graph, line, out, int(largest))
        faulthandler.cancel_dump_traceback_later()


def _answer(graph: Graph, line: bytes, out: BinaryIO, largest: int) -> None:
    asked = job(line)
    body = None
    try:
        answer = KINDS[asked.kind](graph, **asked.values)
        body = _Body(out, Head(answer.status, answer.type, answer.headers), largest)
        answer.write(body)
    except RefusedError as refusal:
        failed = (refusal.status, str(refusal))
    except FangzhiError as error:
        failed = (400, str(error))
    except (OSError, RuntimeError, ValueError, MemoryError) as error:
        print(f"fangzhi: {asked.kind} failed: {error!r}", file=sys.stderr, flush=True)
        failed = (500, "this could not be answered; the server's log says why")
    else:
        body.flush_piece()
        send(out, END)
        return
    if body is not None and body.begun:
        sys.exit(f"fangzhi: an answer broke off: {failed[1]}")  # without an end, so that nobody takes it for whole
    send_head(out, Head(failed[0], _PLAIN))
    send(out, DATA, f"{failed[1]}\n".encode())
    send(out, END)


def bound(memory: int) -> None:
    """Let the process have so much memory and no more, where the system can say so."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


if __name__ == "__main__":
    main(*sys.argv[1:])
