"""Concepts of ontology/vocab as triples, so that a graph can be asked by them without the vocabularies beside it."""

from functools import cache

from pyoxigraph import Literal, NamedNode, Triple

from kg import terms
from kg.graph.nodes import describe, plain, term

_LANGUAGES = ("zh", "en")


@cache
def described(iri: str) -> tuple[Triple, ...]:
    """Return what a vocabulary says of a concept: its notation, its labels and its scheme."""
    labels = ((lang, terms.labelled(iri, lang)) for lang in _LANGUAGES)
    scheme = terms.linked(iri, "inScheme")
    return describe(
        NamedNode(iri),
        ("rdf:type", term("skos:Concept")),
        ("skos:notation", plain(terms.notation(iri))),
        *(("skos:prefLabel", Literal(text, language=lang) if text else None) for lang, text in labels),
        ("skos:inScheme", NamedNode(scheme) if scheme else None),
    )


@cache
def placed(iri: str) -> tuple[Triple, ...]:
    """Return what a vocabulary says of a concept and of all above it, with the way up and the place in a chain."""
    ways = (
        ("skos:broader", terms.linked(iri, "broader"), placed),
        ("fz:position", terms.linked(iri, "position"), described),
    )
    found = list(described(iri))
    for predicate, other, tell in ways:
        if other:
            found += (*describe(NamedNode(iri), (predicate, NamedNode(other))), *tell(other))
    return tuple(found)
