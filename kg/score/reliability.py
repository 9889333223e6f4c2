"""Reliability: how often facts of one confidence are right, beside the confidence that they were given.

The usual table of calibration (DeGroot and Fienberg, The Statistician 32, 1983): where the two columns agree, a
confidence can be taken at its word.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact of a graph that an annotation speaks of: what it is sure of, and whether it is right."""

    kind: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The facts with a confidence from ``least`` to below ``below``: how many, how sure on average, how many right."""

    least: float
    below: float
    facts: int
    stated: float
    right: float


def reliability(judged: Iterable[Judged]) -> tuple[Band, ...]:
    """Return the bands that hold facts, the least sure first.

    >>> reliability([Judged("post", 0.92, True), Judged("post", 0.94, False)])
    (Band(least=0.9, below=0.95, facts=2, stated=0.93, right=0.5),)
    """
    facts = list(judged)
    bands = []
    for least, below in pairwise(_EDGES):
        inside = [fact for fact in facts if least <= fact.confidence < below]
        if inside:
            stated = sum(fact.confidence for fact in inside) / len(inside)
            right = sum(fact.right for fact in inside) / len(inside)
            bands.append(Band(least, min(below, 1.0), len(inside), round(stated, 4), round(right, 4)))
    return tuple(bands)
