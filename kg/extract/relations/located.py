"""locatedIn: where platforms, bodies and projects are, as the text says it or as their names and the paper imply."""

import re
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc

from kg import register
from kg.annotate.names.carriers.suffixes import sort_of, suffix_of
from kg.extract.relations.eponyms import HOSTED, local, named_place, regions_in
from kg.extract.relations.grounds import TRADES, Ground, among, hosts, stood, survey, visited
from kg.extract.scene import Named, Scene
from kg.model import Name, Quote, Relation
from kg.resources import pattern

_PLACED = frozenset({"Platform", "Organization", "Project"})
_IN = frozenset("在于到")
_FRONT = 2  # characters of a region's name that tell it
_LEARNED = frozenset({"institute", "school"})  # a province's or city's report speaks of its own
_ZONED = frozenset({"", "园", "区"})  # what any park or zone may be called by
_NOWHERE = frozenset({"digital"})
_SEATED = frozenset({"company", "institute", "school", "association", ""})


def located(doc: Doc, scenes: Sequence[Scene]) -> Iterator[Relation]:
    """Yield where each platform, body and project is: the closest place that the text gives, once a name.

    What the text states goes before what a name says, and that before what the paper implies; an outpost or enclave
    may have several hosts.
    """
    ground = survey(doc, scenes)
    placed: dict[Name, Relation] = {}
    for rule in RULES:
        for scene in scenes:
            for named in scene.names:
                if named.name.kind not in _PLACED or named.name in placed or not _has_place(named.name):
                    continue
                found = [p for p in rule(scene, named, ground) if p != named.name]
                several = sort_of(named.name.text) in HOSTED
                for place in found if several else found[:1]:
                    relation = Relation(named.name, "locatedIn", place, Quote(named.begin, named.end))
                    placed[named.name] = relation
                    yield relation


def _has_place(name: Name) -> bool:
    """Tell whether things of that sort are anywhere that matters: digital platforms and organs of state are not."""
    sort = sort_of(name.text)
    if name.kind != "Organization" or sort == "company":
        return sort not in _NOWHERE
    if pattern("relations", "stationed").search(name.text):
        return True
    if sort == "" and pattern("relations", "group").search(name.text):  # 县领导: a group of officials is nowhere
        return False
    return sort in _SEATED and not pattern("bodies", "local").search(name.text[1:])


def _stated(scene: Scene, named: Named, ground: Ground) -> Iterator[Name]:
    """Yield the place behind 位于, 落户 …, in 在 … 设立, or the platform that houses it (产业园已落地某某)."""
    if named.name in ground.sites:
        yield ground.sites[named.name]
        return
    begin, end = scene.clause(named.begin)
    if seat := pattern("scene", "seat").match(scene.text, named.end):
        yield from (n.name for n in scene.between(seat.end(), end, "Platform", "Region") if n.begin == seat.end())
        return
    if begun := pattern("relations", "ceremony").match(scene.text, named.end):
        places = scene.between(begun.end(), scene.clause(begun.end())[1], "Region", "Platform")
        yield from (n.name for n in places[-1:] if named.name.kind == "Project")
    verb = pattern("relations", "located").search(scene.text, named.end, end)
    rows = ("goes-on", "meanwhile")
    listed = verb and any(pattern("relations", row).fullmatch(scene.text, named.end, verb.start()) for row in rows)
    if verb and (listed or verb.start() - named.end < 6):
        places = [n for n in scene.between(verb.end(), end, "Region", "Platform") if n.name != named.name]
        if places:
            yield max(places, key=lambda n: (n.name.kind == "Platform", n.end)).name
        return
    verb = pattern("relations", "goes-to").search(scene.text, named.end, scene.end)
    if verb and {n.name for n in scene.between(scene.begin, verb.start(), "Project") if not n.nested} == {named.name}:
        yield from (n.name for n in scene.between(verb.end(), scene.clause(verb.end())[1], "Region", "Platform")[-1:])
    hosted = sort_of(named.name.text) in HOSTED
    near = begin if named.name.kind == "Platform" and not hosted else max(scene.begin, named.begin - 40)
    ours = {region.as_name for region in ground.chain}
    told = [n.name.text for n in scene.between(named.begin, named.end, "Region") if n.name not in ours and hosted]
    shared = ["shared-with"] if hosted else []
    hosting = (
        match
        for row in ["set-up-in", *shared]
        for match in pattern("relations", row).finditer(scene.text, near, named.begin)
    )
    for match in list(hosting)[-1:]:
        if any(text[:_FRONT] not in match["hosts"] for text in told):
            continue  # 在甲市设立飞地，组建乙市招商分局: that one lies where its name says
        yield from (n.name for n in scene.between(match.start("hosts"), match.end("hosts"), "Region", "Platform"))
    verb = pattern("relations", "houses").search(scene.text, begin, named.begin)
    host = scene.actor(named.begin)
    zone = host is not None and sort_of(host.text) == "zone" and not scene.pushed(named)
    carried = named.name.kind != "Organization"  # a body lies where its name says, whoever founds it
    if not carried and pattern("relations", "pays").match(scene.text, named.end):
        return  # who invests comes from elsewhere
    built = pattern("relations", "runs").search(scene.text, begin, named.begin) if zone and carried else None
    if (
        (verb or built)
        and host
        and host.kind == "Platform"
        and host != ground.home
        and sort_of(named.name.text) not in HOSTED
        and not _joined(scene, named)
    ):
        yield host


