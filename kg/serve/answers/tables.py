"""The tables of the explorer's views, as JSON; those that are about the whole graph are made once."""

import json
from collections.abc import Callable, Mapping
from functools import cached_property

from pyoxigraph import Store

from kg.ask.answers import Answer
from kg.export.explorer.tables import cited, table

_LARGEST = 64 * 2**20  # bytes of whole tables that are kept


class Tables:
    """The tables of a store that nobody changes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[str, bytes] = {}

    @cached_property
    def _cited(self) -> Callable[[Answer], Answer]:
        return cited(self._store)

    def get(self, name: str, values: Mapping[str, str]) -> bytes:
        """Return a table for these values of its parameters as JSON: its columns, then its rows.

        Raises QueryError for a value that nothing goes by.
        """
        if not values and name in self._kept:
            return self._kept[name]
        found = self._cited(table(self._store, name, values))
        written = json.dumps([found.columns, *found.rows], ensure_ascii=False, separators=(",", ":")).encode()
        if not values and sum(map(len, self._kept.values())) + len(written) <= _LARGEST:
            self._kept[name] = written
        return written
