"""Answers to queries: which query is meant, and the rows as table, CSV or JSON."""

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import QueryBoolean, QueryTriples, Store

from kg.errors import QueryError
from kg.resources import ONTOLOGY
from kg.store import ask

_QUERIES = ONTOLOGY / "queries"


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer; a cell without a value is ""."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

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
        """Return the answer as a table for reading, wrapped to a width, or with a line a row when there is none."""
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
        return "\n".join(line for line in lines if line) + f"\n{len(self.rows)} rows\n"


def names() -> list[str]:
    """Return the names of the queries that come with the ontology."""
    return sorted(path.stem for path in _QUERIES.glob("*.rq"))


def sparql(query: str) -> str:
    """Return the SPARQL text of a named query, of a ``.rq`` file, or the text itself.

    Raises QueryError when it is none of them.
    """
    if query in names():
        return (_QUERIES / f"{query}.rq").read_text(encoding="utf8")
    if query.endswith(".rq"):
        try:
            return Path(query).read_text(encoding="utf8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{query}: this query file cannot be read ({error}); give a file in UTF-8") from error
    if "{" in query:
        return query
    raise QueryError(f"{query}: no such query; give a .rq file, SPARQL text, or one of: {', '.join(names())}")


def answer(store: Store, query: str) -> Answer:
    """Answer a named query, a ``.rq`` file or SPARQL text; ASK gives one cell, CONSTRUCT a row a triple."""
    found = ask(store, sparql(query))
    if isinstance(found, QueryBoolean):
        return Answer(("answer",), ((str(bool(found)).lower(),),))
    if isinstance(found, QueryTriples):
        return Answer(("subject", "predicate", "object"), tuple(sorted(tuple(map(_text, row)) for row in found)))
    columns = tuple(variable.value for variable in found.variables)
    return Answer(columns, tuple(tuple(map(_text, row)) for row in found))


def _text(node: object) -> str:
    return "" if node is None else str(getattr(node, "value", node))
