"""The names of meetings and ceremonies: where they begin and end, and of which kind they are."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.annotate.setting import Setting
from kg.extract.events.words import regex, verbs
from kg.model import EventKind
from kg.resources import lexicon

_LONGEST = 60
_JOINTS = frozenset("暨·沿")  # stand in the name of two meetings held as one, of two places, of those along a river
_OUTSIDE = frozenset({"p", "c", "u", "d", "r", "TIME", "PER", "t", "xc"})  # words of these kinds stand in no such name
_AND = "暨"
_CLOSING = {"”": "“", "）": "（", ")": "(", "》": "《", "」": "「"}


@dataclass(frozen=True, slots=True)
class Meeting:
    """The name of a meeting or ceremony where it stands.

    ``proper`` when it is one without a date too; ``loose`` when it ends in a word for much else (活动).
    """

    begin: int
    end: int
    name: str
    kind: EventKind
    proper: bool
    loose: bool = False


def meetings(text: str, begin: int, end: int, words: Sequence[tuple[int, int, str]]) -> Iterator[Meeting]:
    """Yield the meetings that ``text[begin:end]`` names; ``words`` are (begin, end, tag), sorted.

    >>> words = [(0, 2, "v"), (2, 4, "n"), (4, 6, "n"), (6, 8, "n"), (8, 10, "n")]
    >>> [m.name for m in meetings("召开全市工业发展大会", 0, 10, words)]
    ['全市工业发展大会']
    """
    last, found = begin, list(regex("noun").finditer(text, begin, end))
    head = -1  # where the first end of a name with several stands: 发展大会｜暨首届联席会议
    for n, match in enumerate(found):
        head = match.start() if head < 0 else head
        if n + 1 < len(found) and _goes_on(text, match.end(), found[n + 1].start()):
            continue
        lowest = max(last, head - _LONGEST)
        whole = regex("object").search(text, lowest, match.start())
        first, head = name_begin(text, lowest, head, words), -1
        first = min(first, whole.start("name")) if whole else first
        first = last + 1 if last > begin and text.startswith(_AND, last) else first
        one = regex("vague").search(text, max(first - 1, begin), match.start()) is None
        name, loose = text[first : match.end()], match.lastgroup == "loose"
        proper = one and not loose and regex("proper").search(text, first, match.start()) is not None
        yield Meeting(first, match.end(), name, _kind(name, match[0]), proper, loose)
        last = match.end()


def _kind(name: str, end: str) -> EventKind:
    """Return the kind of a meeting or ceremony by its end; what is signed there makes it a signing (签约、开工活动)."""
    kind = _kinds()[end]
    return "signing" if kind == "other" and verbs("sign").search(name) else kind


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
        outside = tag in _OUTSIDE and word not in _JOINTS and not regex("season").search(word)
        if (outside or (tag == "w" and word not in _JOINTS) or word in _stops()) and not regex("joins").search(
            text, lowest, until
        ):
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
    rows = [row for row in lexicon("event_words") if row["part"] in ("noun", "feast", "any", "act", "loose")]
    return {row["word"]: row["kind"] for row in rows}  # type: ignore[misc]
