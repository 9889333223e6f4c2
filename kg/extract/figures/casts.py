"""Casts: who a sentence may be about: its scene, and what its paragraph has been about so far."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from kg.annotate.names.carriers.suffixes import sort_of
from kg.extract.figures import words
from kg.extract.scene import Named, Scene, scenes
from kg.model import Kind, Name
from kg.resources import pattern

_THINGS: tuple[Kind, ...] = ("Project", "Fund", "Platform")
_JOINTS = frozenset("、和与及")
# How far from the beginning of the sentence behind a quotation its speaker's company stands.
_SPEAKER_REACH = 2
# What stands behind the name that heads an item.
_HEADING = ("。", "：", ":", " ")
# Sentences that a quotation has at most, and characters of a post between a company and its head.
_QUOTED = 5
_POST = 16


@dataclass(frozen=True, slots=True)
class Cast:
    """A sentence's scene with what goes on from before it.

    ``topic`` is the company that the paragraph is about, the zone that it has pointed back to (该区), or the project
    or platform of the paragraph before of which it goes on to tell (项目启动后，…); ``thing`` the project, fund or
    platform that the sentence before was about; ``company`` the last one named; ``project`` the last one that the
    paragraph named, ``chief`` the first, ``headed`` the one whose item of a list the paragraph is.
    """

    scene: Scene
    topic: Name | None = None
    thing: Name | None = None
    company: Name | None = None
    project: Name | None = None
    chief: Name | None = None
    headed: Name | None = None

    def last_thing(self, begin: int, end: int) -> Name | None:
        """Return the last project, fund or platform named between two offsets; a platform must open its clause."""
        named = [n for n in self.scene.between(begin, end, *_THINGS) if not n.nested]
        opening = self.scene.openers(end)
        led = (n.name for n in reversed(named) if n.name.kind != "Platform" or n in opening or self._new(n))
        return next(led, None)

    def _new(self, named: Named) -> bool:
        """Return whether a clause sets up the name that it ends with, or is only that name: 正在建设的某某园，｜…."""
        begin, end = self.scene.clause(named.begin)
        alone = words.pattern("being-built").fullmatch(self.scene.text, begin, named.begin)
        return (named.end == end and alone is not None) or self._set_up(named)

    def set_up(self, offset: int) -> Name | None:
        """Return the platform or body that the clause before the one at an offset sets up: 设立“某某”，｜已有14家."""
        end = self.scene.clause(offset)[0] - 1
        named = self.scene.between(self.scene.begin, end, "Platform", "Organization")
        return named[-1].name if named and end - named[-1].end <= 1 and self._set_up(named[-1]) else None

    def _set_up(self, named: Named) -> bool:
        """Return whether a clause sets up the name that it ends with: 建成｜某某孵化器，面积…."""
        begin, end = self.scene.clause(named.begin)
        ends = self.scene.text[named.end : end].strip("”") == ""
        return ends and words.pattern("sets-up").search(self.scene.text, begin, named.begin) is not None

    def made(self, offset: int) -> Name | None:
        """Return the platform of which the clause before that of an offset makes something: 将某某平台打造成示范，."""
        begin, end = self.scene.clause(max(self.scene.clause(offset)[0] - 1, self.scene.begin))
        named = [n for n in self.scene.between(begin, end, "Platform") if not n.nested]
        of = named and words.pattern("makes-of").fullmatch(self.scene.text, begin, named[0].begin)
        return named[0].name if of and words.pattern("into").match(self.scene.text, named[0].end, end) else None

    def pointed(self, offset: int) -> Name | None:
        """Return the company that 该公司 at an offset means: the last one named in the sentence, or before it."""
        here = [n.name for n in self.scene.between(self.scene.begin, offset, "Organization") if _is_company(n)]
        return here[-1] if here else self.company

    def named(self, begin: int, end: int) -> Name | None:
        """Return the last project, fund or platform named between two offsets, wherever it stands."""
        named = self.scene.between(begin, end, *_THINGS)
        return next((n.name for n in reversed(named) if not n.nested), None)

    def several(self, begin: int, end: int) -> bool:
        """Return whether what stands last between two offsets is a list of things (甲园区、乙园区｜总投资22亿元)."""
        named = [n for n in self.scene.between(begin, end, *_THINGS) if not n.nested]
        return len(named) > 1 and self.scene.text[named[-2].end : named[-1].begin] in _JOINTS

    def lead(self, offset: int) -> Name | None:
        """Return the project, fund or institute that is the subject of a clause before an offset; none if another acts.

        A platform is one where the text says who sets it up (由某某公司牵头的｜某某创新中心将挂牌).

        A name is a subject where a clause begins with it, or with what describes it (某某公司投资的｜某某项目主体完工).
        """
        acting = max((n.end for n in self.scene.openers(offset) if not self.scene.pushed(n)), default=-1)
        for named in reversed(self.scene.between(self.scene.begin, offset, *_THINGS, "Organization")):
            if named.begin < acting:
                return None
            if not named.nested and named.end < offset and self._leads(named):
                return named.name
        return None

    def _leads(self, named: Named) -> bool:
        text, begin = self.scene.text, named.begin
        opens = begin == self.scene.begin or text[begin - 1] in "，；：。“\n"
        clause = text[self.scene.clause(begin)[0] : begin]
        led = clause[-1:] == "的" and words.pattern("led-by").match(clause)
        placed = clause[-1:] == "的" and words.pattern("placed-in").fullmatch(clause) is not None
        described = bool(led) or placed or named.name.kind == "Project" and text[begin - 1] == "的"
        predicate = words.pattern("predicated").match(text, named.end) is not None
        if named.name.kind == "Platform":
            return bool(led) and predicate
        priced = clause[-1:] == "的" and words.pattern("priced").fullmatch(clause) is not None
        whole = text[named.end] not in "、和等的与及（，" if named.name.kind == "Project" else predicate
        whole = whole or (priced and named.name.kind == "Project" and text[named.end] == "，")
        return (opens or described) and whole

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
    found = scenes(doc)
    heads = _heads(found)
    works: dict[Name, Name] = {}
    pointed: Name | None = None
    thing: Name | None = None
    latest: Name | None = None
    carried: Name | None = None
    company: Name | None = None
    project: Name | None = None
    chief: Name | None = None
    headed: Name | None = None
    block = -1
    for at, scene in enumerate(found):
        if (here := scene.text.rfind("\n", 0, scene.begin)) != block or at == 0:
            carried = latest if words.pattern("goes-on").match(scene.text, scene.begin) else None
            block, pointed, thing, project, chief = here, None, None, None, None
            headed = _headed(scene)
        if words.pattern("this-firm").match(scene.text, scene.begin):
            pointed = company
        topic = scene.topic if scene.topic and scene.topic.kind == "Organization" else pointed or carried
        who = _speaker(found, at, heads, company) or topic
        yield Cast(scene, who, thing, company, project or _built(who or _head(scene), works), chief, headed)
        works |= dict(_works(scene))
        opening = [n for n in scene.openers(scene.end) if not scene.pushed(n)]
        if opening:
            goes_on = scene.text[scene.end - 1] == "；" and opening[0].name.kind == "Platform"
            pointed = opening[0].name if goes_on or _points_back(scene, opening[0]) else None
        thing = Cast(scene).last_thing(scene.begin, scene.end)
        latest = thing or latest
        project = next((n.name for n in reversed(scene.between(scene.begin, scene.end, "Project"))), project)
        chief = chief or next((n.name for n in scene.between(scene.begin, scene.end, "Project")), None)
        company = next((n.name for n in reversed(scene.names) if _is_company(n) and not _listed(scene, n)), company)


def _works(scene: Scene) -> Iterator[tuple[Name, Name]]:
    """Yield each company with the project that it stands before as who pays for it (某某公司投资8亿元的｜某某项目)."""
    for before, named in pairwise(n for n in scene.names if not n.nested and n.name.kind != "Industry"):
        gap = scene.text[before.end : named.begin]
        if named.name.kind == "Project" and _is_company(before) and words.pattern("pays-for").fullmatch(gap):
            yield before.name, named.name


def _built(company: Name | None, works: Mapping[Name, Name]) -> Name | None:
    """Return the project of a company, of which it speaks as 项目."""
    return works.get(company) if company else None


def _head(scene: Scene) -> Name | None:
    """Return the company whose head a sentence opens with, or behind a quotation: “…。”｜某某公司董事长某某表示，…."""
    named = next((n for n in scene.names if n.name.kind == "Organization" and _is_company(n)), None)
    opens = named and words.pattern("speaks").match(scene.text, named.end, scene.end)
    return named.name if named and opens else None


def _headed(scene: Scene) -> Name | None:
    """Return the project that a list's item is headed by: ▲某某项目：…, 2.某某项目。…, 3.某某产业园，总投资…."""
    first = next((n for n in scene.names if n.name.kind in ("Project", "Platform") and not n.nested), None)
    bullet = words.pattern("bullet").match(scene.text, scene.begin)
    if first is None or bullet is None or bullet.end() != first.begin:
        return None
    headed = first.name.kind == "Project" and scene.text[first.end : first.end + 1] in _HEADING
    priced = scene.text[first.end : first.end + 1] == "，" and words.pattern("attribute").match(
        scene.text, first.end + 1
    )
    return first.name if headed or priced else None


