"""Facts and evidence in RDF 1.2, for stores that know it (Oxigraph does, rdflib and Virtuoso do not).

A relation is a triple, and what is known of it (its passages, its confidence) is said of a resource that reifies this
triple: one triple ``rdf:reifies <<( s p o )>>`` where RDF 1.1 needs the four of an ``rdf:Statement``.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, Triple, serialize

from kg import terms
from kg.errors import StoreError

_RDF = terms.PREFIXES["rdf"]
_STATEMENT, _PARTS = NamedNode(_RDF + "Statement"), ("subject", "predicate", "object")


def write_rdf12(store: Store, path: Path) -> None:
    """Write the graph of a store to a file, as Turtle of RDF 1.2; the same graph gives the same bytes.

    Raises StoreError when the file cannot be written.
    """
    triples = sorted(_reified(store), key=str)
    try:
        serialize(triples, str(path), RdfFormat.TURTLE, prefixes=dict(terms.PREFIXES))
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error}); name a file in a folder that is there") from error


def _reified(store: Store) -> Iterator[Triple]:
    parts = defaultdict[Any, dict[str, Any]](dict)
    for quad in store.quads_for_pattern(None, None, None, DefaultGraph()):
        if (part := quad.predicate.value.removeprefix(_RDF)) in _PARTS:
            parts[quad.subject][part] = quad.object
        elif quad.object != _STATEMENT:
            yield quad.triple
    for node, told in parts.items():
        yield Triple(node, NamedNode(_RDF + "reifies"), Triple(*(told[part] for part in _PARTS)))
