"""Confidence: how likely a fact is read right, from signs weighed on annotated texts.

The weights are those of a logistic regression for each kind of fact (``kg.train.calibration``), kept in
``pipelines/models/confidence.tsv``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from math import exp

from spacy.tokens import Doc

from kg.extract.signs import Signs
from kg.model import Fact, Mention, Name
from kg.resources import model

_LEAST, _MOST = 0.01, 0.99


def weighed(doc: Doc, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield every fact with its confidence; names go first, for what rests on them."""
    found = tuple(facts)
    signs, sure = Signs(doc, found), defaultdict[Name, float](float)
    for fact in sorted(found, key=lambda fact: not isinstance(fact, Mention)):
        made = replace(fact, confidence=confidence(type(fact).__name__, signs.of(fact, sure)))
        if isinstance(made, Mention):
            sure[made.name] = max(sure[made.name], made.confidence)
        yield made


def confidence(kind: str, signs: Iterable[str], given: Mapping[str, Mapping[str, float]] | None = None) -> float:
    """Return the confidence, 0.01 to 0.99, that a fact of a kind with these signs is right, by weights given or kept.

    >>> 0.01 <= confidence("Post", ["", "names=95"]) <= 0.99
    True
    """
    weights = (_weights() if given is None else given).get(kind, {})
    return round(min(max(1 / (1 + exp(-sum(weights.get(sign, 0.0) for sign in signs))), _LEAST), _MOST), 2)


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    weights = defaultdict[str, dict[str, float]](dict)
    for row in model("confidence"):
        weights[row["kind"]][row["sign"]] = float(row["weight"])
    return weights