def _joined(scene: Scene, named: Named) -> bool:
    """Tell whether a zone is greater than the place that joins it (抢抓某某新区建设机遇)."""
    zone = sort_of(named.name.text) == "zone"
    return zone and bool(pattern("relations", "joins").search(scene.text, scene.begin, named.begin))


def _here(scene: Scene, named: Named, ground: Ground) -> Iterator[Name]:
    """Yield what 在这里 means in the clause of a project (在这里投资建设某某项目) or company (某某公司在此扎根)."""
    begin, end = scene.clause(named.begin)
    here = [(at, place) for at, place in ground.pointed if begin <= at < end]
    if named.name.kind == "Project":
        yield from (place for at, place in here if at < named.begin)
    elif inside := pattern("relations", "within-park").search(scene.text, begin, named.begin):
        paragraph = scene.text.rfind("\n", 0, named.begin)
        parks = [place for end, place in ground.parks if paragraph < end <= inside.start()]
        tail = (inside["tail"] or "")[-1:]
        yield from [place for place in parks if tail in _ZONED or place.text.endswith(tail)][-1:]
    elif named.name.kind == "Organization":
        settles = pattern("relations", "settles")
        yield from (place for at, place in here if named.end <= at and settles.match(scene.text, at))


def _entered(scene: Scene, named: Named, ground: Ground) -> Iterator[Name]:
    """Yield where somebody went to look at things, of what a later sentence finds him at, in a list too."""
    nested = named.nested and not any(n.begin == named.begin and n.name.kind == "Project" for n in scene.names)
    if nested or (named.name.kind == "Organization" and sort_of(named.name.text) not in TRADES):
        return
    entered = pattern("relations", "enters").search(scene.text, scene.clause(named.begin)[0], named.begin)
    if entered or _opens_paragraph(scene, named):
        hosts = [host for end, host in ground.visits if end <= scene.begin][-1:]
        regions = regions_in(named.name, ground) if named.name.kind == "Platform" else []
        ours = all(region in ground.chain for region in regions) and sort_of(named.name.text) != "zone"
        yield from (host for host in hosts if named.name.kind != "Platform" or ours)


def _opens_paragraph(scene: Scene, named: Named) -> bool:
    """Tell whether a paragraph opens with a company of which it tells what it has done."""
    opens = named.name.kind == "Organization" and scene.text[named.begin - 1 : named.begin] in "\n　 "
    return opens and bool(pattern("bodies", "firm-acts").match(scene.text, named.end))


