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


class Service:
    """What answers for a folder: the editions of its store, and the processes that read them.

    Pages have a process of their own, so that no query makes them wait.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._editions = Editions(settings)
        self._queries = Pool(settings, self._editions, settings.workers)
        self._pages = Pool(settings, self._editions, 1)

    async def start(self) -> None:
        """Start the processes.

        Raises StoreError when the store or the updates to it cannot be read, QueryError when one of these is wrong.
        """
        try:
            await self._queries.start()
            await self._pages.start()
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """End the processes."""
        await self._queries.stop()
        await self._pages.stop()
        self._editions.close()

    def application(self) -> Starlette:
        """Return the application, at whose end the processes end, too."""

        @asynccontextmanager
        async def life(app: Starlette) -> AsyncIterator[None]:
            yield
            await self.stop()

        settings, metrics = self._settings, Metrics({"queries": self._queries, "pages": self._pages})
        middleware = [Middleware(metrics.watch), Middleware(Guard, settings=settings)]
        if settings.cors:
            methods, headers = ("GET", "POST"), ("Authorization",)
            cors = Middleware(CORSMiddleware, allow_origins=settings.cors, allow_methods=methods, allow_headers=headers)
            middleware.append(cors)
        routes = Routes(settings, self._editions, self._queries, self._pages, metrics).all()
        app = Starlette(routes=routes, middleware=middleware, lifespan=life, exception_handlers={HTTPException: _told})
        app.router.redirect_slashes = False
        return app


async def _told(request: Request, error: Exception) -> Response:
    """Return a refusal as one line of text."""
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
