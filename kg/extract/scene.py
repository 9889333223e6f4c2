"""Scenes: a sentence with the names that stand in it, and who acts in it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from spacy.tokens import Doc

from kg.annotate.names.carriers.suffixes import sort_of
from kg.annotate.spans import marked
from kg.model import Kind, Name, Predicate
from kg.resources import pattern

PLACES: frozenset[Kind] = frozenset({"Region", "Platform"})
_MARKS = "，；：。"

Stated: TypeAlias = tuple[Name | None, Predicate, Name, int, int]
"""Who, what relation, to what, and the offsets that say so."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands (clean offsets); ``nested`` when it is part of another name."""

    begin: int
    end: int
    name: Name
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence: its offsets in the text, its names, the paragraph's topic so far, and whose paper it is."""

    text: str
    begin: int
    end: int
    names: tuple[Named, ...]
    topic: Name | None
    home: Name | None

    def clause(self, offset: int) -> tuple[int, int]:
        """Return the clause that holds an offset: what lies between commas, colons and stops."""
        begin = max(self.text.rfind(mark, self.begin, offset) for mark in _MARKS) + 1
        ends = (self.text.find(mark, offset, self.end) for mark in _MARKS)
        return max(begin, self.begin), min((e for e in ends if e >= 0), default=self.end)

    def between(self, begin: int, end: int, *kinds: Kind) -> list[Named]:
        """Return the names of some kinds that lie within the offsets, in order."""
        return [n for n in self.names if begin <= n.begin and n.end <= end and n.name.kind in kinds]

    def openers(self, offset: int) -> list[Named]:
        """Return the places and companies before an offset that open a clause, so that they act in what follows."""
        return [n for n in self.names if n.end <= offset and _acts(n.name) and not n.nested and self._opens(n)]

    def actor(self, offset: int) -> Name | None:
        """Return who acts at an offset: who last opened a clause of the sentence, else the topic, else home."""
        openers = self.openers(offset)
        return openers[-1].name if openers else self.topic or self.home

    def place(self, offset: int) -> Name | None:
        """Return the region or platform that acts at an offset; None when a company does."""
        actor = self.actor(offset)
        return actor if actor is None or actor.kind in PLACES else None

    def pushed(self, named: Named) -> bool:
        """Tell whether somebody else makes it act (支持某某区建设…), so that it acts in that clause alone."""
        return bool(pattern("scene", "pushed").search(self.text[max(self.begin, named.begin - 4) : named.begin]))

    def _opens(self, named: Named) -> bool:
        before = self.text[max(self.begin, named.begin - 30) : named.begin]
        after = self.text[named.end : named.end + 5]
        return (
            bool(self.pushed(named) or pattern("scene", "opening").search(before))
            and after[:1] not in "、和等的（"
            and not pattern("scene", "office").match(after)
        )


def runs(name: Name | None) -> bool:
    """Tell whether a name is one that runs things and makes pacts: of the platforms only a zone is."""
    return name is not None and (name.kind != "Platform" or sort_of(name.text) == "zone")


def _acts(name: Name) -> bool:
    return name.kind in PLACES or (name.kind == "Organization" and sort_of(name.text) == "company")


def scenes(doc: Doc) -> Iterator[Scene]:
    """Yield the sentences of a document in order, each with its names and the topic that its paragraph has so far."""
    found = _named(doc)
    begins = [n.begin for n in found]
    text, home = doc._.clean.text, doc._.setting.home if doc._.setting else None
    blocks = [begin for begin, *_ in marked(doc, "blocks")]
    block, topic = -1, None
    for begin, end, *_ in marked(doc, "sentences"):
        here = bisect_left(blocks, begin + 1)
        topic = topic if here == block else None
        block = here
        inside = tuple(found[bisect_left(begins, begin) : bisect_left(begins, end)])
        scene = Scene(text, begin, end, inside, topic, home)
        yield scene
        if openers := [n for n in scene.openers(end) if not scene.pushed(n)]:
            topic = openers[0].name if openers[0].name.kind != "Region" else None


def _named(doc: Doc) -> list[Named]:
    spans = sorted(((b, e, name) for b, e, _, name in marked(doc, "names")), key=lambda n: (n[0], -n[1], n[2]))
    found, reach = [], (0, 0)
    for begin, end, name in spans:
        found.append(Named(begin, end, name, nested=end <= reach[1] and (begin, end) != reach))
        reach = (begin, end) if end > reach[1] else reach
    return found
