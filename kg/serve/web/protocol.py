"""Requests of the SPARQL 1.1 Protocol and the Graph Store Protocol as jobs."""

from collections.abc import Sequence
from dataclasses import dataclass
from hmac import compare_digest
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kg.serve.work.wire import Job

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_UTF8 = ("utf-8", "utf8")


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of a request, in their order."""

    pairs: Sequence[tuple[str, str]]

    def all(self, name: str) -> list[str]:
        """Return every value of a parameter."""
        return [value for key, value in self.pairs if key == name]

    def one(self, name: str) -> str | None:
        """Return the value of a parameter that may be there once."""
        found = self.all(name)
        if len(found) > 1:
            raise HTTPException(400, f"{name} is there {len(found)} times; give it once")
        return found[0] if found else None


async def asked(request: Request) -> Job:
    """Return the query of a request as a job; a GET without one asks for the description of the service.

    Raises HTTPException as the protocol says: 400, 415.
    """
    url = parameters(request.url.query)
    accept = accepted(request)
    if request.method in ("GET", "HEAD"):
        if not url.pairs:
            return Job("service", {"endpoint": str(request.url.replace(query="")), "accept": accept})
        return _query(url, url.one("query"), accept)
    type, text = await _body(request, QUERY)
    if url.all("query"):
        raise HTTPException(400, "a query that is POSTed is in the body, and in no other place")
    if type == QUERY:
        return _query(url, text, accept)
    form = parameters(text)
    return _query(form, form.one("query"), accept)


async def update_of(request: Request) -> str:
    """Return the update of a request.

    Raises HTTPException as the protocol says: 400, 415.
    """
    given = parameters(request.url.query)
    type, text = await _body(request, UPDATE)
    if type == FORM:
        given = Parameters([*given.pairs, *parameters(text).pairs])
        update = given.one("update")
    else:
        update = None if given.all("update") else text
    if given.all("query") or update is None:
        raise HTTPException(400, "there is no update, or more than one; POST one, and no query")
    if given.all("using-graph-uri") or given.all("using-named-graph-uri"):
        raise HTTPException(400, "the graphs of an update are named in it, with USING or WITH")
    return update


def ensure_allowed(request: Request, token: str) -> None:
    """Raise HTTPException unless updates are on (403) and the request brings the token for them (401)."""
    if not token:
        raise HTTPException(403, "updates are off; fangzhi serve --update-token lets them in")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not compare_digest(given.strip().encode("latin1"), token.encode()):
        raise HTTPException(401, "an update needs the token of this server", {"www-authenticate": "Bearer"})


def named_graph(request: Request) -> Job:
    """Return the graph that a request of the Graph Store Protocol names as a job.

    Raises HTTPException (400) unless it is one: ``?default`` or ``?graph=IRI``.
    """
    given = parameters(request.url.query)
    name = given.one("graph")
    if (name is None) == (given.one("default") is None) or name == "":
        raise HTTPException(400, "name one graph: ?default, or ?graph= and its IRI")
    return Job("graph", {"name": name or "", "accept": accepted(request)})


def accepted(request: Request) -> str | None:
    """Return what a request says that it accepts."""
    return ",".join(request.headers.getlist("accept")) or None


def parameters(query: str) -> Parameters:
    """Return the parameters of a query string or a form.

    Raises HTTPException (400) when they are not UTF-8.
    """
    try:
        return Parameters(parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=100))
    except ValueError as error:
        raise HTTPException(400, "the parameters must be UTF-8, percent-encoded, and at most 100") from error


def _query(given: Parameters, query: str | None, accept: str | None) -> Job:
    if given.all("update"):
        raise HTTPException(400, "an update is not a query; POST it to /update")
    if query is None:
        raise HTTPException(400, "there is no query; give it as the parameter query")
    graphs = {"defaults": given.all("default-graph-uri"), "named": given.all("named-graph-uri")}
    return Job("query", {"query": query, "accept": accept, **graphs})


async def _body(request: Request, direct: str) -> tuple[str, str]:
    """Return the media type of a body and its text: a form, or a query or update as it is."""
    type, charset = _content_type(request)
    if type not in (FORM, direct):
        raise HTTPException(415, f"this comes as {direct} or {FORM}")
    if charset not in _UTF8:
        raise HTTPException(415, "this comes in UTF-8")
    return type, _decoded(await request.body())


def _content_type(request: Request) -> tuple[str, str]:
    """Return the media type of a request's body and its charset, both in lower case."""
    type, *parts = request.headers.get("content-type", "").lower().split(";")
    found = dict(part.strip().partition("=")[::2] for part in parts)
    return type.strip(), found.get("charset", "utf-8").strip('"')


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the body is not UTF-8") from error
