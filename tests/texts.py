"""A text on the spot as an annotated Doc: each line of it is a paragraph, and the clean text is the source."""

from spacy.tokens import Doc

from kg.annotate.pipeline import annotate
from kg.model import Block, CleanText, Document


def annotated(text: str, home: str = "平阳县", date: str = "2023-02-18", identifier: str = "a") -> Doc:
    """Return the annotated Doc of a text whose section is headed by ``home`` ("" for a text without a heading)."""
    blocks, begin = [], 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph", begin, begin + len(line)))
        begin += len(line) + 1
    document = Document(identifier, identifier, "a.txt", "", "utf8", text, 0, len(text), date, home)
    return next(annotate([(document, CleanText(text, tuple(range(len(text))), tuple(blocks)))]))
