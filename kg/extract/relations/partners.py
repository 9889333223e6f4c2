"""cooperatesWith: the partners that 与, 携手 … name, and those who sign, build or run something together."""

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from kg import register
from kg.extract.scene import Named, Scene, Stated, runs
from kg.model import Kind, Name
from kg.resources import pattern

_rule = partial(pattern, "relations")
_KINDS: tuple[Kind, ...] = ("Organization", "Region", "Platform")


def cooperates(scene: Scene) -> Iterator[Stated]:
    """Yield the partners that 与 … 合作, 共建, 对接 names, with who acts before it, and all who act 共同."""
    for match in _rule("cooperates").finditer(scene.text, scene.begin, scene.end):
        partners = _partners(scene, match.start("partners"), match.start("verb"))
        for who in _actors(scene, match.start()):
            others = (n.name for n in partners if not _holds(n.name, who))
            yield from ((who, "cooperatesWith", other, match.start(), match.end()) for other in others)
    for match in _rule("jointly").finditer(scene.text, scene.begin, scene.end):
        bodies = _listed(scene, match.start())[::-1]
        if bodies and not _rule("with").search(scene.text, scene.begin, bodies[0].begin):
            pairs = combinations(bodies, 2)
            yield from ((one.name, "cooperatesWith", other.name, one.begin, match.end()) for one, other in pairs)


def _holds(one: Name, other: Name) -> bool:
    """Tell whether a place lies in the other: 粤桂协作 is no pact of a county with its own province."""
    inner = register.regions().get(other.code)
    return inner is not None and any(up.code == one.code for up in register.chain(inner)[1:])


def _partners(scene: Scene, begin: int, end: int) -> list[Named]:
    """Return who may make a pact; a platform that is no zone may where one is signed right behind it."""
    found = [n for n in scene.between(begin, end, *_KINDS) if not n.nested]
    found = [n for n in found if n.name.kind != "Region" or not _rule("class-of").fullmatch(scene.text, n.end, end)]
    found = [n for n in found if not _begins_name(scene, n, end)]
    seats = {n.begin for n in found if n.name.kind == "Organization"}
    found = [n for n in found if n.name.kind != "Platform" or n.end not in seats]  # 某某园|某某公司: where it lies
    return [n for n in found if runs(n.name) or _rule("signs-it").match(scene.text, n.end)]


def _begins_name(scene: Scene, named: Named, end: int) -> bool:
    """Tell whether a short place begins what nobody has read as a company's name (与苏州|某某科技签约)."""
    short = named.name.kind == "Region" and scene.text[named.begin : named.end] != named.name.text
    return short and bool(_rule("named-on").fullmatch(scene.text, named.end, end))


def _actors(scene: Scene, offset: int) -> list[Name]:
    """Return who makes the pact told at an offset: those named right before it, else who acts there."""
    begin, _ = scene.clause(offset)
    before = [n for n in _partners(scene, begin, offset) if _rule("adverbs").fullmatch(scene.text, n.end, offset)]
    if before:
        return [n.name for n in _listed(scene, before[-1].end)]
    actor = scene.actor(offset)
    return [who for who in [actor if runs(actor) else scene.home] if who]


def _listed(scene: Scene, end: int) -> list[Named]:
    """Return the items of the list of names that ends at an offset (甲、乙和丙), the last first."""
    found: list[Named] = []
    names = _partners(scene, scene.begin, end)
    while names and (names[-1].end == end or (found and _rule("between").fullmatch(scene.text, names[-1].end, end))):
        found.append(names.pop())
        end = found[-1].begin
    return found
