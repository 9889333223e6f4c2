"""Relations: who develops, operates, invests, undertakes, cooperates, pursues, leads and has what, and where it is."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from spacy.tokens import Doc

from kg import register
from kg.annotate.names.carriers.suffixes import sort_of
from kg.extract.relations.builders import undertakes
from kg.extract.relations.grounds import zones
from kg.extract.relations.leaders import leads, leads_counted
from kg.extract.relations.located import located
from kg.extract.relations.owners import owns
from kg.extract.relations.partners import cooperates
from kg.extract.scene import Named, Scene, Stated, runs, scenes
from kg.model import Name, Predicate, Quote, Relation
from kg.resources import pattern

_rule = partial(pattern, "relations")

_OUTSIDE = frozenset({"outpost", "enclave"})
# What a company has of its own, so that its name stands before it.
_BORNE = frozenset({"base", "innovation", "park", "hub", "digital"})
# What a county's own paper runs without saying so each time.
_OWN = frozenset({"zone", "park", "base", "hub", "corridor", "digital", "innovation", "town", "building", "block", ""})


def relations(doc: Doc) -> Iterator[Relation]:
    """Yield the relations that a document states, by the guide's table; each sentence states one once.

    P / R / F1 but for ``pursues``: 0.96 / 0.93 / 0.95 on the annotated development papers, 0.94 / 0.83 / 0.88 on our
    own ten papers of ten provinces, 0.84 / 0.75 / 0.79 on 28 pages of provincial work reports, 0.70 / 0.52 / 0.60 on
    eight news texts of eight provinces when they were first tried. ``pursues`` has F1 0.67, 0.81, 0.75 and 0.69.
    """
    all_scenes = tuple(scenes(doc))
    zoned = list(in_zones(all_scenes))
    theirs = frozenset(found[2] for found in (*zoned, *(found for scene in all_scenes for found in borne(scene))))
    section = bool(doc._.document and doc._.document.heading)
    stated = set[tuple[Name, Predicate, Name]]()
    for scene in all_scenes:
        seen = set[tuple[Name, Predicate, Name]]()
        finders = (*FINDERS, own if section else namesakes)
        for subject, predicate, obj, begin, end in (found for find in finders for found in find(scene)):
            if predicate == "operates" and subject == scene.home and obj in theirs:
                continue
            if subject is not None and subject != obj and (subject, predicate, obj) not in seen:
                seen.add((subject, predicate, obj))
                yield Relation(subject, predicate, obj, Quote(begin, end))
        stated |= seen
    for subject, predicate, obj, begin, end in (*zoned, *leads_counted(all_scenes), *owns(all_scenes)):
        if subject is not None and (subject, predicate, obj) not in stated:
            stated.add((subject, predicate, obj))
            yield Relation(subject, predicate, obj, Quote(begin, end))
    yield from located(doc, all_scenes)


def _carrier(scene: Scene, named: Named) -> Named | None:
    """Return the platform or project in whose name a name stands."""
    return next(
        (
            other
            for other in scene.names
            if other.name.kind in ("Platform", "Project")
            and (other.begin, other.end) != (named.begin, named.end)
            and other.begin <= named.begin
            and named.end <= other.end
        ),
        None,
    )


def develops(scene: Scene) -> Iterator[Stated]:
    """Yield who develops the industries of a sentence: the carrier whose name holds it, or who acts there."""
    for named in scene.names:
        if named.name.kind != "Industry":
            continue
        carrier = _carrier(scene, named)
        if shared := _sharing(scene, named):
            yield from ((n.name, "developsIndustry", named.name, n.begin, named.end) for n in shared)
        elif carrier is None:
            for who in _own_subjects(scene, named) or scene.places(named.begin):
                yield who, "developsIndustry", named.name, named.begin, named.end
        elif carrier.name.kind == "Platform":
            yield carrier.name, "developsIndustry", named.name, carrier.begin, carrier.end


def _sharing(scene: Scene, named: Named) -> list[Named]:
    """Return the platforms of a list whose names share an industry printed behind them (甲、乙冷链物流基地)."""
    before = scene.between(scene.begin, named.begin, "Platform")
    return [n for n in before if named.name.text in n.name.text and named.name.text not in scene.text[n.begin : n.end]]


def _own_subjects(scene: Scene, named: Named) -> list[Name]:
    """Return the places that touch an industry or part it by a verb alone (甲县发展水泵、乙县发展食品)."""
    before = scene.between(scene.begin, named.begin, "Region", "Platform")[-1:]
    led = (scene.listed(n) for n in before if _rule("develops").fullmatch(scene.text, n.end, named.begin))
    return next(led, [])


def operates(scene: Scene) -> Iterator[Stated]:
    """Yield who runs the platforms of a sentence: who acts with a verb of building before them; outposts are home's."""
    for named in scene.names:
        if named.name.kind != "Platform" or named.name == scene.home or scene.pushed(named):
            continue
        begin, _ = scene.clause(named.begin)
        if sort_of(named.name.text) in _OUTSIDE:
            who = scene.actor(named.begin)
            sender = who if who and who.kind == "Platform" and runs(who) else scene.home
            yield sender, "operates", named.name, named.begin, named.end
        elif verb := _rule("runs").search(scene.text, begin, named.begin) or _ran(scene, named):
            for actor in filter(runs, scene.actors(named.begin)):
                yield actor, "operates", named.name, verb.start(), named.end
        for body in scene.between(named.end, scene.end, "Organization")[:1]:
            told = _rule("by").search(scene.text[named.end : body.begin])
            if told and _rule("runs").search(scene.text, body.end, scene.clause(body.end)[1]):
                yield body.name, "operates", named.name, named.begin, body.end


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


def pursues(scene: Scene) -> Iterator[Stated]:
    """Yield who pursues the policies of a sentence: who acts there."""
    for named in scene.names:
        if named.name.kind == "Policy":
            yield scene.place(named.begin) or scene.home, "pursues", named.name, named.begin, named.end


def funds(scene: Scene) -> Iterator[Stated]:
    """Yield who has the funds of a sentence: the place that acts there."""
    for named in scene.names:
        if named.name.kind == "Fund":
            yield scene.place(named.begin) or scene.home, "hasFund", named.name, named.begin, named.end


FINDERS: tuple[Callable[[Scene], Iterator[Stated]], ...] = (
    develops,
    operates,
    borne,
    undertakes,
    cooperates,
    pursues,
    leads,
    funds,
)
