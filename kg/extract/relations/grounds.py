"""The ground on which things are placed: what a document prints of places, visits, and of what it points to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg import register
from kg.annotate.names.carriers.suffixes import sort_of
from kg.extract.scene import Named, Scene
from kg.model import Name
from kg.resources import pattern

TRADES = frozenset({"company", ""})
_GROUNDS = frozenset({"zone", "park", "town", "block"})


@dataclass(frozen=True, slots=True)
class Ground:
    """What a document gives to place things by: the regions printed by themselves, and the codes of its own."""

    printed: frozenset[Name]
    chain: tuple[register.Region, ...]
    home: Name | None
    visits: tuple[tuple[int, Name], ...]  # where somebody goes to see things, by offset
    pointed: tuple[tuple[int, Name], ...]  # what 在这里 means, by offset
    sites: Mapping[Name, Name]  # of projects, told later in the paragraph that they open
    stands: tuple[tuple[int, Name], ...]  # the places that a paragraph goes through, by offset
    parks: tuple[tuple[int, Name], ...]  # the parks, zones and centres that are named, at their ends
    zones: Mapping[str, Name]  # the zones that are named by themselves, by what is printed of them


def survey(doc: Doc, scenes: Sequence[Scene]) -> Ground:
    """Return the ground of a document with its scenes."""
    printed = frozenset(
        n.name
        for s in scenes
        for n in s.names
        if n.name.kind == "Region" and _prints(s.text[n.begin : n.end], n.name.text)
    )
    gone = (hosts(scene, "inspects", scene.end) for scene in scenes)
    visits = tuple((n[0].end, n[0].name) for n in gone if len(n) == 1 or (n and n[-1].name.kind == "Platform"))
    sites = {s.project: host for s in scenes if s.project for host in _site(s)}
    setting = doc._.setting
    stands = tuple(_stands(scenes, setting.home))
    parks = tuple((n.end, n.name) for s in scenes for n in s.between(s.begin, s.end, "Platform") if _holds(n))
    return Ground(
        printed, setting.chain, setting.home, visits, tuple(_pointed(scenes)), sites, stands, parks, zones(scenes)
    )


def _prints(form: str, name: str) -> bool:
    """Tell whether a form prints a region by itself: shortened, or behind the one that it lies in (重庆市北碚区)."""
    return name.startswith(form) or form.endswith(name)


def _holds(named: Named) -> bool:
    return sort_of(named.name.text) in _GROUNDS | {"innovation"} and not named.nested


def zones(scenes: Iterable[Scene]) -> dict[str, Name]:
    """Return the zones that are named by themselves, by what is printed of them."""
    named = ((s.text[n.begin : n.end], n) for s in scenes for n in s.between(s.begin, s.end, "Platform"))
    return {form: n.name for form, n in named if sort_of(n.name.text) == "zone" and not n.nested}


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


def _stands(scenes: Iterable[Scene], home: Name | None) -> Iterator[tuple[int, Name]]:
    """Yield the towns, zones and parks that a paragraph comes to (在某某镇，… 来到某某产业园), at their ends."""
    for scene in scenes:
        for named in scene.between(scene.begin, scene.end, "Region", "Platform"):
            inner = _inner(named.name, home) if named.name.kind == "Region" else sort_of(named.name.text) in _GROUNDS
            if inner and named.name != home and not named.nested and _comes(scene, named):
                yield named.end, named.name


def _inner(place: Name, home: Name | None) -> bool:
    """Tell whether a region is a town, or one of those that home holds."""
    region = register.regions().get(place.code)
    return region is None or bool(home and home.code and any(up.code == home.code for up in register.chain(region)))


def _comes(scene: Scene, named: Named) -> bool:
    begin = scene.begin if (comma := scene.text.rfind("，", scene.begin, named.begin)) < 0 else comma + 1
    front = named.begin
    while outer := [n for n in scene.between(begin, front, "Region", "Platform") if n.end == front and not n.nested]:
        front = outer[-1].begin  # 在某某高新区|某某产业园，…
    opens = begin == scene.begin and pattern("relations", "stood").fullmatch(scene.text, begin, front)
    after = scene.text[named.end : named.end + 1]
    return bool(
        (opens and (after == "，" or scene.text.startswith("是", named.end)))
        or (after in "，。" and pattern("relations", "comes").search(scene.text, begin, front))
    )


def visited(scene: Scene, named: Named, ground: Ground) -> Iterator[Name]:
    """Yield the place of a list (落在高新区的有：…), or where somebody goes to see things (到高新区调研，先后察看…)."""
    if named.nested:
        return
    for row in ("listed-in", "visits", *(["relies"] if named.name.kind == "Project" else [])):
        for host in hosts(scene, row, named.begin)[-1:]:
            others = [n for n in scene.between(host.end, named.begin, "Region") if not n.nested]
            wider = named.name.kind != "Platform" or host.name.kind == "Region"
            if host.name != named.name and not others and wider:
                yield host.name


def stood(scene: Scene, named: Named, ground: Ground) -> Iterator[Name]:
    """Yield the town or park that the paragraph of a thing has come to."""
    led = scene.text[named.begin - 1 : named.begin] in ("由", "与")  # who comes from elsewhere
    if not led and not named.nested and (named.name.kind != "Organization" or sort_of(named.name.text) in TRADES):
        paragraph = scene.text.rfind("\n", 0, named.begin)
        yield from [place for end, place in ground.stands if paragraph < end <= named.begin][-1:]


def among(scene: Scene, named: Named, ground: Ground) -> Iterator[Name]:
    """Yield the park whose projects the sentence before counts, for those told next (签约项目12个。其中，…)."""
    first = scene.begin if scene.text[scene.begin - 1] != "；" else _after_stop(scene, scene.begin)
    if named.nested or named.name.kind != "Project" or not pattern("relations", "among").match(scene.text, first):
        return
    begin = _after_stop(scene, first - 1)
    if counted := pattern("relations", "counts-projects").search(scene.text, begin, first):
        yield from [place for end, place in ground.parks if begin < end <= counted.start()][-1:]


def _after_stop(scene: Scene, offset: int) -> int:
    return max(scene.text.rfind(mark, 0, offset) for mark in "。\n") + 1
