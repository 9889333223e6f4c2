"""The commands that read papers into a graph."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import BASE
from kg.cli.options import SOME_FAILED, Base, Corrections, Output
from kg.cli.progress import progress

if TYPE_CHECKING:
    from kg.build import Built
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
        built = run(paths, out, base, show, least=least, corrections=corrections)
    print(f"{len(built.report.documents)} documents read, {len(built.report.failed)} failed")
    _tell(built.report, out)


def add(
    directory: Output,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Papers: files, or folders of them.")],
) -> None:
    """Add papers to a graph; a document that it has is replaced."""
    from kg.build import add as run

    with progress() as show:
        built = run(directory, paths, show)
    print(_changes(built))
    _tell(built.report, directory)


def remove(
    directory: Output,
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT", help="Documents, as report.md calls them.")],
) -> None:
    """Take documents out of a graph, with all that only they say."""
    from kg.build import remove as run

    with progress() as show:
        built = run(directory, documents, show)
    print(_changes(built))
    _tell(built.report, directory)


def _changes(built: "Built") -> str:
    """Say what became of the documents."""
    added, gone = len(built.added), len(built.removed)
    documents = "document" if added == 1 else "documents"
    return f"{added} {documents} added, {len(built.replaced)} replaced, {gone} removed, {len(built.kept)} kept"


def _tell(found: "Report", out: Path) -> None:
    """Print what was found and where to look; exit with an error when files failed."""
    for failure in found.failed:
        print(f"  {failure.reason}")
    for word, counts in (("things", found.entities), ("facts", found.facts)):
        print(f"{word}: " + ", ".join(f"{kind} {count}" for kind, count in counts.items()))
    print(f"look at {out / 'explorer.html'}, {out / 'tables'} and {out / 'report.md'}, or try: fangzhi ask {out} posts")
    if found.failed:
        raise typer.Exit(SOME_FAILED)
