"""Casts: who a sentence may be about: its scene, and what its paragraph has been about so far."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.annotate.names.carriers.suffixes import sort_of
from kg.extract.figures import words
from kg.extract.scene import Named, Scene, scenes
from kg.model import Kind, Name

_THINGS: tuple[Kind, ...] = ("Project", "Fund", "Platform")
# How far from the beginning of the sentence behind a quotation its speaker's company stands.
_SPEAKER_REACH = 2


@dataclass(frozen=True, slots=True)
class Cast:
    """A sentence's scene with what goes on from before it.

    ``topic`` is the company that the paragraph is about, or the zone that it has pointed back to (该区); ``thing`` the
    project, fund or platform that the sentence before was about; ``company`` the last one named.
    """

    scene: Scene
    topic: Name | None = None
    thing: Name | None = None
    company: Name | None = None

    def last_thing(self, begin: int, end: int) -> Name | None:
        """Return the last project, fund or platform named between two offsets; a platform must open its clause."""
        named = [n for n in self.scene.between(begin, end, *_THINGS) if not n.nested]
        opening = self.scene.openers(end)
        return next((n.name for n in reversed(named) if n.name.kind != "Platform" or n in opening), None)

    def named(self, begin: int, end: int) -> Name | None:
        """Return the last project, fund or platform named between two offsets, wherever it stands."""
        named = self.scene.between(begin, end, *_THINGS)
        return next((n.name for n in reversed(named) if not n.nested), None)

    def fund(self, offset: int) -> Name | None:
        """Return the last fund named in the sentence before an offset, or that of the sentence before."""
        found = self.scene.between(self.scene.begin, offset, "Fund")
        return found[-1].name if found else self.thing if self.thing and self.thing.kind == "Fund" else None

    def actor(self, offset: int, places_only: bool) -> Name | None:
        """Return who acts at an offset: who opened a clause before, else the topic, else home; or which place does."""
        clause, _ = self.scene.clause(offset)
        openers = [n.name for n in self.scene.openers(offset) if not self.scene.pushed(n) or n.begin >= clause]
        acting = openers[-1] if openers else self.topic
        if places_only and acting and acting.kind == "Organization":
            acting = None
        return acting or self.scene.home


def casts(doc: Doc) -> Iterator[Cast]:
    """Yield the cast of each sentence of a document, in order."""
    found = list(scenes(doc))
    pointed: Name | None = None
    thing: Name | None = None
    company: Name | None = None
    block = -1
    for at, scene in enumerate(found):
        if (here := scene.text.rfind("\n", 0, scene.begin)) != block or at == 0:
            block, pointed, thing = here, None, None
        topic = scene.topic if scene.topic and scene.topic.kind == "Organization" else pointed
        yield Cast(scene, _speaker(found, at, company) or topic, thing, company)
        opening = [n for n in scene.openers(scene.end) if not scene.pushed(n)]
        if opening:
            pointed = opening[0].name if _points_back(scene, opening[0]) else None
        thing = Cast(scene).last_thing(scene.begin, scene.end)
        company = next((n.name for n in reversed(scene.names) if _is_company(n)), company)


def _points_back(scene: Scene, named: Named) -> bool:
    """Return whether a platform is named by a word that points back (该区, 园区)."""
    return named.name.kind == "Platform" and not named.name.text.startswith(scene.text[named.begin : named.end])


def _is_company(named: Named) -> bool:
    return named.name.kind == "Organization" and not named.nested and sort_of(named.name.text) == "company"


def _speaker(found: Sequence[Scene], at: int, company: Name | None) -> Name | None:
    """Return the company whose head speaks in a quotation: “…。”某某公司总经理说."""
    scene = found[at]
    quoted = scene.text.rfind("“", 0, scene.end) > scene.text.rfind("”", 0, scene.end - 1)
    if not quoted or not scene.text.startswith("”", scene.end - 1) or at + 1 == len(found):
        return None
    behind = found[at + 1]
    if named := next((n for n in behind.names if n.begin - behind.begin <= _SPEAKER_REACH), None):
        return named.name if _is_company(named) else None
    return company if words.pattern("again").search(behind.text[behind.begin : behind.end]) else None
