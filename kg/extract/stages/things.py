"""Whom a stage is told of: what stands before its word or behind it, what leads the sentence, what was told before."""

from dataclasses import dataclass, replace

from kg.annotate.measures.numerals import number
from kg.annotate.names.carriers.suffixes import sort_of
from kg.extract.scene import PLACES, Named, Scene
from kg.extract.stages.words import Verb, before, rule, subject_word, told
from kg.model import Kind, Name
from kg.resources import pattern

_KINDS: tuple[Kind, ...] = ("Project", "Organization", "Platform")
# Bodies that are built and open, or move in: not organs of state, nor what runs others.
_BODIES = frozenset({"company", "institute", "school", ""})
_CARRIERS = frozenset({"zone", "outpost", "enclave", "digital"})
_HOSTED = frozenset({"landing", "moving-in"})
_PROJECTS = frozenset({"signing", "negotiation", "land"})  # which a body as such does not reach
_BUILT = frozenset({"approval", "construction", "structure", "completion"})  # a body only where its name stands with it
_STOPS = "，；：。\n“！？"
_IN = "在于到"


@dataclass(frozen=True, slots=True)
class Told:
    """Things that a stage is told of, and where the words about them begin and end."""

    things: tuple[Name, ...]
    begin: int
    end: int
    bound: int
    """Where the words between thing and stage begin, or those of the clause."""


class Subjects:
    """Finds what the stages of a document are told of, sentence by sentence."""

    def __init__(self, periods: dict[int, int]) -> None:
        self.periods = periods  # where each begins, by where it ends
        self.block = -1
        self.topic: tuple[Name, ...] = ()
        self.list: tuple[Name, ...] = ()
        self.last: tuple[int, Told] | None = None  # what the word before was told of, and where it ends

    def enter(self, scene: Scene, block: int) -> None:
        """Take note of the block that a sentence stands in: its topic is that of its paragraph."""
        if block != self.block:
            self.block, self.topic = block, ()

    def leave(self, scene: Scene) -> None:
        """Remember what a sentence speaks of, for the one behind it."""
        mine = [n for n in scene.names if _may_be(n, "") and n.name != scene.home]
        leads = [n for n in mine if self._leads(scene, n)]
        projects = {n.name for n in mine if n.name.kind == "Project"}
        if leads:
            first = next((n for n in leads if not self._sets(scene, n)), leads[0])
            self.topic = tuple(n.name for n in _listed(scene, self._nearest(scene, first)))
        elif len(projects) == 1:
            self.topic = tuple(projects)
        elif any(n.name.kind == "Region" and scene.begin == n.begin for n in scene.names):
            self.topic = ()
        lists = [found for n in mine if len(found := _listed(scene, n)) > 1]
        self.list = tuple(dict.fromkeys(n.name for n in lists[-1])) if lists else self.list

    def of(self, scene: Scene, verb: Verb) -> Told | None:
        """Return what a stage is told of, or None."""
        found = self._told(scene, verb)
        self.last = (verb.end, found) if found else None
        return found

    def _told(self, scene: Scene, verb: Verb) -> Told | None:
        if (objects := self._objects(scene, verb)) is not None:
            begin, _ = scene.clause(verb.begin)
            return Told(tuple(n.name for n in objects), verb.begin, objects[-1].end, begin) if objects else None
        if not told(scene, verb) or not _closed(scene, verb):
            return None
        start = scene.clause(verb.begin)[0]
        way = rule("from").search(scene.text, start, verb.begin)
        if way and not rule("only").match(scene.text, verb.end):
            return None
        at = self._back(scene, way.start() if way else verb.begin)
        if every := self._every(scene, at):
            return Told(every, start, verb.end, start)
        while (word := subject_word(scene.text, scene.begin, at)) and not _ends(scene, at):
            listed = scene.text[word.start() - 1] == "、" and subject_word(scene.text, scene.begin, word.start() - 1)
            at = self._back(scene, word.start() - 1 if listed else word.start())
        at = self._past_phase(scene, at)
        if ending := [n for n in _ends(scene, at) if _may_be(n, verb.stage)]:
            found = _listed(scene, ending[0])
            things = tuple(n.name for n in found if _may_be(n, verb.stage))
            return Told(things, found[0].begin, verb.end, at)
        if _ends(scene, at):
            return None
        if self.last and scene.text[at - 1 : at] == "、" and self.last[0] == at - 1:
            return replace(self.last[1], begin=at, end=verb.end, bound=at)
        if at > scene.begin and scene.text[at - 1] not in _STOPS:
            return None
        return self._before(scene, verb, at)

    def _before(self, scene: Scene, verb: Verb, at: int) -> Told | None:
        """Return what leads the sentence before an offset, else what the paragraph speaks of."""
        ahead = [n for n in scene.names if n.end <= at and n.name != scene.home and self._leads(scene, n)]
        if leads := [n for n in ahead if _may_be(n, "")]:
            lead = self._nearest(scene, leads[-1])
            things = tuple(n.name for n in _listed(scene, lead) if _goes_on(n.name, verb.stage))
            if lead.name.kind != "Project" and rule("unnamed").search(scene.text, lead.end, at):
                built = [n for n in scene.between(lead.end, at, "Project") if not n.nested]
                things = tuple(n.name for n in built)
            return Told(things, lead.begin, verb.end, at) if things else None
        if any(n.name.kind in PLACES for n in ahead):
            return None
        things = tuple(name for name in self.topic if _goes_on(name, verb.stage))
        return Told(things, at, verb.end, at) if things else None

    def _objects(self, scene: Scene, verb: Verb) -> list[Named] | None:
        """Return the names behind a word for a stage that reach it (开工建设某项目), None where none stand there.

        Of what houses others (产业园已落地某公司) a carrier behind the word is where, not what.
        """
        between = rule("object").match(scene.text, verb.end, scene.end)
        at = between.end() if between else verb.end
        here = [n for n in scene.names if n.begin in (verb.end, at) and not n.nested]
        if not here or here[0].name.kind not in _KINDS:
            return None
        first = here[0]
        if verb.stage in _HOSTED and first.name.kind == "Platform":
            return None
        if first.name.kind == "Organization" and scene.text[first.end : first.end + 1] not in "、，。；和及与等）…的":
            behind = [n for n in scene.names if n.begin == first.end and n.name.kind == "Project"]
            first = behind[0] if behind else first
        found = [first]
        while following := _listed_after(scene, found[-1]):
            found.append(following)
        return [n for n in found if _may_be(n, verb.stage) and rule("whole").match(scene.text, n.end)]

    def _back(self, scene: Scene, at: int) -> int:
        """Return the offset before the adverbs, periods and places that end at one."""
        while at > scene.begin:
            if at in self.periods:
                at = self.periods[at]
            elif place := _place(scene, at):
                at = place
            elif word := before(scene.text, scene.begin, at):
                at = word.start()
            elif edge := rule("edge").search(scene.text, max(scene.begin, at - 2), at):
                if edge.end() != at or edge.start() not in self.periods:
                    return at
                at = edge.start()
            else:
                return at
        return at

    def _past_phase(self, scene: Scene, at: int) -> int:
        """Return the end of the name of which a part or the sum ends at an offset (某项目一期), or the offset."""
        if _ends(scene, at):
            return at
        for named in reversed(scene.names):
            if scene.begin <= named.begin and at - 40 < named.end < at and _phases(scene, named.end, at):
                return named.end
        return at

    def _leads(self, scene: Scene, named: Named) -> bool:
        """Tell whether a clause begins with a name, but for adverbs, periods, and 走进 or 在."""
        at = self._back(scene, named.begin)
        while at > scene.begin and (
            led := [m for m in rule("led").finditer(scene.text, scene.begin, at) if m.end() == at]
        ):
            at = self._back(scene, led[-1].start())
        if at == scene.begin or scene.text[at - 1] in _STOPS:
            return True
        ahead = [n for n in _ends(scene, at) if _may_be(n, "")]
        return bool(ahead) and self._leads(scene, ahead[0])

    def _sets(self, scene: Scene, named: Named) -> bool:
        """Tell whether a carrier is only where a sentence plays (在某产业园，…)."""
        return named.name.kind == "Platform" and scene.text[named.begin - 1 : named.begin] in _IN

    def _nearest(self, scene: Scene, lead: Named) -> Named:
        """Return the project that touches a body that leads (某公司某项目), else the body."""
        touching = [n for n in scene.names if n.begin == lead.end and n.name.kind == "Project" and not n.nested]
        return touching[0] if touching else lead

    def _every(self, scene: Scene, at: int) -> tuple[Name, ...]:
        """Return the list told before that 各家企业 or 3个项目 before an offset stands for."""
        for match in rule("every").finditer(scene.text, scene.begin, at):
            count = match["count"]
            if match.end() == at and self.list and (not count or int(number(count)) == len(self.list)):
                return self.list
        return ()


