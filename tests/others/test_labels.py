"""Others lose Chinese on the way out: a sanitizer turned 人物 and 企业 both into ``__``."""

import csv
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.export import export
from kg.graph import graphs
from kg.model import CleanText, Document, Entity, Link, Linked, Mention, Name, Quote, Reading
from kg.store import open_store, write_files, write_store

NAMES = ("青松", "白石", "南江", "北河")  # of equal length, in one class
TEXT = "青松、白石、南江、北河。"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build four companies whose names are of equal length, from a document with a Chinese identifier."""
    folder = tmp_path_factory.mktemp("built")
    document = Document("日报#南江县", "日报", "日报.txt", "0", "utf-8", TEXT, 0, len(TEXT))
    names = [Name("Organization", name) for name in NAMES]
    mentions = tuple(Mention(n, n.text, Quote(TEXT.index(n.text), TEXT.index(n.text) + 2)) for n in names)
    clean = CleanText(TEXT, tuple(range(len(TEXT))), ())
    reading = Reading(document, clean, ((0, len(TEXT)),), None, "2024", mentions)
    links = tuple(Link(document.identifier, n, Entity(n.kind, n.text, n.text), 1.0, "") for n in names)
    write_store(graphs(Linked((reading,), links)), folder)
    write_files(open_store(folder), folder)
    export(open_store(folder), folder)
    return folder


def test_four_names_of_equal_length_are_four_iris_with_their_names(built: Path) -> None:
    subjects = {str(t.subject.value) for t in parse(path=str(built / "graph.ttl"), format=RdfFormat.TURTLE)}
    things = {subject for subject in subjects if "/period/" not in subject}
    assert things == {f"https://w3id.org/fangzhi/id/organization/{name}" for name in NAMES}


@pytest.mark.parametrize("file", ["graph.ttl", "graph.graphml", "network.html", "tables/entities.csv"])
def test_chinese_is_in_every_file_as_it_is_written(built: Path, file: str) -> None:
    text = (built / file).read_text(encoding="utf-8-sig")
    assert [name for name in NAMES if name not in text] == []


def test_the_table_has_a_row_for_each(built: Path) -> None:
    with (built / "tables" / "entities.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = {cell for row in csv.reader(file) for cell in row}
    assert set(NAMES) <= cells
