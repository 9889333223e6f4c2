"""Mentions: every name as it stands in the text."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.model import Mention, Quote


def mentions(doc: Doc) -> Iterator[Mention]:
    """Yield a mention for each name of the layer ``names``.

    How often its document names that thing indeed is measured by kind in ``kg.annotate.names.Names``.
    """
    text = doc._.clean.text
    for begin, end, _, name in marked(doc, "names"):
        yield Mention(name, text[begin:end], Quote(begin, end))
