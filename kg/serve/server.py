"""The HTTP server: where it listens, and how long it waits for whom."""

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.errors import InputError
from kg.serve.app import Service
from kg.serve.settings import Settings
from kg.store import open_store

_HEAD_AT_MOST = 64 * 2**10
_END = 5  # seconds that running answers have when the server is told to end
_LOG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "told": {"format": "%(asctime)s %(message)s"},
        "access": {
            "()": "uvicorn.logging.AccessFormatter",
            "fmt": '%(asctime)s %(client_addr)s "%(request_line)s" %(status_code)s',
            "use_colors": False,
        },
    },
    "handlers": {
        "told": {"class": "logging.StreamHandler", "formatter": "told"},
        "access": {"class": "logging.StreamHandler", "formatter": "access"},
    },
    "loggers": {
        "kg.serve": {"handlers": ["told"], "level": "WARNING", "propagate": False},
        "uvicorn.error": {"handlers": ["told"], "level": "WARNING", "propagate": False},
        "uvicorn.access": {"handlers": ["access"], "level": "INFO", "propagate": False},
    },
}


def serve(settings: Settings, told: Callable[[str], None]) -> None:
    """Serve a folder until the process is interrupted; ``told`` gets the address once it can be asked.

    Raises StoreError when the folder has no build, or updates to it that cannot be read, QueryError when one of these
    is wrong, InputError when nothing can listen at the address.
    """
    open_store(settings.directory)
    with _listening(settings.host, settings.port) as listening, suppress(KeyboardInterrupt):
        asyncio.run(_serve(settings, listening, told))


async def _serve(settings: Settings, listening: socket.socket, told: Callable[[str], None]) -> None:
    service = Service(settings)
    config = uvicorn.Config(
        service.application(),
        http=_protocol(settings.patience),
        ws="none",
        lifespan="on",
        log_config=_LOG,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=settings.connections,
        timeout_keep_alive=int(settings.patience),
        timeout_graceful_shutdown=_END,
        h11_max_incomplete_event_size=_HEAD_AT_MOST,
    )
    await service.start()  # before the server, which would show what is wrong as a traceback
    await _Server(config, lambda: told(_address(listening))).serve([listening])


class _Server(uvicorn.Server):
    """A server that says when it can be asked."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens; another server at the same place is an error, on every system."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        found = socket.create_server(address[:2], family=family, backlog=1024)
    except (OSError, OverflowError) as error:
        raise InputError(
            f"{host}:{port}: no server can listen there ({error}); end what does, or give another --port or --host"
        ) from error
    return found


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _protocol(patience: float) -> type[H11Protocol]:
    """Return HTTP/1.1 that waits so long for a request to begin, and for all of its head, and no longer."""

    class Patient(H11Protocol):
        waiting: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self.wait()

        def connection_lost(self, exc: Exception | None) -> None:
            self.stop_waiting()
            super().connection_lost(exc)

        def on_response_complete(self) -> None:
            super().on_response_complete()
            self.wait()

        def wait(self) -> None:
            self.stop_waiting()
            self.waiting = self.loop.call_later(patience, self.close_if_idle)

        def stop_waiting(self) -> None:
            if self.waiting is not None:
                self.waiting.cancel()

        def close_if_idle(self) -> None:
            if self.cycle is None or self.cycle.response_complete:
                self.transport.close()

    return Patient