def _points_back(scene: Scene, named: Named) -> bool:
    """Return whether a sentence opens with a word that points back to a platform (该区, 园区)."""
    again = named.name.kind == "Platform" and not named.name.text.startswith(scene.text[named.begin : named.end])
    before = pattern("scene", "says").sub("", scene.text[scene.begin : named.begin], count=1)
    return again and pattern("scene", "opening").fullmatch(before) is not None


def _listed(scene: Scene, named: Named) -> bool:
    """Return whether a name is one of several (甲公司、乙公司等企业), so that nothing points back to it alone."""
    return "、" in (scene.text[named.begin - 1 : named.begin], scene.text[named.end : named.end + 1])


def _is_company(named: Named) -> bool:
    return named.name.kind == "Organization" and not named.nested and sort_of(named.name.text) == "company"


def _speaker(found: Sequence[Scene], at: int, heads: Mapping[Name, Name], company: Name | None) -> Name | None:
    """Return the company whose head speaks in the quotation that a sentence lies in: “…。…。”某某公司总经理说."""
    scene = found[at]
    opened = scene.text.rfind("“", 0, scene.end) > scene.text.rfind("”", 0, scene.end - 1)
    close = scene.text.find("”", scene.end - 1)
    if not opened or close < 0 or "\n" in scene.text[scene.end : close]:
        return None
    behind = next((s for s in found[at + 1 : at + _QUOTED] if s.begin > close), None)
    if behind is None or scene.text[close - 1] not in "。！？，…":
        return None
    dated = words.pattern("dated-speech").match(scene.text, close + 1)
    begin = dated.end() - 1 if dated else close
    named = next((n.name for n in behind.names if begin < n.begin <= begin + _SPEAKER_REACH + 1), None)
    if named:
        return heads.get(named) or (named if sort_of(named.text) == "company" else None)
    return company if words.pattern("again").search(behind.text[behind.begin : behind.end]) else None


def _heads(found: Sequence[Scene]) -> dict[Name, Name]:
    """Return the company of each person who is first named with it: 某某公司董事长某某."""
    heads: dict[Name, Name] = {}
    told: set[Name] = set()
    for scene in found:
        for before, named in pairwise(n for n in scene.names if not n.nested):
            gap = scene.text[before.end : named.begin]
            if named.name.kind == "Person" and named.name not in told:
                told.add(named.name)
                if _is_company(before) and len(gap) <= _POST and not set("，。；：") & set(gap):
                    heads[named.name] = before.name
    return heads
