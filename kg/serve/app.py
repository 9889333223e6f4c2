"""The application: its routes, and what lives as long as it does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.serve.guard import Guard
from kg.serve.protocol import asked, named_graph
from kg.serve.settings import Settings
from kg.serve.streaming import Streamed
from kg.serve.work.editions import Editions
from kg.serve.work.pool import Pool


def application(settings: Settings) -> Starlette:
    """Return the application of a folder; its processes start and end with it."""
    editions = Editions(settings.directory)
    queries = Pool(settings, editions, settings.workers)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        try:
            await queries.start()
            yield
        finally:
            await queries.stop()
            editions.close()

    async def sparql(request: Request) -> Response:
        return Streamed(queries, await asked(request))

    async def store(request: Request) -> Response:
        return Streamed(queries, named_graph(request))

    routes = [
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/store", store),
    ]
    middleware = [Middleware(Guard, settings=settings)]
    if settings.cors:
        middleware.append(Middleware(CORSMiddleware, allow_origins=settings.cors, allow_methods=["GET", "POST"]))
    return Starlette(routes=routes, middleware=middleware, lifespan=life, exception_handlers={HTTPException: _told})


async def _told(request: Request, error: Exception) -> Response:
    """Return a refusal as one line of text."""
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
