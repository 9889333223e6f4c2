"""Write ``pipelines/models`` anew from the annotated texts of a checkout: ``python -m kg.train``."""

import json
import sys
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc

from kg.annotate.pipeline import load
from kg.annotate.spans import blank_doc
from kg.annotate.tagger import Tagger
from kg.annotate.tagger.crf import Field
from kg.clean import clean
from kg.errors import FangzhiError
from kg.model import Document
from kg.read import read
from kg.resources import PIPELINES
from kg.train.calibration import calibrated
from kg.train.markup import cases
from kg.train.tagger import Sentence, save, sentences, trained

_MODELS = PIPELINES / "models"
_GOLD = PIPELINES.parent / "tests" / "gold"
_PARTS = 2


def main() -> None:
    """Train and write every model: the tagger, then the confidence of what is read with it."""
    known = [(_before_tagger(case.document()), case) for case in cases()]
    taught = [list(sentences(case, doc)) for doc, case in known]
    field = _taught(taught, ())
    save(field, _MODELS / "tagger.npz")
    print(f"{_MODELS / 'tagger.npz'}: {len(field.features)} features")
    # What a tagger was taught it gets right too often: the confidence is that of parts it was not taught.
    parts = [range(part, len(known), _PARTS) for part in range(_PARTS)]
    apart = [(Tagger(_taught(taught, part)), part) for part in parts]
    read_anew = [(tagger(known[n][0]), known[n][1].annotation()) for tagger, part in apart for n in part]
    rows = calibrated([*read_anew, *((Tagger(field)(doc), gold) for doc, gold in _papers())])
    lines = ["# How much each sign of a fact tells that it is right. Written by python -m kg.train; do not edit."]
    lines += ["kind\tsign\tweight", *(f"{kind}\t{sign}\t{weight}" for kind, sign, weight in rows)]
    (_MODELS / "confidence.tsv").write_text("\n".join(lines) + "\n", encoding="utf8")
    print(f"{_MODELS / 'confidence.tsv'}: {len(rows)} weights")


def _taught(taught: Sequence[Sequence[Sentence]], without: Container[int]) -> Field:
    return trained(one for n, own in enumerate(taught) if n not in without for one in own)


def _before_tagger(document: Document) -> Doc:
    """Return a document as the tagger meets it, the grammar's names on it."""
    nlp, text = load(), clean(document)
    doc = blank_doc(nlp.tokenizer(text.text), document, text)
    for name, component in nlp.pipeline:
        if name != "fangzhi_tagger":
            doc = component(doc)
    return doc


def _papers() -> Iterator[tuple[Doc, Mapping[str, Any]]]:
    """Yield the annotated papers of the tests, of which the tagger is taught nothing."""
    for path in sorted((_GOLD / "units").iterdir()):
        gold = json.loads((_GOLD / "facts" / f"{path.stem}.json").read_text(encoding="utf8"))
        yield from ((_before_tagger(document), gold) for document in read(path) if document.identifier == gold["doc"])


if __name__ == "__main__":
    try:
        main()
    except FangzhiError as error:
        sys.exit(f"fangzhi: {error}")
