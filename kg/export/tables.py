"""The named queries as CSV files that Excel opens as they are."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path

from kg.ask.answers import Answer
from kg.ask.queries import find, names

# What a spreadsheet takes for a formula; a number with a sign and a lone comparator are none.
_FORMULA = re.compile(r"[=+\-@\t\r](?!\d*\.?\d*$).")


def tables(answers: Mapping[str, Answer], folder: Path) -> None:
    """Write one CSV file for each named query into the folder, UTF-8 with a byte order mark."""
    folder.mkdir(exist_ok=True)
    for query in map(find, names()):
        _write(folder / f"{query.name}.csv", answers[query.name].named, "ORDER BY" in query.text)


def _write(path: Path, found: Answer, ordered: bool) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(found.columns)
        writer.writerows(map(harmless, row) for row in (found.rows if ordered else sorted(found.rows)))


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet runs: an apostrophe goes before what would be a formula.

    >>> harmless("=1+1"), harmless("-5"), harmless("缙云县")
    ("'=1+1", '-5', '缙云县')
    """
    return "'" + cell if _FORMULA.match(cell) else cell
