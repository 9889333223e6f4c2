"""Towns, townships and villages: places that the register of divisions does not have in memory, by how names end."""

import re
from collections.abc import Iterator
from functools import cache

from kg import register
from kg.annotate.names.view import Found, View
from kg.model import Name
from kg.resources import alternatives, lexicon, words

_LONGEST_COUNTY = 15  # characters


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
