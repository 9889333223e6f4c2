"""The files of a graph, written from its store: facts and evidence as Turtle, both by document as N-Quads.

They are sorted, so that one set of triples has one sequence of bytes, and written subject by subject and document by
document, so that memory holds the names of the subjects and no more, whatever the size of the graph.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, RdfFormat, Store, Triple, serialize

from kg import terms
from kg.errors import StoreError
from kg.graph.passages import ATTESTING, EVIDENCE

FACTS, ATTESTED, QUADS = "graph.ttl", "evidence.ttl", "graph.nq"
_UNION, _TYPE = DefaultGraph(), NamedNode(terms.PREFIXES["rdf"] + "type")


def write_files(store: Store, directory: Path) -> tuple[int, int]:
    """Write the files of a store into a new directory; return how many triples are facts, and how many are evidence."""
    apart = {quad.subject for kind in EVIDENCE for quad in store.quads_for_pattern(None, _TYPE, kind, _UNION)}
    subjects = sorted(_subjects(store), key=str)

    def facts(subject: NamedNode) -> Iterator[Quad]:
        if subject not in apart:
            found = store.quads_for_pattern(subject, None, None, _UNION)
            yield from (quad for quad in found if quad.predicate not in ATTESTING)

    def evidence(subject: NamedNode) -> Iterator[Quad]:
        for predicate in (None,) if subject in apart else ATTESTING:
            yield from store.quads_for_pattern(subject, predicate, None, _UNION)

    _write_quads(store, directory / QUADS)
    return _write_turtle(subjects, facts, directory / FACTS), _write_turtle(subjects, evidence, directory / ATTESTED)


def _subjects(store: Store) -> Iterator[NamedNode]:
    found = store.query("SELECT DISTINCT ?s WHERE { ?s ?p ?o }")
    assert isinstance(found, QuerySolutions)
    return (row[0] for row in found if isinstance(row[0], NamedNode))


def _write_turtle(subjects: Iterable[NamedNode], quads: Callable[[NamedNode], Iterator[Quad]], path: Path) -> int:
    """Write what is said of subjects, which are sorted; return how many triples it is."""
    count = 0

    def ordered() -> Iterator[Triple]:
        nonlocal count
        for subject in subjects:
            own = sorted((quad.triple for quad in quads(subject)), key=str)
            count += len(own)
            yield from own

    _serialize(ordered(), path)
    return count


def _write_quads(store: Store, path: Path) -> None:
    with path.open("wb") as file:
        for name in sorted(store.named_graphs(), key=str):
            own = sorted(lines(quad.triple for quad in store.quads_for_pattern(None, None, None, name)))
            file.write("".join(f"{line} {name} .\n" for line in own).encode())


def write_triples(triples: Iterable[Triple], path: Path) -> None:
    """Write triples as one Turtle file.

    Raises StoreError when the file cannot be written.
    """
    known = list(triples)
    written = lines(known)
    _serialize((known[at] for at in sorted(range(len(known)), key=written.__getitem__)), path)


def lines(triples: Iterable[Triple]) -> list[str]:
    """Return triples as N-Triples, each without its full stop; one by one they would take twice as long."""
    text = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return text.decode().split(" .\n")[:-1]


def _serialize(triples: Iterable[Triple], path: Path) -> None:
    try:
        serialize(triples, str(path), RdfFormat.TURTLE, prefixes=dict(terms.PREFIXES))
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error}); name a file in a folder of yours") from error
