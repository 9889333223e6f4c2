"""Answers to queries: the rows for given parameters, as table, CSV or JSON."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Store

from kg.ask.filled import with_nodes
from kg.ask.pages import page
from kg.ask.queries import Query
from kg.ask.rows import Cells, solved
from kg.ask.values import bound


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer; a cell without a value is ""."""

    columns: Cells
    rows: tuple[Cells, ...]
    more: bool = False  # there are rows behind these

    @property
    def named(self) -> "Answer":
        """The answer without the columns of IRIs that :func:`linked` adds."""
        count = sum(not column.endswith("@") for column in self.columns)
        return Answer(self.columns[:count], tuple(dict.fromkeys(row[:count] for row in self.rows)))

    def as_csv(self) -> str:
        """Return the answer as CSV (RFC 4180), with a header line."""
        text = io.StringIO()
        csv.writer(text).writerows((self.columns, *self.rows))
        return text.getvalue()

    def as_dicts(self) -> tuple[dict[str, str], ...]:
        """Return each row as column to cell."""
        return tuple(dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def as_json(self) -> str:
        """Return the answer as a JSON list of objects."""
        return json.dumps(self.as_dicts(), ensure_ascii=False, indent=1) + "\n"

    def as_table(self, width: int | None = None) -> str:
        """Return the answer as a table for reading, wrapped to a width, or with a line a row when there is none.

        The last line says how many rows these are, and whether there are more.
        """
        from rich import box
        from rich.console import Console
        from rich.table import Table

        table = Table(*self.columns, box=box.SIMPLE_HEAD, pad_edge=False)
        for row in self.rows:
            table.add_row(*row)
        text = io.StringIO()
        console = Console(file=text, width=width or 100_000, markup=False, highlight=False, emoji=False)
        console.print(table)
        lines = (line.rstrip() for line in text.getvalue().splitlines())
        last = f"{len(self.rows)} rows{', and there are more' if self.more else ''}"
        return "\n".join([*(line for line in lines if line), last, ""])


def answer(
    store: Store, query: Query, values: Mapping[str, str] | None = None, size: int | None = None, start: int = 0
) -> Answer:
    """Answer a query, with the values that a user gives for its parameters: with all rows, or a page of them.

    A page has so many rows from the start-th on, of which the first is 0.

    Raises QueryError for a parameter that the query does not have, a value that nothing goes by, or a query that cannot
    be read.
    """
    asked = [(query.parameter(name), value) for name, value in (values or {}).items()]
    given = {one.variable: bound(store, one, value) for one, value in asked}
    if size is None:
        columns, found = solved(store, query, given)
        return Answer(columns, tuple(found)[start:])
    columns, some = page(store, query, given, size + 1, start)
    return Answer(columns, tuple(some[:size]), len(some) > size)


def linked(store: Store, query: Query, values: Mapping[str, str] | None = None) -> Answer:
    """Answer a query with the things behind its names: the column ``region@`` holds the IRIs of the column ``region``.

    Raises what :func:`answer` raises.
    """
    found = answer(store, with_nodes(query), values)
    plain = len(found.columns) - len(query.nodes)
    return Answer((*found.columns[:plain], *(f"{column}@" for column in query.nodes)), found.rows)
