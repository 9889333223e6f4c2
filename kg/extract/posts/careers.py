"""Careers: the posts that a curriculum vitae lists, of the person whom it introduces (某某，男，… 曾任…、…，…)."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from kg.extract.posts.seats import Seats
from kg.extract.posts.tenure import Times
from kg.extract.posts.titled import Person, Title
from kg.model import Name, Post, Quote
from kg.resources import pattern

_regex = partial(pattern, "posts")

_MARKS = "，；"


def introduced(text: str, people: Sequence[Person]) -> Person | None:
    """Return the person whom a sentence introduces as a curriculum vitae does (某某，男，汉族，…)."""
    return next((p for p in people if _regex("introduces").match(text, p.end)), None)


def goes_on(text: str, begin: int) -> bool:
    """Tell whether a sentence that names nobody goes on with a vita (曾任…, 2018年12月任…)."""
    return _regex("vita").match(text, begin) is not None


def career(text: str, begin: int, titles: Sequence[Title], person: Name, seats: Seats, times: Times) -> Iterator[Post]:
    """Yield the posts of a person from the titles of a part of a vita that begins at an offset.

    Titles behind one comma share a seat; the word that leads one leads those behind it too (曾任甲县副县长，乙县县长).
    """
    spoken: list[Name] = []
    lead = begin
    for clause, group in groupby(titles, lambda title: _clause(text, begin, title.begin)):
        stack = list(group)
        lead = clause if _regex("serves").search(text, clause, stack[0].begin) else lead
        quote = Quote(clause, stack[-1].end)
        for which, title, at in seats.fill([(t.text, max(t.body, clause), t.begin) for t in stack], spoken):
            yield Post(person, title, at, quote, *times.tenure(lead, begin - 1, lead, stack[which].begin))


def _clause(text: str, begin: int, at: int) -> int:
    """Return where the clause begins that an offset lies in."""
    return max(begin, *(text.rfind(mark, begin, at) + 1 for mark in _MARKS))
