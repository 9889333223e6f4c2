"""Every row of the lexicons about pages does what its example shows."""

import pytest

from kg.clean import clean
from kg.model import Document
from kg.read.sections import sections
from kg.resources import lexicon


def kinds(source: str) -> list[str]:
    return [block.kind for block in clean(Document("a", "a", "a.txt", "", "utf-8", source, 0, len(source))).blocks]


FURNITURE = (*lexicon("page_words"), *lexicon("page_sections"), *lexicon("page_keys"))


@pytest.mark.parametrize("row", FURNITURE, ids=lambda row: row["example"])
def test_a_page_word_alone_on_a_line_is_furniture(row: dict[str, str]) -> None:
    assert kinds(f"会议召开。\n{row['example']}\n会议要求抓好落实。") == ["paragraph", "furniture", "paragraph"]


@pytest.mark.parametrize("row", lexicon("page_papers"), ids=lambda row: row["suffix"])
def test_the_name_of_a_paper_leads_a_report(row: dict[str, str]) -> None:
    assert row["suffix"] in row["example"]
    assert kinds(row["example"]) == ["byline", "paragraph"]


@pytest.mark.parametrize("row", lexicon("official_heads"), ids=lambda row: row["head"])
def test_an_official_makes_a_line_a_heading(row: dict[str, str]) -> None:
    assert row["head"] in row["example"]
    assert kinds(f"会议召开。\n{row['example']}\n会议要求抓好落实。") == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize("row", lexicon("section_suffixes"), ids=lambda row: row["suffix"])
def test_a_name_with_the_suffix_heads_a_section(row: dict[str, str]) -> None:
    assert row["example"].endswith(row["suffix"])
    assert sections(f"{row['example']}\n负责人 张三\n正文。")[0].heading == row["example"]
