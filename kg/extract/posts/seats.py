"""Seats: the region, platform or organization at which a title is a post."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from spacy.tokens import Doc

from kg import register
from kg.annotate.names.carriers.suffixes import sort_of
from kg.annotate.setting import Setting
from kg.annotate.spans import marked
from kg.annotate.titles import level, office, seat
from kg.model import Kind, Name
from kg.resources import lexicon, pattern

_regex = partial(pattern, "posts")

_BODIES = frozenset({"Region", "Platform", "Organization"})
_LED = frozenset({"body", "firm"})
_PLACES = frozenset({"LOC", "ORG"})
_DEPUTY = "副"
_MARK = 2  # 、or 兼任
_FURTHEST = 8  # 人民政府 and the like may stand between a place and the title of its head
_OPEN = frozenset({"w", "v", "p", "c", "d", "u", "TIME"})  # behind words of these kinds a phrase begins


@dataclass(frozen=True)
class Seats:
    """The names of a Doc that may be seats, in order of their ends, with its text, words and setting."""

    text: str
    setting: Setting
    names: Sequence[tuple[int, int, Name]]
    words: Sequence[tuple[int, int, str]] = ()

    @classmethod
    def of(cls, doc: Doc) -> "Seats":
        """Return the seats of a Doc that has names and a setting."""
        text, known = doc._.clean.text, marked(doc, "names")
        names = [
            (b, e, v) for b, e, kind, v in known if kind in _BODIES and not _regex("anaphor").fullmatch(text, b, e)
        ]
        words = [(b, e, tag) for b, e, tag, _ in marked(doc, "words")]
        return cls(text, doc._.setting or Setting(None), sorted(names, key=lambda n: (n[1], -n[0])), words)

    def fill(self, stack: Sequence[tuple[str, int, int]], spoken: list[Name]) -> Iterator[tuple[int, str, Name]]:
        """Yield (which, title, seat) for the titles of one person, each (text, where its body may begin, its begin).

        A title without a seat of its own has that of the title before it (平川县委副书记、县长); one without any is
        left out; a part of the body belongs to the title (研发中心主任); an office of a region is a body of its own
        (沂水县商务局|局长). ``spoken`` are the seats of the posts before
        in the sentence; those of this person are added.
        """
        before: list[Name] = []
        for n, (title, body, begin) in enumerate(stack):
            part = self._part(title, body, begin)
            head, at = begin - len(part), None
            if part and (before or spoken) and self._opens(head):
                at = next((n for n in reversed([*spoken, *before]) if n.kind != "Region"), None)
            at = at or (self._printed(title, body, head) if part else None)
            part = part if at else ""
            at = (
                at or self._printed(title, body, begin) or self._inherited(title, before, spoken, self.text[body:begin])
            )
            if at := at or self._understood(title, body, begin):
                spoken.append(at)
                if (of := office(title)) and at.kind == "Region" and not _regex("of-region").search(title):
                    at, title = Name("Organization", at.text + of.removeprefix(level(title))), title.removeprefix(of)
                    spoken.append(at)
                before.append(at)
                yield n, part + title, at
            else:
                before.clear()

    def _part(self, title: str, body: int, begin: int) -> str:
        """Return the part of a body that a title is printed behind (研发中心|主任), or ""."""
        if seat(title) not in _LED:
            return ""
        n = bisect_left(self.names, begin, key=_end) - 1
        first = max(body, self.names[n][1]) if n >= 0 else body
        if any(b >= body and name.kind != "Region" for b, _, name in self._ending(begin)):
            return ""
        match = _regex("part").search(self.text[first:begin])
        return match["part"] if match and not any(register.find(match["part"])) else ""

    def _ending(self, offset: int) -> Sequence[tuple[int, int, Name]]:
        """Return the names that end at an offset."""
        return self.names[bisect_left(self.names, offset, key=_end) : bisect_left(self.names, offset + 1, key=_end)]

    def _opens(self, offset: int) -> bool:
        """Return whether a phrase begins at an offset: behind a mark, a verb or the like."""
        n = bisect_left(self.words, (offset,)) - 1
        return n < 0 or self.words[n][2] in _OPEN or self.text[offset - 1] in "、，。；：“”\n"

    def _printed(self, title: str, body: int, begin: int) -> Name | None:
        """Return the body or place printed right before the title, or the one that 该公司 stands for."""
        for n in range(bisect_left(self.names, begin + len(level(title)) + 1, key=_end) - 1, -1, -1):
            first, end, name = self.names[n]
            if end < max(body, begin - _FURTHEST):
                break
            if body <= first < begin and self._adjoins(title, end, begin):
                return self._region_of(name) if level(title) else name
            if body <= first and name.kind == "Organization" and _regex("branch").fullmatch(self.text[end:begin]):
                return Name("Organization", self.text[first:begin])
            if body <= first and name.kind == "Region" and (town := _regex("town").fullmatch(self.text[end:begin])):
                return Name("Region", town[0])
        anaphor = _regex("anaphor").search(self.text, body, begin) if seat(title) in _LED else None
        at = self._stood_for(anaphor) if anaphor else None
        return at or self._unnamed(title, body, begin) or self._unregistered(title, body, begin)

    def _unnamed(self, title: str, body: int, begin: int) -> Name | None:
        """Return the group or body printed before the title of its head that is no name found (县刺绣协会|会长)."""
        if seat(title) not in _LED:
            return None
        for row in ("group", "unnamed"):
            match = _regex(row).search(self.text[body:begin])
            if match and self._nominal(body + match.start("body"), body + match.end("body")):
                return Name("Organization", match["body"])
        return None

    def _nominal(self, begin: int, end: int) -> bool:
        """Return whether a phrase is made of nouns: no verb, adverb or small word stands in it as a word of its own."""
        inside = self.words[bisect_left(self.words, (begin,)) : bisect_left(self.words, (end,))]
        return all(tag not in _OPEN for _, _, tag in inside)

    def _unregistered(self, title: str, body: int, begin: int) -> Name | None:
        """Return the district or town that the register does not know, printed before the title of its head."""
        n = bisect_left(self.words, (begin,)) - 1
        first, end, tag = self.words[n] if n >= 0 else (0, 0, "")
        if _regex("government").fullmatch(self.text[first:begin]):
            return None
        if tag in _PLACES and first >= body and _regex("town").fullmatch(self.text[first:begin]):
            return Name("Region", self.text[first:begin])
        named = tag in _PLACES and end == begin and first >= body and end - first > 1 and level(title)
        return Name("Region", self.text[first : end + 1]) if named and title.startswith(level(title)) else None

    def _stood_for(self, anaphor: re.Match[str]) -> Name | None:
        """Return the body named last of the sort of 该公司, 学院 or the like, if it begins a phrase."""
        if not anaphor["this"] and not self._opens(anaphor.start()):
            return None
        return self._last(anaphor.start(), "Organization", None if anaphor["firm"] else anaphor["sort"])

    def _last(self, offset: int, kind: Kind, tail: str | tuple[str, ...] | None) -> Name | None:
        """Return the name of a kind with that tail, or the company when there is none, that was printed last."""
        for n in range(bisect_left(self.names, offset + 1, key=_end) - 1, -1, -1):
            name = self.names[n][2]
            if name.kind == kind and (name.text.endswith(tail) if tail else sort_of(name.text) == "company"):
                return name
        return None

    def _region_of(self, name: Name) -> Name | None:
        """Return the region whose body a name is (平川市人民政府), or the name itself when it is no organization."""
        if name.kind != "Organization":
            return name
        near = tuple(region.code for region in self.setting.chain)
        regions = (register.choose(place, near) for _, _, place in register.find(name.text))
        return next((region.as_name for region in regions if region), None)

    def _adjoins(self, title: str, end: int, begin: int) -> bool:
        if end > begin:  # 平川市 and 市委书记 share a character
            return level(title) == self.text[begin:end]
        return end == begin or _regex("government").fullmatch(self.text[end:begin]) is not None

    def _inherited(self, title: str, before: Sequence[Name], spoken: Sequence[Name], printed: str) -> Name | None:
        """Return the seat of a title before that is this one's too, unless more than a mark is printed between them."""
        unit, kind = level(title), seat(title)
        if unit:
            return next((n for n in reversed(spoken) if n.kind == "Region" and n.text.endswith(unit)), None)
        if kind == "zone":
            led = before if _regex("zone").search(printed) else [*spoken, *before]
            return next((n for n in reversed(led) if n.kind == "Platform"), None)
        led = [*spoken, *before] if kind in _LED and len(printed) == 1 else before
        return led[-1] if led and len(printed) <= _MARK else None

    def _understood(self, title: str, body: int, begin: int) -> Name | None:
        """Return the seat that the setting gives a title, or the one of its sort that was named last."""
        home, unit, kind = self.setting.home, level(title), seat(title)
        if kind == "region":
            return self._of_level(unit, begin) if unit else home if home and home.kind == "Region" else None
        if kind == "zone":
            if home and home.kind == "Platform":
                return home
            printed = _regex("zone").search(self.text, body, begin)
            return self._zone(printed[0], printed.start()) if printed else None
        if kind in _LED and self._opens(begin):
            tails = _tails().get(title.lstrip(_DEPUTY))
            return self._last(begin, "Organization", tails) if kind == "firm" or tails else None
        return None

    def _of_level(self, unit: str, begin: int) -> Name | None:
        """Return the region of a level that the document lies in, or speaks for, or has named last."""
        mine = next((r.as_name for r in self.setting.chain if r.name.endswith(unit)), None)
        return mine or self.setting.of(unit) or self._last(begin, "Region", unit)

    def _zone(self, printed: str, begin: int) -> Name | None:
        """Return the zone that 高新区 or 园区 is short for: the one named last, else the word itself."""
        if _regex("park").fullmatch(printed):
            return next((n for _, e, n in reversed(self.names) if e <= begin and n.kind == "Platform"), None)
        return self._last(begin, "Platform", _tails().get(printed, printed)) or Name("Platform", printed)


@cache
def _tails() -> Mapping[str, tuple[str, ...]]:
    return {row["word"]: tuple(row["tails"].split("|")) for row in lexicon("title_bodies")}


def _end(name: tuple[int, int, Name]) -> int:
    return name[1]
