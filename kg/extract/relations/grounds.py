"""The ground on which things are placed: what a document prints of places, visits, and of what it points to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg import register
from kg.extract.scene import Named, Scene
from kg.model import Name
from kg.resources import pattern


@dataclass(frozen=True, slots=True)
class Ground:
    """What a document gives to place things by: the regions printed by themselves, and the codes of its own."""

    printed: frozenset[Name]
    chain: tuple[register.Region, ...]
    home: Name | None
    visits: tuple[tuple[int, Name], ...]  # where somebody goes to see things, by offset
    pointed: tuple[tuple[int, Name], ...]  # what 在这里 means, by offset
    sites: Mapping[Name, Name]  # of projects, told later in the paragraph that they open


def survey(doc: Doc, scenes: Sequence[Scene]) -> Ground:
    """Return the ground of a document with its scenes."""
    printed = frozenset(
        n.name
        for s in scenes
        for n in s.names
        if n.name.kind == "Region" and n.name.text.startswith(s.text[n.begin : n.end])
    )
    visits = tuple((n.end, n.name) for scene in scenes for n in hosts(scene, "inspects", scene.end)[-1:])
    sites = {s.project: host for s in scenes if s.project for host in _site(s)}
    setting = doc._.setting
    return Ground(printed, setting.chain, setting.home, visits, tuple(_pointed(scenes)), sites)


def hosts(scene: Scene, row: str, end: int) -> list[Named]:
    """Return the places that a pattern gives as hosts of what follows it, before ``end``."""
    match = pattern("relations", row).search(scene.text, scene.begin, end)
    hosts = scene.between(match.start("hosts"), match.end("hosts"), "Region", "Platform") if match else []
    return [n for n in hosts if not n.nested]


def _pointed(scenes: Iterable[Scene]) -> Iterator[tuple[int, Name]]:
    """Yield what 在这里 means at each offset: the place last named by itself."""
    last: Named | None = None
    for scene in scenes:
        places = [n for n in scene.names if n.name.kind in ("Region", "Platform") and not n.nested]
        for match in pattern("relations", "here").finditer(scene.text, scene.begin, scene.end):
            if place := next((n for n in reversed(places) if n.end <= match.start()), last):
                yield match.start(), place.name
        last = places[-1] if places else last


def _site(scene: Scene) -> Iterator[Name]:
    """Yield where the project is of which a sentence without another goes on to tell (位于高新区，总投资…)."""
    told = None if scene.between(scene.begin, scene.end, "Project") else pattern("relations", "sited")
    if match := told and told.search(scene.text, scene.begin, scene.end):
        places = scene.between(match.end(), scene.clause(match.end())[1], "Region", "Platform")
        yield from (n.name for n in sorted(places, key=lambda n: (n.name.kind == "Platform", n.end))[-1:])
