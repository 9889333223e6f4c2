"""The tagger: its field computes what the formula says, and its doubt takes out only what nothing else supports."""

from itertools import product

import numpy as np
import pytest
from texts import annotated

from kg.annotate.spans import mark, marked
from kg.annotate.tagger import Tagger
from kg.annotate.tagger.crf import Field, field, posteriors, slots
from kg.annotate.tagger.features import TEMPLATES, feature_numbers
from kg.model import Name

TEXT = "县委书记林海生调研云岭产业园。\n平阳县发展皮革产业，浙江明华科技有限公司落户平阳经济开发区，总投资12.5亿元。"


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


def numbered(*values: int) -> np.ndarray:
    """Features that are looked up in different slots."""
    return np.array([value << 44 for value in values], np.uint64)


def test_a_feature_without_weight_says_nothing() -> None:
    weights = np.array([[0, 2], [3, 0], [0, 0]], np.float32)
    made = Field(("O", "Person"), numbered(5, 7), weights, np.zeros((2, 2), np.float32))
    (likely,) = made.likely([np.array([numbered(5, 9), numbered(7, 5)], np.uint64)])
    assert likely[:, 1] == pytest.approx([1 / (1 + np.exp(-2)), 1 / (1 + np.exp(1))], abs=1e-4)
    assert made.likely([]) == []


def test_two_features_of_one_slot_are_told_apart() -> None:
    one, other = numbered(5)[0], numbered(5)[0] + np.uint64(1)
    assert slots(np.array([one]))[0] == slots(np.array([other]))[0]
    weights = np.array([[0, 2], [0, 0]], np.float32)
    made = Field(("O", "Person"), np.array([one], np.uint64), weights, np.zeros((2, 2), np.float32))
    (likely,) = made.likely([np.array([[one], [other]], np.uint64)])
    assert likely[1, 1] == pytest.approx(0.5)


def test_the_batch_of_a_sentence_changes_nothing() -> None:
    doc = annotated(TEXT)
    spans = [(begin, end) for begin, end, *_ in marked(doc, "sentences")]
    numbers = list(feature_numbers(doc, spans))
    for one, other in zip(field().likely(numbers), [field().likely([one])[0] for one in numbers], strict=True):
        assert one == pytest.approx(other, abs=1e-5)


def test_every_character_has_a_number_for_every_template() -> None:
    (numbers,) = feature_numbers(annotated("林海生说：“好𠮷。”"), [(0, 9)])
    assert numbers.shape == (9, len(TEMPLATES))
    again = next(feature_numbers(annotated("林海生说：“好𠮷。”"), [(0, 9)]))
    assert (numbers == again).all()


def test_every_name_has_a_tag_that_tells_how_likely_it_is() -> None:
    doc = annotated(TEXT)
    tags = {(begin, end, kind): likely for begin, end, kind, likely in marked(doc, "tags")}
    assert tags.keys() == {name[:3] for name in marked(doc, "names")}
    assert all(0 < likely <= 1 for likely in tags.values())
    assert tags[4, 7, "Person"] > 0.9


def test_doubt_takes_out_only_what_nothing_but_the_analyser_supports() -> None:
    doc = annotated("核心竞争力明显增强，明华集团投产，市委部署。")
    never = Field(
        ("O", "Organization"), numbered(5), np.zeros((2, 2), np.float32), np.array([[9, -9], [9, -9]], np.float32)
    )
    names = [(0, 5, "核心竞争力"), (10, 14, "明华集团"), (17, 19, "温州市委")]
    mark(doc, "names", [(begin, end, "Organization", Name("Organization", text)) for begin, end, text in names])
    Tagger(never)(doc)
    assert [name.text for *_, name in marked(doc, "names")] == ["明华集团", "温州市委"]
