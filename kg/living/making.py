"""The documents of a graph that are made anew: linked, drawn and held against the shapes, with those they concern."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from kg import graph, link
from kg.claims import Claims, Kept
from kg.graph import DocumentGraph, Draft, Passed, claimed, passed, whole
from kg.link import Corpus
from kg.model import Identities, Linked, Reading

RULES = {**link.RULES, **graph.RULES}


class Work:
    """Some documents of a graph; what is kept of the others are their claims, and their readings where these matter.

    ``load`` gives the readings of documents that are asked for. What readers decided of things (``identities``) is seen
    in the documents at hand only: all must be, where they decided any.
    """

    def __init__(
        self,
        base: str,
        load: Callable[[Iterable[str]], Iterable[Reading]],
        kept: Kept | None = None,
        identities: Identities = MappingProxyType({}),
    ) -> None:
        self.base, self.claims, self._load = base, Claims(RULES, kept), load
        self.corpus = Corpus(self.claims, identities)
        self.linked = Linked((), ())
        self.through = Passed(self.linked, ())

    def drop(self, documents: Iterable[str]) -> None:
        """Let documents claim nothing any more."""
        for document in documents:
            self.claims.replace(document, RULES, frozenset())

    def make(self, readings: Iterable[Reading]) -> None:
        """Make documents anew, and all whom that concerns, and all whom these concern."""
        self.corpus.take(readings)
        while True:
            self.linked = self.corpus.linked()
            self.through = passed(self.linked, self.base)
            claimed(self.through.drafts, self.claims)
            if not (more := self.claims.concerned() - self.corpus.readings.keys()):
                return
            self.corpus.take(self._load(sorted(more)))

    def also(self, documents: Iterable[str]) -> Mapping[str, Draft]:
        """Return the drafts of documents by identifier; those not at hand are made as they were."""
        if more := set(documents) - self.corpus.readings.keys():
            self.make(self._load(sorted(more)))
        return {draft.graph.identifier: draft for draft in self.through.drafts}

    def graphs(self) -> list[DocumentGraph]:
        """Return the whole graphs of the documents at hand."""
        return whole(self.through.drafts, self.claims)
