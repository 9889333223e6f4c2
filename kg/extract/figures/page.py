"""Page: an annotated Doc as plain tuples with indexes, for the extractor of figures."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from kg.annotate.setting import Setting
from kg.annotate.spans import marked
from kg.model import Name
from kg.resources import alternatives, lexicon

Word = tuple[int, int, str]
_WITH_NUMBERS = frozenset({"Project", "Policy"})


@dataclass(frozen=True, slots=True)
class Page:
    """What the extractor of figures looks at, in clean offsets.

    ``tags`` are the parts of speech by the end of the word ("" where a word only begins); ``periods`` and ``names``
    (the longest) are by their beginning; ``named_spans`` are the names of projects and policies.
    """

    text: str
    begins: Sequence[int]
    words: Sequence[Word]
    tags: Mapping[int, str]
    periods: Mapping[int, tuple[int, str]]
    names: Mapping[int, tuple[int, Name]]
    named_spans: Sequence[tuple[int, int]]
    setting: Setting

    @classmethod
    def of(cls, doc: Doc) -> "Page":
        """Return the page of a Doc that every component has been through."""
        words = [(b, e, tag) for b, e, tag, _ in marked(doc, "words")]
        names: dict[int, tuple[int, Name]] = {}
        spans = []
        for begin, end, kind, name in marked(doc, "names"):
            if kind in _WITH_NUMBERS:
                spans.append((begin, end))
            if begin not in names or end > names[begin][0]:
                names[begin] = end, name
        return cls(
            doc._.clean.text,
            [begin for begin, *_ in words],
            words,
            {begin: "" for begin, *_ in words} | {end: tag for _, end, tag in words},
            {begin: (end, value or "") for begin, end, _, value in marked(doc, "periods")},
            names,
            sorted(spans),
            doc._.setting,
        )

    def edge(self, offset: int) -> bool:
        """Return whether a word begins or ends at an offset."""
        return offset in self.tags

    def tag_ending(self, offset: int) -> str:
        """Return the tag of the word that ends at an offset, or ""."""
        return self.tags.get(offset, "")

    def words_between(self, begin: int, end: int) -> Sequence[Word]:
        """Return the words that begin between the offsets."""
        return self.words[bisect_left(self.begins, begin) : bisect_left(self.begins, end)]

    def named(self, begin: int, end: int) -> bool:
        """Return whether the offsets lie within the name of a project or policy."""
        at = bisect_left(self.named_spans, (begin + 1, 0)) - 1
        return at >= 0 and end <= self.named_spans[at][1]

    def self_word(self, offset: int) -> tuple[int, Name | None] | None:
        """Return the end of 全县, 我市, 该区 … at an offset and whom it means, or None when there is none."""
        pattern, units = _self_words()
        if match := pattern.match(self.text, offset):
            return match.end(), self.setting.of(units[match.group()])
        return None


@cache
def _self_words() -> tuple[re.Pattern[str], Mapping[str, str]]:
    units = {row["word"]: row["unit"] for row in lexicon("self_words") if row["use"] == "self"}
    return re.compile(alternatives(units)), units
