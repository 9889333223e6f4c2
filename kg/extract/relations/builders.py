"""invests and undertakes: the companies that stand before a project or fund, behind it, or later in its paragraph."""

from collections.abc import Iterator
from functools import partial

from kg.annotate.names.carriers.suffixes import sort_of
from kg.extract.relations.partners import cooperates
from kg.extract.scene import Named, Scene, Stated
from kg.model import Name
from kg.resources import pattern

_rule = partial(pattern, "relations")


def undertakes(scene: Scene) -> Iterator[Stated]:
    """Yield who invests in the projects and funds of a sentence, and who builds them: who pays for a project builds it.

    A sentence that names no project goes on about the one that opened its paragraph (…项目。由某某公司投资建设).
    """
    for named in scene.names:
        if named.name.kind in ("Project", "Fund"):
            yield from _before(scene, named)
            yield from _behind(scene, named)
            yield from _item(scene, named)
    if scene.project and not scene.between(scene.begin, scene.end, "Project"):
        for match in _rule("by-whom").finditer(scene.text, scene.begin, scene.end):
            for body in scene.between(match.end(), scene.end, "Organization")[:1]:
                if body.begin == match.end():
                    yield from _told(scene, scene.project, body, body.begin)


def _before(scene: Scene, named: Named) -> Iterator[Stated]:
    """Yield the body that stands before a project or fund: touching, investing, building, or signing for it."""
    begin, end = scene.clause(named.begin)
    bodies = scene.between(begin, named.begin, "Organization")
    paying = _rule("invests").search(scene.text, begin, end)
    for body in bodies[-1:]:
        between = _rule("aside").sub("", scene.text[body.end : named.begin])
        others = [n for n in scene.between(body.end, named.begin, "Project") if not n.nested]
        if others and _rule("pays-for-one").match(scene.text, body.end):
            continue  # 甲公司投资8亿元的某某项目、乙项目
        project = named.name.kind == "Project"
        signed = project and _rule("signs").search(between)
        built = project and (_rule("touches").fullmatch(between) or _rule("undertakes").search(between))
        if (
            signed
            or (built and _priced(scene, body, named))
            or (_rule("invests").search(between) and (project or paying))
        ):
            for firm in _sharing(scene, body, named) if signed or not built else [body]:
                yield from _pays(named.name, firm.name, firm.begin, named.end)
        elif built:
            yield body.name, "undertakes", named.name, body.begin, named.end
    actor = None if bodies or named.name.kind == "Fund" else _company(scene, named.begin)
    verb = _rule("undertakes").search(scene.text, begin, named.begin)
    if verb and _rule("contents").search(scene.text, begin, verb.start()):
        return  # 主要建设年产6万吨某某生产线: what the project consists of
    if actor and verb and (paid := _rule("invests").search(scene.text, scene.clause(begin - 1)[0], named.begin)):
        yield from _pays(named.name, actor, paid.start(), named.end)


def _sharing(scene: Scene, last: Named, named: Named) -> list[Named]:
    """Return the companies of the list that one closes; behind 分别 each signs for its own of as many projects."""
    firms = [last]
    for body in reversed(scene.between(scene.clause(last.begin)[0], last.begin, "Organization")):
        if _rule("co-signer").fullmatch(scene.text, body.end, firms[0].begin) and not body.nested:
            firms.insert(0, body)
    projects = [n for n in scene.between(last.end, scene.end, "Project") if not n.nested]
    each = _rule("each").match(scene.text, last.end) and len(projects) == len(firms) and named in projects
    return [firms[projects.index(named)]] if each else firms


def _priced(scene: Scene, body: Named, named: Named) -> bool:
    """Tell whether the text says what a project costs: right before its company, or behind it."""
    begin, _ = scene.clause(named.begin)
    before = body.end == named.begin and _rule("priced").search(scene.text, begin, body.begin)
    return bool(before or _rule("priced-later").match(scene.text, named.end))


def _company(scene: Scene, offset: int) -> Name | None:
    """Return the company that acts at an offset, unless no company does."""
    actor = scene.actor(offset)
    return actor if actor and actor.kind == "Organization" and sort_of(actor.text) == "company" else None


def _behind(scene: Scene, named: Named) -> Iterator[Stated]:
    """Yield the company of 项目由某公司投资 … or 项目总投资12亿元，由某公司投资, and who founds a fund with others."""
    for body in scene.between(named.end, scene.end, "Organization")[:1]:
        between = scene.text[named.end : body.begin]
        alone = not scene.between(named.end, body.begin, "Project", "Fund", "Platform")
        if _rule("by").search(between) or (alone and _rule("by-later").search(between)):
            yield from _told(scene, named.name, body, named.begin)
    for body in scene.between(named.end, scene.end, "Organization")[1:]:
        alone = not scene.between(named.end, body.begin, "Project")
        if named.name.kind == "Project" and alone and _rule("contracted").match(scene.text, body.end):
            yield body.name, "undertakes", named.name, named.begin, body.end
    if named.name.kind == "Project" and (signed := _rule("signed-by").match(scene.text, named.end, scene.end)):
        for body in scene.between(*signed.span("parties"), "Organization"):
            if sort_of(body.name.text) == "company":
                yield from _pays(named.name, body.name, named.begin, signed.end())
    if named.name.kind == "Fund" and _rule("pact-fund").search(scene.text, scene.begin, named.begin):
        for who in dict.fromkeys(name for one, _, other, *_ in cooperates(scene) for name in (one, other)):
            if who and who.kind == "Organization":
                yield who, "invests", named.name, named.begin, named.end
    if named.name.kind == "Fund" and (verb := _rule("founds").search(scene.text, scene.begin, named.begin)):
        for body in scene.between(scene.begin, verb.start(), "Organization"):
            yield body.name, "invests", named.name, body.begin, named.end


def _item(scene: Scene, named: Named) -> Iterator[Stated]:
    """Yield the companies with which an item of projects goes on (▲某某项目 某某公司与某某集团合资建设)."""
    opens = pattern("scene", "item").fullmatch(scene.text, scene.begin, named.begin)
    bodies = scene.between(named.end, scene.clause(named.end)[1], "Organization") if opens else []
    if bodies and _rule("item-ends").fullmatch(scene.text, named.end, bodies[0].begin):
        for body in bodies:
            yield from _told(scene, named.name, body, named.begin)


def _told(scene: Scene, thing: Name, body: Named, begin: int) -> Iterator[Stated]:
    """Yield what the rest of the clause says that a body does for a thing (…由某某公司投资建设)."""
    _, end = scene.clause(body.end)
    if _rule("invests").search(scene.text, body.end, end):
        yield from _pays(thing, body.name, begin, body.end)
    elif thing.kind == "Project" and _rule("undertakes").search(scene.text, body.end, end):
        yield body.name, "undertakes", thing, begin, body.end


def _pays(thing: Name, body: Name, begin: int, end: int) -> Iterator[Stated]:
    yield body, "invests", thing, begin, end
    if thing.kind == "Project":
        yield body, "undertakes", thing, begin, end
