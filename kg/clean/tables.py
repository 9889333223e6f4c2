"""Tables in plain text: rows of cells that tabs or wide gaps part, told by their neighbours; a cell ends with one tab."""

import re
from collections.abc import Iterator
from itertools import groupby

from kg.clean.fold import GONE

# Two cells alone may be a headline's clauses or a name set apart; in a table the second is then a number.
_SURE = 3
_LINE = re.compile(r"[^\n]+")
_GAP = re.compile(rf"[ {GONE}]*\t[ \t{GONE}]*|[ {GONE}]*  [ {GONE}]*")
_NUMBER = re.compile(r"[\d.+-]")


def part_cells(text: str) -> str:
    """Return folded text, as long as before, in which each gap between two cells of a table is one tab.

    A table is two rows or more, one below the other. Tabs elsewhere become blanks.

    >>> part_cells("指标  单位  增速\\n产值  亿元  8.7\\n招商  引资").replace(GONE, "")
    '指标\\t单位\\t增速\\n产值\\t亿元\\t8.7\\n招商  引资'
    """
    if "\t" not in text and "  " not in text:
        return text
    lines = [line for line in _LINE.finditer(text) if line[0].strip(f" \t{GONE}")]
    runs = (list(run) for is_row, run in groupby(lines, _is_row) if is_row)
    rows = [row for run in runs if len(run) > 1 for row in run]
    parts, at = [], 0
    for begin, end in (gap for row in rows for gap in _gaps(row)):
        parts += [text[at:begin].replace("\t", " "), "\t", GONE * (end - begin - 1)]
        at = end
    return "".join(parts) + text[at:].replace("\t", " ")


def _is_row(line: re.Match[str]) -> bool:
    cells = [cell.strip(f" {GONE}") for cell in _GAP.split(line[0].strip(f" \t{GONE}"))]
    if len(cells) < 2 or all(len(cell) < 2 for cell in cells):
        return False
    return len(cells) >= _SURE or "\t" in line[0] or bool(_NUMBER.match(cells[-1]))


def _gaps(line: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Return the offsets of the gaps between the cells of a row, not of its margins."""
    whole = line[0].rstrip(f" \t{GONE}")
    margin = len(whole) - len(whole.lstrip(f" \t{GONE}"))
    return ((line.start() + gap.start(), line.start() + gap.end()) for gap in _GAP.finditer(whole, margin))
