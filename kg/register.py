"""The register of administrative divisions in memory: names, short names, levels and what lies in what."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick

from kg.model import Name
from kg.resources import lexicon


@dataclass(frozen=True, slots=True)
class Region:
    """A division of the register; ``parent`` and ``province`` are codes, "" at the top."""

    code: str
    name: str
    short: str
    level: str
    parent: str
    province: str

    @property
    def as_name(self) -> Name:
        """Return the region as facts call it."""
        return Name("Region", self.name, self.code)


@cache
def regions() -> dict[str, Region]:
    """Return the divisions in force, county and above, by GB/T 2260 code.

    >>> regions()["331122"].name
    '缙云县'
    """
    keys = ("code", "name", "short", "level", "parent", "province")
    return {row["code"]: Region(*(row[k] for k in keys)) for row in lexicon("regions")}


@cache
def names() -> dict[str, tuple[Region, ...]]:
    """Return the divisions by every name that they go or went by: full, short and former.

    >>> sorted(r.code for r in names()["襄樊市"])
    ['420600']
    """
    found: dict[str, dict[str, Region]] = {}
    for region in regions().values():
        for name in {region.name, region.short}:
            found.setdefault(name, {})[region.code] = region
    for row in lexicon("former_regions"):
        if row["code"] in regions() and row["name"] not in found:
            found[row["name"]] = {row["code"]: regions()[row["code"]]}
    return {name: tuple(sorted(by_code.values(), key=lambda r: r.code)) for name, by_code in found.items()}


@cache
def macro_regions() -> dict[str, str]:
    """Return the full name of every macro-region by each of its names (长江三角洲 → 长三角)."""
    rows = lexicon("macro_regions")
    return {form: row["name"] for row in rows for form in (row["name"], *filter(None, row["aliases"].split("|")))}


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in {*names(), *macro_regions()}:
        if len(name) > 1:
            automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton


def find(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (begin, end, name) of every register name in the text, the longest at each place, left to right.

    >>> [name for _, _, name in find("上海普陀与浙江省杭州市")]
    ['上海', '普陀', '浙江省', '杭州市']
    """
    for last, name in _automaton().iter_long(text):
        yield last + 1 - len(name), last + 1, name


def chain(region: Region) -> tuple[Region, ...]:
    """Return the region and what it lies in, nearest first.

    >>> [r.name for r in chain(regions()["331122"])]
    ['缙云县', '丽水市', '浙江省']
    """
    found = [region]
    while found[-1].parent in regions():
        found.append(regions()[found[-1].parent])
    return tuple(found)


def choose(name: str, near: tuple[str, ...]) -> Region | None:
    """Return the one division of that name, told apart by the codes of regions nearby (the closest first).

    A name borne by divisions of several levels means the highest (吉林 the province) unless one of them lies in,
    or is, a region nearby. Several that nothing tells apart give None.

    >>> choose("鼓楼区", ("320100",)).code, choose("鼓楼区", ()), choose("朝阳", ()).level
    ('320106', None, 'prefecture')
    """
    candidates = names().get(name, ())
    for code in near:
        within = [c for c in candidates if any(r.code == code for r in chain(c))]
        if len(within) == 1:
            return within[0]
        if within:
            candidates = tuple(within)
            break
    for level in ("province", "prefecture", "county"):
        at_level = [c for c in candidates if c.level == level]
        if at_level:
            return at_level[0] if len(at_level) == 1 else None
    return None


def remote(region: Region, name: str, near: tuple[str, ...]) -> bool:
    """Tell whether a short name is too little for a county or district of another province than the codes nearby.

    >>> county = choose("南城", ())
    >>> remote(county, "南城", ("330326",)), remote(county, "南城县", ("330326",)), remote(county, "南城", ("361000",))
    (True, False, False)
    """
    if region.level != "county" or name == region.name or region.name.endswith("市"):
        return False
    return region.province not in {regions()[code].province for code in near}
