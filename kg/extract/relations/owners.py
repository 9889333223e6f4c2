"""undertakes and invests, told apart from the project: by who speaks of it, and by the company whose name it bears."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise

from kg import register
from kg.annotate.names.anaphora import heart
from kg.annotate.names.carriers.suffixes import sort_of
from kg.extract.scene import Named, Scene, Stated
from kg.industries import known
from kg.model import Name
from kg.resources import pattern, words

_rule = partial(pattern, "relations")
_TRADE = 2  # characters of a trade name


def owns(scenes: Sequence[Scene]) -> Iterator[Stated]:
    """Yield the companies of the projects of a document that no clause of building ties to one."""
    heads = dict(pair for scene in scenes for pair in _heads(scene))
    for scene, after in pairwise([*scenes, *scenes[-1:]]):
        for named in _projects(scene):
            for firm, paid in _speakers(scene, named, after, heads):
                yield firm, "undertakes", named.name, named.begin, named.end
                if paid:
                    yield firm, "invests", named.name, named.begin, named.end
    yield from _namesakes(scenes)


def _heads(scene: Scene) -> Iterator[tuple[Name, Name]]:
    """Yield the persons who are named right behind a company with a title (云岭集团董事长周明远)."""
    for person in scene.between(scene.begin, scene.end, "Person"):
        for firm in _firms(scene, scene.begin, person.begin)[-1:]:
            if _rule("head-of").fullmatch(scene.text, firm.end, person.begin):
                yield person.name, firm.name


def _projects(scene: Scene) -> list[Named]:
    return [n for n in scene.between(scene.begin, scene.end, "Project") if not n.nested]


def _firms(scene: Scene, begin: int, end: int) -> list[Named]:
    return [n for n in scene.between(begin, end, "Organization") if sort_of(n.name.text) == "company"]


def _speakers(scene: Scene, named: Named, after: Scene, heads: Mapping[Name, Name]) -> Iterator[tuple[Name, bool]]:
    """Yield the company whose head speaks of a project, and whether it says that it pays.

    He is named before it in the sentence, or behind a quotation.
    """
    begin, _ = scene.clause(named.begin)
    if scene.between(begin, named.begin, "Organization"):
        return
    before = _firms(scene, scene.begin, named.begin)[-1:]
    if scene.text.startswith("“", scene.begin) and not before:
        before = [n for n in _firms(after, after.begin, after.end)[:1] if n.begin == after.begin]
    for firm in before:
        if _rule("says").match(scene.text, firm.end):
            yield firm.name, bool(_rule("of-us").search(scene.text, begin, named.begin))
    for person in scene.between(scene.begin, named.begin, "Person")[:1] if not before else ():
        if person.begin == scene.begin and person.name in heads and _rule("speaks").match(scene.text, person.end):
            yield heads[person.name], bool(_rule("invests").search(scene.text, person.end, named.begin))


def _namesakes(scenes: Sequence[Scene]) -> Iterator[Stated]:
    """Yield the company whose trade name opens that of a project (云岭轴承有限公司: 云岭智能工厂项目)."""
    bearers = defaultdict[str, set[Name]](set)
    for firm in {n.name for s in scenes for n in _firms(s, s.begin, s.end)}:
        bearers[heart(firm.text)[:_TRADE]].add(firm)
    bodies = {n.name for s in scenes for n in s.between(s.begin, s.end, "Organization") if not sort_of(n.name.text)}
    for scene in scenes:
        for named in _projects(scene):
            who = bearers.get(named.name.text[:_TRADE], set())
            who = who or {body for body in bodies if len(body.text) > _TRADE and named.name.text.startswith(body.text)}
            if len(who) == 1 and named.name.text[:_TRADE] not in _common() | words("scope_words"):
                yield next(iter(who)), "undertakes", named.name, named.begin, named.end


@cache
def _common() -> frozenset[str]:
    """Return how words begin that are nobody's trade name: of industries, of places, and those that tell nothing."""
    return frozenset(word[:_TRADE] for word in (*known(), *words("vague_words"), *register.names()))
