"""operates: who builds or runs platforms, whose they are by name, and what a county speaks of as its own."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from kg import register
from kg.annotate.names.carriers.suffixes import sort_of
from kg.extract.relations.grounds import zones
from kg.extract.relations.partners import cooperates
from kg.extract.scene import Named, Scene, Stated, runs
from kg.model import Name
from kg.resources import pattern

_rule = partial(pattern, "relations")

_OUTSIDE = frozenset({"outpost", "enclave"})
# What a company has of its own, so that its name stands before it.
_BORNE = frozenset({"base", "innovation", "park", "hub", "digital"})
# Grounds that a county has, whoever runs them for it.
_GROUNDS = frozenset({"zone", "park", "town", "block", "hub", "port"})
# What a county's own paper runs without saying so each time.
_OWN = frozenset({"zone", "park", "base", "hub", "corridor", "digital", "innovation", "town", "building", "block", ""})


def operates(scene: Scene) -> Iterator[Stated]:
    """Yield who runs the platforms of a sentence: who acts with a verb of building before them; outposts are home's."""
    for named in scene.names:
        if named.name.kind != "Platform" or named.name == scene.home:
            continue
        outside = sort_of(named.name.text) in _OUTSIDE
        if scene.pushed(named) and not outside:
            continue  # 支持某某园区建设…: who pushes does not run it, but whom a place has sent out (引导上海招商局…)
        if _rule("joins").search(scene.text, scene.begin, named.begin):
            continue
        begin, _ = scene.clause(named.begin)
        if outside:
            who = scene.actor(named.begin)
            sender = who if who and who.kind == "Platform" and runs(who) else scene.home
            yield sender, "operates", named.name, named.begin, named.end
        elif verb := verb_in(scene, "runs", begin, named.begin) or _ran(scene, named):
            for actor in filter(runs, _parties(scene, verb.start()) or scene.actors(named.begin)):
                yield actor, "operates", named.name, verb.start(), named.end
        for body in scene.between(named.end, scene.end, "Organization")[:1]:
            told = _rule("by").search(scene.text[named.end : body.begin])
            if told and _rule("runs").search(scene.text, body.end, scene.clause(body.end)[1]):
                yield body.name, "operates", named.name, named.begin, body.end


def entrusted(scene: Scene) -> Iterator[Stated]:
    """Yield all who build or run the platform told of (该园由某县与某市共建，由甲集团建设、乙公司运营)."""
    for match in _rule("entrusted").finditer(scene.text, scene.begin, scene.end):
        before = scene.between(scene.begin, match.start(), "Platform", "Project", "Organization")
        told = next((n.name for n in reversed(before) if not n.nested), scene.topic)
        if told is None or told.kind != "Platform" or told == scene.home:
            continue
        for body in scene.between(match.start(), scene.clause(match.end() - 1)[1], "Region", "Organization"):
            if not body.nested:
                yield body.name, "operates", told, match.start(), body.end


def verb_in(scene: Scene, row: str, begin: int, end: int) -> re.Match[str] | None:
    """Return the first verb of a row between the offsets that is no part of a name (某某经济技术|开发|区)."""
    found = _rule(row).finditer(scene.text, begin, end)
    return next((m for m in found if not any(n.begin < m.end() and m.start() < n.end for n in scene.names)), None)


def _parties(scene: Scene, offset: int) -> list[Name]:
    """Return the parties to the pact of a sentence when 双方 stands right before an offset."""
    if not _rule("both").search(scene.text, scene.begin, offset):
        return []
    return list(dict.fromkeys(name for who, _, other, *_ in cooperates(scene) for name in (who, other) if name))


def twins(scene: Scene) -> Iterator[Stated]:
    """Yield the two places that run a park of their joint name (龙山—云岭产业园), each printed in its sentence."""
    for named in scene.between(scene.begin, scene.end, "Platform"):
        if match := _rule("between-two").match(scene.text[named.begin : named.end]):
            for place in dict.fromkeys(
                (*(n.name for n in scene.between(scene.begin, scene.end, "Region")), scene.home)
            ):
                if place and place.text.startswith((match["one"], match["other"])):
                    yield place, "operates", named.name, named.begin, named.end


