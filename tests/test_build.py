"""A build as a whole: what it leaves in its folder, and what it does when something goes wrong."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from digests import digest

from kg.build import add, build, remove
from kg.errors import InputError, StoreError
from kg.living import documents, readings
from kg.model import Document
from kg.store import ask, open_store

ONE = "沁水县召开招商大会\n\n2026年3月5日，沁水县委书记沈一诺出席招商大会。沁水县力争全年规上工业产值突破800亿元。\n"
TWO = "沁水县委副书记、县长程远说，上半年沁水县引进亿元以上项目20个。\n"
FILES = {
    "graph.ttl", "evidence.ttl", "graph.jsonld", "void.ttl", "graph.nq", "store", "network.html", "tables", "graph.graphml", "report.json", "report.md", "build.json", "readings", "index", "explorer.html"
}  # fmt: skip


def tree(folder: Path) -> dict[str, str]:
    """Return every file of an output but the store's, whose bytes are RocksDB's own."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        name.as_posix(): digest(path)
        for path in paths
        if (name := path.relative_to(folder)).parts[0] not in ("store", "index", ".staging")
    }


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE, encoding="utf8")
    (folder / "two.txt").write_text(TWO, encoding="gb18030")
    return folder


def test_a_build_writes_its_files_and_reports_every_document(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    found = build([papers], out).report
    assert {path.name for path in out.iterdir()} == FILES
    report = json.loads((out / "report.json").read_text(encoding="utf8"))
    assert [(one["document"], one["file"], one["encoding"]) for one in report["documents"]] == [
        ("one", "one.txt", "utf-8"),
        ("two", "two.txt", "gb18030"),
    ]
    assert found.left_out == ()
    assert {"Post", "Figure", "Mention"} <= found.facts.keys()
    assert found.evidence_per_fact > 0


def test_the_same_papers_give_the_same_bytes(papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([papers], tmp_path / "a")
    monkeypatch.chdir(tmp_path)
    build([Path("papers/two.txt"), Path("papers/one.txt")], Path("b"))
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_a_second_build_replaces_the_first_and_leaves_what_is_not_its_own(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([papers], out)
    (out / "README.md").write_text("mine", encoding="utf8")
    (papers / "two.txt").unlink()
    build([papers], out)
    build([papers], tmp_path / "fresh")
    (tmp_path / "fresh" / "README.md").write_text("mine", encoding="utf8")
    assert tree(out) == tree(tmp_path / "fresh")


def test_files_that_fail_are_listed_and_the_others_built(papers: Path, tmp_path: Path) -> None:
    build([papers], tmp_path / "good", upto="report")
    (papers / "empty.txt").write_text("", encoding="utf8")
    (papers / "binary.txt").write_bytes(b"\x00\x01\x02")
    found = build([papers], tmp_path / "out", upto="report").report
    assert [failure.file for failure in found.failed] == ["binary.txt", "empty.txt"]
    assert "binary.txt" in (tmp_path / "out" / "report.md").read_text(encoding="utf8")
    for name in ("graph.ttl", "evidence.ttl"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "good" / name).read_bytes()


def test_when_no_file_can_be_read_the_last_output_stays(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([papers], out, upto="report")
    before = tree(out)
    (tmp_path / "empty.txt").write_text("", encoding="utf8")
    with pytest.raises(InputError, match=r"empty\.txt"):
        build([tmp_path / "empty.txt"], out)
    assert tree(out) == before


def test_a_document_beyond_all_measure_fails_alone(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "LONGEST", len(ONE))
    (papers / "long.txt").write_text("沁水县产值800亿元，" * 100, encoding="utf8")
    found = build([papers], tmp_path / "out", upto="report").report
    assert [failure.file for failure in found.failed] == ["long.txt"]
    assert "cut it into several" in found.failed[0].reason


def test_two_files_do_not_make_one_document(papers: Path, tmp_path: Path) -> None:
    page = "沁水县\n县委书记 沈一诺\n沁水县力争全年产值突破800亿元。\n\n阳城县\n县委书记 程远\n阳城县力争全年产值突破90亿元。\n"
    (papers / "page.txt").write_text(page, encoding="utf8")
    (papers / "page#阳城县.txt").write_text(TWO, encoding="utf8")
    found = build([papers], tmp_path / "out", upto="report").report
    names = [one.document for one in found.documents]
    assert len(names) == len(set(names))
    assert [failure.file for failure in found.failed] == ["page.txt"] or "page#沁水县" not in names


def stopped(after: int) -> Iterator[None]:
    yield from (None for _ in range(after))
    raise KeyboardInterrupt


@pytest.mark.parametrize("after", range(4))
def test_an_interrupted_build_changes_nothing_and_goes_on_where_it_stopped(
    papers: Path, tmp_path: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    build([papers / "two.txt"], out)
    before, steps = tree(out), stopped(after)
    with pytest.raises(KeyboardInterrupt):
        build([papers], out, progress=lambda stage, done, total: next(steps))
    assert {name: data for name, data in tree(out).items() if name in before} == before
    read: list[str] = []

    def noted(documents: Iterable[Document]) -> Iterator[Document]:
        for document in documents:
            read.append(document.identifier)
            yield document

    monkeypatch.setattr(readings, "_read_now", lambda documents, go=readings._read_now: go(noted(documents)))
    build([papers], out)
    build([papers], tmp_path / "fresh")
    assert tree(out) == tree(tmp_path / "fresh")
    assert read[: len(read) - 2] == ["one"][after and 1 :]


def test_a_unit_without_a_date_has_the_date_of_its_paper(tmp_path: Path) -> None:
    (tmp_path / "paper#甲.txt").write_text("2026年3月5日 星期四\n\n" + ONE, encoding="utf8")
    (tmp_path / "paper#乙.txt").write_text(TWO, encoding="utf8")
    found = build([tmp_path], tmp_path / "out", upto="report").report
    assert [one.date for one in found.documents] == ["2026-03-05", "2026-03-05"]


def test_the_graph_of_a_build_can_be_asked(papers: Path, tmp_path: Path) -> None:
    build([papers], tmp_path / "out")
    query = "SELECT DISTINCT ?title WHERE { ?post org:role/skos:prefLabel ?title } ORDER BY ?title"
    titles = [str(row[0].value) for row in ask(open_store(tmp_path / "out"), query)]
    assert titles == sorted(["县委书记", "县委副书记", "县长"])


def changed(folder: Path) -> None:
    (folder / "one.txt").write_text(ONE.replace("800", "900"), encoding="utf8")


def test_a_document_added_replaced_or_removed_leaves_what_a_build_of_the_rest_leaves(
    papers: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    build([papers / "one.txt"], out)
    added = add(out, [papers / "two.txt"])
    assert (added.added, added.replaced, added.removed, added.kept) == (("two",), (), (), 1)
    build([papers], tmp_path / "both")
    assert tree(out) == tree(tmp_path / "both")
    changed(papers)
    replaced = add(out, [papers / "one.txt"])
    assert (replaced.added, replaced.replaced, replaced.kept) == ((), ("one",), 1)
    build([papers], tmp_path / "changed")
    assert tree(out) == tree(tmp_path / "changed")
    removed = remove(out, ["one"])
    assert (removed.removed, removed.kept) == (("one",), 1)
    build([papers / "two.txt"], tmp_path / "rest")
    assert tree(out) == tree(tmp_path / "rest")


def test_only_what_changed_is_read_and_the_files_of_the_rest_may_be_gone(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    build([papers / "two.txt"], out)
    (papers / "two.txt").unlink()
    read: list[str] = []

    def noted(documents: Iterable[Document]) -> Iterator[Document]:
        for document in documents:
            read.append(document.identifier)
            yield document

    monkeypatch.setattr(readings, "_read_now", lambda documents, go=readings._read_now: go(noted(documents)))
    assert len(add(out, [papers]).report.documents) == 2
    assert read == ["one"]


def test_a_page_that_is_added_again_loses_the_sections_that_it_no_more_has(tmp_path: Path) -> None:
    page = "沁水县\n县委书记 沈一诺\n沁水县力争全年产值突破800亿元。\n\n阳城县\n县委书记 程远\n阳城县力争全年产值突破90亿元。\n"
    path, out = tmp_path / "page.txt", tmp_path / "out"
    path.write_text(page, encoding="utf8")
    build([path], out)
    path.write_text(page.partition("阳城县")[0], encoding="utf8")
    assert add(out, [path]).removed == ("page#沁水县", "page#阳城县")
    path.write_text(page, encoding="utf8")
    assert add(out, [path]).added == ("page#沁水县", "page#阳城县")
    (tmp_path / "one.txt").write_text(ONE, encoding="utf8")
    add(out, [tmp_path / "one.txt"])
    assert remove(out, ["page"]).removed == ("page#沁水县", "page#阳城县")


def test_a_later_sibling_gives_its_date_to_the_units_of_its_paper(tmp_path: Path) -> None:
    first, second, out = tmp_path / "paper#甲.txt", tmp_path / "paper#乙.txt", tmp_path / "out"
    first.write_text(TWO, encoding="utf8")
    second.write_text("2026年3月5日 星期四\n\n" + ONE, encoding="utf8")
    build([first], out)
    first.rename(tmp_path / "moved")
    assert add(out, [second]).replaced == ("paper#甲",)
    (tmp_path / "moved").rename(first)
    build([first, second], tmp_path / "fresh")
    assert tree(out) == tree(tmp_path / "fresh")


def test_what_cannot_be_added_or_removed_is_told_and_changes_nothing(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(StoreError, match="fangzhi build"):
        add(out, [papers])
    assert not out.exists()
    build([papers], out)
    before = tree(out)
    with pytest.raises(InputError, match="near it: one"):
        remove(out, ["on"])
    with pytest.raises(InputError, match="no document would be left"):
        remove(out, ["one", "two"])
    (tmp_path / "empty.txt").write_text("", encoding="utf8")
    with pytest.raises(InputError, match=r"empty\.txt"):
        add(out, [tmp_path / "empty.txt"])
    assert tree(out) == before
