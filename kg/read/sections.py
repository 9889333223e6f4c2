"""Sections of a page: each headed by a region, zone or body, then headlines, then the official who signs it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.resources import patterns

# Between a section's heading and its official stand a few headlines, and no sentence.
_HEADLINES = 6
_LONGEST_LINE = 60
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text and the name that heads it, "" for the page's own text before or after the sections."""

    begin: int
    end: int
    heading: str


def sections(text: str) -> list[Section]:
    """Return the sections of a page, which cover it without a gap; a page without them is one section.

    What stands before the first, if it is no more than masthead and headlines, goes with it.
    One section alone does not cut a page, but gives it its heading when it opens it.

    >>> page = "甲县\\n招商跑出加速度\\n县委书记 张三\\n正文。\\n乙市\\n市长 李四\\n正文。"
    >>> [section.heading for section in sections(page)]
    ['甲县', '乙市']
    """
    heads = _with_body(text, list(_heads(text)))
    if len(heads) < 2:
        opens = bool(heads) and not text[: heads[0][0]].strip()
        return [Section(0, len(text), heads[0][1] if opens else "")]
    bounds = [begin for begin, _ in heads[1:]] + [len(text)]
    cut = [Section(begin, end, name) for (begin, name), end in zip(heads, bounds, strict=True)]
    first, last = cut[0], cut[-1]
    if _has_body(text[: first.begin]):
        cut.insert(0, Section(0, first.begin, ""))
    else:
        cut[0] = Section(0, first.end, first.heading)
    if own := _page_headline(text, last):
        cut[-1:] = [Section(last.begin, own, last.heading), Section(own, last.end, "")]
    return cut


def _heads(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and name of each line that heads a section: an official follows before any sentence does."""
    section, official, signed = map(_row, ("section", "official", "section-signed"))
    sentence_end = _row("sentence-end")
    waiting: tuple[int, str] | None = None
    since = 0
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if not line:
            continue
        since += 1
        if len(line) > _LONGEST_LINE or since > _HEADLINES or sentence_end.search(line):
            waiting = None
        if len(line) > _LONGEST_LINE:
            continue
        if both := signed.match(line):
            yield match.start(), both["name"]
            waiting = None
        elif waiting and official.match(line):
            yield waiting
            waiting = None
        elif head := section.match(line):
            waiting, since = (match.start(), head["name"]), 0


def _with_body(text: str, heads: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the heads that text follows: a list of bodies and their officials heads nothing."""
    bounds = [begin for begin, _ in heads] + [len(text)]
    return [head for head, end in zip(heads, bounds[1:], strict=True) if _has_body(text[head[0] : end])]


def _has_body(text: str) -> bool:
    end = _row("sentence-end")
    return any(end.search(line.strip()) for line in text.splitlines())


def _page_headline(text: str, last: Section) -> int | None:
    """Return where the page's own headline, printed twice over, begins after the last section, if it does."""
    twice = _row("page-headline")
    own = twice.search(text, last.begin, last.end)
    return own.start() if own and not twice.search(text, 0, last.begin) else None


def _row(name: str) -> re.Pattern[str]:
    return next(row.regex for row in patterns("read") if row.id == name)
