"""The commands that read papers into a graph."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import BASE
from kg.cli.options import SOME_FAILED, Base, Corrections
from kg.cli.progress import progress

if TYPE_CHECKING:
    from kg.report import Report


def build(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Papers: files, or folders of them.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Where the graph goes.")] = Path("outputs"),
    base: Base = BASE,
    least: Annotated[
        float, typer.Option("--min-confidence", min=0, max=1, help="Leave out facts that are less sure.")
    ] = 0.0,
    corrections: Corrections = None,
) -> None:
    """Build the knowledge graph of papers."""
    from kg.build import build as run

    with progress() as show:
        found = run(paths, out, base, show, least=least, corrections=corrections)
    _tell(found, out)
    if found.failed:
        raise typer.Exit(SOME_FAILED)


def _tell(found: "Report", out: Path) -> None:
    """Print what was found and where to look."""
    print(f"{len(found.documents)} documents read, {len(found.failed)} failed")
    for failure in found.failed:
        print(f"  {failure.reason}")
    for word, counts in (("things", found.entities), ("facts", found.facts)):
        print(f"{word}: " + ", ".join(f"{kind} {count}" for kind, count in counts.items()))
    print(f"look at {out / 'network.html'}, {out / 'tables'} and {out / 'report.md'}, or try: fangzhi ask {out} posts")
