"""What a server is told when it starts."""

from dataclasses import dataclass
from pathlib import Path

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Settings:
    """A folder to serve, where to listen, and the limits; times are in seconds, sizes in bytes.

    ``token`` is what an update must bring, "" for no updates. ``timeout`` is for one answer, from the request to its
    last byte; ``waiting`` is how many requests may wait for a process that is free; ``patience`` is how long a client
    may take to send a request.
    """

    directory: Path
    host: str = "127.0.0.1"
    port: int = 8000
    timeout: float = 30.0
    workers: int = 2
    largest: int = 100 * MIB
    cors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    token: str = ""
    waiting: int = 64
    connections: int = 1000
    memory: int = 2048 * MIB
    longest: int = MIB
    patience: float = 10.0
