"""An answer of the pool as a response: it goes out as fast as the client takes it, and ends when the client goes."""

import asyncio
from collections.abc import Mapping

from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from kg.serve.work.pool import Answering, BusyError, LateError, Pool
from kg.serve.work.wire import Job

_SOON = {"retry-after": "5"}


class Streamed(Response):
    """The answer of a job, made when it is sent."""

    def __init__(self, pool: Pool, job: Job, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(headers={"vary": "accept", **(headers or {})})
        self._pool, self._job = pool, job

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer, or a refusal; leave off when the client goes."""
        sending = asyncio.create_task(self._send(scope, receive, send))
        going = asyncio.create_task(_gone(receive))
        try:
            await asyncio.wait({sending, going}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (sending, going):
                task.cancel()
            results = await asyncio.gather(sending, going, return_exceptions=True)
        if isinstance(results[0], Exception):
            raise results[0]

    async def _send(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with self._pool.answering(self._job) as answering:
                await self._send_begun(scope, send, answering)
        except BusyError:
            told = "the server has more to answer than it can; ask again in a few seconds"
            await PlainTextResponse(f"{told}\n", 503, _SOON)(scope, receive, send)
        except LateError:
            told = "the answer took longer than this server gives it; ask for less"
            await PlainTextResponse(f"{told}\n", 504)(scope, receive, send)
        except ConnectionError:
            told = "the answer needs more memory or deeper nesting than this server allows; ask for less"
            await PlainTextResponse(f"{told}\n", 500)(scope, receive, send)

    async def _send_begun(self, scope: Scope, send: Send, answering: Answering) -> None:
        """Send what the pool gives; where that breaks off, so does the response, without its end."""
        self.status_code = answering.head.status
        for name, value in {"content-type": answering.head.type, **answering.head.headers}.items():
            self.headers[name] = value
        if answering.size is None:
            del self.headers["content-length"]
        else:
            self.headers["content-length"] = str(answering.size)
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        try:
            async with asyncio.timeout_at(answering.until):
                if scope["method"] != "HEAD":
                    async for piece in answering.pieces:
                        await send({"type": "http.response.body", "body": piece, "more_body": True})
        except (TimeoutError, ConnectionError):
            return
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