def _closed(scene: Scene, verb: Verb) -> bool:
    """Tell whether a word for a stage has no object but a place: what it is done to would be what reaches it."""
    placed = verb.stage in _HOSTED and any(n.begin == verb.end and n.name.kind in PLACES for n in scene.names)
    return placed or rule("closed").match(scene.text, verb.end) is not None


def _may_be(named: Named, stage: str) -> bool:
    """Tell whether a name is one that reaches a stage."""
    kind, sort = named.name.kind, sort_of(named.name.text)
    if named.nested or kind not in _KINDS or (kind == "Organization" and stage in _PROJECTS):
        return False
    if kind == "Organization":
        return sort in _BODIES and not pattern("relations", "group").search(named.name.text)
    return kind == "Project" or sort not in _CARRIERS


def _goes_on(name: Name, stage: str) -> bool:
    """Tell whether a thing that was named before is one that reaches a stage: of a company, not its buildings."""
    return name.kind != "Organization" or stage not in _PROJECTS | _BUILT


def _ends(scene: Scene, at: int) -> list[Named]:
    return [n for n in scene.names if n.end == at and not n.nested]


def _phases(scene: Scene, begin: int, end: int) -> bool:
    """Tell whether only parts of a thing, or the sum of its list, stand between two offsets."""
    while begin < end and (match := rule("phase").match(scene.text, begin, end)):
        begin = match.end()
    return begin == end


def _place(scene: Scene, at: int) -> int | None:
    """Return where 在某地 begins that ends at an offset, or None."""
    for named in _ends(scene, at):
        if named.name.kind in PLACES and scene.text[named.begin - 1] in _IN and named.begin - 1 > scene.begin:
            return named.begin - 1
    return None


def _listed(scene: Scene, last: Named) -> list[Named]:
    """Return the names of the list that a name closes."""
    found = [last]
    while True:
        first = found[0]
        ahead = [n for n in scene.names if n.end < first.begin and not n.nested and n.name.kind in _KINDS]
        if not ahead or not rule("joint").fullmatch(scene.text, ahead[-1].end, first.begin):
            return found
        found.insert(0, ahead[-1])


def _listed_after(scene: Scene, named: Named) -> Named | None:
    behind = [n for n in scene.names if n.begin > named.end and not n.nested and n.name.kind in _KINDS]
    if behind and rule("joint").fullmatch(scene.text, named.end, behind[0].begin):
        return behind[0]
    return None
