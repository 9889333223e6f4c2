"""Titles of posts, as printed but without a place name in front: 省委书记, 代市长, 管委会主任, 董事长."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, TypeAlias

from spacy.tokens import Doc

from kg.annotate.names.people.personal import is_name, is_surname
from kg.annotate.spans import Layer, mark, marked
from kg.resources import alternatives, lexicon, patterns

Seat: TypeAlias = Literal["region", "zone", "firm", "body", "nation"]
_PLACES = frozenset({"LOC", "ORG"})
# Parts that no title ends with.
_INSIDE = frozenset({"organ", "department", "zone", "cell", "ministry", "function", "bureau", "garrison", "rider"})
_LEVEL = re.compile("(?:代理|代|常务副|副)?(自治[区州县]|[省市县区州盟旗镇乡村])")


class Titles:
    """Mark the layer ``titles``; the value is the title's text.

    A title that a word runs over (城市长期) is none. The words of persons do not count: LAC glues 书记 to surnames.
    Measured through the posts of the development set: every title of its 25 posts is found and cut
    right, and so are the 74 of ten texts of other provinces.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc and return it."""
        words = [(begin, end, tag) for begin, end, tag, _ in marked(doc, "words")]
        text, sentences = doc._.clean.text, marked(doc, "sentences")
        mark(doc, "titles", [layer for begin, end, *_ in sentences for layer in titles(text, begin, end, words)])
        return doc


def titles(text: str, begin: int, end: int, words: Sequence[tuple[int, int, str]]) -> Iterator[Layer]:
    """Yield the titles in ``text[begin:end]`` as layers, left to right; ``words`` are (begin, end, tag) in order.

    >>> [value for *_, value in titles("平川市委副书记、市人民政府市长到会", 0, 17, ())]
    ['市委副书记', '市长']
    """
    for match in _grammar().finditer(text, begin, end) if _tails().search(text, begin, end) else ():
        if not _cut_through(text, words, *match.span()):
            first = _first(match, words)
            rider = _rider().match(text, match.end(), end)
            last = rider.end() if rider else match.end()
            yield first, last, "title", text[first:last]


def _first(match: re.Match[str], words: Sequence[tuple[int, int, str]]) -> int:
    """Return where the title begins: without what its pattern drops (市政府|市长), or a town's own 镇 (鳌江镇|党委)."""
    own = next(p.regex for p in patterns("titles") if p.id == match.lastgroup).match(match.string, *match.span())
    groups = own.groupdict() if own else {}
    town = groups.get("town") if _in_place(words, match.start()) else None
    return match.start() + len(groups.get("drop") or town or "")


def _in_place(words: Sequence[tuple[int, int, str]], at: int) -> bool:
    """Return whether a place name runs up to the character at ``at``, so that 镇 there is the place's (鳌江镇|党委)."""
    n = bisect_left(words, (at + 1,)) - 1
    if n >= 0 and words[n][0] == at:
        n -= 1
    return n >= 0 and words[n][1] >= at and words[n][2] in _PLACES


def _cut_through(text: str, words: Sequence[tuple[int, int, str]], begin: int, end: int) -> bool:
    """Return whether a word runs over the end of a title (城市长期, 湖州长兴县) to more than a name (镇长汤|小川)."""
    n = bisect_left(words, (end,)) - 1
    first, last, tag = words[n] if n >= 0 else (0, 0, "PER")
    if last <= end or tag == "PER" or (tag in _PLACES and first <= begin):
        return False
    named = is_surname(text[end:last]) or (first <= begin and is_name(text[end:last]))
    return not (named and (first <= begin or tag not in _PLACES))


@cache
def _grammar() -> re.Pattern[str]:
    """Return all patterns in one, in the order of the file; the group that matched is named after its pattern."""
    named = (f"(?P<{p.id}>{re.sub(r'[(][?]P<[a-z]+>', '(?:', p.regex.pattern)})" for p in patterns("titles"))
    return re.compile("|".join(named))


@cache
def _tails() -> re.Pattern[str]:
    """Return the last two characters of every term: a sentence without any has no title, and most have none."""
    return re.compile(alternatives(row["term"][-2:] for row in lexicon("titles") if row["part"] not in _INSIDE))


@cache
def _rider() -> re.Pattern[str]:
    """Return what stands in brackets behind a title and belongs to it: 副县长（挂职）."""
    return re.compile(f"[（(](?:{alternatives(r['term'] for r in lexicon('titles') if r['part'] == 'rider')})[）)]")


@cache
def seat(title: str) -> Seat | None:
    """Return where a title has its seat: region, zone, firm, other body named before it, nation; None for no title.

    >>> seat("县委书记"), seat("管委会主任"), seat("总经理"), seat("县委召开")
    ('region', 'zone', 'firm', None)
    """
    bare = _rider().sub("", title)
    return next((p.more["seat"] for p in patterns("titles") if p.regex.fullmatch(bare)), None)


def level(title: str) -> str:
    """Return the word for the level of the region in a title, or "".

    >>> level("常务副县长"), level("市委书记"), level("自治区主席"), level("组织部部长")
    ('县', '市', '自治区', '')
    """
    match = _LEVEL.match(title)
    return match[1] if match and seat(title) == "region" else ""


@cache
def office(title: str) -> str:
    """Return the office of a region that a title begins with, whose head it names, or "".

    >>> office("县商务局副局长"), office("县委书记")
    ('县商务局', '')
    """
    matches = (p.regex.fullmatch(_rider().sub("", title)) for p in patterns("titles"))
    match = next((m for m in matches if m), None)
    return (match.groupdict().get("office") or "") if match else ""
