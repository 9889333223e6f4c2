"""Do the files of a build agree with each other?"""

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, parse

from kg.errors import StoreError
from kg.store import manifest
from kg.store.files import FACTS
from kg.store.quads import open_store


def problems(directory: Path) -> Iterator[str]:
    """Yield a sentence for each file that disagrees with the store; none where the files were left out.

    Turtle is read by rdflib, which did not write it: what one library writes and reads wrong would not be seen.
    Raises StoreError when the folder has no build, or a file of it cannot be read.
    """
    store, made = open_store(directory), manifest.read(directory)
    if made and FACTS not in made.views:
        return
    triples = {quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph())}
    quads = {quad for quad in store if quad.graph_name != DefaultGraph()}
    if quads != set(_read(directory / "graph.nq", RdfFormat.N_QUADS)):
        yield "graph.nq and store do not hold the same quads; build again"
    facts, evidence = (_read_turtle(directory / f"{name}.ttl") for name in ("graph", "evidence"))
    if triples != facts | evidence:
        yield "graph.ttl with evidence.ttl and store do not hold the same triples; build again"
    name = "graph.jsonld"
    if (made is None or name in made.views) and facts != _triples(directory / name):
        yield "graph.jsonld and graph.ttl do not hold the same triples; build again"


def _triples(path: Path) -> set[Triple]:
    return {quad.triple for quad in _read(path, RdfFormat.JSON_LD)}


def _read(path: Path, format: RdfFormat) -> Iterator[Quad]:
    try:
        yield from parse(path=str(path), format=format)
    except (OSError, SyntaxError) as error:
        raise _damaged(path, error) from error


def _read_turtle(path: Path) -> set[Triple]:
    import rdflib

    graph = rdflib.Graph()
    try:
        graph.parse(path, format="turtle")
    except (OSError, SyntaxError) as error:
        raise _damaged(path, error) from error
    lines = graph.serialize(format="nt", encoding="utf-8")
    return {quad.triple for quad in parse(lines, format=RdfFormat.N_TRIPLES)}


def _damaged(path: Path, error: Exception) -> StoreError:
    return StoreError(f"{path}: this file of the build cannot be read ({error}); build again")
