"""Relations: who lies where, develops, operates, invests, undertakes, cooperates, pursues, leads and has what."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Doc

from kg.extract.located import located
from kg.extract.scene import Named, Scene, scenes
from kg.model import Name, Predicate, Quote, Relation
from kg.resources import lexicon, patterns

Pair = tuple[Name | None, Predicate, Name, int, int]


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return one of the relation patterns by its identifier."""
    return next(p.regex for p in patterns("relations") if p.id == name)


@cache
def _sorts() -> dict[str, str]:
    return {row["suffix"]: row["sort"] for row in lexicon("name_suffixes")}


def relations(doc: Doc) -> Iterator[Relation]:
    """Yield the relations that each sentence of a document states, by the guide's table."""
    seen: set[tuple[Name, Predicate, Name, int]] = set()
    for scene in scenes(doc):
        for find in FINDERS:
            for subject, predicate, obj, begin, end in find(scene):
                key = (subject, predicate, obj, scene.begin)
                if subject is not None and subject != obj and key not in seen:
                    seen.add(key)  # type: ignore[arg-type]
                    yield Relation(subject, predicate, obj, Quote(begin, end))
    yield from located(doc)


def _inside(scene: Scene, named: Named) -> Named | None:
    """Return the carrier in whose name a name stands."""
    for other in scene.names:
        if other.begin <= named.begin and named.end <= other.end and other.name.kind in ("Platform", "Project"):
            if (other.begin, other.end) != (named.begin, named.end):
                return other
    return None


def develops(scene: Scene) -> Iterator[Pair]:
    """Yield who develops the industries of a sentence: the carrier whose name holds it, else who acts there."""
    for named in scene.names:
        if named.name.kind != "Industry":
            continue
        carrier = _inside(scene, named)
        if carrier is not None:
            if carrier.name.kind == "Platform":
                yield carrier.name, "developsIndustry", named.name, carrier.begin, carrier.end
            continue
        touching = [n for n in scene.names if n.end == named.begin and n.name.kind in ("Region", "Platform")]
        actor = touching[-1].name if touching else scene.actor(named.begin, frozenset({"Region", "Platform"}))
        yield actor, "developsIndustry", named.name, named.begin, named.end


def operates(scene: Scene) -> Iterator[Pair]:
    """Yield who runs the platforms of a sentence: the actor of a verb of building before them."""
    for named in scene.names:
        if named.name.kind != "Platform" or named.name == scene.home:
            continue
        begin, _ = scene.clause(named.begin)
        verb = pattern("runs").search(scene.text, begin, named.begin)
        if verb:
            yield scene.actor(verb.start()), "operates", named.name, verb.start(), named.end


def undertakes(scene: Scene) -> Iterator[Pair]:
    """Yield the body that stands before a project, alone or with a verb of building or investing between them."""
    for named in scene.names:
        if named.name.kind != "Project":
            continue
        begin, _ = scene.clause(named.begin)
        bodies = [n for n in scene.names if n.name.kind == "Organization" and begin <= n.begin and n.end <= named.begin]
        if not bodies:
            continue
        between = scene.text[bodies[-1].end : named.begin]
        if pattern("invests").search(between):
            yield bodies[-1].name, "invests", named.name, bodies[-1].begin, named.end
        if between in ("", "的") or pattern("undertakes").search(between):
            yield bodies[-1].name, "undertakes", named.name, bodies[-1].begin, named.end


def cooperates(scene: Scene) -> Iterator[Pair]:
    """Yield the partners that 与 … 合作, 签约, 对接 names, with who acts before it."""
    for match in pattern("cooperates").finditer(scene.text, scene.begin, scene.end):
        begin, end = match.span("partners")
        partners = [n for n in scene.names if begin <= n.begin and n.end <= match.end()]
        for named in partners:
            if named.name.kind in ("Organization", "Region", "Platform"):
                yield scene.actor(match.start()), "cooperatesWith", named.name, match.start(), match.end()


def pursues(scene: Scene) -> Iterator[Pair]:
    """Yield who pursues the policies of a sentence: who acts there."""
    for named in scene.names:
        if named.name.kind == "Policy":
            yield scene.actor(named.begin), "pursues", named.name, named.begin, named.end


def leads(scene: Scene) -> Iterator[Pair]:
    """Yield the persons who are named with 链长, 牵头 … beside an industry, platform or policy of the clause."""
    for match in pattern("leads").finditer(scene.text, scene.begin, scene.end):
        begin, end = scene.clause(match.start())
        persons = [n for n in scene.names if n.name.kind == "Person" and begin <= n.begin and n.end <= end]
        for named in scene.names:
            if persons and named.name.kind in ("Industry", "Platform", "Policy") and begin <= named.begin < end:
                nearest = min(persons, key=lambda p: abs(p.begin - named.begin))
                yield nearest.name, "leads", named.name, begin, end


def funds(scene: Scene) -> Iterator[Pair]:
    """Yield who has the funds of a sentence: who acts there."""
    for named in scene.names:
        if named.name.kind == "Fund":
            yield scene.actor(named.begin, frozenset({"Region", "Platform"})), "hasFund", named.name, named.begin, named.end


FINDERS: tuple[Callable[[Scene], Iterator[Pair]], ...] = (
    develops, operates, undertakes, cooperates, pursues, leads, funds
)
