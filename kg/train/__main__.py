"""Write ``pipelines/models`` anew from the annotated texts of a checkout: ``python -m kg.train``."""

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from kg.annotate.pipeline import annotate
from kg.clean import clean
from kg.errors import FangzhiError
from kg.model import Document
from kg.read import read
from kg.resources import PIPELINES
from kg.train.calibration import calibrated
from kg.train.markup import cases

_CONFIDENCE = PIPELINES / "models" / "confidence.tsv"
_TESTS = PIPELINES.parent / "tests"
_PAPERS = ("gold", "unread")
"""The second are pages that no rule was ever mended with: they tell how sure one can be of a page from elsewhere."""


def main() -> None:
    """Weigh the confidence of facts and write what came of it."""
    documents, golds = zip(*_sentences(), *_papers(), strict=True)
    docs = annotate((document, clean(document)) for document in documents)
    rows = calibrated(zip(docs, golds, strict=True))
    lines = ["# How much each sign of a fact tells that it is right. Written by python -m kg.train; do not edit."]
    lines += ["kind\tsign\tweight", *(f"{kind}\t{sign}\t{weight}" for kind, sign, weight in rows)]
    _CONFIDENCE.write_text("\n".join(lines) + "\n", encoding="utf8")
    print(f"{_CONFIDENCE}: {len(rows)} weights")


def _sentences() -> Iterator[tuple[Document, Mapping[str, Any]]]:
    """Yield the annotated sentences as documents."""
    yield from ((case.document(), case.annotation()) for case in cases())


def _papers() -> Iterator[tuple[Document, Mapping[str, Any]]]:
    """Yield the annotated papers of the tests."""
    for path in sorted(path for part in _PAPERS for path in (_TESTS / part / "units").iterdir()):
        gold = json.loads((path.parents[1] / "facts" / f"{path.stem}.json").read_text(encoding="utf8"))
        yield from ((document, gold) for document in read(path) if document.identifier == gold["doc"])


if __name__ == "__main__":
    try:
        main()
    except FangzhiError as error:
        sys.exit(f"fangzhi: {error}")
