"""The lines of a page and what each is by itself: furniture, by-line, heading, or a line of a text that may go on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.clean.fold import GONE
from kg.resources import Pattern, patterns

# Widths count columns: a Chinese character takes two. Beyond the first, no line is furniture or a heading by its words;
# beyond the second, none is a heading at all.
_CUE_WIDTH = 200
LONG = 90
# After 相关链接 a web page holds nothing but links, unless so many lines follow that it was not its end.
_TAIL_LINES = 20
_KEY_VALUE_WIDTH = 24
_HEADING_AGAIN = 20
_START, _END = 90, 90

_LINE = re.compile(rf"[^\n \u200b][^\n]*(?<![ {GONE}])|[^\n \u200b]")
_FINAL = re.compile(r"[。！？!?…][”’」』）)》】\"']*$")
_LIST_END = re.compile(r"[：；:;]$")
_OPEN_TITLE = re.compile(r"《[^《》]{0,40}$")
_CLOSES_TITLE = re.compile(r"[^《》]{0,40}》")
_INNER = re.compile(r"[，。；、]")
_CLOSER = re.compile(r"[，。、；：！？…”’）》」』】%]")


@dataclass(slots=True)
class Line:
    """A line, or a part of one, of folded text; ``kind`` is "" until known, ``led`` the columns of a 本报讯 before."""

    begin: int
    end: int
    text: str
    kind: str = ""
    after_blank: bool = False
    indented: bool = False
    led: int = 0

    @property
    def width(self) -> int:
        """The columns it takes with what led it, blanks aside; exact up to what matters."""
        return self.led + _columns(self.text[: 2 * LONG])

    @property
    def final(self) -> bool:
        """Whether a sentence ends with it."""
        return bool(_FINAL.search(self.text, max(0, len(self.text) - 8)))

    @property
    def runs_on(self) -> bool:
        """Whether a sentence has begun in it, by its marks, and does not end with it."""
        return not self.final and bool(_INNER.search(self.text))

    @property
    def dangles(self) -> bool:
        """Whether it ends with a mark that nothing can end with."""
        return self.text.endswith(("，", "、"))

    @property
    def opens_list(self) -> bool:
        """Whether it ends with a colon or semicolon: no heading, and in whole-line layouts a block."""
        return bool(_LIST_END.search(self.text[-1:]))

    @property
    def closes(self) -> bool:
        """Whether it begins with a mark or a word (的) that cannot begin a block."""
        return bool(_CLOSER.match(self.text)) or self._starts("goes-on")

    @property
    def opening(self) -> bool:
        """Whether it begins with what only begins a block: 一、 （二） 3. or a bullet."""
        return self._starts("opening")

    @property
    def numbered(self) -> bool:
        """Whether it begins with the number of a section: 一、 （二） 3."""
        return self._starts("numbered")

    @property
    def bullet(self) -> bool:
        """Whether it is an item of a list, by its mark: ●"""
        return self._starts("bullet")

    @property
    def labelled(self) -> bool:
        """Whether it begins with a label: 招商引资："""
        return self._starts("label")

    def cuts_title(self, below: "Line") -> bool:
        """Whether a 《title》 opens in this line and closes in the one below."""
        return bool(_OPEN_TITLE.search(self.text) and _CLOSES_TITLE.match(below.text))

    def _starts(self, kind: str) -> bool:
        return any(row.regex.match(self.text) for row in _rows(kind, "start"))


def _columns(text: str) -> int:
    return len(text.replace(" ", "").encode("gbk", "replace"))


@cache
def _rows(kind: str, where: str) -> tuple[Pattern, ...]:
    return tuple(row for row in patterns("clean") if (row.more["kind"], row.more["where"]) == (kind, where))


@cache
def _line_rows() -> tuple[tuple[str, Pattern], ...]:
    """Return (kind, row) of the patterns that tell a whole line, in order of trust."""
    read = {row.id: row for row in patterns("read")}
    official = [("heading", read[row]) for row in ("official", "section-signed")]
    kinds = ("key", "tail", "furniture", "byline", "heading", "headline")
    told = [(kind, row) for kind in kinds for row in _rows(kind, "line")]
    return *official, *told


def cut(text: str) -> list[Line]:
    """Return the lines of folded text that hold anything, each with its kind where its words tell it.

    >>> [line.kind for line in cut("来源：某某日报\\n县委书记 张三\\n本报讯 昨日，大会召开。")]
    ['furniture', 'heading', 'byline', '']
    """
    lines = [part for line in _whole(text) for part in _parts(line)]
    for line in lines:
        line.kind = line.kind or ("" if line.led else _kind(line))
    _tell_by_neighbours(lines)
    return lines


def _whole(text: str) -> Iterator[Line]:
    at = 0
    for match in _LINE.finditer(text):
        breaks = text.count("\n", at, match.start())
        indent = match.start() - text.rfind("\n", at, match.start()) - 1 if breaks or not at else 0
        yield Line(match.start(), match.end(), match[0], after_blank=breaks > 1, indented=indent > 1)
        at = match.end()


def _parts(line: Line) -> Iterator[Line]:
    """Yield the line, its by-line at the start (本报讯) or the end (本报记者 … 摄) as a line of its own."""
    text, whole = line.text, len(line.text)
    leads = (row.regex.match(text[:_START]) for row in _rows("byline", "start"))
    begin = next((lead.end() for lead in leads if lead), 0)
    tails = (row.regex.search(text, max(begin, whole - _END)) for row in _rows("byline", "end"))
    end = next((tail.start() for tail in tails if tail), whole)
    for kind, from_, to in (("byline", 0, begin), ("", begin, end), ("byline", end, whole)):
        if shown := text[from_:to].strip(" " + GONE):
            at = line.begin + text.index(shown, from_)
            first, led = from_ == 0, 0 if kind else _columns(text[:from_])
            yield Line(at, at + len(shown), shown, kind, first and line.after_blank, first and line.indented, led)


def _kind(line: Line) -> str:
    if line.width > _CUE_WIDTH:
        return "row" if "\t" in line.text else ""
    shown = line.text.replace(GONE, "")
    kind = next((kind for kind, row in _line_rows() if row.regex.match(shown)), "")
    return "row" if "\t" in shown and kind in ("", "headline") else kind


def _tell_by_neighbours(lines: list[Line]) -> None:
    """Tell as furniture the value below a key (来源：), a bread-crumb, a headline again, the links at the end."""
    seen: set[str] = set()
    for i, line in enumerate(lines):
        above, below = lines[i - 1] if i else None, lines[i + 1] if i + 1 < len(lines) else None
        short = line.width <= _KEY_VALUE_WIDTH and not line.final
        crumb = any(near and near.text == ">" for near in (above, below))
        middle = above and not above.kind and above.runs_on
        if line.kind == "headline" and middle:
            line.kind = ""
        if short and (crumb or (above and above.kind == "key")):
            line.kind = "furniture"
        if not middle and _HEADING_AGAIN <= line.width <= LONG and not (line.final or line.runs_on):
            line.kind = "furniture" if line.text in seen else line.kind
            seen.add(line.text)
    tails = (i for i, line in enumerate(lines) if line.kind == "tail" and len(lines) - i <= _TAIL_LINES)
    tail = next(tails, len(lines))
    for i, line in enumerate(lines):
        if i >= tail or line.kind in ("key", "tail"):
            line.kind = "furniture"
