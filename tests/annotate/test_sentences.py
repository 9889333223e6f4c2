import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.sentences import LONGEST, sentences


def cut(text):
    return [text[begin:end] for begin, end in sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "会议召开。|县长讲话！|快不快？",
        "强调产业；|强调招商；|强调服务。",
        "他说：“要快。要稳。”|大家鼓掌。",
        "“一抓到底。”的精神要发扬。|完。",
        "建成园区（一期完工。二期开工）并投产。|完。",
        "印发《意见。试行》通知。|完。",
        "增长1.5%，达3.2亿元。|完",
        "还有……|完。",
        "没有右引号：“要快。|要稳。",
    ],
)
def test_a_sentence_ends_where_the_stroke_stands(marked):
    assert cut(marked.replace("|", "")) == marked.split("|")


def test_text_without_an_end_mark_is_cut_at_commas_and_then_anywhere():
    assert [len(s) for s in cut("发展，" * 300)] == [399, 399, 102]
    assert [len(s) for s in cut("发" * 62_000)][:2] == [LONGEST, LONGEST]


@given(st.text(alphabet="发展。！；，“”（）《》…? \n", max_size=900))
def test_sentences_lose_nothing_but_white_space_and_are_never_too_long(text):
    pieces = cut(text)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(piece and piece == piece.strip() and len(piece) <= LONGEST for piece in pieces)
