"""Tenure: for when a text says that a post is held, and when it says that it began or ended."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.resources import pattern

_regex = partial(pattern, "posts")

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BY = ".."  # before a date: not later


class Tenure(NamedTuple):
    """The periods in which a post is attested, began and ended, "" for what is not said (as in ``kg.model.Post``)."""

    attested: str
    began: str = ""
    ended: str = ""


@dataclass(frozen=True)
class Times:
    """The date of a document, and its periods, words and names, by which the tenure of its posts is told."""

    text: str
    date: str
    periods: Sequence[tuple[int, int, str, str]]
    words: Sequence[tuple[int, int, str]]
    names: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, doc: Doc) -> "Times":
        """Return the times of a Doc that has periods, words and names."""
        words = [(b, e, tag) for b, e, tag, _ in marked(doc, "words")]
        names = sorted((b, e) for b, e, _, _ in marked(doc, "names"))
        periods = [(b, e, label, value) for b, e, label, value in marked(doc, "periods") if value[:1].isdigit()]
        return cls(doc._.clean.text, doc._.date, periods, words, names)

    def tenure(self, sentence: int, person: int, begin: int, end: int) -> Tenure:
        """Return when a post is held whose title is led to by ``text[begin:end]``.

        ``sentence`` and ``person`` are where the sentence and the name of the person begin. What is told as news began
        or ended on the day of its sentence, else not later than the document.
        """
        lead, ahead = self.text[begin:end], self.text[sentence:person]
        taken = begin > person
        told = [value for _, _, _, value in self._between(begin, end)]
        if _regex("proposed").search(ahead) or _regex("proposed").search(lead):
            return Tenure("")
        if taken and (_regex("laid-down").match(lead) or _regex("relieves").search(ahead)):
            return Tenure("", "", next(iter(told), self._news(sentence, begin)))
        if mark := self._formerly(begin, end):
            return self._once(sentence, end) if _regex("once").search(mark) else Tenure("", "", _BY + self.date)
        if taken and told:
            return self._dated(lead, told)
        if taken and _regex("once").search(lead):
            return self._once(sentence, end)
        entered = _regex("enters").search(lead) or (_regex("as").search(lead) and _regex("appoints").search(ahead))
        return Tenure(self.date, self._news(sentence, begin) if taken and entered and self.date else "")

    def _between(self, begin: int, end: int) -> Iterator[tuple[int, int, str, str]]:
        return (p for p in self.periods[bisect_left(self.periods, (begin,)) :] if p[1] <= end)

    def _news(self, sentence: int, offset: int) -> str:
        """Return the day that a sentence prints before an offset, or what is not later than the document."""
        days = [value for _, _, _, value in self._between(sentence, offset) if _DAY.fullmatch(value)]
        return days[-1] if days else _BY + self.date

    def _once(self, sentence: int, offset: int) -> Tenure:
        """Return the period that a sentence prints before an offset as that for which it speaks."""
        told = [value for _, _, _, value in self._between(sentence, offset)]
        return self._dated("", told[-1:]) if told and _BY in told[-1] else Tenure(told[-1] if told else "")

    def _dated(self, lead: str, told: Sequence[str]) -> Tenure:
        """Return the tenure of 2016—2020年任, 2016年3月至2020年5月任, 2019年起任 or 2019年至今任."""
        if _BY in told[0]:
            first, _, last = told[0].partition(_BY)
            return Tenure("", first, last)
        still = _regex("till-now").search(lead)
        last = told[1] if len(told) > 1 and _regex("until").search(lead) else ""
        return Tenure(self.date if still and not last else "", told[0], last)

    def _formerly(self, begin: int, end: int) -> str:
        """Return the 原 or 时任 before the body of a title, unless it is part of a word or name (太原市, 原平市)."""
        if not (match := _regex("former").search(self.text, begin, end)):
            return ""
        at = match.start()
        n = bisect_left(self.words, (at + 1,)) - 1
        opens = n >= 0 and self.words[n][0] == at
        named = any(b <= at < e for b, e in self.names[: bisect_left(self.names, (at + 1,))])
        return match["mark"] if opens and not named else ""
