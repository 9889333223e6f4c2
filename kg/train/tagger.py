"""The tagger's training: cases in, weights out, by CRFsuite's L-BFGS with elastic-net regularisation.

Okazaki, CRFsuite (2007), https://www.chokkan.org/software/crfsuite/. What the grammar finds is among the features, so
that the field learns where it can be trusted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import numpy as np
import pycrfsuite
from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.annotate.tagger.crf import Field, slots
from kg.annotate.tagger.features import Numbers, feature_numbers
from kg.model import Kind
from kg.train.markup import Case

LABELS = ("O", *get_args(Kind))
Sentence = tuple[Numbers, list[str]]
_SETTINGS = {"c1": 0.1, "c2": 0.1, "max_iterations": 120, "feature.possible_transitions": True}


def sentences(case: Case, doc: Doc) -> Iterator[Sentence]:
    """Yield the features and the labels of every sentence of a case; of nested names the outermost counts."""
    clean = doc._.clean
    at = {origin: offset for offset, origin in enumerate(clean.origins)}
    labels = ["O"] * len(clean.text)
    for mark in case.marks:
        held = [at[origin] for origin in range(mark.begin, mark.end) if origin in at]
        if mark.kind != "figure" and held and all(labels[offset] == "O" for offset in held):
            labels[held[0] : held[-1] + 1] = [mark.kind] * (held[-1] + 1 - held[0])
    spans = [(begin, end) for begin, end, *_ in marked(doc, "sentences")]
    for (begin, end), numbers in zip(spans, feature_numbers(doc, spans), strict=True):
        yield numbers, labels[begin:end]


def trained(given: Iterable[Sentence]) -> Field:
    """Return the field that the sentences teach; the same for the same sentences."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for numbers, labels in given:
        trainer.append([[format(number, "x") for number in row] for row in numbers.tolist()], labels)
    trainer.set_params(_SETTINGS)
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    return _field(info)


def _field(info: Any) -> Field:
    column = {label: n for n, label in enumerate(LABELS)}
    rows = defaultdict[int, list[tuple[int, float]]](list)
    for (feature, label), weight in info.state_features.items():
        rows[int(feature, 16)].append((column[label], weight))
    told = np.array(sorted(rows), np.uint64)
    numbers = told[np.unique(slots(told), return_index=True)[1]]
    weights = np.zeros((len(numbers) + 1, len(LABELS)), np.float32)
    for row, number in enumerate(numbers.tolist()):
        for at, weight in rows[number]:
            weights[row, at] = weight
    transitions = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (before, after), weight in info.transitions.items():
        transitions[column[before], column[after]] = weight
    return Field(LABELS, numbers, weights, transitions)


def save(made: Field, path: Path) -> None:
    """Write a field to a file, the same bytes for the same field."""
    kept: dict[str, Any] = {"labels": np.array(made.labels), "features": made.features}
    kept |= {"weights": made.weights[:-1].astype(np.float16), "transitions": made.transitions}
    np.savez_compressed(path, **kept)
