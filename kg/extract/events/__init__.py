"""Events: dated meetings, inspections, signings, publications and launches, and meetings that go by a proper name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from kg.extract.events.attendance import attending, parties, persons, witnesses
from kg.extract.events.meetings import Meeting, Told, articles, name_begin, regex
from kg.extract.scene import PLACES, Named, Scene
from kg.model import Event, EventKind, Name, Quote
from kg.resources import alternatives, lexicon, pattern

_NEAR = 80  # the verb of an inspection follows its person within so many characters
_NAMED = 7  # characters of a meeting's name that tells it from others of its sort
_LAUNCHED = frozenset({"Platform", "Organization", "Project", "Fund"})
_PARTS: dict[str, EventKind] = {"sign": "signing", "publish": "publication", "launch": "other"}


def events(doc: Doc) -> Iterator[Event]:
    """Yield the events of a Doc, article by article, each once: what is told again adds date and participants.

    Measured on the seven units of the development set: P 1.00, R 1.00, F1 1.00 (7 events), participants the same (16);
    on ten texts of other provinces, annotated apart and looked at while mending: the same (11 events, 55 participants);
    on eight news texts when first tried: P 0.89, R 0.89, F1 0.89 (9), participants 0.83, 0.71, 0.76 (34).
    """
    for article in articles(doc):
        found: list[Event] = []
        headlines: set[int] = set()
        current: int | None = None
        for told in article:
            current = None if _turns(told) else current
            if current is None and regex("within").match(told.scene.text, told.scene.begin):
                current = next((n for n in reversed(range(len(found))) if found[n].date), None)  # …仪式上，: back to it
            for event in _in_sentence(told, found[current] if current is not None else None):
                event = _placed(event, told.scene)
                announced = (n for n in sorted(headlines) if _announced(found[n], event))
                same = (n for n, known in enumerate(found) if _same(known, event))
                n = next(same, next(announced, len(found)))
                headlines |= {n} if told.part == "title" and n == len(found) else set()
                found[n:] = [_merged(found[n], event), *found[n + 1 :]] if n < len(found) else [event]
                current = n if _leads(event, told, current) else current
            if current is not None:
                n = _attended(told.scene, found, current)
                found[n] = _with(found[n], attending(told.scene, found[n].kind))
        yield from found


def _turns(told: Told) -> bool:
    """Return whether a sentence leaves the event told before: a heading but for a by-line, or 近日 at its head."""
    signed = any(person.end == told.scene.end for person in persons(told.scene))
    return (told.part == "heading" and not signed) or bool(regex("elsewhere").match(told.scene.text, told.scene.begin))


def _leads(event: Event, told: Told, current: int | None) -> bool:
    """Return whether the sentences behind are about an event: not about a paper, or what is signed at a meeting."""
    within = current is not None and not told.dates and regex("within").match(told.scene.text, told.scene.begin)
    held = bool(event.date) or _held(told.scene, event.quote.begin, event.quote.end)
    return held and event.kind != "publication" and not within


def _attended(scene: Scene, found: Sequence[Event], current: int) -> int:
    """Return which event a sentence is about: the one whose verb 参加会见 names again, else the one told last."""
    match = regex("at").search(scene.text, scene.begin, scene.end)
    named = [n for n, event in enumerate(found) if event.date and match and match["event"] in event.name]
    return named[-1] if named and current not in named else current


def _in_sentence(told: Told, current: Event | None) -> Iterator[Event]:
    """Yield the events of one sentence: the dated one that it tells, and every meeting with a proper name."""
    main = _meeting(told) or _visit(told, current) or _deed(told, current)
    if main:
        yield main
    for meeting in told.meetings:
        if (
            (meeting.proper or _convened(told, meeting))
            and not regex("bare").fullmatch(meeting.name)
            and not (main and main.kind == meeting.kind and main.quote.end == meeting.end)
        ):
            who = tuple(p.name for p in persons(told.scene) if _spoke_there(told.scene, p, meeting))
            yield Event(meeting.name, meeting.kind, "", None, who, Quote(meeting.begin, meeting.end))


def _convened(told: Told, meeting: Meeting) -> bool:
    """Return whether a meeting with a name of some length is told to be held, though no date is printed."""
    long = len(meeting.name) >= _NAMED and not regex("many").search(meeting.name)
    return long and _held(told.scene, meeting.begin, meeting.end)


def _held(scene: Scene, begin: int, end: int) -> bool:
    """Return whether the meeting named between two offsets is told to be held, not planned."""
    opened = regex("opened").match(scene.text, end, scene.end) or regex("convenes").search(
        scene.text, scene.begin, begin
    )
    return opened is not None and not regex("planned").search(scene.text, scene.begin, begin)


def _meeting(told: Told) -> Event | None:
    """Return the dated meeting that a sentence tells to be held."""
    text, scene = told.scene.text, told.scene
    for date_begin, date_end, date in told.dates[:1]:
        for meeting in (m for m in told.meetings if m.begin >= date_end):
            between = text[date_end : meeting.begin]
            opening = _verb("open").search(between)
            held = regex("opened").match(text, meeting.end, scene.end) or regex("on").fullmatch(between)
            name = meeting.name
            if opening and (not meeting.proper or name[0].isdigit()):
                name = _hosted(told, date_end, date_end + opening.start(), meeting)
            if (opening or held) and regex("noun").fullmatch(name) is None:
                return Event(name, meeting.kind, date, None, (), Quote(date_begin, meeting.end))
    return None


def _hosted(told: Told, begin: int, opening: int, meeting: Meeting) -> str:
    """Return the name of a meeting with who holds it, and where when that stands between: 平川县在杭州举办推介会."""
    text = told.scene.text
    if begin == opening:  # 县委常委会昨日召开会议: who holds it stands before the date
        begin, opening = told.scene.clause(told.dates[0][0])[0], told.dates[0][0]
    away = regex("away").search(text, begin, opening)
    at = away.start() if away else opening
    first = name_begin(text, begin, at, told.words)
    host = next((p.begin for p in persons(told.scene) if begin <= p.begin < opening), None)
    if host is not None and regex("noun").fullmatch(meeting.name):
        return text[host : meeting.end]
    return text[first : meeting.end] if away and first < at else text[first:at] + meeting.name


def _dates(told: Told, current: Event | None) -> Sequence[tuple[int, int, str]]:
    """Return the first date of a sentence; 会上 and 会后 at its head take that of the event told before."""
    then = regex("then").match(told.scene.text, told.scene.begin, told.scene.end)
    taken = ((then.start(), then.end(), current.date),) if then and current else ()
    return told.dates[:1] or taken


def _visit(told: Told, current: Event | None) -> Event | None:
    """Return the dated inspection or reception that a sentence tells, named by its clause from who visits on."""
    scene = told.scene
    for date_begin, date_end, date in _dates(told, current):
        for who in _visitors(scene, date_begin, date_end):
            near = (max(who.end, date_end), min(who.end + _NEAR, scene.end))
            verb = regex("visit").search(scene.text, *near) or regex("goes").search(scene.text, *near)
            if verb and not regex("cited").search(scene.text[who.end : scene.end]):
                _, end = scene.clause(verb.start())
                kind: EventKind = "meeting" if regex("met").fullmatch(verb[0]) else "inspection"
                ahead, guests = (who.begin, verb.start()), (verb.end(), scene.end if kind == "meeting" else 0)
                there = [p.name for p in persons(scene) if any(b <= p.begin < e for b, e in (ahead, guests))]
                return Event(scene.text[who.begin : end], kind, date, None, tuple(there), Quote(date_begin, end))
    return None


def _visitors(scene: Scene, begin: int, end: int) -> list[Named]:
    """Return the persons named behind a date or right before it, or the delegation (某县党政代表团) where none is."""
    found = [person for person in persons(scene) if person.begin >= end or person.end == begin]
    groups = regex("delegation").finditer(scene.text, end, scene.end)
    return found or [Named(g.start(), g.end(), Name("Organization", g[0])) for g in groups]


def _deed(told: Told, current: Event | None) -> Event | None:
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
    within = regex("within").match(scene.text, scene.begin, scene.end) and not pattern("events", "agreement").search(
        clause
    )
    return kind == "signing" and (current.kind == "signing" or bool(within))


def _happened(part: str, scene: Scene, begin: int) -> re.Match[str] | None:
    """Return the first verb of a deed that is told as done: not planned (预计9月投产), not only named (投产的车间)."""
    for match in _verb(part).finditer(scene.text, begin, scene.end):
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
        return regex("counterpart").search(clause) is not None
    return any(n.name.kind in _LAUNCHED for n in inside)


def _spoke_there(scene: Scene, person: Named, meeting: Meeting) -> bool:
    return person.end <= meeting.begin and regex("there").fullmatch(scene.text[person.end : meeting.begin]) is not None


def _placed(event: Event, scene: Scene) -> Event:
    """Return the event with its place: 在某地, else the first one printed in its sentence, else the document's home."""
    end = min(scene.clause(event.quote.end)[1], scene.end)
    near = [n for n in scene.names if event.quote.begin <= n.begin and n.end <= end and n.name.kind in PLACES]
    there = [n.name for n in near if regex("stage").search(scene.text, scene.begin, n.begin)]
    inside = [n.name for n in near if n.end <= event.quote.end]
    place = next(iter([*there, *inside]), None)
    return replace(event, place=place or (scene.home if event.date else None))


