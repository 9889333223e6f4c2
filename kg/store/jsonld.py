"""Facts as JSON-LD: a node a line, under the simple names of ``ontology/context.jsonld``, which the file carries."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg import terms
from kg.errors import KnowledgeError
from kg.resources import ONTOLOGY

_ID, _TYPE = "@id", "@type"


@dataclass(frozen=True, slots=True)
class _Name:
    """How the context names a term: ``of`` is what its values are ("@id", a datatype, a language), or ""."""

    name: str
    of: str = ""


def write_jsonld(directory: Path, base: str) -> None:
    """Write ``graph.jsonld``, the facts of the ``graph.ttl`` in the same directory."""
    facts = (quad.triple for quad in parse(path=str(directory / "graph.ttl"), format=RdfFormat.TURTLE))
    with (directory / "graph.jsonld").open("w", encoding="utf8", newline="\n") as file:
        file.writelines(jsonld(facts, base))


def jsonld(triples: Iterable[Triple], base: str) -> Iterator[str]:
    """Yield the lines of a JSON-LD document; triples of one subject must stand together.

    Things below ``base`` are named relative to it where a base can be (https://…/).
    """
    root = base if "://" in base and base.endswith("/") else ""
    context = {"@base": root, **_context()} if root else dict(_context())
    yield '{"@context": ' + json.dumps(context, ensure_ascii=False) + ',\n"@graph": ['
    before = "\n"
    for subject, own in groupby(triples, key=lambda triple: triple.subject):
        node = {"id": _relative(subject.value, root), **_properties(own, root)}
        yield before + json.dumps(node, ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


def _properties(triples: Iterable[Triple], root: str) -> dict[str, Any]:
    """Return what is said of one subject: a value, or a list of several, by name."""
    found: dict[str, list[Any]] = {}
    for triple in triples:
        named = _names().get(triple.predicate.value) or _Name(triple.predicate.value)
        found.setdefault(named.name, []).append(_value(triple.object, named.of, root))
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _value(value: object, of: str, root: str) -> Any:
    """Return a value, with what it is said where the context does not say it."""
    if isinstance(value, NamedNode):
        if of == _TYPE:
            return _names()[value.value].name if value.value in _names() else value.value
        iri = _relative(value.value, root)
        return iri if of == _ID else {"id": iri}
    assert isinstance(value, Literal), "a graph has IRIs and literals, and nothing else"
    if value.language:
        return value.value if of == value.language else {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if datatype == of:
        return value.value
    if datatype == terms.PREFIXES["xsd"] + "string":
        return {"@value": value.value} if of else value.value
    if datatype == terms.PREFIXES["xsd"] + "integer" and not of and str(int(value.value)) == value.value:
        return int(value.value)
    return {"@value": value.value, "type": datatype.replace(terms.PREFIXES["xsd"], "xsd:")}


def _relative(iri: str, root: str) -> str:
    return iri.removeprefix(root) if root else iri


@cache
def _context() -> Mapping[str, Any]:
    path = ONTOLOGY / "context.jsonld"
    try:
        return MappingProxyType(json.loads(path.read_text(encoding="utf8"))["@context"])
    except (OSError, ValueError, KeyError) as error:
        raise KnowledgeError(f"{path}: not a JSON-LD context ({error}); make docs writes it anew") from error


@cache
def _names() -> Mapping[str, _Name]:
    """Return how the context names each term, by its full IRI."""
    found = {terms.PREFIXES["rdf"] + "type": _Name("type", _TYPE)}
    for name, meant in _context().items():
        if isinstance(meant, str):
            meant = {"@id": meant}
        elif not isinstance(meant, dict):
            continue
        if ":" in meant["@id"] and not meant["@id"].endswith(("#", "/")):
            of = meant.get("@language") or meant.get("@type", "")
            found[_full(meant["@id"])] = _Name(name, of if of == _ID else _full(of))
    return MappingProxyType(found)


def _full(curie: str) -> str:
    prefix, colon, local = curie.partition(":")
    return terms.PREFIXES[prefix] + local if colon and prefix in terms.PREFIXES else curie
