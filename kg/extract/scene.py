"""Scenes: a sentence with the names that stand in it, and who acts in it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from spacy.tokens import Doc

from kg import register
from kg.annotate.names.carriers.suffixes import sort_of
from kg.annotate.spans import marked
from kg.model import Kind, Name, Predicate
from kg.resources import pattern

PLACES: frozenset[Kind] = frozenset({"Region", "Platform"})
_MARKS = "，；：。"
_JOINTS = "、和与及"
_SCENES = "fangzhi.scenes"
_TOPICS = frozenset({"zone", "park", "town", "block", "enclave"})

Stated: TypeAlias = tuple[Name | None, Predicate, Name, int, int]
"""Who, what relation, to what, and the offsets that say so."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands (clean offsets); ``nested`` when it is part of another name."""

    begin: int
    end: int
    name: Name
    nested: bool = False


@dataclass(frozen=True)
class Scene:
    """A sentence: its offsets in the text, its names, the paragraph's topic so far, and whose paper it is.

    ``project`` is the project that alone opened the paragraph (一、某某项目。…), of which its sentences go on to tell.
    """

    text: str
    begin: int
    end: int
    names: tuple[Named, ...]
    topic: Name | None
    home: Name | None
    project: Name | None = None

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
        return [n for n in self._openers if n.end <= offset]

    @cached_property
    def _openers(self) -> list[Named]:
        found = [n for n in self.names if _acts(n) and not n.nested and self._opens(n)]
        return [n for n in found if n.name == self.home or n.name.text not in register.macro_regions()]

    def actor(self, offset: int) -> Name | None:
        """Return who acts at an offset: who last opened a clause of the sentence, else the topic, else home."""
        openers = self.openers(offset)
        return openers[-1].name if openers else self.topic or self.home

    def actors(self, offset: int) -> list[Name]:
        """Return all who act at an offset: the places of the list that its actor closes (支持甲市、乙市打造…)."""
        if openers := self.openers(offset):
            return self.listed(openers[-1])
        return [who for who in [self.actor(offset)] if who]

    def listed(self, last: Named) -> list[Name]:
        """Return the places of the list that a name closes, or the name alone."""
        found = [last]
        while before := self._listed_before(found[0]):
            found.insert(0, before)
        return [n.name for n in found]

    def places(self, offset: int) -> list[Name]:
        """Return the regions or platforms that act at an offset."""
        return [who for who in self.actors(offset) if who.kind in PLACES]

    def place(self, offset: int) -> Name | None:
        """Return the region or platform that acts at an offset; None when a company does."""
        actor = self.actor(offset)
        return actor if actor is None or actor.kind in PLACES else None

    def pushed(self, named: Named) -> bool:
        """Tell whether somebody else makes it act (支持某某区建设…), so that it acts in that clause alone."""
        return bool(pattern("scene", "pushed").search(self.text[max(self.begin, named.begin - 4) : named.begin]))

    def _listed_before(self, named: Named) -> Named | None:
        """Return the place that stands before another in a list (甲市、乙市)."""
        ends = [n for n in self.names if n.end == named.begin - 1 and n.name.kind in PLACES and not n.nested]
        return ends[-1] if named.name.kind in PLACES and self.text[named.begin - 1] in _JOINTS and ends else None

    def _opens(self, named: Named) -> bool:
        first = named
        while listed := self._listed_before(first):
            first = listed
        before = self.text[max(self.begin, first.begin - 30) : first.begin]
        called = pattern("anaphora", "defined").match(self.text, named.end)
        end = called.end() if called else named.end  # 某某有限公司（以下简称“某某”）｜是…
        after = self.text[end : end + 5]
        return (
            bool(self.pushed(first) or pattern("scene", "opening").search(before) or self._described(named, before))
            and not pattern("scene", "seat").match(self.text, end)
            and after[:1] not in "、和等的（"
            and not pattern("scene", "office").match(after)
        )

    def _described(self, named: Named, before: str) -> bool:
        """Tell whether a clause opens with where a company came to, or with who lies in a place (落户某某园的|…)."""
        row = "settled" if named.name.kind == "Organization" else "seat-of"
        return bool(pattern("scene", row).search(before))


def runs(name: Name | None) -> bool:
    """Tell whether a name is one that runs things and makes pacts: of the platforms only a zone is."""
    return name is not None and (name.kind != "Platform" or sort_of(name.text) == "zone")


def _acts(named: Named) -> bool:
    """Tell whether a name can act: a firm, or a place not named by one character of a word (粤桂协作)."""
    if named.name.kind == "Organization":
        return sort_of(named.name.text) == "company"
    return named.name.kind in PLACES and named.end > named.begin + 1


def scenes(doc: Doc) -> tuple[Scene, ...]:
    """Return the sentences of a document in order, each with its names and the topic that its paragraph has so far.

    They are found once, when all names are marked: every kind of fact looks at them.
    """
    if _SCENES not in doc.user_data:
        doc.user_data[_SCENES] = tuple(_scenes(doc))
    found: tuple[Scene, ...] = doc.user_data[_SCENES]
    return found


def _scenes(doc: Doc) -> Iterator[Scene]:
    found = _named(doc)
    begins = [n.begin for n in found]
    text, home = doc._.clean.text, doc._.setting.home if doc._.setting else None
    blocks = [begin for begin, *_ in marked(doc, "blocks")]
    block, topic, project = -1, None, None
    for begin, end, *_ in marked(doc, "sentences"):
        here = bisect_left(blocks, begin + 1)
        topic, project = (topic, project) if here == block else (None, None)
        opens, block = here != block, here
        inside = tuple(found[bisect_left(begins, begin) : bisect_left(begins, end)])
        scene = Scene(text, begin, end, inside, topic, home, project)
        if topic and sort_of(topic.text) != "zone" and _directed(scene):
            scene = replace(scene, topic=None)
        yield scene
        if opens:
            project = _opening_project(scene)
        if openers := [n for n in scene.openers(end) if not scene.pushed(n)]:
            topic = openers[0].name if _tells(openers[0].name) else None


def _directed(scene: Scene) -> bool:
    """Tell whether an official in whose name a sentence opens says in it what is to be done."""
    first = next((n for n in scene.names if n.name.kind == "Person"), None)
    opens = first and scene.clause(first.begin)[0] == scene.begin
    return bool(first and opens and pattern("scene", "directs").match(scene.text, first.end))


def _opening_project(scene: Scene) -> Name | None:
    """Return the project that opens a paragraph, behind an item's number, when its sentence names no other."""
    named = [n for n in scene.names if n.name.kind == "Project" and not n.nested]
    alone = len({n.name for n in named}) == 1
    opens = alone and pattern("scene", "item").fullmatch(scene.text, scene.begin, named[0].begin)
    return named[0].name if opens else None


def _tells(name: Name) -> bool:
    """Tell whether a name can be a paragraph's topic: a body, or a platform that is a ground, not a centre."""
    return name.kind != "Region" and (name.kind != "Platform" or sort_of(name.text) in _TOPICS)


def _named(doc: Doc) -> list[Named]:
    spans = sorted(((b, e, name) for b, e, _, name in marked(doc, "names")), key=lambda n: (n[0], -n[1], n[2]))
    found, reach = [], (0, 0)
    for begin, end, name in spans:
        found.append(Named(begin, end, name, nested=end <= reach[1] and (begin, end) != reach))
        reach = (begin, end) if end > reach[1] else reach
    return found
