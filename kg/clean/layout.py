"""Lines to blocks: which lines a paragraph goes on over, and which stand by themselves as headings.

A line of a wrapped column is either full, as wide as its neighbours, or the last of its paragraph, which ends a
sentence. What is neither is a heading. Where lines are whole paragraphs, only a page break parts one.
"""

import re
from dataclasses import dataclass

from kg.clean.lines import LONG, Line
from kg.model import BlockKind

_SURE, _SHARE, _LEAST = 3, 1 / 3, 16
_HEADLINES = 3
_OF_LINE: dict[str, BlockKind] = {
    "furniture": "furniture",
    "byline": "byline",
    "heading": "heading",
    "headline": "heading",
    "row": "paragraph",
}
_STOP = re.compile(r"[。；]")
_UNCLOSED = re.compile(r"“[^“”]{0,40}$")
_CLOSES_QUOTE = re.compile(r"[^\"“”。！？]*[\"”]")
_PARAGRAPH_MARK = re.compile(r"[，。；：]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block before its white space is closed up: offsets in the folded text."""

    kind: BlockKind
    begin: int
    end: int


def stretches(lines: list[Line]) -> list[Stretch]:
    """Return the blocks that the lines make, in their order; the headings before the first paragraph are titles."""
    groups = _groups(lines)
    found: list[Stretch] = []
    titled = False
    for group in groups:
        kind = _kind(group)
        titled = titled or kind == "paragraph" or group[0].numbered
        title = kind == "heading" and not titled and group[0].kind != "heading"
        found.append(Stretch("title" if title else kind, group[0].begin, group[-1].end))
    return found


def _groups(lines: list[Line]) -> list[list[Line]]:
    wrapped, sure = _wrapped(lines)
    joins = _wrapped_joins(lines, sure) if wrapped else _whole_joins(lines)
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        above = lines[i - 1]
        if i and (joins[i] or not (line.kind or above.kind) and _belongs(above, line)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _belongs(above: Line, line: Line) -> bool:
    """Whether a line goes on with the one above whatever the layout, as the words where they part say."""
    return line.closes or above.dangles or above.cuts_title(line)


def _kind(group: list[Line]) -> BlockKind:
    first, last = group[0], group[-1]
    if first.kind:
        return _OF_LINE[first.kind]
    whole = last.final or last.opens_list or last.width > LONG or bool(_STOP.search(last.text))
    headline = len(group) > 1 and sum(line.width for line in group) <= LONG and not any(map(_marked, group))
    item = first.bullet and _marked(first)
    return "paragraph" if whole or item or (len(group) > 1 and not headline) else "heading"


def _marked(line: Line) -> bool:
    return bool(_PARAGRAPH_MARK.search(line.text))


def _wrapped(lines: list[Line]) -> tuple[bool, bool]:
    """Return whether the text is wrapped into columns, and whether enough lines say so to go by their widths."""
    plain = [line for line in lines if not line.kind]
    pairs = 0
    for line, below in zip(lines, lines[1:], strict=False):
        if not (line.kind or below.kind or line.final) and _LEAST <= line.width <= LONG:
            pairs += _alike(line.width, below.width) or (below.final and below.width <= line.width)
    return pairs > _SHARE * len(plain), pairs >= _SURE


def _alike(a: int, b: int) -> bool:
    return abs(a - b) <= 2 + 0.12 * max(a, b)


def _whole_joins(lines: list[Line]) -> list[bool]:
    """A line is a paragraph, unless a page break cut it: it ends no sentence and what follows is no heading."""
    joins, quoted = [False], False
    for i, (line, below) in enumerate(zip(lines, lines[1:], strict=False)):
        text = line.led or _STOP.search(line.text) or (line.width > LONG and line.runs_on)
        cut = text and not (line.kind or line.final or line.opens_list)
        fresh = below.kind or below.opening or below.labelled or below.indented
        heading = not below.final and below.width <= LONG and not _STOP.search(below.text)
        goes_on = cut and not fresh and not heading and _quote_goes_on(line.text, below.text)
        quoted = bool(_UNCLOSED.search(line.text)) or (quoted and "”" not in line.text)
        joins.append(bool(goes_on or (quoted and not line.kind and _closes_soon(lines[i + 1 : i + 4]))))
    return joins


def _closes_soon(below: list[Line]) -> bool:
    """Whether the quotation left open closes in one of the lines below, before anything else begins."""
    for line in below:
        if line.kind or "“" in line.text.partition("”")[0]:
            return False
        if "”" in line.text:
            return True
    return False


def _quote_goes_on(text: str, below: str) -> bool:
    """Whether a quotation left open, if there is one, closes in the text below before a sentence ends there."""
    open_ = text.count('"') % 2 or text.rfind("“") > text.rfind("”")
    return not open_ or bool(_CLOSES_QUOTE.match(below))


def _wrapped_joins(lines: list[Line], sure: bool) -> list[bool]:
    """Line by line from the top: the next one goes on if this one is body, ends no sentence, and it may be a middle."""
    tight = sum(line.after_blank for line in lines) * 2 < len(lines)
    indents = sum(line.indented for line in lines) * 2 < len(lines)
    ends = _ends(lines)
    joins, before = [False], 0
    for i, (line, below) in enumerate(zip(lines, lines[1:], strict=False)):
        fresh = below.kind or below.opening or (below.indented and indents)
        if line.kind:
            body = False
        elif line.final:
            body = tight and joins[i] and not below.after_blank and before - 2 <= line.width <= before + 2
        elif line.led or _STOP.search(line.text) or _UNCLOSED.search(line.text) or line.width > LONG:
            body = True
        elif joins[i] or not sure:
            body = line.runs_on or (sure and _full(line, below, before, True))
        else:
            headline = not ends[i] or (tight and _headlines(lines, i))
            body = not headline and _full(line, below, before, False)
        joins.append(bool(body and not fresh))
        if not line.kind and (body or line.final):
            before = max(line.width, before) if line.final else line.width
    return joins


def _ends(lines: list[Line]) -> list[bool]:
    """Return of each line whether a sentence ends below it, or goes on by its marks, before anything else begins."""
    ends = [False] * (len(lines) + 1)
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        ends[i] = not line.kind and (line.final or ends[i + 1] or line.runs_on)
    return ends


def _full(line: Line, below: Line, before: int, open_: bool) -> bool:
    """Whether a line is as wide as its column: as the body line before it, or as the one after it."""
    as_before = bool(before) and _alike(line.width, before)
    if open_ and as_before:
        return True
    if below.kind:
        return False
    if below.final:
        # The first line of a paragraph is indented: the last may be wider than it.
        return (below.width <= line.width + 2 or _alike(line.width, below.width)) and (as_before or not before)
    return as_before or _alike(line.width, below.width)


def _headlines(lines: list[Line], i: int) -> bool:
    """Whether a line stands in a stanza of headlines: short, between blank lines, without a paragraph's marks."""
    first = last = i
    while first and not lines[first].after_blank and i - first < _HEADLINES:
        first -= 1
    while last + 1 < len(lines) and not lines[last + 1].after_blank and last - i < _HEADLINES:
        last += 1
    stanza = lines[first : last + 1]
    plain = all(not (line.final or _PARAGRAPH_MARK.search(line.text)) and line.width <= LONG for line in stanza)
    return plain and len(stanza) <= _HEADLINES
