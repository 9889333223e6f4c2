"""The routes: each turns a request into a job of a pool, or answers by itself what needs no graph."""

import logging
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg import terms
from kg.errors import QueryError, StoreError
from kg.export.explorer.page import carried
from kg.export.void import base_of
from kg.serve.answers.graph import GRAPHS
from kg.serve.answers.html import place
from kg.serve.settings import Settings
from kg.serve.web.accept import choose
from kg.serve.web.addresses import language, rest
from kg.serve.web.files import download, files
from kg.serve.web.metrics import Metrics
from kg.serve.web.openapi import description
from kg.serve.web.protocol import accepted, asked, ensure_allowed, named_graph, parameters, update_of
from kg.serve.web.streaming import Streamed
from kg.serve.work.editions import Editions
from kg.serve.work.pool import Pool
from kg.serve.work.wire import Job

_LOG = logging.getLogger(__name__)
_STYLE = Path(__file__).parent / "page" / "style.css"
_QUICK = 16_000_000  # bytes of a page that still opens quickly: about 40,000 things
_MOST = 100  # things that a search gives
_LONGEST = 200  # characters that a search is for
_DIGITS = 9  # of a number of rows


class Routes:
    """The routes of a server."""

    def __init__(self, settings: Settings, editions: Editions, queries: Pool, pages: Pool, metrics: Metrics) -> None:
        self._settings, self._editions, self._metrics = settings, editions, metrics
        self._queries, self._pages = queries, pages

    def all(self) -> list[BaseRoute]:
        """Return every route; IRIs of the graph and of the ontology are found at their own paths, too."""
        return [
            Route("/sparql", self.sparql, methods=["GET", "POST"]),
            Route("/update", self.update, methods=["POST"]),
            Route("/store", self.store),
            Route("/", self.front),
            Route("/search", self.search),
            Route("/queries", self.queries),
            Route("/queries/{name}", self.named),
            Route("/page", self.page),
            Route("/page/{key:path}", self.page),
            Route("/data", self.data),
            Route("/data/{key:path}", self.data),
            *self._things(),
            Route("/files/{name:path}", self.file),
            Route("/explorer", self.explorer),
            Route("/explorer/live", self.live),
            Route("/explorer/graph", self.explored),
            Route("/explorer/whole", self.whole),
            Route("/explorer/thing", self.explore),
            Route("/explorer/document", self.papered),
            Route("/explorer/table/{name:path}", self.tabled),
            Route("/style.css", self.style),
            Route("/openapi.json", self.openapi),
            Route("/health", self.health),
            Route("/metrics", self.counted),
        ]

    def _things(self) -> Iterator[Route]:
        """Yield the routes that lead from an IRI to its page or its data: our own, and the very paths of the IRIs."""
        base = base_of(self._settings.directory)
        namespace = terms.FZ.rstrip("#/")
        vocabularies = f"{namespace.rpartition('/')[0]}/vocab/"
        yield Route("/id", partial(self.lead, base=base, prefix=""))
        spaces = {"/id/": base, "/vocab/": vocabularies, urlsplit(base).path: base}
        for prefix, space in {**spaces, urlsplit(vocabularies).path: vocabularies}.items():
            if prefix.startswith("/") and prefix != "/":
                lead = partial(self.lead, base=base, prefix=prefix, space=space)
                yield Route(f"{prefix}{{key:path}}", lead, methods=["GET"])
        for path in dict.fromkeys(("/ontology", urlsplit(namespace).path)):
            yield Route(path, self.ontology)

    async def sparql(self, request: Request) -> Response:
        """SPARQL 1.1 Protocol."""
        return Streamed(self._queries, await asked(request))

    async def update(self, request: Request) -> Response:
        """SPARQL 1.1 Protocol: an update, where the server was told of a token for them."""
        ensure_allowed(request, self._settings.token)
        text = await update_of(request)
        try:
            await self._editions.change(text)
        except QueryError as error:
            raise HTTPException(400, str(error)) from error
        except TimeoutError as error:
            raise HTTPException(504, "the update took longer than this server gives it; change less") from error
        except StoreError as error:
            _LOG.error("fangzhi: %s", error)
            raise HTTPException(500, "the update could not be kept; the server's log says why") from error
        return Response(status_code=204)

    async def store(self, request: Request) -> Response:
        """SPARQL 1.1 Graph Store HTTP Protocol, to be read."""
        return Streamed(self._queries, named_graph(request))

    async def front(self, request: Request) -> Response:
        """The first page."""
        found = files(self._settings.directory)
        sizes = [[name, path.stat().st_size] for name, path in found.items()]
        return self._paged(request, "front", files=sizes)

    async def search(self, request: Request) -> Response:
        """Things by a part of their names."""
        given = parameters(request.url.query)
        limit = given.one("limit") or "20"
        if not limit.isascii() or not limit.isdigit() or not 1 <= int(limit[:9]) <= _MOST:
            raise HTTPException(400, f"limit is a number from 1 to {_MOST}")
        q = given.one("q") or ""
        if len(q) > _LONGEST:
            raise HTTPException(400, f"a name has at most {_LONGEST} characters")
        return self._paged(request, "search", q=q, limit=int(limit), accept=accepted(request))

    async def queries(self, request: Request) -> Response:
        """The named queries."""
        return self._paged(request, "queries", accept=accepted(request))

    async def named(self, request: Request) -> Response:
        """The answer of a named query."""
        given = parameters(request.url.query)
        free = ("lang", "format", "limit", "offset")
        values = {name: given.one(name) or "" for name, _ in given.pairs if name not in free}
        values = {name: value for name, value in values.items() if value}  # a form sends empty fields, too
        lang, here = language(request)
        limit, offset = (_number(name, given.one(name)) for name in free[2:])
        wanted = {"format": given.one("format") or "", "accept": accepted(request), "lang": lang, "here": here}
        part = {"limit": limit or None, "offset": offset}
        asked = {"name": request.path_params["name"], "values": values, **part, **wanted}
        return Streamed(self._queries, Job("named", asked))

    async def page(self, request: Request) -> Response:
        """The page of an IRI."""
        return self._paged(request, "thing", rest=rest(request, "/page/"), iri=_iri(request))

    async def data(self, request: Request) -> Response:
        """What is said of an IRI, as a graph."""
        given = {"rest": rest(request, "/data/"), "iri": _iri(request), "accept": accepted(request)}
        format = parameters(request.url.query).one("format") or ""
        return Streamed(self._pages, Job("data", {**given, "format": format}))

    async def lead(self, request: Request, base: str, prefix: str, space: str = "") -> Response:
        """Lead from a thing, which is no document, to the page or the data about it (303 See Other)."""
        iri = space + rest(request, prefix) if space else _iri(request)
        type = choose(accepted(request), ["text/html", *GRAPHS])
        if type is None:
            raise HTTPException(406, f"not in a form that you accept; there are text/html, {', '.join(GRAPHS)}")
        lang = parameters(request.url.query).one("lang")
        more = {"lang": lang} if lang else {}
        to = place(base, iri, "page", **more) if type == "text/html" else place(base, iri, "data", format=type)
        return RedirectResponse(to, 303, {"vary": "accept"})

    async def ontology(self, request: Request) -> Response:
        """The ontology."""
        return self._paged(request, "ontology", accept=accepted(request))

    async def file(self, request: Request) -> Response:
        """A file of the build."""
        return download(self._settings.directory, request.path_params["name"])

    async def explorer(self, request: Request) -> Response:
        """The explorer: the file of the build, or where there is none or a large one the page that asks this server."""
        file = files(self._settings.directory).get("explorer.html")
        if file is None or file.stat().st_size > _QUICK:
            return RedirectResponse("/explorer/live", 307)
        return download(self._settings.directory, "explorer.html")

    async def live(self, request: Request) -> Response:
        """The explorer that asks this server."""
        return Streamed(self._pages, Job("explorer", {}))

    async def explored(self, request: Request) -> Response:
        """What the explorer tells of the whole graph."""
        return Streamed(self._pages, Job("explored", {}))

    async def whole(self, request: Request) -> Response:
        """The whole graph as the build has packed it for the explorer, or else as the store has it."""
        file = files(self._settings.directory).get("explorer.html")
        found = await run_in_threadpool(carried, file, "graph") if file else ""
        return PlainTextResponse(found) if found else Streamed(self._pages, Job("wholly", {}))

    async def explore(self, request: Request) -> Response:
        """What is said of a thing, for the explorer."""
        return Streamed(self._pages, Job("explore", {"iri": parameters(request.url.query).one("iri") or ""}))

    async def papered(self, request: Request) -> Response:
        """The text of a document, for the explorer."""
        identifier = parameters(request.url.query).one("identifier") or ""
        return Streamed(self._pages, Job("papered", {"document": identifier}))

    async def tabled(self, request: Request) -> Response:
        """A table that views of the explorer are made of."""
        values = dict(parameters(request.url.query).pairs)
        return Streamed(self._queries, Job("tabled", {"name": request.path_params["name"], "values": values}))

    async def style(self, request: Request) -> Response:
        """The style of the pages."""
        return FileResponse(_STYLE, media_type="text/css")

    async def openapi(self, request: Request) -> Response:
        """The description of this interface."""
        return JSONResponse(description())

    async def health(self, request: Request) -> Response:
        """Whether questions are answered."""
        well = self._queries.well and self._pages.well
        return JSONResponse({"status": "ok" if well else "no store"}, 200 if well else 503)

    async def counted(self, request: Request) -> Response:
        """What was counted."""
        return self._metrics.response()

    def _paged(self, request: Request, kind: str, **values: object) -> Response:
        lang, here = language(request)
        return Streamed(self._pages, Job(kind, {**values, "lang": lang, "here": here}))


def _iri(request: Request) -> str:
    """Return the parameter ``iri``; only an address that ends without a key has one."""
    iri = parameters(request.url.query).one("iri") or ""
    if bool(iri) == bool(request.path_params.get("key")):
        raise HTTPException(400, "name one thing: by its key in the path, or by ?iri= and its IRI")
    return iri


def _number(name: str, given: str | None) -> int:
    """Return a number that a parameter gives, 0 where it gives none."""
    found = given or "0"
    if not found.isascii() or not found.isdigit() or len(found) > _DIGITS:
        raise HTTPException(400, f"{name} is a number of at most {_DIGITS} digits")
    return int(found)
