"""The sentences of articles, and the names of meetings and ceremonies in them: where they begin and end."""

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from spacy.tokens import Doc

from kg.annotate.setting import Setting
from kg.annotate.spans import marked
from kg.extract.scene import Scene, scenes
from kg.model import EventKind
from kg.resources import lexicon, pattern

regex = partial(pattern, "events")

_LONGEST = 40
_FARTHEST_AHEAD = 60  # days that a paper may announce what will be held
_DAYS_BACK = {"今": 0, "昨": 1, "前": 2}
_JOINT = "暨"  # stands in the name of two meetings held as one
_OUTSIDE = frozenset({"p", "c", "u", "d", "r", "TIME", "PER", "t", "xc"})  # words of these kinds stand in no such name
_CLOSING = {"”": "“", "）": "（", ")": "(", "》": "《", "」": "「"}


@dataclass(frozen=True, slots=True)
class Meeting:
    """The name of a meeting or ceremony where it stands; ``proper`` when it is one without a date too."""

    begin: int
    end: int
    name: str
    kind: EventKind
    proper: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what events are told by: its words, its dates and the meetings that it names."""

    scene: Scene
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
        inside = dates[bisect_left(dates, (scene.begin,)) : bisect_left(dates, (scene.end,))]
        named = tuple(
            replace(m, name=full_name(m.name, doc._.setting))
            for m in meetings(scene.text, scene.begin, scene.end, words)
        )
        part = blocks[bisect_left(begins, scene.begin + 1) - 1][2]
        article.append(Told(scene, part, words, inside, named))
    yield article


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


def meetings(text: str, begin: int, end: int, words: Sequence[tuple[int, int, str]]) -> Iterator[Meeting]:
    """Yield the meetings that ``text[begin:end]`` names; ``words`` are (begin, end, tag), sorted.

    >>> words = [(0, 2, "v"), (2, 4, "n"), (4, 6, "n"), (6, 8, "n"), (8, 10, "n")]
    >>> [m.name for m in meetings("召开全市工业发展大会", 0, 10, words)]
    ['全市工业发展大会']
    """
    last, found = begin, list(regex("noun").finditer(text, begin, end))
    for n, match in enumerate(found):
        if n + 1 < len(found) and _goes_on(text, match.end(), found[n + 1].start()):
            continue
        first = name_begin(text, max(last, match.start() - _LONGEST), match.start(), words)
        one = regex("vague").search(text, max(first - 1, begin), match.start()) is None
        proper = one and regex("proper").search(text, first, match.start()) is not None
        yield Meeting(first, match.end(), text[first : match.end()], _kinds()[match[0]], proper)
        last = match.end()


def _goes_on(text: str, end: int, begin: int) -> bool:
    """Return whether a name that ends like a meeting's goes on to the next such end (代表大会|第一次会议)."""
    return regex("session").fullmatch(text[end:begin]) is not None


def name_begin(text: str, lowest: int, end: int, words: Sequence[tuple[int, int, str]]) -> int:
    """Return where the name that ends at ``end`` begins: behind the nearest word that cannot stand in it."""
    n = bisect_left(words, (end,)) - 1
    first = end
    while n >= 0 and words[n][0] >= lowest:
        begin, until, tag = words[n]
        word = text[begin:until]
        if word in _CLOSING:
            opened = text.rfind(_CLOSING[word], lowest, begin)
            if opened < 0:
                break
            first, n = opened, bisect_left(words, (opened,)) - 1
            continue
        outside = tag in _OUTSIDE and word != _JOINT and not regex("season").search(word)
        if outside or tag == "w" or word in _stops():
            break
        first, n = begin, n - 1
    party = regex("party").search(text, lowest, first) if first < end else None
    return party.start() if party else first


def full_name(name: str, setting: Setting | None) -> str:
    """Return a meeting's name with its region where it begins with 市委, 县政府 or the like.

    >>> full_name("市委经济工作会议", None)
    '市委经济工作会议'
    """
    match = regex("owned").search(name)
    owner = setting.of(match[0]) if setting and match else None
    return owner.text.removesuffix(name[0]) + name if owner else name


@cache
def _stops() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("event_words") if row["part"] == "stop")


@cache
def _kinds() -> dict[str, EventKind]:
    rows = [row for row in lexicon("event_words") if row["part"] in ("noun", "feast", "any")]
    return {row["word"]: row["kind"] for row in rows}  # type: ignore[misc]
