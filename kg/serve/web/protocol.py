"""Requests of the SPARQL 1.1 Protocol and the Graph Store Protocol as jobs."""

from collections.abc import Sequence
from dataclasses import dataclass
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
    type, charset = _content_type(request)
    if type not in (FORM, QUERY):
        raise HTTPException(415, f"a query comes as {QUERY} or {FORM}")
    if charset not in _UTF8:
        raise HTTPException(415, "a query comes in UTF-8")
    text = _decoded(await request.body())
    if type == QUERY:
        if url.all("query"):
            raise HTTPException(400, "a query is in the address or in the body, not in both")
        return _query(url, text, accept)
    form = parameters(text)
    if url.all("query"):
        raise HTTPException(400, "a form has its query in the body")
    return _query(form, form.one("query"), accept)


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
        raise HTTPException(400, "an update is not a query; POST it to the update endpoint")
    if query is None:
        raise HTTPException(400, "there is no query; give it as the parameter query")
    graphs = {"defaults": given.all("default-graph-uri"), "named": given.all("named-graph-uri")}
    return Job("query", {"query": query, "accept": accept, **graphs})


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
