"""Which names reach which stages, the lists that they stand in, and what may stand around them."""

from kg.annotate.names.carriers.suffixes import sort_of
from kg.extract.scene import PLACES, Named, Scene
from kg.extract.stages.words import Verb, rule
from kg.model import Kind, Name
from kg.resources import pattern

KINDS: tuple[Kind, ...] = ("Project", "Organization", "Platform")
HOSTED = frozenset({"landing", "moving-in"})
IN = "在于到"
# Bodies that are built and open, or move in: not organs of state, nor what runs others.
_BODIES = frozenset({"company", "institute", "school", ""})
_CARRIERS = frozenset({"zone", "outpost", "digital"})
_PROJECTS = frozenset({"signing", "negotiation", "land"})  # which a body as such does not reach
_BUILT = frozenset({"approval", "construction", "structure", "completion"})  # a body only where its name stands with it


def closed(scene: Scene, verb: Verb) -> bool:
    """Tell whether a word for a stage has no object but a place: what it is done to would be what reaches it."""
    placed = verb.stage in HOSTED and any(n.begin == verb.end and n.name.kind in PLACES for n in scene.names)
    return placed or rule("closed").match(scene.text, verb.end) is not None


def may_reach(named: Named, stage: str) -> bool:
    """Tell whether a name is one that reaches a stage."""
    kind, sort = named.name.kind, sort_of(named.name.text)
    if named.nested or kind not in KINDS or (kind == "Organization" and stage in _PROJECTS):
        return False
    if kind == "Organization":
        return sort in _BODIES and not pattern("relations", "group").search(named.name.text)
    return kind == "Project" or sort not in _CARRIERS


def goes_on(name: Name, stage: str) -> bool:
    """Tell whether a thing that was named before is one that reaches a stage: of a company, not its buildings."""
    return name.kind != "Organization" or stage not in _PROJECTS | _BUILT


def ending_at(scene: Scene, at: int) -> list[Named]:
    """Return the names that end at an offset, but those within others."""
    return [n for n in scene.names if n.end == at and not n.nested]


def only_parts(scene: Scene, begin: int, end: int) -> bool:
    """Tell whether only parts of a thing, or the rest of its list, stand between two offsets."""
    if rule("enumerated").fullmatch(scene.text, begin, end):
        return True
    while begin < end and (match := rule("phase").match(scene.text, begin, end)):
        begin = match.end()
    return begin == end


def place_before(scene: Scene, at: int) -> int | None:
    """Return where 在某地 begins that ends at an offset, or None."""
    for named in ending_at(scene, at):
        if named.name.kind in PLACES and scene.text[named.begin - 1] in IN and named.begin - 1 > scene.begin:
            return named.begin - 1
    return None


def listed(scene: Scene, last: Named) -> list[Named]:
    """Return the names of the list that a name closes."""
    found = [last]
    while True:
        first = found[0]
        ahead = [n for n in scene.names if n.end < first.begin and not n.nested and n.name.kind in KINDS]
        if not ahead or not rule("joint").fullmatch(scene.text, ahead[-1].end, first.begin):
            return found
        found.insert(0, ahead[-1])


def next_listed(scene: Scene, named: Named) -> Named | None:
    """Return the name that stands behind another in a list, or None."""
    behind = [n for n in scene.names if n.begin > named.end and not n.nested and n.name.kind in KINDS]
    if behind and rule("joint").fullmatch(scene.text, named.end, behind[0].begin):
        return behind[0]
    return None