def _same(a: Event, b: Event) -> bool:
    if a.kind != b.kind or (a.date and b.date and a.date != b.date):
        return False
    return a.name.endswith(b.name) or b.name.endswith(a.name) or (a.kind == "inspection" and a.date == b.date)


def _announced(headline: Event, event: Event) -> bool:
    """Return whether a headline without a date announces an event: their names end alike, or it is one of two in it."""
    ends = [[noun[0] for noun in regex("noun").finditer(e.name)] for e in (headline, event)]
    alike = all(ends) and ends[0][-1] == ends[1][-1] and headline.kind == event.kind
    joined = all(ends) and ends[0][-1] in ends[1][:-1]
    return (alike or joined) and bool(event.date) and not headline.date


def _merged(known: Event, event: Event) -> Event:
    """Return the event with what both tell; the one with a date gives the quote."""
    first, second = (known, event) if known.date or not event.date else (event, known)
    name = max(first.name, second.name, key=len)
    return _with(
        replace(first, name=name, place=first.place or second.place), (*known.participants, *event.participants)
    )


def _with(event: Event, who: Iterator[Name] | Sequence[Name]) -> Event:
    return replace(event, participants=tuple(dict.fromkeys((*event.participants, *who))))


@cache
def _verb(part: str) -> re.Pattern[str]:
    return re.compile(alternatives(row["word"] for row in lexicon("event_words") if row["part"] == part))
