"""Editions of the store: a build may put a new store in place at any time, so the processes read a copy.

The tables of a store never change once written, so a copy is made of links where the file system allows, and costs
nothing. An edition is removed when a newer one is there and the last process that reads it has ended. What was changed
over HTTP is applied to the copy, before anybody reads it.
"""

import logging
import os
import shutil
import tempfile
from asyncio import Lock, to_thread
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError, StoreError
from kg.export.void import base_of
from kg.serve.settings import Settings
from kg.serve.work import updates
from kg.store import open_store

_LOG = logging.getLogger(__name__)
_Signature = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Edition:
    """A copy of the store that nobody changes, and what the IRIs of its things begin with."""

    directory: Path
    base: str


class Editions:
    """The editions of the store of a folder, the newest made when somebody asks for it."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self._directory = settings, settings.directory
        self._copies = Path(tempfile.mkdtemp(prefix="fangzhi-"))
        self._made = 0
        self._seen: _Signature | None = None
        self._newest: Edition | None = None
        self._readers = Counter[Edition]()
        self._making = Lock()

    async def newest(self) -> Edition:
        """Return the edition of the store that is there now.

        While a build puts its store in place the last edition still counts. Raises StoreError when there has never been
        one that can be read.
        """
        async with self._making:
            return await self._current()

    async def change(self, update: str) -> None:
        """Apply a SPARQL update, and keep it; who asks from now on sees what it did.

        Raises QueryError when it is refused, TimeoutError when it takes longer than an answer may, StoreError when it
        cannot be kept.
        """
        async with self._making:
            current = await self._current()
            fresh = Edition(self._place(), current.base)
            try:
                await to_thread(_copy, current.directory, fresh.directory)
                await updates.apply(self._settings, fresh.directory, [update])
                await to_thread(updates.keep, self._directory, update)
            except BaseException:
                shutil.rmtree(fresh.directory, ignore_errors=True)
                raise
            self._take(fresh, self._signature())

    async def _current(self) -> Edition:
        if self._newest is None or self._signature() not in (None, self._seen):
            seen = self._signature()
            try:
                fresh, seen = await to_thread(self._copied)
                if changes := updates.kept(self._directory):
                    await updates.apply(self._settings, fresh.directory, changes)
            except (OSError, StoreError, QueryError) as error:
                if self._newest is None:
                    raise
                _LOG.error("fangzhi: the last graph is still served: %s", error)
                self._seen = seen
            else:
                self._take(fresh, seen)
        assert self._newest is not None
        return self._newest

    def _take(self, fresh: Edition, seen: _Signature | None) -> None:
        old, self._newest, self._seen = self._newest, fresh, seen
        self._remove_unread(old)

    def taken(self, edition: Edition) -> None:
        """Note that a process reads an edition."""
        self._readers[edition] += 1

    def left(self, edition: Edition) -> None:
        """Note that a process has ended that read an edition."""
        self._readers[edition] -= 1
        self._remove_unread(edition)

    def close(self) -> None:
        """Remove every edition."""
        shutil.rmtree(self._copies, ignore_errors=True)

    def _remove_unread(self, edition: Edition | None) -> None:
        if edition is not None and edition != self._newest and not self._readers[edition]:
            shutil.rmtree(edition.directory, ignore_errors=True)

    def _signature(self) -> _Signature | None:
        """Return what tells a store, with its updates, from what takes its place."""
        try:
            store, changes = (self._directory / "store").stat(), self._directory / updates.FILE
            return store.st_ino, store.st_mtime_ns, changes.stat().st_size if changes.exists() else 0
        except OSError:
            return None

    def _place(self) -> Path:
        self._made += 1
        return self._copies / str(self._made)

    def _copied(self) -> tuple[Edition, _Signature | None]:
        """Return a copy of the store, and what it is a copy of."""
        open_store(self._directory)  # says what is wrong with it
        target = self._place()
        while True:
            seen = self._signature()
            try:
                _copy(self._directory, target)
            except OSError as error:
                shutil.rmtree(target, ignore_errors=True)
                if self._signature() == seen:
                    raise StoreError(f"{self._directory}: the store cannot be copied ({error})") from error
            if self._signature() == seen:
                return Edition(target, base_of(self._directory)), seen
            shutil.rmtree(target, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    shutil.copytree(source / "store", target / "store", copy_function=_linked)


def _linked(source: str, target: str) -> None:
    # Only tables are never written again; the small files beside them are.
    if source.endswith(".sst"):
        try:
            os.link(source, target)
        except OSError:  # another file system, or one without links
            pass
        else:
            return
    shutil.copy2(source, target)
