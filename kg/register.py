"""The register of administrative divisions in memory: names, short names, levels and what lies in what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import ahocorasick

from kg.model import Name
from kg.resources import Row, lexicon, section

_TOWNSHIP_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Region:
    """A division of the register; ``parent`` and ``province`` are codes, "" at the top.

    ``level`` and ``kind`` are notations of ontology/vocab/region-levels.ttl.
    """

    code: str
    name: str
    short: str
    level: str
    kind: str
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
    keys = ("code", "name", "short", "level", "kind", "parent", "province")
    return {row["code"]: Region(*(row[k] for k in keys)) for row in lexicon("regions")}


def townships(code: str) -> Mapping[str, Region]:
    """Return the townships of a county, or of a city that has none or has zones beside them, by their full names.

    >>> townships("331122")["壶镇镇"].code, len(townships("331100"))
    ('331122101', 0)
    """
    return _townships(code[:4]).get(code, {})


def township(name: str, code: str) -> Region | None:
    """Return the one township of a county, or of a city's counties, that goes by a full or short name there.

    None where several do: a short name is one among towns of different kinds. A province is too wide to ask.

    >>> township("壶镇", "331122").name, township("壶镇镇", "331100").code, township("壶镇镇", "330000")
    ('壶镇镇', '331122101', None)
    """
    region = regions().get(code)
    if region is None or region.level == "province":
        return None
    around = _townships(code[:4]).values() if region.level == "prefecture" else (townships(code),)
    full = [by_name[name] for by_name in around if name in by_name]
    found = full or [town for by_name in around for town in by_name.values() if town.short == name]
    return found[0] if len(found) == 1 else None


@cache
def _townships(prefecture: str) -> Mapping[str, Mapping[str, Region]]:
    """Return the townships of a prefecture by what they lie in and by name: the whole country's are many."""
    found: dict[str, dict[str, Region]] = {}
    for row in section("townships", prefecture):
        township = _township(row)
        found.setdefault(township.parent, {})[township.name] = township
    return found


def _township(row: Row) -> Region:
    """Return the township of a row; one of a zone that statistics count as a county lies in the zone's city."""
    code = row["code"]
    parent = next(up for up in (code[:6], f"{code[:4]}00", f"{code[:2]}0000") if up in regions())
    level, kind = local_kind(row["name"])
    return Region(code, row["name"], row["short"], level, kind, parent, regions()[parent].province)


def division(key: str) -> Region | None:
    """Return the division or township of a code of six or nine digits, None for any other key.

    >>> division("331122101").name, division("331122").name, division("壶镇镇-331122")
    ('壶镇镇', '缙云县', None)
    """
    if not key.isdigit() or len(key) != _TOWNSHIP_DIGITS:
        return regions().get(key)
    return next((t for by_name in _townships(key[:4]).values() for t in by_name.values() if t.code == key), None)


def all_townships() -> Iterator[Region]:
    """Yield every township of the country, by code.

    >>> next(all_townships()).name
    '东华门街道'
    """
    yield from map(_township, lexicon("townships"))


def local_kind(name: str) -> tuple[str, str]:
    """Return level and kind that the name of a place below the county tells; ("", "") where it tells none.

    >>> local_kind("湖北口回族乡"), local_kind("长三角")
    (('township', 'ethnic-township'), ('', ''))
    """
    rows = [row for row in lexicon("place_suffixes") if name.endswith(row["suffix"])]
    row = max(rows, key=lambda row: len(row["suffix"]), default=None)
    return (row["level"], row["kind"]) if row else ("", "")


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
        if row["means"] and row["name"] not in found:
            found[row["name"]] = {row["means"]: regions()[row["means"]]}
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


def front(text: str) -> int:
    """Return how much of a text's front is the name of a division, the longest, 0 where none stands there.

    >>> front("苏州瀚星光电"), front("瀚星光电")
    (2, 0)
    """
    return max((n for n in range(2, len(text) + 1) if text[:n] in names()), default=0)


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
