"""Mentions: every name as it stands in the text."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.model import Mention, Quote


def mentions(doc: Doc) -> Iterator[Mention]:
    """Yield a mention for each span of ``doc.spans["names"]``.

    On gold/dev, by kind, see tests/benchmarks; a mention is right when its document names that entity.
    """
    text = doc._.clean.text
    for span in doc.spans.get("names", ()):
        yield Mention(span._.value, text[span.start : span.end], Quote(span.start, span.end))
