"""Seats: the region, platform or organization at which a title is a post."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from kg import register
from kg.annotate.setting import Setting
from kg.annotate.spans import marked
from kg.annotate.titles import level, seat
from kg.model import Name
from kg.resources import patterns

_BODIES = frozenset({"Region", "Platform", "Organization"})
_MARK = 2  # 、or 兼任
_FURTHEST = 8  # 人民政府 and the like may stand between a place and the title of its head


@dataclass(frozen=True)
class Seats:
    """The names of a Doc that may be seats, in order of their ends, with its text and setting."""

    text: str
    setting: Setting
    names: Sequence[tuple[int, int, Name]]

    @classmethod
    def of(cls, doc: Doc) -> "Seats":
        """Return the seats of a Doc that has names and a setting."""
        names = ((b, e, value) for b, e, kind, value in marked(doc, "names") if kind in _BODIES)
        return cls(doc._.clean.text, doc._.setting or Setting(None), sorted(names, key=lambda n: (n[1], -n[0])))

    def fill(self, stack: Sequence[tuple[str, int, int]], spoken: list[Name]) -> Iterator[tuple[str, Name]]:
        """Yield (title, seat) for the titles of one person; each is (text, where its body may begin, where it begins).

        A title without a seat of its own has that of the title before it (平川县委副书记、县长); one without any is
        left out. ``spoken`` are the regions of the posts before in the sentence; those of this person are added.
        """
        before: list[Name] = []
        for title, body, begin in stack:
            at = self._printed(title, body, begin) or self._inherited(title, before, spoken, begin - body)
            if at := at or self._understood(title, body, begin):
                before.append(at)
                spoken.extend([at] if at.kind == "Region" else [])
                yield title, at
            else:
                before.clear()

    def _printed(self, title: str, body: int, begin: int) -> Name | None:
        """Return the body or place printed right before the title, or the one that 该公司 stands for."""
        ends = [e for _, e, _ in self.names]
        for n in range(bisect_left(ends, begin + 2) - 1, -1, -1):
            first, end, name = self.names[n]
            if end < max(body, begin - _FURTHEST):
                break
            if body <= first < begin and self._adjoins(title, end, begin):
                return self._region_of(name) if level(title) else name
        if seat(title) == "body" and _regex("anaphor").search(self.text, body, begin):
            known = [name for _, end, name in self.names if end <= begin and name.kind == "Organization"]
            return known[-1] if known else None
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
            return end == begin + 1 and level(title) == self.text[begin]
        return end == begin or _regex("government").fullmatch(self.text[end:begin]) is not None

    def _inherited(self, title: str, before: Sequence[Name], spoken: Sequence[Name], printed: int) -> Name | None:
        """Return the seat of a title before that is this one's too, unless more than a mark is printed between them."""
        unit, kind = level(title), seat(title)
        if unit:
            return next((n for n in reversed(spoken) if n.text.endswith(unit)), None)
        if kind == "zone":
            return next((n for n in reversed(before) if n.kind == "Platform"), None)
        return before[-1] if before and printed <= _MARK else None

    def _understood(self, title: str, body: int, begin: int) -> Name | None:
        """Return the seat that the setting gives a title of a region or zone, or the zone printed before the title."""
        home, unit = self.setting.home, level(title)
        if seat(title) == "region":
            return self.setting.of(unit) if unit else home if home and home.kind == "Region" else None
        if seat(title) == "zone":
            if home and home.kind == "Platform":
                return home
            printed = _regex("zone").search(self.text, body, begin)
            return Name("Platform", printed[0]) if printed else None
        return None


@cache
def _regex(name: str) -> re.Pattern[str]:
    return next(p.regex for p in patterns("posts") if p.id == name)
