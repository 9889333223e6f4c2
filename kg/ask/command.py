"""The command ``ask``: each named query is a command of its own, with an option for each of its parameters."""

from collections.abc import Callable
from enum import StrEnum
from inspect import Parameter as Argument
from inspect import Signature
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer
from typer.core import TyperGroup

from kg.ask.queries import Parameter, Query, find, names
from kg.errors import QueryError


class Format(StrEnum):
    """How answers are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


_FORMAT = Annotated[Format, typer.Option("--format", help="How to print the answer.")]
_ALL = "So many rows: 100 in a table, else all."
_LIMIT = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help=_ALL)]
_OFFSET = Annotated[int, typer.Option("--offset", min=0, metavar="N", help="Begin behind so many rows.")]
_ON_PAGE = 100
# What is shown of an answer: how many rows, None for all, and how many before them are not.
Part: TypeAlias = tuple[int | None, int]
Show: TypeAlias = Callable[[Path, Query, dict[str, str], Part, Format], None]


def application(show: Show) -> typer.Typer:
    """Return the command: ``ask DIR QUERY``, where QUERY is a named query, a .rq file, or SPARQL text."""

    class Queries(TyperGroup):
        def list_commands(self, ctx: Any) -> list[str]:
            return list(names())

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            return _command(find(cmd_name), show)

        def format_commands(self, ctx: Any, formatter: Any) -> None:
            with formatter.section("Queries"):
                formatter.write_dl([(query.name, _told(query)) for query in map(find, names())])

    ask = typer.Typer(cls=Queries, rich_markup_mode=None, no_args_is_help=True, subcommand_metavar="QUERY [ARGS]...")

    @ask.callback()
    def begin(
        context: typer.Context,
        directory: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that build has written.")],
    ) -> None:
        """Answer a query: a named one, with its parameters, a .rq file, or SPARQL."""
        context.obj = directory

    return ask


def _command(query: Query, show: Show) -> Any:
    """Return a query as a command whose options are its parameters."""

    def run(context: typer.Context, limit: int | None, offset: int, format: Format, **values: str | None) -> None:
        if context.args:
            known = ", ".join(f"--{name}" for name in (*(one.name for one in query.parameters), *shown))
            raise QueryError(f"{query.name}: {context.args[0]} cannot be given; the options of this query are {known}")
        part = (_ON_PAGE if limit is None and format is Format.TABLE else limit, offset)
        show(context.obj, query, {name: value for name, value in values.items() if value is not None}, part, format)

    shown = {"limit": _LIMIT, "offset": _OFFSET, "format": _FORMAT}
    taken = {"context": typer.Context, **{one.name: _option(one) for one in query.parameters}, **shown}
    none = {"context": Argument.empty, "offset": 0, "format": Format.TABLE}
    run.__signature__ = Signature(  # type: ignore[attr-defined]
        [Argument(name, Argument.KEYWORD_ONLY, default=none.get(name), annotation=kind) for name, kind in taken.items()]
    )
    run.__annotations__ = {}  # the signature has them
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    # What is no option of the query is ours to tell: we name those that there are.
    free = {"allow_extra_args": True, "ignore_unknown_options": True}
    alone.command(query.name, help=f"{query.title}\n\n{query.zh}\n\n{query.en}", context_settings=free)(run)
    return typer.main.get_command(alone)


def _option(parameter: Parameter) -> Any:
    kind, _, words = parameter.type.partition(":")
    shown = words.replace(",", "|") if kind == "choice" else kind.upper()
    told = f"{parameter.en} ({parameter.zh})"
    return Annotated[str | None, typer.Option(f"--{parameter.name}", metavar=shown, help=told)]


def _told(query: Query) -> str:
    return " ".join([f"{query.en} ({query.zh})", *(f"--{one.name}" for one in query.parameters)])
