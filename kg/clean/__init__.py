"""Clean the text of a document: artifacts of the page undone, blocks told apart, every character with its way home."""

from itertools import chain

from kg.clean.fold import fold
from kg.clean.layout import stretches
from kg.clean.lines import cut
from kg.clean.mask import mask
from kg.clean.squeeze import squeeze
from kg.clean.tables import part_cells
from kg.model import Block, CleanText, Document

__all__ = ["clean"]


def clean(document: Document) -> CleanText:
    """Return the clean text of a document, its blocks, and the source offset of every character.

    Cleaning clean text changes nothing: the steps are repeated until that holds, which is at once but for rare pages.

    >>> source = "甲县\\n县委书记  张三\\n\\n本报讯 今年引进 亿元项目\\n３５ 个。"
    >>> clean(Document("a", "a", "a.txt", "", "utf-8", source, 0, len(source))).text
    '甲县\\n县委书记 张三\\n本报讯\\n今年引进亿元项目35个。'
    """
    text, ranges, blocks = _once(document.source[document.begin : document.end])
    origins = tuple(chain.from_iterable(range(r.start + document.begin, r.stop + document.begin) for r in ranges))
    while (again := _once(text))[0] != text:
        text, ranges, blocks = again
        origins = tuple(origins[i] for i in chain.from_iterable(ranges))
    return CleanText(text, origins, blocks)


def _once(source: str) -> tuple[str, list[range], tuple[Block, ...]]:
    """Return clean text, the offsets in ``source`` of its characters as ranges, and its blocks, after one pass."""
    folded = part_cells(mask(fold(source)))
    texts: list[str] = []
    ranges: list[range] = []
    blocks: list[Block] = []
    at = 0
    for stretch in stretches(cut(folded)):
        text, origins = squeeze(folded, stretch.begin, stretch.end, headline=stretch.kind != "paragraph")
        if blocks:
            ranges.append(range(ranges[-1].stop, ranges[-1].stop + 1))
            at += 1
        blocks.append(Block(stretch.kind, at, at + len(text)))
        texts.append(text)
        ranges += origins
        at += len(text)
    return "\n".join(texts), ranges, tuple(blocks)
