"""Events: dated meetings, inspections, signings, publications and launches, and meetings that go by a proper name."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.extract.attendance import attending, parties, persons, witnesses
from kg.extract.meetings import Meeting, full_name, meetings, name_begin, regex
from kg.extract.scene import Named, Scene, scenes
from kg.model import Event, EventKind, Name, Quote
from kg.resources import alternatives, lexicon

_NEAR = 80  # the verb of an inspection follows its person within so many characters
_LAUNCHED = frozenset({"Platform", "Organization", "Project", "Fund"})
_PARTS: dict[str, EventKind] = {"sign": "signing", "publish": "publication", "launch": "other"}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what events are told by: its words, its dates and the meetings that it names."""

    scene: Scene
    part: str  # the label of its block
    words: tuple[tuple[int, int, str], ...]
    dates: tuple[tuple[int, int, str], ...]
    meetings: tuple[Meeting, ...]


def events(doc: Doc) -> Iterator[Event]:
    """Yield the events of a Doc, article by article, each once: what is told again adds date and participants.

    Measured on the seven units of the development set: P 1.00, R 1.00, F1 1.00 (7 events); participants the same (16).
    """
    for article in _articles(doc):
        found: list[Event] = []
        headlines: set[int] = set()
        current: int | None = None
        for told in article:
            if _turns(told):
                current = None
            for event in _in_sentence(told, found[current] if current is not None else None):
                event = _placed(event, told.scene)
                announced = (n for n in sorted(headlines) if _announced(found[n], event))
                same = (n for n, known in enumerate(found) if _same(known, event))
                n = next(same, next(announced, len(found)))
                headlines |= {n} if told.part == "title" and n == len(found) else set()
                found[n:] = [_merged(found[n], event), *found[n + 1 :]] if n < len(found) else [event]
                current = n if event.date and event.kind != "publication" else current
            if current is not None:
                n = _attended(told.scene, found, current)
                found[n] = _with(found[n], attending(told.scene, found[n].kind))
        yield from found


def _turns(told: Told) -> bool:
    """Return whether a sentence leaves the event told before: a heading that names nobody, or 近日 at its head."""
    named = next(persons(told.scene), None)
    return (told.part == "heading" and not named) or bool(regex("elsewhere").match(told.scene.text, told.scene.begin))


def _attended(scene: Scene, found: Sequence[Event], current: int) -> int:
    """Return which event a sentence is about: the one whose verb 参加会见 names again, else the one told last."""
    match = regex("at").search(scene.text, scene.begin, scene.end)
    named = [n for n, event in enumerate(found) if event.date and match and match["event"] in event.name]
    return named[-1] if named and current not in named else current


def _articles(doc: Doc) -> Iterator[list[Told]]:
    """Yield the sentences of each article; a title that follows no other title begins a new one."""
    blocks = [(b, e, label) for b, e, label, _ in marked(doc, "blocks")]
    text, dated = doc._.clean.text, [(b, e, value) for b, e, label, value in marked(doc, "periods") if label == "date"]
    dates = [date for date in dated if not regex("until").search(text, max(date[0] - 3, 0), date[0])]
    words = tuple((b, e, tag) for b, e, tag, _ in marked(doc, "words"))
    begins = [b for b, _, _ in blocks]
    starts = [b for n, (b, _, label) in enumerate(blocks) if label == "title" and n and blocks[n - 1][2] != "title"]
    article: list[Told] = []
    for scene in scenes(doc):
        if starts and scene.begin >= starts[0]:
            starts = [s for s in starts if s > scene.begin]
            yield article
            article = []
        inside = tuple(d for d in dates if scene.begin <= d[0] < scene.end)
        named = tuple(
            replace(m, name=full_name(m.name, doc._.setting))
            for m in meetings(scene.text, scene.begin, scene.end, words)
        )
        part = blocks[bisect_left(begins, scene.begin + 1) - 1][2]
        article.append(Told(scene, part, words, inside, named))
    yield article


def _in_sentence(told: Told, current: Event | None) -> Iterator[Event]:
    """Yield the events of one sentence: the dated one that it tells, and every meeting with a proper name."""
    main = _meeting(told) or _visit(told) or _deed(told, current)
    if main:
        yield main
    for meeting in told.meetings:
        if meeting.proper and not (main and main.kind == meeting.kind and main.quote.end == meeting.end):
            who = tuple(p.name for p in persons(told.scene) if _spoke_there(told.scene, p, meeting))
            yield Event(meeting.name, meeting.kind, "", None, who, Quote(meeting.begin, meeting.end))


