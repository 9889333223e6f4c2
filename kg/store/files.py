"""The files of a graph: facts and evidence as Turtle, both by document as N-Quads.

They are sorted, so that one set of triples has one sequence of bytes, and written subject by subject and document by
document, so that memory holds the names of the subjects and no more, whatever the size of the graph. They are written
from the graphs of all documents where these are at hand, else from the store: asking it takes several times as long.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions, RdfFormat, Store, Triple, serialize

from kg import terms
from kg.errors import StoreError
from kg.graph import DocumentGraph
from kg.graph.passages import ATTESTING, EVIDENCE

_AT_ONCE = 500  # subjects: in lines at a time they are sorted twice as quickly as one by one
FACTS, ATTESTED, QUADS = "graph.ttl", "evidence.ttl", "graph.nq"
_UNION, _TYPE = DefaultGraph(), NamedNode(terms.PREFIXES["rdf"] + "type")
_END = b" .\n"  # of a line of N-Triples, and nowhere else in it

# Documents with their triples, and what all say of one subject after another; sorted.
_Said: TypeAlias = tuple[Iterable[tuple[NamedNode, Iterable[Triple]]], Iterable[Iterable[Triple]]]


def write_files(graph: Store | Sequence[DocumentGraph], directory: Path) -> tuple[int, int]:
    """Write the files of a graph into a new directory; return how many triples are facts, and how many are evidence."""
    documents, subjects = _stored(graph) if isinstance(graph, Store) else _at_hand(graph)
    with (directory / QUADS).open("wb") as file:
        for name, own in documents:
            file.writelines(sorted(named(lines(own), name).splitlines(keepends=True)))
    return _write_turtle(subjects, directory)


def _stored(store: Store) -> _Said:
    found = store.query("SELECT DISTINCT ?s WHERE { ?s ?p ?o }")
    assert isinstance(found, QuerySolutions)
    subjects = sorted((row[0] for row in found if isinstance(row[0], NamedNode)), key=str)
    names = sorted((name for name in store.named_graphs() if isinstance(name, NamedNode)), key=str)
    return (
        ((name, (quad.triple for quad in store.quads_for_pattern(None, None, None, name))) for name in names),
        ((quad.triple for quad in store.quads_for_pattern(one, None, None, _UNION)) for one in subjects),
    )


def _at_hand(graphs: Sequence[DocumentGraph]) -> _Said:
    said = defaultdict[object, list[Triple]](list)
    for graph in graphs:
        for triple in chain(graph.facts, graph.evidence):
            said[triple.subject].append(triple)
    by_name = sorted(graphs, key=lambda graph: str(graph.name))
    return ((one.name, one.facts | one.evidence) for one in by_name), (said[one] for one in sorted(said, key=str))


def _write_turtle(subjects: Iterable[Iterable[Triple]], directory: Path) -> tuple[int, int]:
    """Write what is said of subjects, facts and evidence apart; return how many triples these are."""
    counts = [0, 0]
    with (directory / FACTS).open("wb") as facts, (directory / ATTESTED).open("wb") as evidence:
        rest = iter(subjects)
        while some := [list(triples) for triples in islice(rest, _AT_ONCE)]:
            for number, (file, own) in enumerate(zip((facts, evidence), _apart(some), strict=True)):
                ordered = _in_order(own)
                text = serialize(ordered, format=RdfFormat.TURTLE, prefixes=dict(terms.PREFIXES)) or b""
                file.write(text.removeprefix(_prefixes()) if counts[number] else text)
                counts[number] += len(ordered)
    return counts[0], counts[1]


def _apart(subjects: Iterable[Sequence[Triple]]) -> tuple[list[Triple], list[Triple]]:
    """Return the facts and the evidence among what is said of subjects."""
    facts, evidence = list[Triple](), list[Triple]()
    for own in subjects:
        attested = any(one.predicate == _TYPE and one.object in EVIDENCE for one in own)
        for one in own:
            (evidence if attested or one.predicate in ATTESTING else facts).append(one)
    return facts, evidence


def write_triples(triples: Iterable[Triple], path: Path) -> int:
    """Write triples as one Turtle file; return how many there are.

    Raises StoreError when the file cannot be written, before it asks for the first of them.
    """
    try:
        with path.open("wb") as file:
            ordered = _in_order(triples)
            serialize(ordered, file, RdfFormat.TURTLE, prefixes=dict(terms.PREFIXES))
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error}); name a file in a folder of yours") from error
    return len(ordered)


def lines(triples: Iterable[Triple]) -> bytes:
    """Return triples as N-Triples; one by one they would take twice as long."""
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def named(lines: bytes, name: NamedNode) -> bytes:
    """Return N-Triples as N-Quads of a graph."""
    return lines.replace(_END, f" {name}".encode() + _END)


def _in_order(triples: Iterable[Triple]) -> list[Triple]:
    """Return triples, each once, in the order of their lines."""
    own = list(triples)
    by_line = dict(zip(lines(own).splitlines(), own, strict=True))
    return [by_line[line] for line in sorted(by_line)]


@cache
def _prefixes() -> bytes:
    """Return the lines that a Turtle file begins with."""
    text = serialize([Triple(_TYPE, _TYPE, _TYPE)], format=RdfFormat.TURTLE, prefixes=dict(terms.PREFIXES)) or b""
    return b"".join(line for line in text.splitlines(keepends=True) if line.startswith(b"@prefix"))
