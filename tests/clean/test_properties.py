"""What must hold of the clean text of any string at all."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kg.clean import clean
from kg.model import CleanText, Document

_PIECES = st.sampled_from(
    [
        "县委书记 张三",
        "甲县",
        "招商",
        "。",
        "，",
        "\n",
        "\n\n",
        " ",
        "\u3000",
        '"',
        "'",
        "“",
        "”",
        "1,234",
        "％",
        "５",
        "(",
        ")",
    ]
    + [
        "本报讯 ",
        "（记者 李四）",
        "□ 记者 李四",
        "聚 焦 主 业",
        "来源：",
        "一、",
        "引进项目",
        "：",
        "；",
        "GDP growth",
        "\r\n",
    ]
    + [
        "稳中求进稳中求进",
        "，，",
        "22 月月 1818 日日",
        "\u200b",
        "2026年",
        "产业链条优化升级工作全面推进",
        "阅读提示",
        "\t",
        "　　",
        "8.7",
        "《",
        "》",
        "的",
        "●",
        "- 3 -",
    ]
)
_TEXTS = st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=80)


def document(source: str) -> Document:
    return Document("a", "a", "a.txt", "", "utf-8", source, 0, len(source))


def cleaned(source: str) -> CleanText:
    return clean(document(source))


@given(_TEXTS)
def test_cleaning_twice_is_cleaning_once(source: str) -> None:
    once = cleaned(source)
    assert cleaned(once.text).text == once.text


@given(_TEXTS)
def test_every_character_knows_its_source(source: str) -> None:
    clean_text = cleaned(source)
    assert len(clean_text.origins) == len(clean_text.text)
    assert list(clean_text.origins) == sorted(clean_text.origins)
    assert all(0 <= origin < len(source) for origin in clean_text.origins)


@given(_TEXTS)
def test_a_character_is_that_of_its_source_folded(source: str) -> None:
    clean_text = cleaned(source)
    for char, origin in zip(clean_text.text, clean_text.origins, strict=True):
        if char not in " \t\n“”‘’":
            assert unicodedata.normalize("NFKC", char) == unicodedata.normalize("NFKC", source[origin])


@given(_TEXTS)
def test_blocks_cover_the_text_and_are_parted_by_one_line_feed(source: str) -> None:
    clean_text = cleaned(source)
    assert "\n".join(clean_text.text[block.begin : block.end] for block in clean_text.blocks) == clean_text.text
    assert all(block.begin < block.end for block in clean_text.blocks)


@given(_TEXTS, st.text(max_size=20))
def test_a_unit_counts_in_the_whole_source(source: str, before: str) -> None:
    alone = cleaned(source)
    unit = clean(Document("a", "a", "a.txt", "", "utf-8", before + source, len(before), len(before + source)))
    assert unit.text == alone.text
    assert unit.origins == tuple(origin + len(before) for origin in alone.origins)
