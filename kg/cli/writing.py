"""The commands that write the graph, or the register beside it, in yet another form."""

from pathlib import Path
from typing import Annotated

import typer

from kg import BASE
from kg.cli.options import Base, Output


def rdf12(
    directory: Output,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where it goes, such as graph12.ttl.")],
) -> None:
    """Write facts and evidence as one Turtle file of RDF 1.2."""
    from kg.export.rdf12 import write_rdf12
    from kg.store import open_store

    write_rdf12(open_store(directory), file)


def neighbours(
    directory: Output,
    thing: Annotated[str, typer.Argument(help="A name or an IRI.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="Where it goes.")] = Path("neighbours.html"),
) -> None:
    """Write the neighbours of a thing as a page for notebooks and mail."""
    from kg.errors import QueryError, StoreError
    from kg.explain import meant
    from kg.export.neighbours import neighbours as page
    from kg.store import open_store

    store = open_store(directory)
    found = meant(store, thing)
    if len(found) > 1:
        several = ", ".join(one.thing for one in found)
        raise QueryError(f"{thing}: {len(found)} things go by this name; give the IRI of one: {several}")
    try:
        out.write_text(page(store, found[0]), encoding="utf8", newline="\n")
    except OSError as error:
        raise StoreError(f"{out}: cannot be written ({error}); name a file in a folder of yours") from error
    print(f"{out}: {found[0].label} and what stands next to it")


def regions(
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="Where it goes.")] = Path("regions.ttl"),
    base: Base = BASE,
) -> None:
    """Write the register of China's regions, down to the township, as Turtle to load beside a graph."""
    from kg.graph.nodes import Naming
    from kg.graph.regions import register_graph
    from kg.store import write_triples

    count = write_triples(register_graph(Naming(base)), out)
    print(f"{out}: {count} triples; load it beside graph.ttl, whose regions have the same IRIs")
