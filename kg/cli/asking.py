"""The commands that ask a graph: named queries, SPARQL, and all that is known of a thing."""

import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from kg.ask.command import Format
from kg.cli.options import Output

if TYPE_CHECKING:
    from kg.ask.command import Part
    from kg.ask.queries import Query


def explain(directory: Output, thing: Annotated[str, typer.Argument(help="A name or an IRI.")]) -> None:
    """Tell all that is known of a thing, and where it is said."""
    from kg.explain import explain as run
    from kg.store import open_store

    signs = ("\x1b[4m", "\x1b[24m") if sys.stdout.isatty() else ("【", "】")
    for line in run(open_store(directory), thing, signs):
        print(line)


def show(directory: Path, query: "Query", values: dict[str, str], part: "Part", format: Format) -> None:
    """Print the answer of a query, or a part of it."""
    from kg.ask.answers import answer
    from kg.store import open_store

    found = answer(open_store(directory), query, values, *part)
    match format:
        case Format.TABLE:
            text = found.as_table(get_terminal_size().columns if sys.stdout.isatty() else None)
        case Format.CSV:
            text = found.as_csv()
        case Format.JSON:
            text = found.as_json()
    print(text, end="")
