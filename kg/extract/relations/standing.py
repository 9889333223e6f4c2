"""Whether what a sentence states is there or only planned, by what its verb does and whether its clause looks ahead."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from spacy.tokens import Doc

from kg.extract.figures.time.course import of_doc
from kg.extract.figures.time.told import period, status
from kg.extract.scene import Named, Scene
from kg.model import Predicate, Quote, Relation
from kg.resources import alternatives, lexicon, pattern

_rule = partial(pattern, "standing")
_ENDS = "。！？\n"
_FRONT = 2  # characters of a name that tell that it is printed, and not pointed to (该项目)
_TAIL = 2  # characters that make the name of a project of what is built: 某某产业园|项目


class Standings:
    """Tells of what one document states whether it is there or only planned.

    设立 and 引进 bring about what they govern, so that it is planned where the text looks ahead, by the words and the
    course that figures go by; 培育 and 建成 do so where a word or the chapter of a report tells it; 提升 and 推进 take
    it as there, and so does a manner (高标准建设); 谋划 is a plan whenever it is told, and what another is bidden to do
    (支持甲县打造…) is one unless a result is told.

    Drawn at random from six provincial reports, 5 of 60 were wrong and are right since, and of another 60 none was; of
    the development papers 4 of 40, and 1 of another 40; of 60 clauses of reports, news and papers with a verb that
    makes or grows 9 were wrong, and 1 is; of 60 such of real news 5, and 1 since. The kinds: what a chapter is to grow
    (培育), 支持甲县打造…, 推动…建设, what is made of an industry (打造…产业集群), and the other way round 高标准建设,
    规划建设了 and drafts that were written (编制了).
    """

    def __init__(self, doc: Doc, scenes: Sequence[Scene]) -> None:
        self.page, self.course = of_doc(doc)
        self.scenes = scenes
        self.begins = [scene.begin for scene in scenes]

    def of(self, relation: Relation) -> Relation:
        """Return a relation with its status."""
        return replace(relation, status="planned") if self._planned(relation) else relation

    def _planned(self, relation: Relation) -> bool:
        quote, ends = relation.quote, (relation.subject, relation.object)
        scene = self.scenes[bisect_right(self.begins, quote.begin) - 1]
        if relation.predicate == "leads":
            return False  # who leads does, whatever becomes of what is led
        if relation.predicate == "cooperatesWith":
            return self._pact(scene, quote)
        inside = [n for n in scene.names if quote.begin <= n.begin and n.end <= quote.end and n.name in ends]
        last = next(reversed([n for n in inside if not n.nested] or inside), None)
        if any(_rule("bracketed").match(scene.text, n.end) for n in inside):
            return True  # 某某学院（筹建）
        if last is None or not self._brought(scene, relation.predicate, last):
            return False
        if relation.predicate == "locatedIn" and not self._places(scene, relation, last):
            named = ((other, n) for other in self.scenes for n in other.names if n.name == relation.subject)
            return not any(self._there(other, n) for other, n in named)
        return True

    def _places(self, scene: Scene, relation: Relation, named: Named) -> bool:
        """Return whether the clause itself says where a thing comes to be, beside the thing's name."""
        names = scene.between(*scene.clause(named.begin), relation.object.kind)
        return any(n.name == relation.object and (n.end <= named.begin or named.end <= n.begin) for n in names)

    def _there(self, scene: Scene, named: Named) -> bool:
        """Return whether a sentence that prints a thing's name takes it as there."""
        whole = named.name.text.startswith(scene.text[named.begin : named.begin + _FRONT])
        return whole and not self._brought(scene, "locatedIn", named)

    def _brought(self, scene: Scene, predicate: Predicate, named: Named) -> bool:
        """Return whether a name stands where the text says that it is to come."""
        begin, end, industry = named.begin, named.end, named.name.kind == "Industry"
        first, last = scene.clause(begin)
        if self._part_of(scene, named) or _rule("of-industry" if industry else "further").match(scene.text, end):
            return False  # 启动某某园区｜二期, 探索食品产业｜高质量发展路径: the verb is of something else
        turned = industry and scene.between(first, begin, "Industry")
        if turned and _rule("turns-to").search(scene.text, first, begin):
            return not _rule("turns").match(scene.text, end) and self._ahead(scene, first, begin)
        if _rule("turned").search(scene.text, first, begin):
            return False  # 将某某园区｜打造成…: it is there
        if predicate != "pursues" and _rule("early").match(scene.text, end, last):
            return True  # 加快某某铁路｜前期工作
        verbs = [*self._verbs(scene, first, begin)]
        at, stop, parts = verbs[-1] if verbs else (begin, begin, frozenset[str]())
        if predicate == "pursues":
            sure = bool(scene.openers(at))
            return "issues" in parts and not self._done(scene, stop) and self._ahead(scene, first, stop, sure=sure)
        done = "makes" in parts and self._done(scene, stop)
        if ("plans" in parts and not done) or ("makes" in parts and any("plans" in some for *_, some in verbs[:-1])):
            return not _rule("by-now").search(scene.text, end, scene.end)
        if "seeks" in parts:
            return not _rule("won").search(scene.text, first, at)
        if "makes" in parts and scene.text.startswith("的", stop):
            return self._told(scene, first, stop) == "target"
        if "grows" in parts:
            return not self._done(scene, stop) and self._ahead(scene, first, stop, sure=True)
        place = named.name.kind == "Platform" and "arrives" in parts  # 落户某某园区: who comes is not there yet
        made = not industry or _rule("made-of").match(scene.text, begin, last)
        if "attracts" in parts or ("makes" in parts and made and not place):
            bidden = any("bids" in some for *_, some in verbs[:-1])  # 支持甲县｜打造某某产业园
            bidden = bidden or _rule("strives").search(scene.text, first, at) is not None
            sure = self._acts(scene, first, at)
            return not self._done(scene, stop) and self._ahead(scene, first, stop, sure=sure, bidden=bidden)
        if "urges" in parts and _rule("built").fullmatch(scene.text, end, last):
            return self._ahead(scene, first, at, sure=True)  # 推动某某走廊｜建设
        comes = frozenset({"begins"} if named.name.kind == "Platform" else {"begins", "moves"})
        behind = [verb for verb in self._verbs(scene, end, last) if verb[2] & comes]
        return bool(behind) and self._ahead(scene, first, behind[0][0], sure=not parts)

    def _done(self, scene: Scene, stop: int) -> bool:
        """Return whether a mark of the perfect stands right behind a verb: 制定了, 打造成了."""
        return _rule("completed").match(scene.text, stop) is not None

    def _acts(self, scene: Scene, first: int, verb: int) -> bool:
        """Return whether a clause names who does it: that is told, where nobody named would be called to act."""
        named = scene.between(first, verb, "Organization", "Region", "Platform")
        return any(n.begin == first or n.name.kind == "Organization" for n in named)

    def _part_of(self, scene: Scene, named: Named) -> bool:
        """Return whether a name only tells which one another is that it stands in, and not what that is made of."""
        around = (n for n in scene.names if n.begin <= named.begin and named.end < n.end and n.name.kind != "Industry")
        return named.nested and any(n.begin < named.begin or n.end - named.end > _TAIL for n in around)

    def _pact(self, scene: Scene, quote: Quote) -> bool:
        """Return whether a pact is to come: 拟与…合作, and not 深化与…合作."""
        first, _ = scene.clause(quote.begin)
        parts = [part for *_, part in self._verbs(scene, first, quote.end)]
        if any("keeps" in part for part in parts):
            return False
        told = self._acts(scene, first, quote.begin)
        return any("plans" in part for part in parts) or self._ahead(scene, first, quote.end, sure=told)

    def _ahead(self, scene: Scene, first: int, end: int, sure: bool = False, bidden: bool = False) -> bool:
        """Return whether a clause looks ahead: by its own words, those before it, or the course of the document.

        Where it must be ``sure``, what a paragraph leans to does not tell. What somebody is ``bidden`` to do (支持甲县
        打造…) is not done by that, where nothing tells a result.
        """
        stretch = self.course.at(first)
        own = status(self.page, [(first, end)], period(self.page, scene.begin, end) or "", self.page.date)
        if own or stretch.sure:
            return (own or stretch.status) == "target"
        told = self._told(scene, first, end)
        leans = bidden or (stretch.status == "target" and not sure)
        return told == "target" or (told is None and leans)

    def _told(self, scene: Scene, first: int, end: int) -> str | None:
        """Return what the last telling word of a clause, or else of its sentence, tells."""
        opened = max(scene.text.rfind(mark, 0, scene.begin) for mark in _ENDS) + 1
        return status(self.page, [(first, end), (opened, first)], "", self.page.date)

    def _whole(self, first: int, last: int) -> bool:
        """Return whether a word ends where a verb does, or goes on, as a verb, with its object (建设县级｜某某园)."""
        return self.page.edge(last) or self.page.words_between(first, last)[-1][2] == "v"

    def _verbs(self, scene: Scene, begin: int, end: int) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Yield the verbs between two offsets that stand in no name, with their parts."""
        expression, parts = _verbs()
        text = _rule("beside").sub(lambda beside: " " * len(beside[0]), scene.text[begin:end])
        for match in expression.finditer(text):
            first, last = begin + match.start(), begin + match.end()
            named = any(n.begin < last and first < n.end for n in scene.names)
            noun = pattern("stages", "nominal").match(scene.text, last)  # 开工｜仪式
            if not named and not noun and self.page.edge(first) and self._whole(first, last):
                yield first, last, parts[match[0]]


@cache
def _verbs() -> tuple[re.Pattern[str], Mapping[str, frozenset[str]]]:
    parts = {row["word"]: frozenset(row["part"].split()) for row in lexicon("bringing_verbs")}
    return re.compile(alternatives(parts)), parts
