"""The files of a graph, written from its store: facts and evidence as Turtle, both by document as N-Quads.

They are sorted, so that one set of triples has one sequence of bytes, and written subject by subject and document by
document, so that memory holds the names of the subjects and no more, whatever the size of the graph.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, RdfFormat, Store, Triple, serialize

from kg import terms
from kg.errors import StoreError
from kg.graph.passages import ATTESTING, EVIDENCE

_AT_ONCE = 500  # subjects: in lines at a time they are sorted twice as quickly as one by one
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


def _write_turtle(subjects: Sequence[NamedNode], quads: Callable[[NamedNode], Iterator[Quad]], path: Path) -> int:
    """Write what is said of subjects, which are sorted; return how many triples it is."""
    count = 0

    def ordered() -> Iterator[Triple]:
        nonlocal count
        for some in _some(subjects):
            own = [quad.triple for subject in some for quad in quads(subject)]
            count += len(own)
            yield from _in_order(own)

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
    _serialize(_in_order(list(triples)), path)


def _in_order(triples: Sequence[Triple]) -> Iterator[Triple]:
    written = lines(triples)
    return (triples[at] for at in sorted(range(len(triples)), key=written.__getitem__))


def _some(subjects: Sequence[NamedNode]) -> Iterator[Sequence[NamedNode]]:
    return (subjects[at : at + _AT_ONCE] for at in range(0, len(subjects), _AT_ONCE))


def lines(triples: Iterable[Triple]) -> list[str]:
    """Return triples as N-Triples, each without its full stop; one by one they would take twice as long."""
    text = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return text.decode().split(" .\n")[:-1]


def _serialize(triples: Iterable[Triple], path: Path) -> None:
    try:
        serialize(triples, str(path), RdfFormat.TURTLE, prefixes=dict(terms.PREFIXES))
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error}); name a file in a folder of yours") from error
