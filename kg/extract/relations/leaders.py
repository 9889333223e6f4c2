"""Leaders: the persons, groups of officials and companies that lead industry chains, platforms and policies."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from kg.annotate.measures.numerals import number
from kg.annotate.names.carriers.suffixes import sort_of
from kg.extract.scene import Named, Scene, Stated
from kg.model import Name
from kg.resources import pattern

_rule = partial(pattern, "relations")

_JOINTS = "、和及与"
_STOPS = "；。\n"


def leads(scene: Scene) -> Iterator[Stated]:
    """Yield who leads what: 县长任茶产业链链长, 茶产业链（链长：县长…）, 茶、竹两条产业链分别由…牵头, 以某公司为链主.

    Of several leaders and as many chains each leads his own, in order; else all lead all.

    Measured on the 80 of the training sentences, which were looked at: P 1.00, R 0.39; most that is missed is missed
    because the chain's name is not found.
    """
    if not _rule("leads").search(scene.text, scene.begin, scene.end):
        return
    leaders = [n for n in scene.names if _may_lead(scene, n)]
    chains = [n for n in scene.names if _may_be_led(scene, n)]
    if not leaders or not chains:
        return
    for who, what in (*_active(scene, leaders, chains), *_passive(scene, leaders, chains)):
        pairs = zip(who, what, strict=True) if len(who) == len(what) else ((w, c) for w in who for c in what)
        for leader, chain in pairs:
            begin, end = min(leader.begin, chain.begin), max(leader.end, chain.end)
            yield leader.name, "leads", chain.name, begin, end


def _may_lead(scene: Scene, named: Named) -> bool:
    if named.name.kind == "Organization":
        seen = _rule("enters").search(scene.text, scene.clause(named.begin)[0], named.begin)  # 链长走访某某公司
        return bool(_rule("group").search(named.name.text)) or (sort_of(named.name.text) == "company" and not seen)
    return named.name.kind == "Person"


def _may_be_led(scene: Scene, named: Named) -> bool:
    kind, text = named.name.kind, named.name.text
    led = kind in ("Industry", "Platform") or (kind == "Policy" and not _rule("chain-system").search(text))
    return led and named.name != scene.home and not named.nested


def _active(
    scene: Scene, leaders: Sequence[Named], chains: Sequence[Named]
) -> Iterator[tuple[list[Named], list[Named]]]:
    """Yield leaders with the chains behind them (甲任茶产业链链长, 甲为茶产业“链主”)."""
    for last in leaders:
        for first in (c for c in chains if c.begin >= last.end):
            if not (verb := _between("leads-chain", scene, last, first)):
                continue
            led = _listed(scene, first, chains)
            behind = "chain-headed" if verb["post"] else "chain-led"
            policy = led[-1].name.kind == "Policy" and not verb["post"]
            if policy or _rule(behind).match(scene.text, _own_end(scene, led[-1]), scene.end):
                yield _together(scene, last, leaders), led
            break


def _passive(
    scene: Scene, leaders: Sequence[Named], chains: Sequence[Named]
) -> Iterator[tuple[list[Named], list[Named]]]:
    """Yield chains with the leaders behind them (茶产业链（链长：甲）, 茶产业链由甲牵头, 围绕茶产业，以甲为链主)."""
    for n, first in enumerate(leaders):
        ahead = [c for c in chains if c.end <= first.begin]
        if not ahead or (
            n and leaders[n - 1].begin > ahead[-1].end and _between("co-leader", scene, leaders[n - 1], first)
        ):
            continue
        last, who = ahead[-1], _with(scene, first, leaders)
        if _rule("leads-so").match(scene.text, who[-1].end, scene.end) and _before(scene, last, first):
            yield who, _ending(scene, last, chains)
        elif not _parted(scene, last, first) and _named_so(scene, last, first):
            yield [first], [last]


def _before(scene: Scene, chain: Named, leader: Named) -> bool:
    """Return whether a chain stands before who leads it: 茶产业链由…, or a policy in the clause before."""
    then = chain.name.kind == "Policy" and _between("chain-then", scene, chain, leader)
    return bool(then or _between("chain-by", scene, chain, leader))


def _named_so(scene: Scene, chain: Named, leader: Named) -> bool:
    """Return whether a leader of a chain is named behind it: 茶产业链链长甲, …，链主企业乙, …，以丙为链主."""
    made = chain.name.kind == "Industry" and _rule("leads-made").match(scene.text, leader.end, scene.end)
    more = _rule("chain-more").search(scene.text[chain.end : leader.begin])
    return bool(made or more or _between("chain-of", scene, chain, leader))


def _parted(scene: Scene, one: Named, other: Named) -> bool:
    return any(mark in scene.text[one.end : other.begin] for mark in _STOPS)


def _own_end(scene: Scene, named: Named) -> int:
    """Return where the name of a chain itself ends: its 产业链 may be marked with it."""
    own = named.begin + len(named.name.text)
    return own if scene.text.startswith(named.name.text, named.begin) else named.end


def _between(rule: str, scene: Scene, one: Named, other: Named) -> re.Match[str] | None:
    end = one.end if one.name.kind == "Policy" else _own_end(scene, one)
    return _rule(rule).fullmatch(scene.text, end, other.begin)


def _listed(scene: Scene, first: Named, names: Sequence[Named]) -> list[Named]:
    """Return the names of the list that one opens."""
    found = [first]
    for name in names:
        if name.begin == found[-1].end + 1 and scene.text[found[-1].end] in _JOINTS:
            found.append(name)
    return found


def _ending(scene: Scene, last: Named, names: Sequence[Named]) -> list[Named]:
    """Return the names of the list that one closes."""
    found = [last]
    for name in reversed(names):
        if name.end == found[0].begin - 1 and scene.text[name.end] in _JOINTS:
            found.insert(0, name)
    return found


def _with(scene: Scene, first: Named, leaders: Sequence[Named]) -> list[Named]:
    """Return who leads with the first of several, titles between them (县委书记甲、县长乙)."""
    found = [first]
    for leader in leaders:
        if leader.begin >= found[-1].end and _between("co-leader", scene, found[-1], leader):
            found.append(leader)
    return found


def _together(scene: Scene, last: Named, leaders: Sequence[Named]) -> list[Named]:
    """Return who leads with the last of several."""
    found = [last]
    for leader in reversed(leaders):
        if leader.end <= found[0].begin and _between("co-leader", scene, leader, found[0]):
            found.insert(0, leader)
    return found


def leads_counted(scenes: Sequence[Scene]) -> Iterator[Stated]:
    """Yield who leads so many chains, where the document names just as many (县领导担任6大产业链链主)."""
    chains: Mapping[int, Sequence[Name]] | None = None
    for scene in scenes:
        for match in _rule("leads-counted").finditer(scene.text, scene.begin, scene.end):
            for who in (n for n in scene.names if n.end == match.start() and _may_lead(scene, n)):
                chains = _counted(scenes) if chains is None else chains
                for chain in chains.get(int(number(match["number"])), ()):
                    yield who.name, "leads", chain, who.begin, match.end()


def _counted(scenes: Sequence[Scene]) -> Mapping[int, Sequence[Name]]:
    """Return the chains that a document counts, by how many: 茶、竹两大产业, or 6大主导产业 and 围绕… behind."""
    found: dict[int, Sequence[Name]] = {}
    for n, scene in enumerate(scenes):
        for match in _rule("counted-chains").finditer(scene.text, scene.begin, scene.end):
            many = int(number(match["number"]))
            listed = _ahead(scene, match.start())
            for names in (listed, [] if listed else _gone_through(scenes[n:])):
                if len(set(names)) == many:
                    found.setdefault(many, tuple(dict.fromkeys(names)))
    return found


def _ahead(scene: Scene, offset: int) -> list[Name]:
    """Return the industries of the list that ends at an offset."""
    chains = [n for n in scene.names if n.name.kind == "Industry" and not n.nested]
    last = next((n for n in chains if scene.text[n.end : offset] in ("", "等")), None)
    return [n.name for n in _ending(scene, last, chains)] if last else []


def _gone_through(scenes: Sequence[Scene]) -> list[Name]:
    """Return the industries that the rest of a paragraph goes through (围绕茶产业…。围绕竹、木…)."""
    found: list[Name] = []
    for scene in scenes:
        if "\n" in scene.text[scenes[0].begin : scene.begin]:
            break
        chains = [n for n in scene.names if n.name.kind == "Industry" and not n.nested]
        for first in chains:
            if _rule("about-chain").search(scene.text, scene.begin, first.begin):
                found += [n.name for n in _listed(scene, first, chains)]
    return found
