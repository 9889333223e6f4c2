"""Two writers, readers beside a writer, and a disk that is full, in real processes and file systems."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from digests import digest
from pyoxigraph import RdfFormat, Store
from warm import fangzhi

from kg.ask.queries import parsed
from kg.ask.rows import solved
from kg.build import build
from kg.errors import StoreError
from kg.store import Staging, ask, open_store

PAPER = (
    "沁水县召开招商大会\n\n2026年3月5日，沁水县委书记沈一诺出席招商大会。沁水县力争2026年规上工业产值突破800亿元。\n"
)
OTHER = "2026年3月6日，阳城县委书记林见深主持会议。阳城县力争2026年完成固定资产投资90亿元。\n"
QUERY = "SELECT ?name WHERE { ?post org:member/skos:prefLabel ?name }"


def names(out: Path) -> list[str]:
    return [row[0].value for row in ask(open_store(out), QUERY)]  # type: ignore[union-attr]


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {".staging", "store", "index"} & set(path.parts)
    }


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(PAPER, encoding="utf8")
    return path


@pytest.fixture
def out(paper: Path) -> Path:
    build([paper], paper.parent / "out")
    return paper.parent / "out"


def test_a_second_writer_is_told_at_once_and_readers_go_on(paper: Path, out: Path) -> None:
    before = files(out)
    with Staging(out).opened():
        for words in (("build", paper, "-o", out), ("add", out, paper), ("remove", out, "paper")):
            done = fangzhi(*words)
            assert done.returncode == 2
            assert done.stderr.startswith(f"fangzhi: {out}: another build writes here")
            assert done.stderr.count("\n") == 1
        assert "沈一诺" in fangzhi("ask", out, QUERY).stdout
    assert files(out) == before


def test_a_reader_goes_on_with_what_it_had_and_the_next_has_what_is_new(paper: Path, out: Path) -> None:
    reader = open_store(out)
    solutions = ask(reader, QUERY)
    paper.write_text(OTHER, encoding="utf8")
    build([paper], out)
    assert [row[0].value for row in solutions] == ["沈一诺"]  # type: ignore[union-attr]
    assert [row[0].value for row in ask(reader, QUERY)] == ["沈一诺"]  # type: ignore[union-attr]
    assert names(out) == ["林见深"]


def test_a_reader_of_many_files_that_are_gone_is_told_to_ask_once_more(tmp_path: Path) -> None:
    """Of a store of many files RocksDB opens only the first; a build that replaces it takes the others away."""
    writer = Store(str(tmp_path / "store"))
    for part in range(3):
        line = f'<urn:s{part}> <urn:p> "{part}"'
        writer.bulk_load(f"{line} .\n{line} <urn:g{part}> .\n", RdfFormat.N_QUADS)
    writer.flush()
    del writer  # it would go on merging files while the reader opens them
    assert len(list((tmp_path / "store").glob("*.sst"))) > 16
    reader = open_store(tmp_path)
    shutil.rmtree(tmp_path / "store")
    with pytest.raises(StoreError, match="ask once more"):
        for triple in ("?s ?p ?o", '?s ?p "0"', "<urn:s0> ?p ?o", "?s <urn:p> ?o"):
            pattern = f"{triple} GRAPH ?g {{ {triple} }}"
            solved(reader, parsed("mine", f"SELECT * WHERE {{ {pattern} }}"), {})


@pytest.fixture
def small(tmp_path: Path, paper: Path) -> Iterator[Path]:
    """A small file system, where there is one build already."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "none", str(disk)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no file system can be mounted here: that takes root on Linux")
    try:
        build([paper], disk / "out")
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.mark.parametrize("free", [50, 1000])
def test_a_full_disk_leaves_the_last_output_and_a_build_goes_on_when_there_is_room(
    small: Path, paper: Path, free: int
) -> None:
    out = small / "out"
    before = files(out)
    status = os.statvfs(small)
    filler = small / "filler"
    filler.write_bytes(bytes(status.f_bavail * status.f_frsize - free * 1024))
    paper.write_text(OTHER, encoding="utf8")
    done = fangzhi("build", paper, "-o", out)
    assert done.returncode == 2, done.stderr
    assert "free space" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert {name: data for name, data in files(out).items() if not name.startswith("readings")} == {
        name: data for name, data in before.items() if not name.startswith("readings")
    }
    assert names(out) == ["沈一诺"]
    assert not (out / ".staging").exists()
    filler.unlink()
    assert fangzhi("build", paper, "-o", out).returncode == 0
    build([paper], small.parent / "fresh")
    assert files(out) == files(small.parent / "fresh")
