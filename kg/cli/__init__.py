"""The command line: the only room that prints and exits.

A command is a function of the module of its kind, named in ``_COMMANDS``; what it needs is imported when it runs.
"""

import sys

import typer

from kg.ask.command import application
from kg.cli.asking import explain, show
from kg.cli.building import add, build, export, remove
from kg.cli.comparing import diff
from kg.cli.loading import load
from kg.cli.options import BAD_INPUT, INTERRUPTED
from kg.cli.reviewing import check, correct, review, score
from kg.cli.serving import serve
from kg.cli.writing import neighbours, rdf12, regions
from kg.errors import FangzhiError

# In the order in which the help lists them.
_COMMANDS = (
    build,
    add,
    remove,
    export,
    explain,
    review,
    correct,
    check,
    diff,
    neighbours,
    rdf12,
    regions,
    load,
    serve,
    score,
)

app = typer.Typer(
    help="Read what China's regions publish about themselves into a knowledge graph with its evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for _command in _COMMANDS:
    app.command()(_command)
app.add_typer(application(show), name="ask")


def main() -> None:
    """Run the command line: a mistake of the user is one sentence on stderr, never a traceback."""
    try:
        app()
    except FangzhiError as error:
        print(f"fangzhi: {error}", file=sys.stderr)
        sys.exit(BAD_INPUT)
    except SystemExit as done:
        if done.code == INTERRUPTED:
            print(
                "fangzhi: interrupted; the last good output is as it was; the same command goes on from here",
                file=sys.stderr,
            )
        raise
