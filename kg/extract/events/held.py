"""Meetings that a sentence tells to be held, and what they are called."""

from kg.extract.events.articles import Told
from kg.extract.events.attendance import persons
from kg.extract.events.meetings import Meeting, name_begin
from kg.extract.events.words import regex, verbs
from kg.extract.scene import Scene
from kg.model import Event, Quote

_NAMED = 7  # characters of a meeting's name that tells it from others of its sort


def convened(told: Told, meeting: Meeting) -> bool:
    """Return whether a meeting with a name of some length is told to be held, though no date is printed."""
    long = len(meeting.name) >= _NAMED and not regex("many").search(meeting.name)
    return long and held(told.scene, meeting.begin, meeting.end)


def held(scene: Scene, begin: int, end: int) -> bool:
    """Return whether the meeting named between two offsets is told to be held, not planned."""
    opened = regex("opened").match(scene.text, end, scene.end) or regex("convenes").search(
        scene.text, scene.begin, begin
    )
    return opened is not None and not regex("planned").search(scene.text, scene.begin, begin)


def meeting(told: Told) -> Event | None:
    """Return the dated meeting that a sentence tells to be held."""
    text, scene = told.scene.text, told.scene
    for date_begin, date_end, date in told.dates[:1]:
        for named in (m for m in told.meetings if m.begin >= date_end):
            between = text[date_end : named.begin]
            opening = verbs("open").search(between)
            open_now = regex("opened").match(text, named.end, scene.end) or regex("on").fullmatch(between)
            name = named.name
            if opening and (not named.proper or name[0].isdigit()):
                name = _hosted(told, date_end, date_end + opening.start(), named)
            if (opening or open_now) and regex("noun").fullmatch(name) is None:
                return Event(name, named.kind, date, None, (), Quote(date_begin, named.end))
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
