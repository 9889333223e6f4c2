"""The articles of a document: under which headlines its sentences stand.

A page of a newspaper is one document with several articles. A headline stands above its article; where a page is
printed so that it begins within one and ends with headlines, each of these goes to the article whose words it shares.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from pyoxigraph import Triple

from kg.graph.nodes import Naming, describe, integer, term, zh
from kg.model import Block, CleanText, Reading
from kg.resources import Pattern, patterns

# A title is made of two headlines at most; of what is a heading in the middle of a page, of one.
_LINES = 2
# How many characters of a text are told where it has no headline.
_BEGINNING = 20
# By so many characters a paragraph shows that it opens an article.
_OPENING = 60
# The title of an article, "" for none, and where it begins.
_Start: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a document: its title and its clean offsets."""

    title: str
    begin: int
    end: int


@dataclass(slots=True)
class _Part:
    """Paragraphs with what stands right above them: headlines, and perhaps a by-line."""

    heads: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    signed: bool = False


def title(reading: Reading) -> str:
    """Return what a document is called: the title of its first article, else its identifier, date and first words."""
    if found := articles(reading.clean):
        return found[0].title
    blocks = [block for block in reading.clean.blocks if block.kind == "paragraph"]
    text = reading.clean.text[blocks[0].begin : blocks[0].end] if blocks else reading.clean.text
    begun = text if len(text) <= _BEGINNING else f"{text[:_BEGINNING]}…"
    return f"{' '.join(filter(None, (reading.document.identifier, reading.date)))}：{begun}"


def articles(clean: CleanText) -> tuple[Article, ...]:
    r"""Return the articles of a text, which leave nothing between them; none where nothing is a headline.

    >>> text = "甲县招商\n3月1日，大会召开。\n乙县开工\n3月2日，项目开工。"
    >>> blocks = (Block("title", 0, 4), Block("paragraph", 5, 15), Block("heading", 16, 20), Block("paragraph", 21, 31))
    >>> [article.title for article in articles(CleanText(text, tuple(range(31)), blocks))]
    ['甲县招商', '乙县开工']
    """
    parts = list(_parts(clean))
    below = len(parts) > 1 and not parts[0].heads and not parts[-1].body
    starts = [start for start in (_below(clean, parts) if below else _above(clean, parts)) if start[0]]
    # What stands before the first headline is of its article, what has no headline of the one above.
    begins = [0, *(begin for _, begin in starts[1:])]
    ends = [*begins[1:], len(clean.text)]
    return tuple(Article(name, begin, end) for (name, _), begin, end in zip(starts, begins, ends, strict=False))


def triples(reading: Reading, naming: Naming) -> Iterator[Triple]:
    """Yield what is known of the articles of a document that has several."""
    found = articles(reading.clean)
    for article in found if len(found) > 1 else ():
        begin, end = reading.clean.source_span(article.begin, article.end)
        yield from describe(
            naming.thing("article", f"{reading.document.identifier}-{begin}-{end}"),
            ("rdf:type", term("fz:Article")),
            ("dcterms:isPartOf", naming.document(reading.document)),
            ("dcterms:title", zh(article.title)),
            ("nif:beginIndex", integer(begin)),
            ("nif:endIndex", integer(end)),
        )


def _parts(clean: CleanText) -> Iterator[_Part]:
    part = _Part()
    for block in clean.blocks:
        if block.kind == "paragraph":
            part.body.append(block)
        elif block.kind != "furniture":
            if part.body:
                yield part
                part = _Part()
            if block.kind == "byline":
                part.signed = True
            elif not _opens(clean, block, "numbered"):
                part.heads.append(block)
    if part.heads or part.body:
        yield part


def _above(clean: CleanText, parts: Sequence[_Part]) -> Iterator[_Start]:
    """Yield where articles begin by the headlines above them, which a heading within an article is not.

    What follows a headline opens as news do. Before the first headline a paragraph may say what is to come.
    """
    for number, part in enumerate(parts):
        news = part.body and (part.signed or _opens(clean, part.body[0], "lede"))
        led = number == 1 and not parts[0].heads and len(parts[0].body) == 1
        if part.heads and (not number or news or led):
            yield _called(clean, part.heads), part.heads[0].begin


def _below(clean: CleanText, parts: Sequence[_Part]) -> Iterator[_Start]:
    """Yield where articles begin, with those of all headlines whose words they share most."""
    bodies = [part.body for part in parts if part.body]
    texts = [clean.text[body[0].begin : body[-1].end] for body in bodies]
    heads: list[list[Block]] = [[] for _ in bodies]
    for head in (head for part in parts for head in part.heads):
        words = clean.text[head.begin : head.end]
        shared = [sum(words[at : at + 2] in text for at in range(len(words) - 1)) for text in texts]
        heads[shared.index(max(shared))].append(head)
    for body, own in zip(bodies, heads, strict=True):
        yield _called(clean, own), body[0].begin


def _called(clean: CleanText, heads: Iterable[Block]) -> str:
    """Return the title that headlines make, "" of none."""
    for kind, most in (("title", _LINES), ("heading", 1)):
        if lines := [clean.text[head.begin : head.end] for head in heads if head.kind == kind]:
            return " ".join(lines[:most])
    return ""


def _opens(clean: CleanText, block: Block, kind: str) -> bool:
    """Whether a block begins as those of a kind do."""
    opening = clean.text[block.begin : min(block.end, block.begin + _OPENING)]
    return any(row.regex.match(opening) for row in _rows(kind))


@cache
def _rows(kind: str) -> tuple[Pattern, ...]:
    return tuple(row for row in patterns("clean") if (row.more["kind"], row.more["where"]) == (kind, "start"))