def borne(scene: Scene) -> Iterator[Stated]:
    """Yield the companies whose platforms are told as theirs (某某公司智能制造基地, 由某某公司牵头的创新中心)."""
    for named in scene.names:
        if named.name.kind != "Platform" or named.nested:
            continue
        for body in scene.between(scene.clause(named.begin)[0], named.begin, "Organization")[-1:]:
            between = _rule("aside").sub("", scene.text[body.end : named.begin])
            touching = between in ("", "的") and sort_of(named.name.text) in _BORNE
            if sort_of(body.name.text) == "company" and (touching or _rule("theirs").fullmatch(between)):
                yield body.name, "operates", named.name, body.begin, named.end


def owned(scenes: Sequence[Scene]) -> Iterator[Stated]:
    """Yield what bodies run as theirs, so that no county does."""
    for scene in scenes:
        yield from borne(scene)
        yield from _inside(scene)
        yield from filter(_is_own, operates(scene))


def _inside(scene: Scene) -> Iterator[Stated]:
    """Yield the zones behind whose names their parts stand (云岭高新区（以下简称…）|北港片区)."""
    for named in scene.between(scene.begin, scene.end, "Platform"):
        for zone in scene.between(scene.begin, named.begin, "Platform"):
            touches = _rule("aside").sub("", scene.text[zone.end : named.begin]) == ""
            if touches and sort_of(zone.name.text) == "zone" and zone.name != named.name and zone.name != scene.home:
                yield zone.name, "operates", named.name, zone.begin, named.end


def _is_own(found: Stated) -> bool:
    """Tell whether a body runs what is none of a county's grounds: its base, laboratory or system."""
    who, _, what, *_ = found
    return who is not None and who.kind == "Organization" and sort_of(what.text) not in _GROUNDS


def in_zones(scenes: Sequence[Scene]) -> Iterator[Stated]:
    """Yield the zones whose name a platform bears (云岭高新区科创中心 is run by 云岭高新区)."""
    forms = zones(scenes)
    for scene in scenes:
        for named in scene.between(scene.begin, scene.end, "Platform"):
            printed = scene.text[named.begin : named.end]
            zone = max((form for form in forms if printed.startswith(form)), key=len, default="")
            if zone and len(zone) < len(printed) and forms[zone] != named.name:
                yield forms[zone], "operates", named.name, named.begin, named.end


def _ran(scene: Scene, named: Named) -> re.Match[str] | None:
    """Return the verb behind a place's own platform that says that it is built or at work (某某中心投入运行)."""
    opens = any(n == named for n in scene.openers(scene.end))
    foreign = scene.home is None or _foreign(named.name, scene.home)
    mine = sort_of(named.name.text) in _OWN and not named.nested and not foreign and not opens
    return _rule("ran").match(scene.text, named.end, scene.end) if mine else None


def own(scene: Scene) -> Iterator[Stated]:
    """Yield the platforms that a region's own section speaks of as its own, unless another place is in their name."""
    if scene.home is None:
        return
    for named in scene.names:
        name = named.name
        if (
            name.kind != "Platform"
            or name == scene.home
            or sort_of(name.text) not in _OWN
            or _foreign(name, scene.home)
            or _rule("joins").search(scene.text, scene.begin, named.begin)
        ):
            continue
        yield scene.home, "operates", name, named.begin, named.end


def namesakes(scene: Scene) -> Iterator[Stated]:
    """Yield the platforms that bear the name of the city or county whose paper it is."""
    home = register.regions().get(scene.home.code) if scene.home else None
    if home and home.level != "province":
        above = [form for up in register.chain(home)[1:] for form in ("", up.name, up.short)]
        heads = tuple(front + form for front in above for form in (home.name, home.short))
        yield from (said for said in own(scene) if said[2].text.startswith(heads))


def _foreign(name: Name, home: Name) -> bool:
    """Tell whether a name begins with another place than home (or where home lies, such as a province)."""
    first = next((place for begin, _, place in register.find(name.text) if begin == 0), "")
    region = register.choose(first, (home.code,)) if first else None
    if region and home.code and register.remote(region, first, (home.code,)):
        return False  # 滨江, 新城: a common word, and far away a district's short name
    inner = next(
        (place for begin, _, place in register.find(name.text) if begin > 0 and home.text.startswith(place)), ""
    )
    return region is not None and region.code != home.code and not inner
