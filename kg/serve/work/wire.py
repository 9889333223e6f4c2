"""What goes between the server and a process: a line of JSON to it, frames back from it.

A frame is a letter, the length of what follows (four bytes, big-endian) and that: ``H`` is the head of an answer as
JSON, ``D`` a piece of its body, ``E`` its end. An answer that breaks off has no end.
"""

import json
import struct
from asyncio import IncompleteReadError, StreamReader
from collections.abc import AsyncIterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, BinaryIO

HEAD, DATA, END = b"H", b"D", b"E"

_FRAME = struct.Struct(">cI")


@dataclass(frozen=True, slots=True)
class Head:
    """How an answer begins: its status, its media type and further headers."""

    status: int
    type: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be answered: the name of a function of ``kg.serve.answers``, and what it is given."""

    kind: str
    values: Mapping[str, Any]

    def line(self) -> bytes:
        """Return the job as a process reads it."""
        return json.dumps([self.kind, self.values]).encode() + b"\n"


def job(line: bytes) -> Job:
    """Return the job of a line.

    >>> job(Job("search", {"q": "沂水"}).line())
    Job(kind='search', values={'q': '沂水'})
    """
    return Job(*json.loads(line))


def send(out: BinaryIO, kind: bytes, payload: bytes = b"") -> None:
    """Write a frame."""
    out.write(_FRAME.pack(kind, len(payload)) + payload)
    out.flush()


def send_head(out: BinaryIO, head: Head) -> None:
    """Write the head of an answer."""
    send(out, HEAD, json.dumps(asdict(head)).encode())


class Frames:
    """The frames of one answer as they come: first its head, then the pieces of its body; ``whole`` after the last."""

    def __init__(self, stream: StreamReader) -> None:
        self._stream = stream
        self._begun: tuple[bytes, int] | None = None  # who is interrupted here can be followed by another
        self.whole = False

    async def head(self) -> Head:
        """Return the head.

        Raises ConnectionError when the process ends before it.
        """
        return Head(**json.loads((await self._next())[1]))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the pieces that are left.

        Raises ConnectionError when the process ends before the last.
        """
        while not self.whole:
            kind, payload = await self._next()
            self.whole = kind == END
            if kind == DATA:
                yield payload

    async def _next(self) -> tuple[bytes, bytes]:
        try:
            if self._begun is None:
                self._begun = _FRAME.unpack(await self._stream.readexactly(_FRAME.size))
            kind, length = self._begun
            payload = await self._stream.readexactly(length)
        except IncompleteReadError as error:
            raise ConnectionError("the process ended") from error
        self._begun = None
        return kind, payload
