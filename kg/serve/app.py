"""The application: what lives as long as it does, and what stands before its routes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.serve.routes import Routes
from kg.serve.settings import Settings
from kg.serve.web.guard import Guard
from kg.serve.web.metrics import Metrics
from kg.serve.work.editions import Editions
from kg.serve.work.pool import Pool


def application(settings: Settings) -> Starlette:
    """Return the application of a folder; its processes start and end with it.

    Pages have a process of their own, so that no query makes them wait.
    """
    editions = Editions(settings)
    queries, pages = Pool(settings, editions, settings.workers), Pool(settings, editions, 1)
    metrics = Metrics({"queries": queries, "pages": pages})

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        try:
            await queries.start()
            await pages.start()
            yield
        finally:
            await queries.stop()
            await pages.stop()
            editions.close()

    middleware = [Middleware(metrics.watch), Middleware(Guard, settings=settings)]
    if settings.cors:
        methods, headers = ("GET", "POST"), ("Authorization",)
        cors = Middleware(CORSMiddleware, allow_origins=settings.cors, allow_methods=methods, allow_headers=headers)
        middleware.append(cors)
    routes = Routes(settings, editions, queries, pages, metrics).all()
    app = Starlette(routes=routes, middleware=middleware, lifespan=life, exception_handlers={HTTPException: _told})
    app.router.redirect_slashes = False
    return app


async def _told(request: Request, error: Exception) -> Response:
    """Return a refusal as one line of text."""
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
