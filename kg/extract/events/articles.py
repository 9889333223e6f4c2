"""The sentences of articles, each with its dates and the meetings that it names."""

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.extract.events.meetings import Meeting, full_name, meetings
from kg.extract.events.words import regex
from kg.extract.scene import Scene, scenes

_FARTHEST_AHEAD = 60  # days that a paper may announce what will be held
_SIDES = frozenset({"Region", "Organization", "Platform"})
_DAYS_BACK = {"今": 0, "昨": 1, "前": 2}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what events are told by: its block, its words, its dates and the meetings that it names."""

    scene: Scene
    block: int
    part: str  # the label of its block
    words: tuple[tuple[int, int, str], ...]
    dates: tuple[tuple[int, int, str], ...]
    meetings: tuple[Meeting, ...]


def articles(doc: Doc) -> Iterator[list[Told]]:
    """Yield the sentences of each article; a title that follows no other title begins a new one."""
    blocks = [(b, e, label) for b, e, label, _ in marked(doc, "blocks")]
    text, dated = doc._.clean.text, [(b, e, value) for b, e, label, value in marked(doc, "periods") if label == "date"]
    told = [(b, e, value) for b, e, value in dated if not regex("until").search(text, max(b - 3, 0), b)]
    known = ((b, e, _held(value, text[b:e], doc._.date)) for b, e, value in _of_month(told, text) if value)
    dates = tuple(sorted([*known, *_days(text, doc._.date)]))
    words = tuple((b, e, tag) for b, e, tag, _ in marked(doc, "words"))
    begins = [b for b, _, _ in blocks]
    starts = [b for n, (b, _, label) in enumerate(blocks) if label == "title" and n and blocks[n - 1][2] != "title"]
    article: list[Told] = []
    for scene in scenes(doc):
        if starts and scene.begin >= starts[0]:
            starts = [s for s in starts if s > scene.begin]
            yield article
            article = []
        inside = _of_news(dates[bisect_left(dates, (scene.begin,)) : bisect_left(dates, (scene.end,))], text)
        found = (_with_names(m, scene) for m in meetings(scene.text, scene.begin, scene.end, words))
        named = tuple(replace(m, name=full_name(m.name, doc._.setting)) for m in found)
        block = bisect_left(begins, scene.begin + 1) - 1
        article.append(Told(scene, block, blocks[block][2], words, inside, named))
    yield article


def _with_names(meeting: Meeting, scene: Scene) -> Meeting:
    """Return a meeting whose name does not cut another in two, or the two sides of a signing (某县与某公司签约仪式)."""
    begin = min((n.begin for n in scene.names if n.begin < meeting.begin < n.end < meeting.end), default=meeting.begin)
    if meeting.kind == "signing" and regex("listed").fullmatch(scene.text, begin - 1, begin):
        begin = min((n.begin for n in scene.names if n.end == begin - 1 and n.name.kind in _SIDES), default=begin)
    return replace(meeting, begin=begin, name=scene.text[begin : meeting.end])


def _of_news(dates: Sequence[tuple[int, int, str]], text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the dates of a sentence without that of its dateline (某报5月7日讯), unless it is the only one."""
    told = tuple(date for date in dates if not regex("dateline").match(text, date[1]))
    return told or tuple(dates)


def _of_month(dates: Sequence[tuple[int, int, str]], text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the dates; a day alone (6日) that the paper's date does not place is of the month told before."""
    month = ""
    for begin, end, value in dates:
        day = regex("monthless").fullmatch(text, begin, end)
        if day and not value and month:
            value = f"{month}-{int(day['day']):02}"
        month = value.rpartition("-")[0] if value and ".." not in value else month
        yield begin, end, value


def _days(text: str, paper: str) -> Iterator[tuple[int, int, str]]:
    """Yield 昨日, 今天 and the like as dates, counted from the date of the paper."""
    if len(paper) == len("2022-05-09"):
        for match in regex("day").finditer(text):
            back = _DAYS_BACK[match[0][0]]
            yield match.start(), match.end(), str(datetime.date.fromisoformat(paper) - datetime.timedelta(back))


def _held(date: str, printed: str, paper: str) -> str:
    """Return the date of what was held: without a year, one far behind the paper's own date is of the year before."""
    if date[:4] in printed or "." in date or len(date) != len(paper) or date[:4] != paper[:4]:
        return date
    ahead = datetime.date.fromisoformat(date) - datetime.date.fromisoformat(paper)
    return f"{int(date[:4]) - 1}{date[4:]}" if ahead.days > _FARTHEST_AHEAD else date