def _meeting(told: Told) -> Event | None:
    """Return the dated meeting that a sentence tells to be held."""
    text, scene = told.scene.text, told.scene
    for date_begin, date_end, date in told.dates[:1]:
        for meeting in (m for m in told.meetings if m.begin >= date_end):
            between = text[date_end : meeting.begin]
            opening = _verb("open").search(between)
            held = regex("opened").match(text, meeting.end, scene.end) or regex("on").fullmatch(between)
            name = meeting.name
            if opening and not meeting.proper:
                name = _hosted(told, date_end, date_end + opening.start(), meeting)
            if (opening or held) and regex("noun").fullmatch(name) is None:
                return Event(name, meeting.kind, date, None, (), Quote(date_begin, meeting.end))
    return None


def _hosted(told: Told, begin: int, opening: int, meeting: Meeting) -> str:
    """Return the name of a meeting with who holds it, and where when that stands between: 平川县在杭州举办推介会."""
    text = told.scene.text
    away = regex("away").search(text, begin, opening)
    at = away.start() if away else opening
    first = name_begin(text, begin, at, told.words)
    host = next((p.begin for p in persons(told.scene) if begin <= p.begin < opening), None)
    if host is not None and regex("noun").fullmatch(meeting.name):
        return text[host : meeting.end]
    return text[first : meeting.end] if away and first < at else text[first:at] + meeting.name


def _visit(told: Told) -> Event | None:
    """Return the dated inspection or reception by a person that a sentence tells, named by its clause from there on."""
    scene = told.scene
    for date_begin, date_end, date in told.dates[:1]:
        for person in (p for p in persons(scene) if p.begin >= date_end):
            verb = regex("visit").search(scene.text, person.end, min(person.end + _NEAR, scene.end))
            if verb and not regex("cited").search(scene.text[person.end : scene.end]):
                _, end = scene.clause(verb.start())
                kind: EventKind = "meeting" if regex("met").fullmatch(verb[0]) else "inspection"
                guests = [p.name for p in persons(scene) if kind == "meeting" and p.begin >= verb.end()]
                who = (person.name, *guests)
                return Event(scene.text[person.begin : end], kind, date, None, who, Quote(date_begin, end))
    return None


def _deed(told: Told, current: Event | None) -> Event | None:
    """Return the dated signing, publication or launch that a sentence tells; 会上 takes the date before."""
    scene = told.scene
    dates = told.dates[:1]
    if not dates and current and (then := regex("then").match(scene.text, scene.begin, scene.end)):
        dates = ((then.start(), then.end(), current.date),)
    for date_begin, date_end, date in dates:
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
    return kind == "signing" and (current.kind == "signing" or bool(within))


def _happened(part: str, scene: Scene, begin: int) -> re.Match[str] | None:
    """Return the first verb of a deed that is told as done: not planned (预计9月投产), not only named (投产的车间)."""
    for match in _verb(part).finditer(scene.text, begin, scene.end):
        if regex("done").match(scene.text, match.end()) and not regex("planned").search(scene.text, begin, match.start()):
            return match
    return None


def _told(kind: EventKind, clause: str, scene: Scene, where: Quote) -> bool:
    """Return whether a clause with a verb of a deed tells one: a document, two sides, or a name of what is launched."""
    if kind in ("publication", "signing"):
        return regex("title" if kind == "publication" else "counterpart").search(clause) is not None
    return any(where.begin <= n.begin < where.end and n.name.kind in _LAUNCHED for n in scene.names)


def _spoke_there(scene: Scene, person: Named, meeting: Meeting) -> bool:
    return person.end <= meeting.begin and regex("there").fullmatch(scene.text[person.end : meeting.begin]) is not None


def _placed(event: Event, scene: Scene) -> Event:
    """Return the event with its place: the first one printed in its sentence, else where the document is at home."""
    inside = (n.name for n in scene.names if event.quote.begin <= n.begin and n.end <= event.quote.end)
    place = next((n for n in inside if n.kind in ("Region", "Platform")), None)
    return replace(event, place=place or (scene.home if event.date else None))


def _same(a: Event, b: Event) -> bool:
    if a.kind != b.kind or (a.date and b.date and a.date != b.date):
        return False
    return a.name.endswith(b.name) or b.name.endswith(a.name) or (a.kind == "inspection" and a.date == b.date)


def _announced(headline: Event, event: Event) -> bool:
    """Return whether a headline without a date announces an event: both are of one kind and their names end alike."""
    ends = [list(regex("noun").finditer(e.name)) for e in (headline, event)]
    alike = all(ends) and ends[0][-1][0] == ends[1][-1][0]
    return alike and headline.kind == event.kind and bool(event.date) and not headline.date


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
