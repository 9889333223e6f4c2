"""Where a thing is by its own name: hosts of outposts, towns, regions that it has, and whose company it is."""

from collections.abc import Iterator
from functools import cache, partial

from kg import register
from kg.annotate.names.carriers.suffixes import sort_of, suffix_of
from kg.extract.relations.grounds import TRADES, Ground
from kg.extract.scene import Named, Scene
from kg.model import Name
from kg.resources import lexicon, pattern, words

HOSTED = frozenset({"outpost", "enclave"})
_AT = frozenset("在到")
_BEFORE = frozenset("（(国")  # 中国（浙江）自由贸易试验区, 中国浙江…


def named_place(scene: Scene, named: Named, ground: Ground) -> Iterator[Name]:
    """Yield the place in a thing's own name: the hosts of outposts and enclaves, else a place printed by itself too."""
    if sort_of(named.name.text) in HOSTED:
        hosts = [n.name for n in scene.between(named.begin, named.end, "Region")]
        yield from (h for h in hosts if len(hosts) == 1 or h != ground.home)
        return
    if office := pattern("relations", "stationed").search(named.name.text):
        yield from _stationed(office["host"], ground)
        return
    if holder := _of_level(named.name, ground):
        yield holder
        return
    printed = scene.text[named.begin : named.end]
    zones = [form for form in ground.zones if printed.startswith(form) and len(form) < len(printed)]
    yield from (ground.zones[form] for form in sorted(zones, key=len)[-1:])
    yield from sorted(p for p in ground.printed if not p.code and _is_town_of(p.text, named.name.text))
    for region in regions_in(named.name, ground):
        if named.name.kind != "Organization" and region in ground.chain[1:]:
            continue  # a county's park that bears the name of its city
        body = named.name.kind == "Organization"
        own = region in (ground.chain[:1] if body else ground.chain) and sort_of(named.name.text) != ""
        wide = region.level == "province" and region.kind != "municipality"
        vague = wide and (len(ground.chain) > 1 or (body and not own))
        shared = region.name.startswith(scene.text[named.begin : named.end])  # 甲、乙两地机场 prints 甲 by itself
        if (own or shared or region.as_name in ground.printed) and not vague:
            yield region.as_name


def _of_level(name: Name, ground: Ground) -> Name | None:
    """Return the place whose company says by its level whose it is (县城投集团)."""
    if name.kind != "Organization" or sort_of(name.text) != "company" or name.text.startswith(_not_levels()):
        return None
    level = name.text[0]
    return next((r.as_name for r in ground.chain if level in words("levels") and r.name[-1] == level), None)


@cache
def _not_levels() -> tuple[str, ...]:
    return tuple(words("level_words"))


def _is_town_of(town: str, name: str) -> bool:
    """Tell whether a name begins with the short name of a town or village (云岭智造小镇 in 云岭镇)."""
    ends = tuple(row["suffix"] for row in lexicon("place_suffixes"))
    end = next((end for end in ends if town.endswith(end)), "")
    return bool(end) and len(town) - len(end) > 1 and name.startswith(town.removesuffix(end))


def _stationed(host: str, ground: Ground) -> Iterator[Name]:
    """Yield where an office elsewhere is: the region printed by itself whose name or initial its name has (驻汉办)."""
    codes = {row["code"] for row in lexicon("abbreviations") if row["char"] == host}
    yield from sorted(name for name in ground.printed if name.code in codes or name.text.startswith(host))


@cache
def _provinces() -> frozenset[str]:
    """Return the short names of the provinces, which inside a name are mostly halves of other words (药山|西片区)."""
    return frozenset(region.short for region in register.regions().values() if region.level == "province")


def regions_in(name: Name, ground: Ground) -> list[register.Region]:
    """Return the regions in a name, the closest first."""
    codes = tuple(r.code for r in ground.chain)
    suffix = suffix_of(name.text)
    body = name.text.removesuffix(suffix.text) if suffix else name.text
    found = [
        place
        for begin, _, place in register.find(body)
        if begin == 0 or (name.kind != "Organization" and (place not in _provinces() or body[begin - 1] in _BEFORE))
    ]
    chosen = [(place, r) for place in reversed(found) if (r := register.choose(place, codes))]
    works = bool(suffix and suffix.sort == "works")  # a canal or road bears the name of where it is, however short
    sure = {place for place, _ in chosen if works or place in _provinces()}
    near = [(p, r) for p, r in chosen if p in sure or r.as_name in ground.printed or not register.remote(r, p, codes)]
    return [r for p, r in near if name.kind == "Organization" or p in sure or not _far(r, p, ground)]


def _far(region: register.Region, form: str, ground: Ground) -> bool:
    """Tell whether a form is a short word that a county far away bears too (临江|产业园): no place of a park nearby."""
    here = {up.province for up in ground.chain}
    short = region.level == "county" and form != region.name and region.as_name not in ground.printed
    return short and bool(here) and region.province not in here


def local(scene: Scene, named: Named, ground: Ground) -> Iterator[Name]:
    """Yield the place that relies on a company, has won it or calls it its own (某县依托某某公司等龙头企业)."""
    if named.nested or named.name.kind != "Organization" or sort_of(named.name.text) not in TRADES:
        return
    if ground.chain and any(ground.chain[0] in register.chain(region)[1:] for region in regions_in(named.name, ground)):
        return  # its name says where in the place it is
    begin, _ = scene.clause(named.begin)
    rule = partial(pattern, "relations")
    ahead = rule("has-firms").search(scene.text, begin, named.begin)
    acting = rule("firms-act").match(scene.text, named.end) and rule("list").fullmatch(scene.text, begin, named.begin)
    if ahead and (ahead["verb"] != "以" or rule("as-heads").match(scene.text, named.end)):
        yield from scene.places(named.begin)[:1]
    ours = rule("is-ours").match(scene.text, _behind_aside(scene, named.end)) or (acting and len(ground.chain) > 1)
    if not ahead and ground.home and (ours or _at_work(scene, named, ground)):
        yield ground.home


def _at_work(scene: Scene, named: Named, ground: Ground) -> bool:
    """Tell whether a company that bears the name of the paper's city or province is told of at its work: it is here."""
    forms = tuple(form for up in ground.chain for form in (up.name, up.short))
    within = ground.home and ground.home.kind == "Region" and len(ground.chain) > 1
    if not within or not named.name.text.startswith(forms):
        return False
    rule = partial(pattern, "relations")
    begin, _ = scene.clause(named.begin)
    seen = rule("enters").search(scene.text, begin, named.begin)
    visited = seen and (seen[0][0] not in _AT or rule("workshop").match(scene.text, named.end))
    return bool(visited or rule("produces").match(scene.text, named.end))


def _behind_aside(scene: Scene, offset: int) -> int:
    """Return where the text goes on behind what brackets say (某某公司（以下简称“某某”）|是我市…)."""
    aside = pattern("relations", "aside").match(scene.text, offset, scene.end)
    return aside.end() if aside else offset
