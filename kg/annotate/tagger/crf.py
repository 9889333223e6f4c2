"""A linear-chain conditional random field over characters: how likely each tag is at each of them.

Lafferty, McCallum and Pereira, ICML 2001. The weights are trained by ``kg.train.tagger`` and kept in
``pipelines/models/tagger.npz``: the sorted numbers of the features, a row of weights a feature, the transitions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.annotate.tagger.features import Numbers
from kg.errors import KnowledgeError
from kg.resources import PIPELINES

Scores = NDArray[np.float32]
BATCH = 128
SLOTS = 20  # bits of a feature's number that say where it is looked up; training keeps one feature a slot


@dataclass(frozen=True)
class Field:
    """The weights of a trained field: a row for each feature, and one of zeros for all others."""

    labels: tuple[str, ...]
    features: Numbers
    weights: Scores
    transitions: Scores

    @cached_property
    def _rows(self) -> NDArray[np.int32]:
        """The row of the feature in each slot."""
        rows = np.full(1 << SLOTS, len(self.features), np.int32)
        rows[slots(self.features)] = np.arange(len(self.features))
        return rows

    @cached_property
    def _known(self) -> Numbers:
        return np.append(self.features, np.uint64(0))

    def likely(self, sentences: Sequence[Numbers]) -> list[Scores]:
        """Return how likely each tag is at each character of every sentence (given by its features), in that order."""
        order = sorted(range(len(sentences)), key=lambda n: (len(sentences[n]), n))
        found: dict[int, Scores] = {}
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            lengths = np.array([len(sentences[n]) for n in batch])
            scores = np.zeros((len(batch), int(lengths.max()), len(self.labels)), np.float32)
            scores[np.arange(scores.shape[1]) < lengths[:, None]] = self._scores([sentences[n] for n in batch])
            likely = posteriors(scores, self.transitions, lengths)
            found.update((n, likely[row, : lengths[row]]) for row, n in enumerate(batch))
        return [found[n] for n in range(len(sentences))]

    def _scores(self, sentences: Sequence[Numbers]) -> Scores:
        """Return what the features of each character of the sentences in a row say for each tag (character × tag)."""
        numbers = np.concatenate(sentences)
        rows = self._rows[slots(numbers)]
        rows[self._known[rows] != numbers] = len(self.features)
        scores = np.zeros((len(numbers), len(self.labels)), np.float32)
        for column in range(numbers.shape[1]):
            scores += self.weights[rows[:, column]]
        return scores


def slots(numbers: Numbers) -> NDArray[np.intp]:
    """Return where features are looked up."""
    return (numbers >> np.uint64(64 - SLOTS)).astype(np.intp)


def posteriors(scores: Scores, transitions: Scores, lengths: NDArray[np.int64]) -> Scores:
    """Return the probability of each tag at each place (batch × time × tag), by the forward-backward algorithm.

    Scaled at each place as Rabiner does (Proceedings of the IEEE 77, 1989), so that no logarithm is needed.
    """
    time = scores.shape[1]
    here = np.exp(scores - scores.max(axis=2, keepdims=True))
    step = np.exp(transitions)
    forward, backward = here.copy(), np.ones_like(here)
    forward[:, 0] /= forward[:, 0].sum(axis=1, keepdims=True)
    for t in range(1, time):
        forward[:, t] *= forward[:, t - 1] @ step
        forward[:, t] /= forward[:, t].sum(axis=1, keepdims=True)
    for t in range(time - 2, -1, -1):
        ahead = (backward[:, t + 1] * here[:, t + 1]) @ step.T
        ahead /= ahead.sum(axis=1, keepdims=True)
        backward[:, t] = np.where((t + 1 < lengths)[:, None], ahead, 1)
    both = forward * backward
    return np.asarray(both / both.sum(axis=2, keepdims=True), np.float32)


@cache
def field(path: Path = PIPELINES / "models" / "tagger.npz") -> Field:
    """Return the trained field. Raises KnowledgeError when its file cannot be read."""
    try:
        with np.load(path) as kept:
            weights = np.vstack([kept["weights"], np.zeros((1, kept["weights"].shape[1]))]).astype(np.float32)
            labels = tuple(str(label) for label in kept["labels"])
            return Field(labels, kept["features"], weights, kept["transitions"].astype(np.float32))
    except (OSError, KeyError, ValueError) as error:
        raise KnowledgeError(f"{path}: no model of the tagger ({error}); write it with: make train") from error
