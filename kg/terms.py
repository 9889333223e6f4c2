"""The ontology read as plain Python: no IRI is spelled twice.

Prefixes, classes and properties come from ``ontology/fangzhi.ttl``, read once when this module is loaded; a vocabulary
of ``ontology/vocab`` is read when somebody first asks for it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import KnowledgeError
from kg.resources import ONTOLOGY

Labels = Mapping[tuple[str, str], str]

_LOCAL = re.compile(".*[#/]")


@dataclass(frozen=True, slots=True)
class _Turtle:
    """What is kept of a file: its prefixes, labels by (IRI, language), IRIs by notation and by name, links and values.

    A name is a label in Chinese of any kind. A link is the IRI at the other end by (IRI, local name of the property),
    a value the text of a literal without a language.
    """

    prefixes: Mapping[str, str]
    labels: Labels
    notations: Mapping[str, str]
    names: Mapping[str, str]
    links: Mapping[tuple[str, str], str]
    values: Mapping[tuple[str, str], str]


def _read(path: Path) -> _Turtle:
    labels: dict[tuple[str, str], str] = {}
    notations: dict[str, str] = {}
    names: dict[str, str] = {}
    links: dict[tuple[str, str], str] = {}
    values: dict[tuple[str, str], str] = {}
    try:
        quads = parse(path=str(path), format=RdfFormat.TURTLE)
        for quad in quads:
            if not isinstance(quad.subject, NamedNode):
                continue
            # By local name: the prefixes are known only when the file has been read.
            name = _LOCAL.sub("", quad.predicate.value)
            if isinstance(quad.object, NamedNode):
                links[quad.subject.value, name] = quad.object.value
                continue
            if not isinstance(quad.object, Literal):
                continue
            if name in ("label", "prefLabel"):
                labels[quad.subject.value, quad.object.language or ""] = quad.object.value
            if name == "notation":
                notations[quad.object.value] = quad.subject.value
            elif not quad.object.language:
                values[quad.subject.value, name] = quad.object.value
            elif quad.object.language == "zh" and name.endswith("Label"):
                names[quad.object.value] = quad.subject.value
    except (OSError, SyntaxError) as error:
        raise KnowledgeError(f"{path}: not a Turtle file that can be read ({error}); mend it there") from error
    return _Turtle(*(MappingProxyType(found) for found in (quads.prefixes, labels, notations, names, links, values)))


_ONTOLOGY = _read(ONTOLOGY / "fangzhi.ttl")
_TERMS = frozenset(iri for iri, _ in _ONTOLOGY.labels)

PREFIXES: Mapping[str, str] = _ONTOLOGY.prefixes
FZ: str = PREFIXES["fz"]


def term(name: str) -> str:
    """Return the full IRI of a class or property of ours.

    Raises KnowledgeError when ``ontology/fangzhi.ttl`` declares none of that name.

    >>> term("Person")
    'https://w3id.org/fangzhi/ontology#Person'
    """
    if (iri := FZ + name) in _TERMS:
        return iri
    raise KnowledgeError(f"fz:{name} is not declared in {ONTOLOGY / 'fangzhi.ttl'}; declare it or mend the name")


def own() -> list[str]:
    """Return the IRIs of our classes and properties, in their order.

    >>> term("operates") in own()
    True
    """
    return sorted(iri for iri in _TERMS if iri.startswith(FZ))


def scheme(name: str) -> Mapping[str, str]:
    """Return the concepts of ``ontology/vocab/NAME.ttl``: IRI by notation, in the order of the file.

    >>> scheme("comparators")[">="]
    'https://w3id.org/fangzhi/vocab/comparators/at-least'
    """
    return _vocabulary(name).notations


def concept(scheme_name: str, notation: str) -> str:
    """Return the full IRI of a concept.

    Raises KnowledgeError when the vocabulary has no such notation.

    >>> concept("event-kinds", "meeting")
    'https://w3id.org/fangzhi/vocab/event-kinds/meeting'
    """
    known = scheme(scheme_name)
    if notation not in known:
        path = ONTOLOGY / "vocab" / f"{scheme_name}.ttl"
        raise KnowledgeError(f"{path} has no concept {notation}; it has {', '.join([*known][:20])}")
    return known[notation]


def label(iri: str, lang: str) -> str:
    """Return the label of a class, a property or a concept in a language, "zh" or "en".

    Raises KnowledgeError when there is none.

    >>> label(term("operates"), "zh"), label(concept("event-kinds", "signing"), "zh")
    ('建设运营', '签约')
    """
    if (found := labelled(iri, lang)) is None:
        raise KnowledgeError(f"{iri} has no label in {lang} below {ONTOLOGY}; add one or mend the name")
    return found


def labelled(iri: str, lang: str) -> str | None:
    """Return the label of a class, a property or a concept in a language, None where it has none.

    >>> labelled(concept("industries", "A01"), "en") is None
    True
    """
    labels = _ONTOLOGY.labels if iri.startswith(FZ) else _vocabulary(_scheme_of(iri)).labels
    return labels.get((iri, lang))


def linked(iri: str, name: str) -> str | None:
    """Return what a concept is linked to by a property that it has once (broader, inScheme), or None.

    >>> linked(concept("industries", "A01"), "broader") == concept("industries", "A")
    True
    """
    return _vocabulary(_scheme_of(iri)).links.get((iri, name))


def valued(iri: str, name: str) -> str | None:
    """Return what a concept says in plain text by a property that it has once, or None."""
    return _vocabulary(_scheme_of(iri)).values.get((iri, name))


@cache
def named(scheme_name: str) -> Mapping[str, str]:
    """Return the concepts of a vocabulary by every name that they go by in Chinese, usual or not.

    >>> notation(named("indicators")["GDP"]), notation(named("indicators")["社消零"])
    ('gdp', 'retail-sales')
    """
    return {name: iri for name, iri in _vocabulary(scheme_name).names.items() if iri in _notations(scheme_name)}


def notation(iri: str) -> str:
    """Return the notation of a concept.

    >>> notation(concept("comparators", ">="))
    '>='
    """
    return _notations(_scheme_of(iri))[iri]


def _scheme_of(iri: str) -> str:
    return iri.rpartition("/")[0].rpartition("/")[2]


@cache
def _notations(name: str) -> Mapping[str, str]:
    return {iri: notation for notation, iri in scheme(name).items()}


@cache
def _vocabulary(name: str) -> _Turtle:
    return _read(ONTOLOGY / "vocab" / f"{name}.ttl")
