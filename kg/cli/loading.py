"""The command that puts a graph into a triple store that runs somewhere."""

from typing import Annotated

import typer

from kg.cli.options import Output
from kg.cli.progress import progress


def load(
    directory: Output,
    endpoint: Annotated[str, typer.Option(metavar="URL", help="Where the store takes queries.")],
    update: Annotated[str, typer.Option(metavar="URL", help="Where it takes updates, if that cannot be told.")] = "",
    graph: Annotated[
        str | None,
        typer.Option(metavar="IRI", help="The graph to fill, or default; the build's data set unless given."),
    ] = None,
) -> None:
    """Load facts and evidence into a triple store, exactly: what is missing comes, what is too much goes.

    Who you are is told in the environment: FANGZHI_USER and FANGZHI_PASSWORD, or FANGZHI_TOKEN.
    """
    from kg.load import load as run

    with progress() as show:
        found = run(directory, endpoint, update, "" if graph == "default" else graph, show)
    name = f"graph {found.graph}" if found.graph else "default graph"
    print(
        f"{name}: {found.triples} triples; {found.added} added, {found.removed} removed, {found.asked} found by asking"
    )
