"""Scenes: a sentence with the names that stand in it, and who speaks or acts in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from kg.model import Kind, Name
from kg.resources import patterns

ACTORS: frozenset[Kind] = frozenset({"Region", "Platform", "Organization"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands (clean offsets)."""

    begin: int
    end: int
    name: Name


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence of a document: its offsets, the document's text, the names in it, and whose paper it is."""

    text: str
    begin: int
    end: int
    names: tuple[Named, ...]
    home: Name | None

    def clause(self, offset: int) -> tuple[int, int]:
        """Return the clause that holds an offset: what lies between commas, colons and stops."""
        begin = max(self.text.rfind(mark, self.begin, offset) for mark in "，；：。") + 1
        ends = (self.text.find(mark, offset, self.end) for mark in "，；：。")
        return max(begin, self.begin), min((e for e in ends if e >= 0), default=self.end)

    def before(self, offset: int, floor: int) -> str:
        """Return the text from ``floor`` up to ``offset``."""
        return self.text[floor:offset]

    def actor(self, offset: int, kinds: frozenset[Kind] = ACTORS) -> Name | None:
        """Return who acts at an offset: the last name before it in the sentence that opens a clause, else home."""
        acting = [n for n in self.names if n.end <= offset and n.name.kind in kinds and self._opens(n)]
        return acting[-1].name if acting else self.home

    def _opens(self, named: Named) -> bool:
        before = self.text[self.begin : named.begin]
        after = self.text[named.end : named.end + 1]
        return bool(_opening().search(before)) and after not in "、和与等的（"


@cache
def _opening() -> re.Pattern[str]:
    return next(p.regex for p in patterns("scene") if p.id == "opening")


def scenes(doc: Doc) -> Iterator[Scene]:
    """Yield the sentences of a document in order, each with the names that stand in it."""
    found = sorted(
        (Named(s.start, s.end, s._.value) for s in doc.spans.get("names", ())), key=lambda n: (n.begin, -n.end, n.name)
    )
    begins = [n.begin for n in found]
    home = doc._.setting.home if doc._.setting else None
    for span in doc.spans["sentences"]:
        inside = found[bisect_left(begins, span.start) : bisect_left(begins, span.end)]
        yield Scene(doc._.clean.text, span.start, span.end, tuple(inside), home)
