"""A process that answers, as the server sees it."""

import asyncio
from asyncio.subprocess import Process
from dataclasses import dataclass

from kg.errors import StoreError
from kg.serve.settings import Settings
from kg.serve.work.editions import Edition, Editions
from kg.serve.work.starting import started
from kg.serve.work.wire import Frames, Job

_START = 60.0  # seconds that a process may take to open the store


@dataclass(frozen=True, slots=True, eq=False)
class Worker:
    """A process with an edition open."""

    process: Process
    edition: Edition
    editions: Editions
    output: asyncio.StreamReader

    @classmethod
    async def opened(cls, settings: Settings, editions: Editions, edition: Edition) -> "Worker":
        """Return a worker that is ready.

        Raises StoreError when its process cannot open the store, or cannot be started at all.
        """
        given = (edition.directory, edition.base, settings.timeout, settings.largest, settings.memory)
        process = await started("kg.serve.work.process", *map(str, given))
        assert process.stdout is not None
        worker = cls(process, edition, editions, process.stdout)
        editions.taken(edition)
        try:
            async with asyncio.timeout(_START):
                await Frames(worker.output).head()
        except (ConnectionError, TimeoutError) as error:
            await worker.end()
            raise StoreError(f"{edition.directory}: no process can open this copy of the store; build again") from error
        except asyncio.CancelledError:
            await worker.end()
            raise
        return worker

    async def ask(self, job: Job) -> None:
        """Give the process a job.

        Raises ConnectionError when it has ended.
        """
        assert self.process.stdin is not None
        self.process.stdin.write(job.line())
        await self.process.stdin.drain()

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        if self.process.returncode is None:
            self.process.kill()

    async def end(self) -> None:
        """End the process and wait until it has; its edition is left."""
        self.kill()
        await self.process.wait()
        self.editions.left(self.edition)
