"""One event told several times: which are the same, and what they tell together."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.events.words import regex
from kg.extract.scene import PLACES, Scene
from kg.model import Event, Name

_BEGUN = 10  # characters of a headline's meeting with which that of the article may begin


def placed(event: Event, scene: Scene) -> Event:
    """Return the event with its place: 在某地, else the first one printed in its sentence, else the document's home."""
    end = min(scene.clause(event.quote.end)[1], scene.end)
    near = [n for n in scene.names if event.quote.begin <= n.begin and n.end <= end and n.name.kind in PLACES]
    near.sort(key=lambda n: regex("own").match(scene.text, n.begin, n.end) is not None)  # 全省…分会场: not the province
    there = [n.name for n in near if regex("stage").search(scene.text, scene.begin, n.begin)]
    inside = [n.name for n in near if n.end <= event.quote.end]
    place = next(iter([*there, *inside]), None)
    return replace(event, place=place or (scene.home if event.date else None))


def same(a: Event, b: Event) -> bool:
    """Return whether two events are one: of a kind and a day, and called alike or in short, or two inspections."""
    if a.kind != b.kind or (a.date and b.date and a.date != b.date):
        return False
    if a.name.endswith(b.name) or b.name.endswith(a.name) or (a.kind == "inspection" and a.date == b.date):
        return True
    short, long = sorted((regex("whose").sub("", a.name), regex("whose").sub("", b.name)), key=len)
    if len(short) > _BEGUN and short in long:
        return True  # 我区一季度项目集中签约, 一季度项目集中签约活动
    return not (a.date and b.date) and len(short) > _BEGUN and _shortened(short, long)


def _shortened(short: str, long: str) -> bool:
    """Return whether a name is another with words left out.

    >>> _shortened("平川县一季度集中签约", "平川县2024年一季度项目集中签约"), _shortened("县委全会", "县政府全体会议")
    (True, False)
    """
    rest = iter(long)
    return short[0] == long[0] and all(character in rest for character in short)


def headlined(event: Event, titles: Iterable[Scene]) -> Event:
    """Return an inspection called as the headline calls it (某某调研园区建设|时强调), when its visitor opens one."""
    for scene in titles if event.kind == "inspection" else ():
        who = next((n for n in scene.names if n.begin == scene.begin and n.name in event.participants), None)
        if who and regex("visit").search(scene.text, who.end, scene.clause(who.end)[1]):
            name = regex("headline-ends").sub("", scene.text[who.begin : scene.clause(who.end)[1]])
            return replace(event, name=name)
    return event


def announced(headline: Event, event: Event) -> bool:
    """Return whether a headline without a date announces an event: their names end alike, or it is one of two in it."""
    ends = [[noun[0] for noun in regex("noun").finditer(e.name)] for e in (headline, event)]
    alike = all(ends) and ends[0][-1] == ends[1][-1] and headline.kind == event.kind
    joined = all(ends) and ends[0][-1] in ends[1][:-1]
    begun = bool(ends[0]) and event.name.startswith(headline.name[: -len(ends[0][-1])]) and len(headline.name) > _BEGUN
    return (alike or joined or begun) and bool(event.date) and not headline.date


def merged(known: Event, event: Event) -> Event:
    """Return the event with what both tell; the one with a date gives the quote."""
    first, second = (known, event) if known.date or not event.date else (event, known)
    name = max(first.name, second.name, key=len)
    return attended_by(
        replace(first, name=name, place=first.place or second.place), (*known.participants, *event.participants)
    )


def attended_by(event: Event, who: Iterable[Name]) -> Event:
    """Return the event with further participants."""
    return replace(event, participants=tuple(dict.fromkeys((*event.participants, *who))))
