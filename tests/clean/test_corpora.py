"""The sample corpus, and the papers beside the checkout where they are: no sentence broken, none glued to a heading."""

import re
from pathlib import Path

import pytest

from kg.clean import clean
from kg.model import Document
from kg.read import find, read
from kg.resources import PIPELINES

SAMPLES = PIPELINES / "samples"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
ENDS = re.compile(r"[。！？…：][”）]?$")


def documents(folder: Path) -> list[Document]:
    return [unit for path in find([folder]) for unit in read(path)]


def texts(document: Document, *kinds: str) -> list[str]:
    found = clean(document)
    return [found.text[block.begin : block.end] for block in found.blocks if block.kind in kinds]


def test_the_samples_are_cut_and_dated() -> None:
    assert {document.identifier: document.date for document in documents(SAMPLES)} == {
        "city-gazette": "2022",
        "city-work-report": "2025-01-15",
        "county-page#沂水县": "2023-02-06",
        "county-page#费县": "2023-02-06",
        "county-page#蒙阴县": "2023-02-06",
        "county-page": "2023-02-06",
        "county-year-later": "2024-01-18",
        "signing-gb18030": "2021-11-20",
        "town-article": "",
        "zone-page": "",
    }


@pytest.mark.parametrize("document", documents(SAMPLES), ids=lambda document: document.identifier)
def test_sample_paragraphs_are_whole_and_headings_apart(document: Document) -> None:
    paragraphs = texts(document, "paragraph")
    assert paragraphs
    assert [text for text in paragraphs if not ENDS.search(text) or " " in text] == []
    assert [text for text in texts(document, "title", "heading") if ENDS.search(text)] == []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the papers are not beside this checkout")
@pytest.mark.parametrize(
    ("folder", "files", "documents_", "cut_off"),
    # four paragraphs of one page are cut off where its columns were: their ends are not in the file
    [("papers", 5, 15, 4), ("units", 14, 14, 4), ("reports", 6, 6, 0)],
)
def test_papers_have_whole_paragraphs_and_stay_the_same(folder: str, files: int, documents_: int, cut_off: int) -> None:
    found = documents(CORPUS / folder)
    assert (len(find([CORPUS / folder])), len(found)) == (files, documents_)
    assert (
        len([text for document in found for text in texts(document, "paragraph") if not ENDS.search(text)]) == cut_off
    )
    for document in found:
        once = clean(document)
        again = clean(Document("a", "a", "a.txt", "", "utf-8", once.text, 0, len(once.text)))
        assert again.text == once.text
