"""locatedIn: where platforms, bodies and projects are, as the text says it or as their names and the paper imply."""

from collections.abc import Iterator
from functools import cache

import re

from spacy.tokens import Doc

from kg.annotate.names import register
from kg.annotate.names.suffixes import sort_of
from kg.extract.scene import Named, Scene, scenes
from kg.model import Name, Quote, Relation
from kg.resources import patterns

_PLACED = frozenset({"Platform", "Organization", "Project"})
_HOSTED = frozenset({"outpost", "enclave"})
_NOWHERE = frozenset({"digital"})
_SEATED = frozenset({"company", "institute", "school", ""})


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return next(p.regex for p in patterns("relations") if p.id == name)


def located(doc: Doc) -> Iterator[Relation]:
    """Yield where each platform, body and project is: the closest place that the text gives, once a name."""
    placed: dict[Name, Relation] = {}
    all_scenes = list(scenes(doc))
    printed = {n.name for scene in all_scenes for n in scene.names if n.name.kind == "Region"}
    for find in (_stated, _named, _implied):
        for scene in all_scenes:
            for named in scene.names:
                name = named.name
                if name.kind in _PLACED and name not in placed and name != scene.home and _has_place(name):
                    for place in find(scene, named, printed, doc):
                        if place != name:
                            placed.setdefault(name, Relation(name, "locatedIn", place, Quote(named.begin, named.end)))
                            if sort_of(name.text) in _HOSTED:
                                yield Relation(name, "locatedIn", place, Quote(named.begin, named.end))
    yield from (r for r in placed.values() if sort_of(r.subject.text) not in _HOSTED)


def _has_place(name: Name) -> bool:
    """Tell whether things of that sort are anywhere: digital platforms are not, government bodies go unsaid."""
    sort = sort_of(name.text)
    if name.kind == "Organization":
        return sort in ("company", "institute", "school", "body", "association")
    return sort not in _NOWHERE


def _stated(scene: Scene, named: Named, printed: set[Name], doc: Doc) -> Iterator[Name]:
    """Yield the place behind 位于, 落户 … or in 在 … 设立 of the same clause."""
    begin, end = scene.clause(named.begin)
    verb = _pattern("located").search(scene.text, named.end, end)
    if verb and verb.start() - named.end < 6:
        places = [n for n in scene.names if verb.end() <= n.begin and n.end <= end and n.name.kind in ("Region", "Platform")]
        if places:
            yield max(places, key=lambda n: (n.name.kind == "Platform", n.end)).name
        return
    if verb := _pattern("located").search(scene.text, begin, named.begin):
        hosts = [n for n in scene.names if begin <= n.begin and n.end <= verb.start() and n.name.kind == "Platform"]
        if hosts and named.name.kind != "Platform":
            yield hosts[-1].name
        return
    for match in _pattern("set-up-in").finditer(scene.text, begin, named.begin):
        hosts = [n for n in scene.names if match.start("hosts") <= n.begin and n.end <= match.end("hosts")]
        yield from (n.name for n in hosts if n.name.kind in ("Region", "Platform"))


def _named(scene: Scene, named: Named, printed: set[Name], doc: Doc) -> Iterator[Name]:
    """Yield the place in a thing's own name: host cities of outposts and enclaves, else a place printed by itself too."""
    hosted = sort_of(named.name.text) in _HOSTED
    inside = [n for n in scene.names if named.begin <= n.begin and n.end <= named.end and n.name.kind == "Region"]
    if hosted:
        yield from (n.name for n in inside)
        return
    codes = tuple(r.code for r in doc._.setting.chain)
    found = [name for begin, _, name in register.find(named.name.text) if begin == 0 or named.name.kind != "Organization"]
    regions = [r for name in found if (r := register.choose(name, codes)) and (r.as_name in printed or r.code in codes)]
    if regions:
        yield regions[-1].as_name


def _implied(scene: Scene, named: Named, printed: set[Name], doc: Doc) -> Iterator[Name]:
    """Yield the paper's own place for its own platforms, projects and offices."""
    sort = sort_of(named.name.text)
    if sort in _HOSTED or scene.home is None:
        return
    if named.name.kind in ("Platform", "Project") or sort == "body":
        yield scene.home
