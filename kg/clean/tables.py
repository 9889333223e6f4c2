"""Tables in plain text: rows of cells parted by tabs or wide gaps, told by their neighbours; a gap becomes one tab."""

import re
from itertools import groupby

from kg.clean.fold import GONE

# Two cells may be the clauses of a headline or a name set apart; in a table the second is then a number.
_SURE = 3
_LINE = re.compile(r"[^\n]+")
_BLANK = re.compile(f"[ \t{GONE}]+")
_NUMBER = re.compile(r"[\d.+-]")

Span = tuple[int, int]


def part_cells(text: str) -> str:
    """Return folded text, as long as before, in which each gap between two cells of a table is one tab.

    A table is two rows or more, one below the other. Tabs elsewhere become blanks.

    >>> part_cells("指标  单位  增速\\n产值  亿元  8.7\\n招商  引资").replace(GONE, "")
    '指标\\t单位\\t增速\\n产值\\t亿元\\t8.7\\n招商  引资'
    """
    if "\t" not in text and "  " not in text:
        return text
    lines = [gaps for line in _LINE.finditer(text) if (gaps := _gaps(line)) is not None]
    runs = (list(run) for is_row, run in groupby(lines, lambda gaps: _is_row(text, gaps)) if is_row)
    parts, at = [], 0
    for begin, end in (gap for run in runs if len(run) > 1 for row in run for gap in row[1:-1]):
        parts += [text[at:begin].replace("\t", " "), "\t", GONE * (end - begin - 1)]
        at = end
    return "".join(parts) + text[at:].replace("\t", " ")


def _gaps(line: re.Match[str]) -> list[Span] | None:
    """Return the left margin of a line, the gaps between its cells and its right margin, or None if it is blank."""
    blanks = [(blank.start(), blank.end()) for blank in _BLANK.finditer(line.string, line.start(), line.end())]
    left, right = (line.start(),) * 2, (line.end(),) * 2
    if blanks and blanks[0][0] == line.start():
        left = blanks.pop(0)
    if blanks and blanks[-1][1] == line.end():
        right = blanks.pop()
    if left[1] == right[0]:
        return None
    return [left, *(blank for blank in blanks if _wide(line.string[slice(*blank)])), right]


def _wide(blank: str) -> bool:
    return "\t" in blank or blank.count(" ") > 1


def _is_row(text: str, gaps: list[Span]) -> bool:
    cells = [text[end:begin] for (_, end), (begin, _) in zip(gaps, gaps[1:], strict=False)]
    if len(cells) < 2 or all(len(cell) < 2 for cell in cells):
        return False
    tab = "\t" in text[gaps[0][1] : gaps[-1][0]]
    return len(cells) >= _SURE or tab or bool(_NUMBER.match(cells[-1]))