def _touching(scene: Scene, named: Named, ground: Ground) -> Iterator[Name]:
    """Yield the zone, park or town right before a thing's name (…产业园内, 某某公司), and who signs for it."""
    company = [n.begin for n in scene.between(scene.begin, named.begin, "Organization") if n.end == named.begin]
    begin = min([named.begin, *(company if named.name.kind == "Project" else [])])
    for other in scene.between(max(scene.begin, begin - 24), begin, "Platform", "Region"):
        between = re.sub("（[^（）]*）", "", scene.text[other.end : begin])
        if other.nested:
            continue
        led = scene.text[other.begin - 1 : other.begin] in _IN
        ahead = between in ("", "内，", "内", "的", "里的", "内的") or (led and between == "，")
        apart = between or named.name.kind == "Project"  # a list tells its projects by their counties (甲县|某某新材料)
        if ahead and (other.name.kind == "Platform" or apart) and other.name != named.name:
            yield other.name
    if named.name.kind == "Project":
        yield from (n.name for n in hosts(scene, "signs-with", named.begin)[-1:])
    for other in scene.between(scene.begin, named.begin, "Platform"):
        if scene.text.startswith(("内，", "里，"), other.end) and named.name.kind != "Platform":
            yield other.name
    if scene.text[named.end : named.end + 1] == "（":
        close = scene.text.find("）", named.end, scene.end)
        yield from (n.name for n in scene.between(named.end, close, "Platform", "Region"))
    if named.name.kind == "Project" and pattern("relations", "signs").search(scene.text, scene.begin, named.begin):
        yield from (n.name for n in scene.openers(named.begin)[-1:] if n.name.kind in ("Platform", "Region"))


def _implied(scene: Scene, named: Named, ground: Ground) -> Iterator[Name]:
    """Yield the paper's own place for its own platforms, projects and offices, unless their name has another."""
    if sort_of(named.name.text) in HOSTED or ground.home is None or _joined(scene, named):
        return
    if named.name == ground.home:
        yield from (r.as_name for r in ground.chain[:1] if r.as_name != ground.home)
    elif named.name.kind == "Project" or suffix_of(named.name.text) or ground.home.kind == "Platform":
        regions = regions_in(named.name, ground)
        if named.name.kind == "Organization":
            if ground.home.kind == "Platform" and pattern("relations", "produces").match(scene.text, named.end):
                yield ground.home
            wide = ground.home.kind == "Region" and ground.chain[0].level != "county"
            if (
                wide
                and sort_of(named.name.text) in _LEARNED
                and all(ground.chain[0] in register.chain(r) for r in regions)
            ):
                yield ground.home
        elif not regions or (not _above(named.name, regions[0], ground) and any(_around(r, ground) for r in regions)):
            yield _builder(scene, named) or ground.home


def _around(region: register.Region, ground: Ground) -> bool:
    """Tell whether a region in a name is home's, lies in home, or holds it."""
    return bool(ground.home and ground.home.code in _codes(region)) or region in ground.chain


def _above(name: Name, closest: register.Region, ground: Ground) -> bool:
    """Tell whether a zone is that of the city in which the paper's county lies (荆州经开区 in a county's paper)."""
    return sort_of(name.text) == "zone" and closest.level == "prefecture" and closest in ground.chain[1:]


def _codes(region: register.Region) -> set[str]:
    return {up.code for up in register.chain(region)}


def _builder(scene: Scene, named: Named) -> Name | None:
    """Return the region that builds or sets up a thing in its clause (某县新建某某孵化器), or None."""
    who = next(iter(places), None) if len(places := scene.places(named.begin)) == 1 else None
    builds = pattern("relations", "runs").search(scene.text, scene.clause(named.begin)[0], named.begin)
    return who if builds and who and who.kind == "Region" else None


RULES: tuple[Callable[[Scene, Named, Ground], Iterator[Name]], ...] = (
    _stated,
    _here,
    _touching,
    visited,
    stood,
    _entered,
    among,
    local,
    named_place,
    _implied,
)
