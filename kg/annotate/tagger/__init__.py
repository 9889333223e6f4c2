"""The tagger component: a trained second reader of the names that the grammar has found.

The grammar decides what a name is and whom it means. The tagger, a conditional random field that has learned from
annotated sentences, says how likely each of its names is; what it says goes into the confidence of facts. It decides by
itself only where the grammar has nothing to go by: what LAC alone takes for an organization, without a suffix that
says so, does not stand against the tagger.

Measured on papers that neither had seen (F1 of all things but Policy): letting it add and replace names as well won
half a point on work reports and lost five on newspaper pages, so it does not.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from kg.annotate.names.carriers.suffixes import sort_of
from kg.annotate.spans import Layer, mark, marked
from kg.annotate.tagger.crf import Field, Scores, field
from kg.annotate.tagger.features import feature_numbers

DOUBT = 0.05  # an organization that only LAC knows is dropped below this


class Tagger:
    """Component: mark the layer ``tags``, how likely each name is, and take out of ``names`` what is unlikely."""

    def __init__(self, given: Field | None = None) -> None:
        """Take a field; the pipeline's own is loaded when it is first needed."""
        self._given = given

    def __call__(self, doc: Doc) -> Doc:
        """Mark how likely the names are, and let those stand that are not in doubt."""
        names, text, trained = marked(doc, "names"), doc._.clean.text, self._given or field()
        begins = [begin for begin, *_ in names]
        own = ((b, e, names[bisect_left(begins, b) : bisect_left(begins, e)]) for b, e, *_ in marked(doc, "sentences"))
        named = [sentence for sentence in own if sentence[2]]
        likely = trained.likely(list(feature_numbers(doc, ((begin, end) for begin, end, _ in named))))
        judged = zip(named, likely, strict=True)
        tags = [tag for (begin, _, inside), one in judged for tag in _judged(trained, one, begin, inside)]
        doubted = {tag[:3] for tag in tags if tag[3] < DOUBT}
        mark(doc, "tags", tags)
        mark(doc, "names", (name for name in names if name[:3] not in doubted or not _bare(text, name)))
        return doc


def _judged(trained: Field, likely: Scores, offset: int, names: Sequence[Layer]) -> Iterator[Layer]:
    """Yield each name with how likely all its characters are in a name of the kind: the least of them tells."""
    for begin, end, kind, _ in names:
        part = likely[begin - offset : end - offset, trained.labels.index(kind)]
        yield begin, end, kind, round(float(part.min()), 4)


def _bare(text: str, name: Layer) -> bool:
    """Tell whether nothing but LAC says that a name is an organization's."""
    begin, end, kind, named = name
    return kind == "Organization" and named.text == text[begin:end] and not sort_of(named.text)
