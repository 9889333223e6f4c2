"""A text on the spot as an annotated Doc: each line of it is a paragraph, and the clean text is the source."""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.annotate.pipeline import annotate
from kg.model import Block, BlockKind, CleanText, Document


def annotated(
    text: str,
    home: str = "平阳县",
    date: str = "2023-02-18",
    identifier: str = "a",
    kinds: Sequence[BlockKind] = (),
) -> Doc:
    """Return the annotated Doc of a text whose section is headed by ``home`` ("" for a text without a heading).

    ``kinds`` are those of its first blocks; the others are paragraphs.
    """
    blocks, begin = [], 0
    for number, line in enumerate(text.split("\n")):
        blocks.append(Block(kinds[number] if number < len(kinds) else "paragraph", begin, begin + len(line)))
        begin += len(line) + 1
    document = Document(identifier, identifier, "a.txt", "", "utf8", text, 0, len(text), date, home)
    return next(annotate([(document, CleanText(text, tuple(range(len(text))), tuple(blocks)))]))
