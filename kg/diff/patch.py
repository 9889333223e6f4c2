"""What differs between two builds as RDF: a patch that makes the second out of the first, or a TriG file to query."""

from collections.abc import Iterable, Iterator
from typing import IO

from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from kg import terms
from kg.diff.quads import Change

# Behind the IRI of a document, the names of the graphs that hold what went and what came.
REMOVED, ADDED = "#removed", "#added"


def patch(changes: Iterable[Change]) -> Iterator[str]:
    """Yield the lines of an RDF Patch as Jena reads it, of one transaction.

    The prefixes are those of our Turtle files; the rows themselves are as in N-Quads. What goes from a document comes
    before what is added to it.
    """
    yield "TX .\n"
    yield from (f'PA "{prefix}" "{iri}" .\n' for prefix, iri in sorted(terms.PREFIXES.items()))
    for change in changes:
        yield from (f"D {line}\n" for line in change.gone)
        yield from (f"A {line}\n" for line in change.come)
    yield "TC .\n"


def write_trig(changes: Iterable[Change], file: IO[bytes]) -> None:
    """Write, for each document, a graph of what was removed from it and one of what was added to it.

    Their names are the document's with ``#removed`` and ``#added``.
    """
    serialize(_quads(changes), file, RdfFormat.TRIG, prefixes=dict(terms.PREFIXES))


def _quads(changes: Iterable[Change]) -> Iterator[Quad]:
    for change in changes:
        for lines, sign in ((change.gone, REMOVED), (change.come, ADDED)):
            name = NamedNode(change.graph + sign)
            for quad in parse("\n".join(lines), RdfFormat.N_QUADS, lenient=True):
                yield Quad(quad.subject, quad.predicate, quad.object, name)
