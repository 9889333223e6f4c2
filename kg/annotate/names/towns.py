"""Towns, townships and villages: places that the register of divisions does not have in memory, by how names end."""

import re
from collections.abc import Iterator
from functools import cache

from kg import register
from kg.annotate.names.view import SURE, Found, View
from kg.model import Name
from kg.resources import alternatives, lexicon, pattern, words

_LONGEST_COUNTY = 15  # characters
_ITEM = re.compile("[^、和]+")


@cache
def town_end() -> re.Pattern[str]:
    """Return the pattern of how the name of a town or village ends."""
    return re.compile(alternatives(tuple(row["suffix"] for row in lexicon("place_suffixes"))) + "$")


def towns(view: View) -> Iterator[Found]:
    """Yield towns, townships and villages: places that LAC sees and whose name ends as theirs do.

    One that its county stands before is called with it (涟水县|高沟镇), there and wherever it is printed alone.
    """
    found = [(start, end) for begin, end, tag in view.words if tag == "LOC" and (start := _town(view, begin, end)) >= 0]
    whole = {(start, end): view.text[_beside(view, start) : end] for start, end in found}
    called: dict[str, set[str]] = {}
    for (start, end), name in whole.items():
        if len(name) > end - start:
            called.setdefault(view.text[start:end], set()).add(name)
    for (start, end), name in whole.items():
        names = called.get(name, set())
        yield Found(start, end, Name("Region", next(iter(names)) if len(names) == 1 else name), 2)


def listed(view: View) -> Iterator[Found]:
    """Yield the towns of a list that says but once what they are, when the home has them (壶镇、舒洪等镇)."""
    home = view.setting.chain[0].code if view.setting.chain else ""
    for match in pattern("places", "towns").finditer(view.text) if home else ():
        for item in _ITEM.finditer(view.text, match.start("list"), match.end("list")):
            begins = range(item.start(), item.end() - 1)  # the first may have a word before it: 在壶镇
            named = ((at, register.township(view.text[at : item.end()], home)) for at in begins)
            found = next(((at, town) for at, town in named if town), None)
            if found and view.sentence_at(found[0]):
                yield Found(found[0], item.end(), Name("Region", found[1].name), SURE)


def uncut(view: View, begin: int) -> int:
    """Return where a name begins whose first sign LAC has left to the word before: of a town of home, a macro-region.

    These are 年内陆|屋临海产业园 where 陆屋 is a town of home, and 距成|渝高铁; and 建设沿|云江创新带.
    """
    home = view.setting.chain[0].code if view.setting.chain else ""
    before = view.text[begin - 1 : begin]
    if before and register.township(view.text[begin - 1 : begin + 1], home):
        return begin - 1
    led = "along-what" if view.tag_at(begin - 2) == "v" else "along-it"  # 深化沿|云江科创带; but 沿|云江布局产业园
    along = before and view.tag_at(begin) == "LOC" and pattern("carriers", led).match(view.text, begin - 1)
    return begin - 1 if along or before + view.text[begin : begin + 1] in register.macro_regions() else begin


def _town(view: View, begin: int, end: int) -> int:
    """Return where the name of a town begins in a word, -1 where it is none."""
    if end - begin <= 2 or not town_end().search(view.text[begin:end]):
        return -1
    start = begin + _outer(view, begin, end)
    name = view.text[start:end]
    return -1 if town_end().sub("", name) in words("place_vague") or name.endswith(_classes()) else start


def _beside(view: View, start: int) -> int:
    """Return where the full name of a county begins that ends where a town's name begins, else that very place."""
    here = tuple(r.code for r in view.setting.chain)
    first = max(start - _LONGEST_COUNTY, 0)
    for begin, end, name in register.find(view.text[first:start]):
        region = register.choose(name, here)
        if region and first + end == start and region.level == "county" and name == region.name:
            return first + begin
    return start


@cache
def _classes() -> tuple[str, ...]:
    """Return the nouns that end as a village's or town's name does: 和美|乡村 is none."""
    return tuple(word for word in words("place_vague") if town_end().search(word))


def _outer(view: View, begin: int, end: int) -> int:
    """Return how much of a town's name is the county or city that it lies in, which is of home or has its full name."""
    here = tuple(r.code for r in view.setting.chain)
    for first, last, name in register.find(view.text[begin:end]):
        region = register.choose(name, here)
        told = region and (name == region.name or any(up.code in here for up in register.chain(region)))
        return last if told and first == 0 and end - begin - last > 2 else 0
    return 0
