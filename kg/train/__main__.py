"""Write ``pipelines/models`` anew from the annotated texts of a checkout: ``python -m kg.train``."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kg.model import Document
from kg.read import read
from kg.resources import PIPELINES
from kg.train.calibration import calibrated
from kg.train.markup import cases

_MODELS = PIPELINES / "models"
_GOLD = PIPELINES.parent / "tests" / "gold"


def _annotated() -> Iterator[tuple[Document, Mapping[str, Any]]]:
    """Yield every document of which the checkout has an annotation."""
    for case in cases():
        yield case.document(), case.annotation()
    for path in sorted((_GOLD / "units").iterdir()):
        gold = json.loads((_GOLD / "facts" / f"{path.stem}.json").read_text(encoding="utf8"))
        yield from ((document, gold) for document in read(path) if document.identifier == gold["doc"])


def main() -> None:
    """Train and write every model."""
    rows = calibrated(_annotated())
    lines = ["# How much each sign of a fact tells that it is right. Written by python -m kg.train; do not edit."]
    lines += ["kind\tsign\tweight", *(f"{kind}\t{sign}\t{weight}" for kind, sign, weight in rows)]
    (_MODELS / "confidence.tsv").write_text("\n".join(lines) + "\n", encoding="utf8")
    print(f"{_MODELS / 'confidence.tsv'}: {len(rows)} weights")


if __name__ == "__main__":
    main()
