"""The chain of an industry, and of what is named after one; the class of an industry in the standards."""

from collections.abc import Iterator, Mapping
from functools import cache

from pyoxigraph import NamedNode, Triple

from kg import industries, terms
from kg.graph.concepts import described, placed
from kg.graph.concepts.kinds import kind
from kg.graph.nodes import describe
from kg.model import Entity, Kind
from kg.resources import Row

_BUSINESS: frozenset[Kind] = frozenset({"Organization", "Platform", "Project", "Fund"})
_OFFICES = frozenset({"body", "mass"})  # a bureau of transport governs what it is named after, but is no part of it


def ties(thing: Entity, node: NamedNode) -> Iterator[Triple]:
    """Yield what an industry hangs on, and the chains that the name of a business, carrier, project or fund tells.

    An industry that the register does not know, nor the end of its name, has none.
    """
    if thing.kind == "Industry" and (row := industries.entry(thing.label)):
        yield from _tied(node, "skos:broader", row)
        yield from _classed(node, row, whole=row["name"] in (thing.label, industries.plain(thing.label)))
    elif thing.kind in _BUSINESS and not _governs(thing):
        for row in industries.entries(thing.label):
            yield from _tied(node, "fz:inChain", row)


def _governs(thing: Entity) -> bool:
    sort = kind(thing)
    while sort and terms.notation(sort) not in _OFFICES:
        sort = terms.linked(sort, "broader")
    return sort is not None


def _tied(node: NamedNode, predicate: str, row: Row) -> Iterator[Triple]:
    if row["chain"]:
        link = _chains()[row["chain"]]
        yield from (*describe(node, (predicate, NamedNode(link))), *placed(link))


def _classed(node: NamedNode, row: Row, whole: bool) -> Iterator[Triple]:
    """Yield the class of the standards that an industry is (closeMatch) or lies in (broadMatch)."""
    if row["code"]:
        scheme = "industries" if row["code"][0].isalpha() else "strategic-industries"
        iri = terms.concept(scheme, row["code"])
        same = whole and industries.plain(terms.label(iri, "zh")) == industries.plain(row["name"])
        yield from (
            *describe(node, ("skos:closeMatch" if same else "skos:broadMatch", NamedNode(iri))),
            *described(iri),
        )


@cache
def _chains() -> Mapping[str, str]:
    return {terms.label(iri, "zh"): iri for iri in terms.scheme("chains").values()}
