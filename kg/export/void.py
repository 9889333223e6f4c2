"""What a build is, for catalogues and crawlers: its size, files, sources and licence in VoID, DCAT and PROV.

What is always said stands in ``ontology/dataset.ttl``, what is counted in ``ontology/queries/dataset``; in both the
base of the build takes the place of the default base.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, QueryTriples, RdfFormat, Triple, parse, serialize

import kg
from kg import terms
from kg.ask.queries import QUERIES
from kg.resources import ONTOLOGY
from kg.store import ask

if TYPE_CHECKING:
    from pyoxigraph import Store


def write_void(store: "Store", folder: Path, base: str) -> None:
    """Write ``void.ttl``, which describes the other files of the build, into the folder that has them."""
    found = parse(_based(ONTOLOGY / "dataset.ttl", base).encode(), format=RdfFormat.TURTLE)
    always = [quad.triple for quad in found]
    prefixes = {**terms.PREFIXES, **found.prefixes}
    triples = {*always, *_counted(store, base), *_measured(always, folder, prefixes)}
    serialize(sorted(triples, key=str), str(folder / "void.ttl"), RdfFormat.TURTLE, prefixes=prefixes)


def base_of(folder: Path) -> str:
    """Return what the IRIs of things of a build begin with, as its ``void.ttl`` says, else the default base."""
    try:
        found = parse(path=str(folder / "void.ttl"), format=RdfFormat.TURTLE)
        said = [
            q.object.value for q in found if q.predicate.value.endswith("#uriSpace") and isinstance(q.object, Literal)
        ]
    except (OSError, SyntaxError):
        said = []
    return said[0] if said else kg.BASE


def _based(path: Path, base: str) -> str:
    return path.read_text(encoding="utf8").replace(kg.BASE, base)


def _counted(store: "Store", base: str) -> Iterator[Triple]:
    for query in sorted((QUERIES / "dataset").glob("*.rq")):
        found = ask(store, _based(query, base))
        assert isinstance(found, QueryTriples), query
        yield from found


def _measured(always: Iterable[Triple], folder: Path, prefixes: Mapping[str, str]) -> Iterator[Triple]:
    """Yield the size of every file that is said to be a distribution, and the version of the program that is said."""
    for subject, predicate, value in always:
        if predicate.value == prefixes["dcat"] + "mediaType" and isinstance(subject, NamedNode):
            size = str((folder / subject.value.rpartition("/")[2]).stat().st_size)
            number = Literal(size, datatype=NamedNode(prefixes["xsd"] + "nonNegativeInteger"))
            yield Triple(subject, NamedNode(prefixes["dcat"] + "byteSize"), number)
        elif predicate.value == prefixes["prov"] + "wasAssociatedWith" and isinstance(value, NamedNode):
            yield Triple(value, NamedNode(prefixes["dcat"] + "version"), Literal(kg.__version__))
