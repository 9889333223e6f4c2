"""Whole pages of sites and newspapers: pages/*.txt have the page's date, then lines with the kinds of their blocks.

The letters before ``|`` are those of the kinds (two where a by-line shares a line), ``+`` goes on, a blank is no block.
"""

from pathlib import Path

import pytest

from kg.clean import clean
from kg.model import Document
from kg.read.dates import printed_date
from kg.read.sections import sections

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_has_its_date_and_its_blocks(path: Path) -> None:
    date, *lines = path.read_text("utf8").splitlines()
    marks, texts = zip(*(line.split("|", 1) for line in lines), strict=True)
    source = "\n".join(texts)
    found = clean(Document("a", "a", "a.txt", "", "utf-8", source, 0, len(source))).blocks
    assert [block.kind[0] for block in found] == [mark for mark in "".join(marks) if mark in "bfhpt"]
    assert (printed_date(source, "page"), [section.heading for section in sections(source)]) == (date, [""])


def test_there_are_ten_pages() -> None:
    assert len(PAGES) == 10
