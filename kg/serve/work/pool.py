"""A pool of processes that answer jobs, each in its time; one that takes too long is ended and replaced."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from kg.errors import StoreError
from kg.serve.settings import Settings
from kg.serve.work.editions import Editions
from kg.serve.work.wire import Frames, Head, Job
from kg.serve.work.worker import Worker

# What is fetched of an answer at once: one that is smaller sets its process free, however slow its client is.
_READY = 512 * 2**10
# What a process whose client has gone has to end its answer by itself: to start another takes as long.
_MOMENT = 1.0


class BusyError(Exception):
    """More is asked than can be answered now."""


class LateError(Exception):
    """An answer took longer than it may."""


@dataclass(frozen=True, slots=True)
class Answering:
    """An answer that has begun: its head, the pieces of its body, when (of the loop's time) it must be done, its size.

    The size is known of an answer that lies ready.
    """

    head: Head
    pieces: AsyncIterator[bytes]
    until: float
    size: int | None


class Pool:
    """So many processes, and so many requests that wait for one."""

    def __init__(self, settings: Settings, editions: Editions, size: int) -> None:
        self._settings, self._editions, self._size = settings, editions, size
        self._idle: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()
        self._workers = set[Worker]()
        self._pending = set[asyncio.Task[None]]()
        self._stopping = False
        self.well = True  # whether the store can be read
        self.waiting = 0
        self.replaced = 0

    @property
    def busy(self) -> int:
        """How many processes are at work or being replaced."""
        return self._size - self._idle.qsize()

    async def start(self) -> None:
        """Start the processes.

        Raises StoreError when the store cannot be read.
        """
        for _ in range(self._size):
            await self._start_one()

    async def stop(self) -> None:
        """End every process, whatever it does."""
        self._stopping = True
        for task in self._pending:
            task.cancel()
        await asyncio.gather(*self._pending, return_exceptions=True)
        for worker in self._workers:
            await worker.end()
        self._workers.clear()

    @asynccontextmanager
    async def answering(self, job: Job) -> AsyncIterator[Answering]:
        """Give the answer of a job.

        What fits is fetched at once, so that a slow client holds no process for a small answer. Raises BusyError,
        LateError, or ConnectionError when the process ends; this also while the pieces are read. Who leaves before the
        last piece ends the process.
        """
        worker = await self._taken()
        frames = Frames(worker.output)
        until = asyncio.get_running_loop().time() + self._settings.timeout
        freed = False
        try:
            try:
                async with asyncio.timeout_at(until):
                    begun, ready = await self._begun(worker, job, frames)
            except TimeoutError as error:
                raise LateError from error
            if frames.whole:
                self._free(worker, frames)
                freed = True
            size = sum(map(len, ready)) if freed else None
            yield Answering(begun, _joined(ready, frames), until, size)
        finally:
            if not freed:
                self._free(worker, frames)

    async def _begun(self, worker: Worker, job: Job, frames: Frames) -> tuple[Head, list[bytes]]:
        """Return the head of an answer, and as much of its body as may lie ready."""
        await worker.ask(job)
        begun, ready = await frames.head(), list[bytes]()
        size = 0
        async for piece in frames:
            ready.append(piece)
            size += len(piece)
            if size >= _READY:
                break
        return begun, ready

    async def _taken(self) -> Worker:
        """Return a worker that is free and reads the newest edition, after a wait if need be."""
        newest = await self._editions.newest()
        while True:
            worker = await self._waited() if self._idle.empty() else self._idle.get_nowait()
            if worker.edition == newest:
                return worker
            self._later(self._replace(worker))

    async def _waited(self) -> Worker:
        if self.waiting >= self._settings.waiting:
            raise BusyError
        self.waiting += 1
        try:
            async with asyncio.timeout(self._settings.timeout):
                return await self._idle.get()
        except TimeoutError as error:
            raise BusyError from error
        finally:
            self.waiting -= 1

    def _free(self, worker: Worker, frames: Frames) -> None:
        """Let the next have a worker; one that is not at the end of its answer has a moment to come there."""
        if frames.whole:
            self._idle.put_nowait(worker)
        elif not self._stopping:
            self._later(self._finish(worker, frames))

    async def _finish(self, worker: Worker, frames: Frames) -> None:
        try:
            async with asyncio.timeout(_MOMENT):
                async for _ in frames:
                    pass
        except (TimeoutError, ConnectionError):
            self.replaced += 1
            await self._replace(worker)
        else:
            self._idle.put_nowait(worker)

    async def _replace(self, worker: Worker) -> None:
        """Start another worker in the place of one, as soon as there is a store that can be read."""
        self._workers.discard(worker)
        await worker.end()
        while True:
            try:
                await self._start_one()
            except StoreError:
                self.well = False
                await asyncio.sleep(1)
            else:
                self.well = True
                return

    async def _start_one(self) -> None:
        worker = await Worker.opened(self._settings, self._editions, await self._editions.newest())
        self._workers.add(worker)
        self._idle.put_nowait(worker)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._pending.add(task)
        task.add_done_callback(self._pending.discard)


async def _joined(ready: list[bytes], frames: Frames) -> AsyncIterator[bytes]:
    for piece in ready:
        yield piece
    async for piece in frames:
        yield piece
