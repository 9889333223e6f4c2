"""Blocks and sentences: where a thought ends, and what is layout.

Only titles, headings and paragraphs have sentences; by-lines and furniture stay blocks.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.annotate.spans import Layer, mark

LONGEST = 400
"""No sentence is longer (in characters): what has no end mark is cut at its last comma before, else right there."""
_QUOTED = 200  # a quotation longer than this is cut like other text
_READ = frozenset({"title", "heading", "paragraph"})
_PAIRS = {"“": "”", "（": "）", "《": "》", "「": "」", "(": ")"}
_ENDS = "。！？；!?;…"
_GOES_ON = "，、；：。的之等" + "".join(_PAIRS.values())  # after a closing quote these carry the sentence on
_MARK = re.compile(f"[{_ENDS}]+[”」』’]?|[{re.escape(''.join(_PAIRS))}]")
_BREATH = re.compile("[，、：,:]")


class Sentences:
    """Mark the layers ``blocks`` (label: the block's kind) and ``sentences`` out of the clean text's blocks."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc and return it."""
        blocks, text = doc._.clean.blocks, doc._.clean.text
        mark(doc, "blocks", ((b.begin, b.end, b.kind, None) for b in blocks if b.begin < b.end))
        mark(doc, "sentences", (s for b in blocks if b.kind in _READ for s in _layers(text, b.begin, b.end)))
        return doc


def _layers(text: str, begin: int, end: int) -> Iterator[Layer]:
    return ((begin + b, begin + e, "sentence", None) for b, e in sentences(text[begin:end]))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the sentences of one block, without white space around them.

    Quotations and brackets hold together unless they are long; a stop before a closing quote ends the sentence there.

    >>> text = "他说：“要快。要稳。”大家鼓掌；会后签约。"
    >>> [text[begin:end] for begin, end in sentences(text)]
    ['他说：“要快。要稳。”', '大家鼓掌；', '会后签约。']
    """
    begin = 0
    for end in (*_ends(text), len(text)):
        yield from _pieces(text, begin, end)
        begin = end


def _ends(text: str) -> Iterator[int]:
    position = 0
    while match := _MARK.search(text, position):
        position = match.end()
        if match[0] in _PAIRS:
            position = _closed(text, match.start())
            if text[position - 2] not in _ENDS or text[position - 1] == match[0]:
                continue
        if position < len(text) and text[position] not in _GOES_ON:
            yield position


def _closed(text: str, opened: int) -> int:
    """Return where the pair opened there is closed, or the place behind its opening when that is too far away."""
    opening, closing, depth = text[opened], _PAIRS[text[opened]], 0
    for place in range(opened, min(len(text), opened + _QUOTED)):
        depth += (text[place] == opening) - (text[place] == closing)
        if depth == 0:
            return place + 1
    return opened + 1


def _pieces(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end:
        cut = end
        if end - begin > LONGEST:
            cut = max((m.end() for m in _BREATH.finditer(text, begin, begin + LONGEST)), default=begin + LONGEST)
        piece = text[begin:cut]
        if stripped := piece.strip():
            first = begin + piece.index(stripped[0])
            yield first, first + len(stripped)
        begin = cut
