"""Meetings that a sentence tells to be held or attended, and what they are called."""

from collections.abc import Iterator, Sequence

from kg.extract.events.articles import Told
from kg.extract.events.attendance import hosts, joined, persons
from kg.extract.events.meetings import Meeting, name_begin
from kg.extract.events.words import regex, verbs
from kg.extract.scene import Scene
from kg.model import Event, Quote

_JOINTS = frozenset("、与和及")
_AND = "还并又也"
_AS_ONE = "暨"
_NAMED = 7  # characters of a meeting's name that tells it from others of its sort


def convened(told: Told, meeting: Meeting) -> bool:
    """Return whether a meeting with a name of some length is told to be held, though no date is printed."""
    news = not meeting.loose or told.part == "title" or _lately(told) is not None
    return news and _sure(told.scene, meeting.name, meeting.begin) and held(told.scene, meeting.begin, meeting.end)


def twin(told: Told, named: Meeting, end: int) -> bool:
    """Return whether a meeting is held as one with the one of another series that ends at an offset."""
    other = next((other for other in told.meetings if other.end == end), named)
    first, second = sorted((named, other), key=lambda one: one.begin)
    return told.scene.text[first.end : second.begin] == _AS_ONE


def held(scene: Scene, begin: int, end: int) -> bool:
    """Return whether the meeting named between two offsets is told to be held, not planned."""
    opened = regex("opened").match(scene.text, end, scene.end) or regex("convenes").search(
        scene.text, scene.begin, begin
    )
    return opened is not None and not regex("planned").search(scene.text, scene.begin, begin)


def meeting(told: Told) -> Event | None:
    """Return the meeting that a sentence tells to be held on a date, or lately."""
    text, scene = told.scene.text, told.scene
    for when_begin, when_end, date in _when(told):
        for named in told.meetings:
            if regex("over").match(text, named.end):
                continue  # 动员会结束后，我县举行开工仪式
            if named.begin < when_end:
                if date and _before_date(scene, named, when_begin, when_end):
                    return _event(scene, named, named.name, date, Quote(named.begin, when_end))
                continue
            between = text[when_end : named.begin]
            opening = verbs("open").search(between)
            opened = regex("opened").match(text, named.end, scene.end) or (date and regex("on").fullmatch(between))
            name = named.name
            if opening and (not named.proper or name[0].isdigit()):
                name = _hosted(told, when_end, when_end + opening.start(), named)
            told_of = (opening or opened) and regex("noun").fullmatch(name) is None
            if told_of and (date or _sure(scene, name, named.begin)):
                return _event(scene, named, name, date, Quote(when_begin if date else named.begin, named.end))
    return None


def _before_date(scene: Scene, named: Meeting, begin: int, end: int) -> bool:
    """Return whether a meeting is told to be held on the date behind it (某某峰会，16日在平川县开幕)."""
    near = named.end in (begin, begin - 1) and not regex("noun").fullmatch(named.name)
    return near and regex("opened").match(scene.text, end, scene.end) is not None


def _event(scene: Scene, named: Meeting, name: str, date: str, where: Quote) -> Event:
    who = [*joined(scene, named.begin, named.end), *hosts(scene, named.begin)] if named.kind == "signing" else ()
    own = (
        scene.home.text if scene.home and regex("owned").match(name) and scene.home.text.endswith(name[0]) else name[0]
    )
    return Event(own + name[1:], named.kind, date, None, tuple(who), where)


def visited(told: Told, current: Event | None) -> Iterator[Event]:
    """Yield the ceremonies that persons go to in a sentence: on its date, else that of the event told before."""
    scene = told.scene
    last = scene.begin
    for named in told.meetings:
        goes = regex("goes-to").search(scene.text, last, named.begin)
        joined = last > scene.begin and regex("listed").fullmatch(scene.text, last, named.begin)
        last = named.end if goes or joined else scene.begin
        own = any(named.begin <= n.begin and n.end <= named.end for n in scene.names) or named.proper
        who = [p for p in persons(scene) if p.end <= named.begin]
        if last == named.end and own and who and _sure(scene, named.name, named.begin):
            date = next((date for *_, date in told.dates), current.date if current else "")
            there = tuple(p.name for p in who)
            yield Event(named.name, named.kind, date, None, there, Quote(who[0].begin, named.end))


def recalled(article: Sequence[Told], number: int, current: Event | None) -> Iterator[Event]:
    """Yield the meeting named before in full that a sentence begins with in short (推介会受到广泛关注)."""
    told = article[number]
    short = next((m for m in told.meetings if m.begin == told.scene.begin and regex("short").fullmatch(m.name)), None)
    short = None if short and current and short.name in current.name else short
    for before in reversed(article[:number]) if short else ():
        for named in before.meetings:
            if short and named.name.endswith(short.name) and _single(named.name):
                yield Event(named.name, named.kind, "", None, (), Quote(named.begin, named.end))
                return


def _when(told: Told) -> Iterator[tuple[int, int, str]]:
    """Yield the first date of a sentence; without any a headline tells news, and so does a word such as 近日."""
    yield from told.dates[:1]
    if not told.dates and (at := told.scene.begin if told.part == "title" else _lately(told)) is not None:
        yield at, at, ""


def _lately(told: Told) -> int | None:
    """Return where a sentence says that what it tells is news (近日), or None."""
    match = regex("lately").search(told.scene.text, told.scene.begin, told.scene.end)
    return match.end() if match else None


def _sure(scene: Scene, name: str, begin: int) -> bool:
    """Return whether a name tells one meeting from others of its sort, and is of one that is not only planned."""
    return _single(name) and not regex("planned").search(scene.text, scene.begin, begin)


def _single(name: str) -> bool:
    return len(name) >= _NAMED and not regex("many").search(name)


def _hosted(told: Told, begin: int, opening: int, meeting: Meeting) -> str:
    """Return the name of a meeting with who holds it, and where when that stands between: 平川县在杭州举办推介会."""
    text = told.scene.text
    if begin == opening and told.dates:  # 县委常委会昨日召开会议: who holds it stands before the date
        begin, opening = told.scene.clause(told.dates[0][0])[0], told.dates[0][0]
    away = regex("away").search(text, begin, opening)
    at = away.start() if away else opening
    first = name_begin(text, begin, at, told.words)
    if text[first - 1] in _JOINTS and not regex("noun").fullmatch(meeting.name):
        return meeting.name  # the last of several parties
    host = next((p for p in persons(told.scene) if begin <= p.begin < opening), None)
    if host is not None and regex("noun").fullmatch(meeting.name):
        clause = told.scene.clause(meeting.begin)[0]  # 某某调研某地，并主持召开座谈会: two events
        apart = clause > host.end and regex("visit").search(text, host.end, clause)
        return host.name.text + text[clause : meeting.end].lstrip(_AND) if apart else text[host.begin : meeting.end]
    return text[first : meeting.end] if away and first < at else text[first:at] + meeting.name
