"""Requests to a store: who we are, patience with what passes, and what a refusal means."""

import os
import time
from collections.abc import Generator, Mapping, Sequence
from http import HTTPStatus

import httpx

from kg import __version__
from kg.errors import InputError, StoreError

# Seconds before each further try: a store that restarts is back within half a minute.
WAITS = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
_PASSING = {408, 425, 429, 502, 503, 504}
_DEADLOCK = "40001"  # the state of SQL that Virtuoso gives with a status of 500
_FULL = ("no space left", "disk full", "disk quota", "out of disk")
_RIGHTS = ("permission", "not allowed", "read-only", "read only", "access denied")
_NAMED = "set FANGZHI_USER and FANGZHI_PASSWORD, or FANGZHI_TOKEN, in the environment"


class Login(httpx.Auth):
    """A name and a password, given as the store asks for them: digest (Virtuoso) or basic."""

    def __init__(self, user: str, password: str) -> None:
        self._ways = {"digest": httpx.DigestAuth(user, password), "basic": httpx.BasicAuth(user, password)}
        self._way: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send a request as it is until the store asks who we are."""
        if self._way is None:
            response = yield request
            if response.status_code != HTTPStatus.UNAUTHORIZED:
                return
            asked = response.headers.get("www-authenticate", "").lower()
            self._way = self._ways["digest" if "digest" in asked else "basic"]
        yield from self._way.auth_flow(request)


class Wire:
    """Sends requests to a store, and sends them again while what hinders them passes.

    Everything that is sent may be sent twice: a triple that is there is not added again. Only a store that has never
    answered is not waited for.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ, waits: Sequence[float] = WAITS) -> None:
        self._waits, self._met = waits, False
        self._known = any(environment.get(name) for name in ("FANGZHI_USER", "FANGZHI_TOKEN"))
        headers = {"User-Agent": f"fangzhi/{__version__}"}
        auth = None
        if token := environment.get("FANGZHI_TOKEN"):
            headers["Authorization"] = f"Bearer {token}"
        elif user := environment.get("FANGZHI_USER"):
            auth = Login(user, environment.get("FANGZHI_PASSWORD", ""))
        self._client = httpx.Client(auth=auth, headers=headers, timeout=httpx.Timeout(600, connect=10))

    def send(self, url: str, content: bytes, kind: str, accept: str = "*/*", **parameters: str) -> httpx.Response:
        """Post content of a kind and return the answer.

        Raises StoreError when the store cannot be reached or refuses, InputError for what is no address.
        """
        headers = {"Content-Type": kind, "Accept": accept}
        for wait in (*self._waits, None):
            try:
                response = self._client.post(url, content=content, headers=headers, params=parameters or None)
            except httpx.InvalidURL as error:
                raise InputError(
                    f"{url}: not an address ({error}); give one such as http://localhost:7878/query"
                ) from error
            except httpx.TransportError as error:
                if wait is None or not self._met:
                    raise StoreError(_unreachable(url, error, self._met)) from error
            else:
                self._met = True
                if response.is_success:
                    return response
                if wait is None or not _passes(response):
                    raise StoreError(f"{url}: {_refusal(response, self._known)}")
            time.sleep(wait)
        raise AssertionError("the last try returns or raises")


def _passes(response: httpx.Response) -> bool:
    return response.status_code in _PASSING or (response.is_server_error and _DEADLOCK in response.text)


def _unreachable(url: str, error: httpx.TransportError, met: bool) -> str:
    reason = str(error) or type(error).__name__
    if met:
        return f"{url}: the store has gone ({reason}); start it again and repeat the command, which goes on from here"
    return f"{url}: no store answers here ({reason}); start it, or give the address and port that it has"


def _refusal(response: httpx.Response, known: bool) -> str:
    """Return what a refusal says, and how to mend it."""
    code, said = response.status_code, " ".join(response.text.split())[:200]
    about = f"{code} {response.reason_phrase}" + (f": {said}" if said and not said.startswith("<") else "")
    low = response.text.lower()
    if code == HTTPStatus.UNAUTHORIZED:
        told = "the store does not take this name and password or token" if known else "the store asks who you are"
        return f"{told} ({about}); {_NAMED}"
    if any(sign in low for sign in _FULL) or code == HTTPStatus.INSUFFICIENT_STORAGE:
        return f"the store is full ({about}); give it room and repeat the command, which goes on from here"
    if code in (HTTPStatus.FORBIDDEN, HTTPStatus.METHOD_NOT_ALLOWED) or any(sign in low for sign in _RIGHTS):
        return f"the store refuses to be written ({about}); start it writable, give the account the right, or {_NAMED}"
    if code == HTTPStatus.NOT_FOUND or response.is_redirect:
        return (
            f"no store takes this here ({about}); the address ends with /sparql-auth for Virtuoso, /query for "
            "Oxigraph, /DATASET/query for Fuseki, /repositories/NAME for GraphDB; --update names where updates go"
        )
    if code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return f"a request of one megabyte is too large here ({about}); let the store or the proxy before it take more"
    return f"the store cannot do this ({about}); look into its log"
