"""Whom a stage is told of: what stands before its word or behind it, what leads the sentence, what was told before."""

from dataclasses import dataclass, replace

from kg.annotate.measures.numerals import number
from kg.extract.scene import PLACES, Named, Scene
from kg.extract.stages.names import (
    HOSTED,
    IN,
    KINDS,
    closed,
    ending_at,
    goes_on,
    listed,
    may_reach,
    next_listed,
    only_parts,
    place_before,
)
from kg.extract.stages.words import Verb, before, rule, subject_word, told
from kg.model import Name

_STOPS = "，；：。\n“！？"
_FARTHEST = 80  # characters that the rest of a list may have


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
        mine = [n for n in scene.names if may_reach(n, "") and n.name != scene.home]
        leads = [n for n in mine if self._leads(scene, n)]
        projects = {n.name for n in mine if n.name.kind == "Project"}
        if leads:
            first = next((n for n in leads if not self._sets(scene, n)), leads[0])
            self.topic = tuple(n.name for n in listed(scene, self._nearest(scene, first)))
        elif len(projects) == 1:
            self.topic = tuple(projects)
        elif any(n.name.kind == "Region" and scene.begin == n.begin for n in scene.names):
            self.topic = ()
        lists = [found for n in mine if len(found := listed(scene, n)) > 1]
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
        if not told(scene, verb) or not closed(scene, verb):
            return None
        start = scene.clause(verb.begin)[0]
        way = rule("from").search(scene.text, start, verb.begin)
        if way and not rule("only").match(scene.text, verb.end):
            return None
        at = self._start(scene, way.start() if way else verb.begin)
        if every := self._every(scene, at):
            return Told(every, start, verb.end, start)
        if ends := ending_at(scene, at):
            found = listed(scene, ends[0]) if may_reach(ends[0], verb.stage) else []
            things = tuple(n.name for n in found if may_reach(n, verb.stage))
            return Told(things, found[0].begin, verb.end, at) if things else None
        if self.last and scene.text[at - 1 : at] == "、" and self.last[0] == at - 1:
            return replace(self.last[1], begin=at, end=verb.end, bound=at)
        if at > scene.begin and scene.text[at - 1] not in _STOPS:
            return None
        return self._before(scene, verb, at)

    def _start(self, scene: Scene, at: int) -> int:
        """Return the end of the name, or of what points back to a list, before an offset, else where its clause begins.

        What may stand between is passed over: adverbs, periods, parts of a thing, nouns that stand for one.
        """
        at = self._back(scene, at)
        at -= scene.text[at - 1 : at] == "的"
        while not self._every(scene, at) and self._past_phase(scene, at) == at and not ending_at(scene, at):
            if not (word := subject_word(scene.text, scene.begin, at)):
                return at
            listed = scene.text[word.start() - 1] == "、" and subject_word(scene.text, scene.begin, word.start() - 1)
            at = self._back(scene, word.start() - 1 if listed else word.start())
        return at if self._every(scene, at) else self._past_phase(scene, at)

    def _before(self, scene: Scene, verb: Verb, at: int) -> Told | None:
        """Return what leads the sentence before an offset, else what the paragraph speaks of."""
        ahead = [n for n in scene.names if n.end <= at and n.name != scene.home and self._leads(scene, n)]
        if leads := [n for n in ahead if may_reach(n, "")]:
            lead = self._nearest(scene, leads[-1])
            things = tuple(n.name for n in listed(scene, lead) if goes_on(n.name, verb.stage))
            if lead.name.kind != "Project" and rule("unnamed").search(scene.text, lead.end, at):
                built = [n for n in scene.between(lead.end, at, "Project") if not n.nested]
                things = tuple(n.name for n in built)
            return Told(things, lead.begin, verb.end, at) if things else None
        if any(n.name.kind in PLACES for n in ahead):
            return None
        things = tuple(name for name in self.topic if goes_on(name, verb.stage))
        return Told(things, at, verb.end, at) if things else None

    def _objects(self, scene: Scene, verb: Verb) -> list[Named] | None:
        """Return the names behind a word for a stage that reach it (开工建设某项目), None where none stand there.

        Of what houses others (产业园已落地某公司) a carrier behind the word is where, not what.
        """
        between = rule("object").match(scene.text, verb.end, scene.end)
        at = between.end() if between else verb.end
        near = [n for n in scene.names if verb.end <= n.begin and not n.nested]
        here = [n for n in near if n.begin in (verb.end, at)]
        cut = [n for n in near[:1] if not here and rule("cut").fullmatch(scene.text, at, n.begin)]
        here = here or [n for n in cut if next_listed(scene, n)]
        if not here or here[0].name.kind not in KINDS:
            return None
        first = here[0]
        if verb.stage in HOSTED and first.name.kind == "Platform":
            return None
        if first.name.kind == "Organization" and scene.text[first.end : first.end + 1] not in "、，。；和及与等）…的":
            behind = [n for n in scene.names if n.begin == first.end and n.name.kind == "Project"]
            first = behind[0] if behind else first
        found = [first]
        while following := next_listed(scene, found[-1]):
            found.append(following)
        whole = (n for n in found if n not in cut and rule("whole").match(scene.text, n.end))
        return [n for n in whole if may_reach(n, verb.stage)]

    def _back(self, scene: Scene, at: int) -> int:
        """Return the offset before the adverbs, periods and places that end at one."""
        while at > scene.begin:
            if at in self.periods:
                at = self.periods[at]
            elif place := place_before(scene, at):
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
        if ending_at(scene, at):
            return at
        for named in reversed(scene.names):
            if scene.begin <= named.begin and at - _FARTHEST < named.end < at and only_parts(scene, named.end, at):
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
        ahead = [n for n in ending_at(scene, at) if may_reach(n, "")]
        return bool(ahead) and self._leads(scene, ahead[0])

    def _sets(self, scene: Scene, named: Named) -> bool:
        """Tell whether a carrier is only where a sentence plays (在某产业园，…)."""
        return named.name.kind == "Platform" and scene.text[named.begin - 1 : named.begin] in IN

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
