"""The command line: the only place that prints and exits."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from kg import BASE
from kg.ask.command import Format, application
from kg.errors import FangzhiError

if TYPE_CHECKING:
    from kg.ask.queries import Query
    from kg.build import Progress
    from kg.report import Report

SOME_FAILED, BAD_INPUT, INTERRUPTED = 1, 2, 130

app = typer.Typer(
    help="Read what China's regions publish about themselves into a knowledge graph with its evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
Corrections = Annotated[
    Path | None, typer.Option(metavar="FILE", help="What readers decided; DIR/corrections.tsv unless given.")
]
Base = Annotated[str, typer.Option(help="What the IRIs of things begin with.")]
Output = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that build has written.")]


@app.command()
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

    with _progress() as progress:
        found = run(paths, out, base, progress, least=least, corrections=corrections)
    _tell(found, out)
    if found.failed:
        raise typer.Exit(SOME_FAILED)


@app.command()
def explain(directory: Output, thing: Annotated[str, typer.Argument(help="A name or an IRI.")]) -> None:
    """Tell all that is known of a thing, and where it is said."""
    from kg.explain import explain as run
    from kg.store import open_store

    signs = ("\x1b[4m", "\x1b[24m") if sys.stdout.isatty() else ("【", "】")
    for line in run(open_store(directory), thing, signs):
        print(line)


@app.command()
def review(
    directory: Output,
    below: Annotated[float, typer.Option(min=0, max=1, help="Facts that are less sure than this.")] = 0.8,
) -> None:
    """Write what is doubtful as a table, DIR/review.tsv, to be decided row by row."""
    from kg.review.doubts import write

    path, found = write(directory, below)
    print(f"{path}: {found} rows; write accept, reject or mend into the first column, what mend makes of it into the")
    print(f"second, and keep what you decided with: fangzhi correct {directory} {path} --who YOUR-NAME")


@app.command()
def correct(
    directory: Output,
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="The table of review, with your verdicts.")],
    who: Annotated[str, typer.Option(help="Who decided.")],
    when: Annotated[str, typer.Option(help="The day, 2026-05-01; today unless given.")] = "",
    corrections: Corrections = None,
) -> None:
    """Keep the decisions of a reviewed table; every build applies them."""
    from datetime import date

    from kg.review.corrections import FILE, keep

    path = corrections or directory / FILE
    fresh, kept = keep(path, table, who, when or date.today().isoformat())
    print(f"{path}: {fresh} decisions taken from {table}, {kept} kept in all; the next build applies them")


@app.command()
def check(directory: Output) -> None:
    """Check a graph against the shapes of the ontology, and its files against each other."""
    from kg.report.checked import findings, listed
    from kg.store import open_store
    from kg.store.integrity import problems

    broken = list(problems(directory))
    found = findings(store := open_store(directory))
    for line in (*broken, *listed(store, found)):
        print(line)
    violations = sum(finding.check.severity == "violation" for finding in found)
    agree = "do not agree" if broken else "agree"
    print(f"shapes: {violations} violations, {len(found) - violations} warnings; the files of the build {agree}")
    if violations or broken:
        raise typer.Exit(SOME_FAILED)


@app.command()
def rdf12(
    directory: Output,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where it goes, such as graph12.ttl.")],
) -> None:
    """Write facts and evidence as one Turtle file of RDF 1.2."""
    from kg.export.rdf12 import write_rdf12
    from kg.store import open_store

    write_rdf12(open_store(directory), file)


@app.command()
def regions(
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="Where it goes.")] = Path("regions.ttl"),
    base: Base = BASE,
) -> None:
    """Write the register of China's regions, down to the township, as Turtle to load beside a graph."""
    from kg.graph.nodes import Naming
    from kg.graph.regions import register_graph
    from kg.store import write_triples

    triples = set(register_graph(Naming(base)))
    write_triples(triples, out)
    print(f"{out}: {len(triples)} triples; load it beside graph.ttl, whose regions have the same IRIs")


@app.command()
def score(
    directory: Output,
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of annotated facts, a JSON file each.")],
    listing: Annotated[bool, typer.Option("--list", help="List every miss (-) and every excess (+).")] = False,
) -> None:
    """Score a graph against annotated facts."""
    from kg.score import score as run
    from kg.score.reliability import reliability

    found = run(directory, gold)
    for one in found.differences if listing else ():
        print(one)
    for line in found.lines:
        rates = f"P {line.precision:.3f}  R {line.recall:.3f}  F1 {line.f1:.3f}"
        print(f"{line.kind:20} {rates}   hit {line.hits} missed {line.missed} excess {line.excess}")
    for band in reliability(found.judged):
        name = f"confidence {band.least:.2f}-{band.below:.2f}"
        print(f"{name:20} facts {band.facts}, confidence {band.stated:.3f} on average, right {band.right:.3f}")


def main() -> None:
    """Run the command line: a mistake of the user is one sentence on stderr, never a traceback."""
    try:
        app()
    except FangzhiError as error:
        print(f"fangzhi: {error}", file=sys.stderr)
        sys.exit(BAD_INPUT)
    except SystemExit as done:
        if done.code == INTERRUPTED:
            print("fangzhi: interrupted; the last good output is as it was; build goes on from here", file=sys.stderr)
        raise


def _show(directory: Path, query: "Query", values: dict[str, str], format: Format) -> None:
    """Print the answer of a query."""
    from kg.ask.answers import answer
    from kg.store import open_store

    found = answer(open_store(directory), query, values)
    match format:
        case Format.TABLE:
            text = found.as_table(get_terminal_size().columns if sys.stdout.isatty() else None)
        case Format.CSV:
            text = found.as_csv()
        case Format.JSON:
            text = found.as_json()
    print(text, end="")


app.add_typer(application(_show), name="ask")


@contextmanager
def _progress() -> "Iterator[Progress]":
    """Give a progress bar on a terminal, plain lines elsewhere."""
    if not sys.stderr.isatty():
        yield _plain
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done)

        yield show


def _plain(stage: str, done: int, total: int) -> None:
    if 10 * done // total != 10 * (done - 1) // total:  # ten lines a stage are enough, and the last is one of them
        print(f"{stage} {done}/{total}", file=sys.stderr, flush=True)


def _tell(found: "Report", out: Path) -> None:
    """Print what was found and where to look."""
    print(f"{len(found.documents)} documents read, {len(found.failed)} failed")
    for failure in found.failed:
        print(f"  {failure.reason}")
    for word, counts in (("things", found.entities), ("facts", found.facts)):
        print(f"{word}: " + ", ".join(f"{kind} {count}" for kind, count in counts.items()))
    print(f"look at {out / 'network.html'}, {out / 'tables'} and {out / 'report.md'}, or try: fangzhi ask {out} posts")
