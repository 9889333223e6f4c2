"""What the server counts, in the text format of Prometheus."""

from functools import partial
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.work.pool import Pool

_METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_BUCKETS = (0.005, 0.02, 0.1, 0.5, 2, 10, 30, 60)


class Metrics:
    """The counters of one server."""

    def __init__(self, pools: dict[str, Pool]) -> None:
        self._registry = CollectorRegistry()
        names = ["method", "route", "status"]
        self._requests = Counter("fangzhi_requests", "Requests answered.", names, registry=self._registry)
        self._seconds = Histogram(
            "fangzhi_seconds", "Time to answer.", ["route"], registry=self._registry, buckets=_BUCKETS
        )
        self._bytes = Counter("fangzhi_bytes", "Bytes of the bodies sent.", ["route"], registry=self._registry)
        for name, pool in pools.items():
            for what, told in (
                ("busy", "Processes at work."),
                ("waiting", "Requests that wait for a process."),
                ("replaced", "Processes that were ended before their answer was."),
            ):
                gauge = Gauge(f"fangzhi_{name}_{what}", told, registry=self._registry)
                gauge.set_function(partial(getattr, pool, what))

    def response(self) -> Response:
        """Return all that was counted."""
        return Response(generate_latest(self._registry), media_type=CONTENT_TYPE_LATEST)

    def watch(self, app: ASGIApp) -> ASGIApp:
        """Return an application whose requests are counted, by the path of their route."""

        async def watched(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                return await app(scope, receive, send)
            begun, size, status = perf_counter(), 0, 0

            async def counted(message: Message) -> None:
                nonlocal size, status
                status = message.get("status", status)
                size += len(message.get("body", b""))
                await send(message)

            try:
                await app(scope, receive, counted)
            finally:
                route = getattr(scope.get("route"), "path", "none")
                method = scope["method"] if scope["method"] in _METHODS else "other"
                self._requests.labels(method, route, status).inc()
                self._seconds.labels(route).observe(perf_counter() - begun)
                self._bytes.labels(route).inc(size)

        return watched
