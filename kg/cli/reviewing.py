"""The commands that judge a graph: what readers decide, what the shapes say, what annotated facts say."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import SOME_FAILED, Corrections, Output


def review(
    directory: Output,
    below: Annotated[float, typer.Option(min=0, max=1, help="Facts that are less sure than this.")] = 0.8,
) -> None:
    """Write what is doubtful as a table, DIR/review.tsv, to be decided row by row."""
    from kg.review.doubts import write

    path, found = write(directory, below)
    print(f"{path}: {found} rows; write accept, reject or mend into the first column, what mend makes of it into the")
    print(f"second, and keep what you decided with: fangzhi correct {directory} {path} --who YOUR-NAME")


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
