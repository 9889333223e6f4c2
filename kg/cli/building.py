"""The commands that read papers into a graph."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import BASE
from kg.cli.options import SOME_FAILED, Base, Corrections, Output
from kg.cli.progress import progress

if TYPE_CHECKING:
    from kg.build import Built

Papers = Annotated[list[Path], typer.Argument(metavar="PATH", help="Papers: files, or folders of them.")]
GraphOnly = Annotated[
    bool, typer.Option("--graph-only", help="Leave report, tables and pages out, until: fangzhi export DIR.")
]

StoreOnly = Annotated[
    bool,
    typer.Option(
        "--store-only",
        help="Change the store alone, in a time that does not grow with it, and leave files, report, tables and pages "
        "out, until: fangzhi export DIR.",
    ),
]


def build(
    paths: Papers,
    out: Annotated[Path, typer.Option("-o", "--out", help="Where the graph goes.")] = Path("outputs"),
    base: Base = BASE,
    least: Annotated[
        float, typer.Option("--min-confidence", min=0, max=1, help="Leave out facts that are less sure.")
    ] = 0.0,
    corrections: Corrections = None,
    graph_only: GraphOnly = False,
) -> None:
    """Build the knowledge graph of papers."""
    from kg.build import build as run

    with progress() as show:
        built = run(paths, out, base, show, "graph" if graph_only else "all", least, corrections)
    read = len(built.added) + len(built.replaced) + built.kept
    print(f"{read} documents read, {len(built.failed)} failed")
    if built.kept or built.removed or built.replaced:
        print(_changes(built))
    _tell(built, out)


def add(directory: Output, paths: Papers, store_only: StoreOnly = False) -> None:
    """Add papers to a graph; a document that it has is replaced."""
    from kg.build import add as run

    with progress() as show:
        built = run(directory, paths, show, "store" if store_only else "all")
    print(_changes(built))
    _tell(built, directory)


def remove(
    directory: Output,
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT", help="Documents, as report.md calls them.")],
    store_only: StoreOnly = False,
) -> None:
    """Take documents out of a graph, with all that only they say."""
    from kg.build import remove as run

    with progress() as show:
        built = run(directory, documents, show, "store" if store_only else "all")
    print(_changes(built))
    _tell(built, directory)


def export(directory: Output) -> None:
    """Write files, report, tables and pages of a graph that was left without them."""
    from kg.build import export as run

    with progress() as show:
        built = run(directory, show)
    _tell(built, directory)


def _changes(built: "Built") -> str:
    """Say what became of the documents and facts."""
    added = f"{len(built.added)} {'document' if len(built.added) == 1 else 'documents'} added"
    documents = f"{added}, {len(built.replaced)} replaced, {len(built.removed)} removed, {built.kept} kept"
    return f"{documents}; {built.came} facts came, {built.went} went"


def _tell(built: "Built", out: Path) -> None:
    """Print what was found and where to look; exit with an error when files failed."""
    for failure in built.failed:
        print(f"  {failure.reason}")
    if built.report is None:
        print(f"views of the graph were left out; write them with: fangzhi export {out}")
    else:
        for word, counts in (("things", built.report.entities), ("facts", built.report.facts)):
            print(f"{word}: " + ", ".join(f"{kind} {count}" for kind, count in counts.items()))
        page, tables, report = out / "explorer.html", out / "tables", out / "report.md"
        print(f"look at {page}, {tables} and {report}, or try: fangzhi ask {out} posts")
    if built.failed:
        raise typer.Exit(SOME_FAILED)
