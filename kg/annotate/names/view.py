"""A plain view of an annotated Doc for the name grammars: its text, words and earlier layers as tuples."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from spacy.tokens import Doc

from kg.annotate.setting import Setting
from kg.annotate.spans import marked
from kg.model import Name
from kg.resources import pattern

Word: TypeAlias = tuple[int, int, str]
_SEEN = frozenset({"ORG", "LOC", "PER", "nz"})  # what LAC sees as a name
_TRADE = 4  # characters of a company's name at least, and of what it does
SURE = 9
"""Rank of a name that the text itself tells: surer than any grammar."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name found by a grammar: where it stands, whom it names, and how sure its grammar is (for overlaps)."""

    begin: int
    end: int
    name: Name
    rank: int = 0


@dataclass(frozen=True)
class View:
    """What the name grammars look at; all offsets are clean offsets."""

    text: str
    setting: Setting
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    titles: tuple[tuple[int, int], ...]
    quantities: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, doc: Doc) -> "View":
        """Return the view of a Doc that has words, sentences, titles, quantities and a setting.

        What LAC takes for a verb or a common noun (石门, 修文) is a place in the paper of that place.
        """
        spans = {
            group: tuple((b, e) for b, e, label, _ in marked(doc, group) if label != "name-number")
            for group in ("sentences", "titles", "quantities")
        }
        text, setting = doc._.clean.text, doc._.setting
        own = {name for region in setting.chain for name in (region.name, region.short)}
        parted = (word for b, e, tag, _ in marked(doc, "words") for word in _parted(text, b, e, tag))
        words = tuple((b, e, "LOC" if text[b:e] in own else tag) for b, e, tag in parted)
        return cls(text, setting, words, **spans)

    def __post_init__(self) -> None:
        """Index the words and sentences by where they begin."""
        object.__setattr__(self, "_word_begins", [w[0] for w in self.words])
        object.__setattr__(self, "_sentence_begins", [s[0] for s in self.sentences])

    def word_at(self, offset: int) -> int:
        """Return the index of the word that holds a character, or of the last one before it (-1 when there is none)."""
        return bisect_right(self._word_begins, offset) - 1  # type: ignore[attr-defined]

    def sentence_at(self, offset: int) -> tuple[int, int] | None:
        """Return the sentence that holds a character, or None where nothing is read (furniture, by-lines)."""
        index = bisect_right(self._sentence_begins, offset) - 1  # type: ignore[attr-defined]
        if index >= 0 and offset < self.sentences[index][1]:
            return self.sentences[index]
        return None

    def words_in(self, begin: int, end: int) -> Iterator[Word]:
        """Yield the words that lie wholly within the offsets."""
        index = bisect_right(self._word_begins, begin - 1)  # type: ignore[attr-defined]
        while index < len(self.words) and self.words[index][1] <= end:
            yield self.words[index]
            index += 1

    def ends_word(self, offset: int) -> bool:
        """Tell whether a word ends at an offset."""
        index = self.word_at(offset - 1)
        return index >= 0 and self.words[index][1] == offset

    def tag_at(self, offset: int) -> str:
        """Return the tag of the word that holds a character, "" where there is none."""
        index = self.word_at(offset)
        return self.words[index][2] if index >= 0 and offset < self.words[index][1] else ""


def _parted(text: str, begin: int, end: int, tag: str) -> Iterator[Word]:
    """Yield a word of LAC, or what it is made of: a name and its verb (某某科技计划|投资), a bracket within a name.

    What LAC takes for a time is none where it says only that things are of today (现代物流城).
    """
    acts = pattern("bodies", "acting").search(text, begin + _TRADE, end + _TRADE) if tag in _SEEN else None
    if acts and acts.end() == end:
        yield begin, acts.start(), tag
        yield acts.start(), end, "v"
    elif end - begin > 1 and (close := text.find("）", begin, end)) >= 0 and "（" not in text[begin:close]:
        yield from [(begin, close, "LOC")] if close > begin else []
        yield close, close + 1, "w"
        yield from [(close + 1, end, "ORG")] if close + 1 < end else []
    else:
        timeless = tag == "TIME" and pattern("carriers", "timeless").match(text, begin, end)
        yield begin, end, "n" if timeless else tag


def touches(begin: int, end: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether the offsets share a character with one of the sorted spans, which do not overlap.

    >>> touches(2, 4, ((0, 1), (3, 5))), touches(2, 4, ((0, 2), (4, 5)))
    (True, False)
    """
    index = bisect_left(spans, (end,)) - 1
    return index >= 0 and spans[index][1] > begin


def within(begin: int, end: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether the offsets lie inside one of the sorted spans.

    >>> within(2, 4, ((0, 1), (1, 5)))
    True
    """
    index = bisect_right(spans, (begin, 1 << 60)) - 1
    return index >= 0 and spans[index][0] <= begin and end <= spans[index][1]
