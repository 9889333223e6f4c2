"""The command that serves a graph over HTTP."""

from typing import Annotated

import typer

from kg.cli.options import Output


def serve(
    directory: Output,
    host: Annotated[str, typer.Option(help="Where to listen; 0.0.0.0 lets other machines ask.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")] = 8000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that an answer may take.")] = 30.0,
    workers: Annotated[int, typer.Option(min=1, help="Queries that are answered at the same time.")] = 2,
    megabytes: Annotated[int, typer.Option("--max-megabytes", min=1, help="The size of the largest answer.")] = 100,
    cors: Annotated[
        list[str] | None, typer.Option(metavar="ORIGIN", help="A site whose pages may ask, or '*' for any.")
    ] = None,
    names: Annotated[
        list[str] | None, typer.Option("--name", metavar="NAME", help="A name of this server behind a proxy.")
    ] = None,
    token: Annotated[
        str,
        typer.Option("--update-token", envvar="FANGZHI_UPDATE_TOKEN", help="Let in updates that bring it; none else."),
    ] = "",
) -> None:
    """Serve the graph over HTTP: SPARQL, pages of things, search, named queries."""
    from kg.serve.server import serve as run
    from kg.serve.settings import MIB, Settings

    size, sites = megabytes * MIB, tuple(cors or ())
    settings = Settings(directory, host, port, timeout, workers, size, sites, tuple(names or ()), token)
    run(settings, lambda address: print(f"{directory} is served at {address} (Ctrl-C ends it)", flush=True))
