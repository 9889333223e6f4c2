"""A plain view of an annotated Doc for the name grammars: its text, words and earlier layers as tuples."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from spacy.tokens import Doc

from kg.annotate.setting import Setting
from kg.annotate.spans import marked
from kg.model import Name

Word: TypeAlias = tuple[int, int, str]
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
        words = tuple((b, e, "LOC" if text[b:e] in own else tag) for b, e, tag, _ in marked(doc, "words"))
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
