"""Does a graph hold to the shapes of the ontology?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Triple, serialize

from kg.resources import ONTOLOGY

if TYPE_CHECKING:
    from rdflib import Graph

# pyshacl walks rdflib's graph in Python, some five thousand triples a second: beyond this a build would wait for it.
LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Checked:
    """What the shapes said: in a word, and each violation as a sentence."""

    note: str
    violations: tuple[str, ...] = ()


def check(triples: Iterable[Triple], limit: int | None = LIMIT) -> Checked:
    """Check triples against every shape of ``ontology/shapes``, unless there are more than ``limit`` of them."""
    import rdflib
    from pyshacl import validate

    found = list(triples)
    if limit is not None and len(found) > limit:
        return Checked(f"not checked: {len(found)} triples are more than {limit}; fangzhi check checks them all")
    data, shapes = rdflib.Graph(), rdflib.Graph()
    data.parse(data=serialize(found, format=RdfFormat.N_TRIPLES), format="nt")
    for path in (ONTOLOGY / "fangzhi.ttl", *sorted((ONTOLOGY / "shapes").glob("*.ttl"))):
        shapes.parse(path, format="turtle")
    conforms, results, _ = validate(data, shacl_graph=shapes, ont_graph=shapes)
    violations = _sentences(results) if isinstance(results, rdflib.Graph) else ()
    return Checked("all hold" if conforms else f"{len(violations)} violations", violations)


def _sentences(results: "Graph") -> tuple[str, ...]:
    """Return one sentence a violation, in English where a shape speaks two languages."""
    from rdflib.namespace import RDF, SH

    found = []
    for result in results.subjects(RDF.type, SH.ValidationResult):
        messages = sorted(results.objects(result, SH.resultMessage), key=lambda m: getattr(m, "language", "") != "en")
        value = results.value(result, SH.value)
        parts = (results.value(result, SH.focusNode), results.value(result, SH.resultPath), *messages[:1])
        found.append(" ".join(str(part) for part in parts if part is not None) + (f" ({value})" if value else ""))
    return tuple(sorted(found))
