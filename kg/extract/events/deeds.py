"""Visits and deeds: inspections, receptions, signings, publications and launches that a sentence tells."""

import re
from collections.abc import Sequence

from kg.extract.events.articles import Told
from kg.extract.events.attendance import parties, persons, witnesses
from kg.extract.events.words import regex, verbs
from kg.extract.scene import Named, Scene
from kg.model import Event, EventKind, Name, Quote

_NEAR = 80  # the verb of an inspection follows its person within so many characters
_LAUNCHED = frozenset({"Platform", "Organization", "Project", "Fund"})
_PARTS: dict[str, EventKind] = {"sign": "signing", "publish": "publication", "launch": "other"}


def _dates(told: Told, current: Event | None) -> Sequence[tuple[int, int, str]]:
    """Return the first date of a sentence; 会上 and 会后 at its head take that of the event told before."""
    then = regex("then").match(told.scene.text, told.scene.begin, told.scene.end)
    taken = ((then.start(), then.end(), current.date),) if then and current else ()
    return told.dates[:1] or taken


def visit(told: Told, current: Event | None) -> Event | None:
    """Return the dated inspection or reception that a sentence tells, named by its clause from who visits on."""
    scene = told.scene
    for date_begin, date_end, date in _dates(told, current):
        for who in _visitors(scene, date_begin, date_end):
            near = (max(who.end, date_end), min(who.end + _NEAR, scene.end))
            verb = regex("visit").search(scene.text, *near) or regex("goes").search(scene.text, *near)
            if verb and not regex("cited").search(scene.text[who.end : scene.end]):
                trip = regex("trip").search(scene.text, who.end, verb.start())
                _, end = scene.clause(trip.end() if trip else verb.start())
                met = regex("met").fullmatch(verb[0])
                kind: EventKind = "other" if trip else "meeting" if met else "inspection"
                ahead, guests = (who.begin, verb.start()), (verb.end(), scene.end if met else 0)
                there = [p.name for p in persons(scene) if any(b <= p.begin < e for b, e in (ahead, guests))]
                name = regex("headline-ends").sub("", regex("leading").sub("", scene.text[who.begin : end]))
                return Event(name, kind, date, None, tuple(there), Quote(date_begin, end))
    return None


def _visitors(scene: Scene, begin: int, end: int) -> list[Named]:
    """Return the persons named behind a date or right before it, and the delegation (某县党政代表团) before them."""
    found = [person for person in persons(scene) if person.begin >= end or person.end == begin]
    matches = list(regex("delegation").finditer(scene.text, end, scene.end))
    groups = [Named(g.start(), g.end(), Name("Organization", g[0])) for g in matches]
    return [*(g for g in groups if not found or g.end <= found[0].begin), *found]


def deed(told: Told, current: Event | None) -> Event | None:
    """Return the dated signing, publication or launch that a sentence tells; 会上 takes the date before."""
    scene = told.scene
    for date_begin, date_end, date in _dates(told, current):
        for part, kind in _PARTS.items():
            if match := _happened(part, scene, date_end):
                begin, end = scene.clause(match.start())
                clause = scene.text[max(begin, date_end) : end]
                title = regex("title").search(clause)
                name = title[0] if title and kind == "publication" else clause
                if _told(kind, clause, scene, Quote(begin, end)):
                    if not told.dates and current and _part_of(current, kind, scene, clause):
                        return None
                    there = witnesses(scene, current.participants) if current and not told.dates else ()
                    who = (*there, *parties(scene)) if kind == "signing" else ()
                    return Event(name, kind, date, None, who, Quote(date_begin, end))
    return None


def _part_of(current: Event, kind: EventKind, scene: Scene, clause: str) -> bool:
    """Return whether a signing is part of the event told: of a ceremony, or 会上 without an agreement of its own."""
    within = regex("within").match(scene.text, scene.begin, scene.end) and not regex("agreement").search(clause)
    joined = regex("without-party").match(clause)  # 还与某某公司签约: whoever was named before does
    later = regex("afterwards").match(scene.text, scene.begin, scene.end)
    return kind == "signing" and ((current.kind == "signing" and not later) or bool(within or joined))


def _happened(part: str, scene: Scene, begin: int) -> re.Match[str] | None:
    """Return the first verb of a deed that is told as done: not planned (预计9月投产), not only named (投产的车间)."""
    for match in verbs(part).finditer(scene.text, begin, scene.end):
        if regex("done").match(scene.text, match.end()) and not regex("planned").search(
            scene.text, scene.begin, match.start()
        ):
            return match
    return None


def _told(kind: EventKind, clause: str, scene: Scene, where: Quote) -> bool:
    """Return whether a clause with a verb of a deed tells one: a document, two sides, or a name of what is launched."""
    inside = [n for n in scene.names if where.begin <= n.begin < where.end]
    if kind == "publication":
        return regex("title").search(clause) is not None or any(n.name.kind == "Policy" for n in inside)
    if kind == "signing":
        return regex("counterpart").search(clause) is not None or any(n.name.kind == "Project" for n in inside)
    return any(n.name.kind in _LAUNCHED for n in inside)
