"""What stands before every route: who may ask, how much, and what every response says."""

import asyncio
import re
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.settings import Settings

_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?", re.ASCII)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_Told = tuple[int, str]


class Guard:
    """Refuses what is not for this server or too large, and gives every response its security headers."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._settings = app, settings
        self._names = {name.lower() for name in settings.names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("content-security-policy", _POLICY)
            await send(message)

        app = PlainTextResponse(f"{told[1]}\n", told[0]) if (told := self._refused(scope)) else self._app
        await app(scope, self._bounded(receive), guarded)

    def _refused(self, scope: Scope) -> _Told | None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not (host := _HOST.fullmatch(hosts[0])):
            return 400, "the Host of the request cannot be read"
        if not self._ours(host[1].lower()):
            return 421, "this server does not go by that name; --name lets it"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._settings.longest:
            return 413, f"the request is too large; {self._settings.longest} bytes are allowed"
        return None

    def _ours(self, host: str) -> bool:
        """Say whether a name is ours: no other site may give this machine a name and have its pages ask it."""
        if host in self._names or not _loopback(self._settings.host):
            return True
        return _loopback(host.strip("[]"))

    def _bounded(self, receive: Receive) -> Receive:
        """Return what receives a body up to the size that is allowed, each piece of it in time."""
        left = self._settings.longest
        ended = False

        async def bounded() -> Message:
            nonlocal left, ended
            if ended:
                return await receive()
            try:
                async with asyncio.timeout(self._settings.patience):
                    message = await receive()
            except TimeoutError as error:
                raise HTTPException(408, "the request does not come to its end") from error
            left -= len(message.get("body", b""))
            ended = not message.get("more_body", False)
            if left < 0:
                raise HTTPException(413, f"the request is too large; {self._settings.longest} bytes are allowed")
            return message

        return bounded


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
