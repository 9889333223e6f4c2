"""The tagger: its field computes what the formula says, and it lets names stand, adds and mends them."""

from itertools import product

import numpy as np
import pytest
from texts import annotated

from kg.annotate.spans import marked
from kg.annotate.tagger.crf import Field, field, posteriors
from kg.annotate.tagger.features import TEMPLATES, feature_numbers


def test_the_probabilities_are_those_of_all_paths() -> None:
    random = np.random.default_rng(7)
    lengths = np.array([4, 2])
    scores = random.normal(size=(2, 4, 3)).astype(np.float32)
    transitions = random.normal(size=(3, 3)).astype(np.float32)
    found = posteriors(scores, transitions, lengths)
    for row, length in enumerate(lengths):
        wanted = np.zeros((length, 3))
        for path in product(range(3), repeat=int(length)):
            steps = sum(transitions[a, b] for a, b in zip(path, path[1:], strict=False))
            weight = np.exp(sum(scores[row, t, tag] for t, tag in enumerate(path)) + steps)
            for t, tag in enumerate(path):
                wanted[t, tag] += weight
        assert found[row, :length] == pytest.approx(wanted / wanted.sum(axis=1, keepdims=True), abs=1e-4)


def test_a_feature_without_weight_says_nothing() -> None:
    numbers = np.array([[5, 9], [7, 5]], np.uint64)
    weights = np.array([[0, 2], [3, 0], [0, 0]], np.float32)
    made = Field(("O", "B-Person"), np.array([5, 7], np.uint64), weights, np.zeros((2, 2), np.float32))
    (tagged,) = made.tagged([numbers])
    assert tagged.tags.tolist() == [1, 0]
    assert made.tagged([]) == []


def test_the_batch_of_a_sentence_changes_nothing() -> None:
    doc = annotated(
        "县委书记林海生调研云岭产业园。\n平阳县发展皮革产业，浙江明华科技有限公司落户平阳经济开发区，总投资12.5亿元。"
    )
    spans = [(begin, end) for begin, end, *_ in marked(doc, "sentences")]
    numbers = list(feature_numbers(doc, spans))
    together, alone = field().tagged(numbers), [field().tagged([one])[0] for one in numbers]
    for one, other in zip(together, alone, strict=True):
        assert one.tags.tolist() == other.tags.tolist()
        assert one.likely == pytest.approx(other.likely, abs=1e-5)


def test_every_character_has_a_number_for_every_template() -> None:
    doc = annotated("林海生说：“好𠮷。”")
    (numbers,) = feature_numbers(doc, [(0, 9)])
    assert numbers.shape == (9, len(TEMPLATES))
    again = next(feature_numbers(annotated("林海生说：“好𠮷。”"), [(0, 9)]))
    assert (numbers == again).all()


def test_every_name_has_a_tag_that_tells_how_likely_it_is() -> None:
    doc = annotated("县委书记林海生调研云岭产业园。")
    tags = {(begin, end, kind): likely for begin, end, kind, likely in marked(doc, "tags")}
    assert {(4, 7, "Person"), (9, 14, "Platform")} <= tags.keys()
    assert all(0 < likely <= 1 for likely in tags.values())
