"""Arguments, options and exit codes that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

SOME_FAILED, BAD_INPUT, INTERRUPTED = 1, 2, 130

Output = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that build has written.")]
Base = Annotated[str, typer.Option(help="What the IRIs of things begin with.")]
Corrections = Annotated[
    Path | None, typer.Option(metavar="FILE", help="What readers decided; DIR/corrections.tsv unless given.")
]
