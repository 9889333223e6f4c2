"""The tables of the explorer's views, as JSON; those that are about the whole graph are made once."""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from pyoxigraph import Store

from kg.ask.answers import Answer
from kg.export.explorer.tables import cited, table

_KEPT = "answers"  # the folder beside the store of an edition


class Tables:
    """The tables of a store that nobody changes; whole ones are kept beside it, for every process that reads it."""

    def __init__(self, store: Store, directory: Path) -> None:
        self._store, self._kept = store, directory / _KEPT

    @cached_property
    def _cited(self) -> Callable[[Answer], Answer]:
        return cited(self._store)

    def get(self, name: str, values: Mapping[str, str]) -> bytes:
        """Return a table for these values of its parameters as JSON: its columns, then its rows.

        Raises QueryError for a value that nothing goes by.
        """
        file = self._kept / f"{name}.json"
        if not values and file.is_file():
            return file.read_bytes()
        found = self._cited(table(self._store, name, values))
        written = json.dumps([found.columns, *found.rows], ensure_ascii=False, separators=(",", ":")).encode()
        if not values:
            _keep(file, written)
        return written


def _keep(file: Path, written: bytes) -> None:
    """Write a file of which whoever reads meanwhile finds all or nothing; what cannot be kept is made again."""
    part = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(written)
        part.replace(file)
