"""The command line as a user meets it: what it prints, how it exits, and that no mistake gives a traceback.

The first build, and those that are interrupted, are started as a shell starts them; the other commands are forked from a
process that is warm (tests/warm.py), as each would take seconds to start.
"""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from digests import digest
from warm import fangzhi

COMMAND = [sys.executable, "-c", "from kg.cli import main; main()"]
HERE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "COLUMNS": "100"}
SHORT = 6  # documents with which a long build begins
PAPER = "沁水县召开招商大会\n\n2026年3月5日，沁水县委书记沈一诺出席招商大会。沁水县力争全年规上工业产值突破800亿元。\n"


def started(*words: object) -> subprocess.CompletedProcess[str]:
    """Run a command as a shell starts it."""
    return subprocess.run([*COMMAND, *map(str, words)], env=HERE, capture_output=True, encoding="utf8", timeout=300)


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {".staging", "store", "index", "readings"} & set(path.parts)
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "paper.txt").write_text(PAPER, encoding="utf8")
    done = started("build", folder / "paper.txt", "-o", folder / "out")
    assert done.returncode == 0, done.stderr
    return folder / "out"


@pytest.fixture
def out(tmp_path: Path, built: Path) -> Path:
    """A folder with a finished build of its own."""
    folder = tmp_path / "out"
    subprocess.run(["cp", "-r", built, folder], check=True)
    return folder


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """Return what was said on stderr, which must be one line of fangzhi's own, not a traceback."""
    lines = [line for line in done.stderr.splitlines() if not re.fullmatch(r"(read|graph|export) \d+/\d+", line)]
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("fangzhi: ")
    return lines[0]


def test_a_build_says_what_it_found_and_where_to_look(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf8")
    done = fangzhi("build", tmp_path, "-o", tmp_path / "out")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert "1 documents read, 0 failed" in done.stdout
    assert str(tmp_path / "out" / "explorer.html") in done.stdout
    assert "read 1/1" in done.stderr


def test_answers_come_as_table_csv_and_json(built: Path) -> None:
    query = "SELECT DISTINCT ?title WHERE { ?post org:role/skos:prefLabel ?title }"
    assert "县委书记" in fangzhi("ask", built, query).stdout
    rows = list(csv.reader(io.StringIO(fangzhi("ask", built, query, "--format", "csv").stdout)))
    assert rows == [["title"], ["县委书记"]]
    assert json.loads(fangzhi("ask", built, query, "--format", "json").stdout) == [{"title": "县委书记"}]


def test_a_named_query_and_a_query_file_are_answered(built: Path, tmp_path: Path) -> None:
    assert "沈一诺" in fangzhi("ask", built, "posts").stdout
    (tmp_path / "mine.rq").write_text("ASK { ?person a fz:Person }", encoding="utf8")
    assert json.loads(fangzhi("ask", built, tmp_path / "mine.rq", "--format", "json").stdout) == [{"answer": "true"}]


def test_parameters_of_a_query_are_options(built: Path) -> None:
    done = fangzhi("ask", built, "region-profile", "--region", "沁水", "--format", "csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert "沈一诺" in done.stdout
    told = fangzhi("ask", built, "region-profile", "--help").stdout
    assert "--region" in told and "有什么" in told


def test_a_part_of_an_answer_is_printed(built: Path) -> None:
    whole = fangzhi("ask", built, "entities", "--format", "csv").stdout.splitlines()
    part = fangzhi("ask", built, "entities", "--format", "csv", "--limit", "1", "--offset", "1").stdout.splitlines()
    assert part == [whole[0], whole[2]]
    assert fangzhi("ask", built, "entities", "--limit", "1").stdout.endswith("1 rows, and there are more\n")


def test_help_lists_the_queries_with_their_parameters() -> None:
    told = fangzhi("ask", "--help").stdout
    assert "target-progress" in told and "--region" in told


def test_a_register_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    refused = fangzhi("regions", "-o", tmp_path / "nowhere" / "regions.ttl")
    assert refused.returncode == 2 and "cannot be written" in refused.stderr and "Traceback" not in refused.stderr


def test_a_thing_is_explained_with_its_sentence(built: Path) -> None:
    done = fangzhi("explain", built, "沈一诺")
    assert done.returncode == 0, done.stderr
    assert "县委书记" in done.stdout
    assert "出席招商大会" in done.stdout


def test_a_good_build_is_found_good(built: Path) -> None:
    done = fangzhi("check", built)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_graph_that_was_changed_by_hand_is_found_out(out: Path) -> None:
    graph = out / "graph.ttl"
    graph.write_text(graph.read_text(encoding="utf8").replace('"县委书记"@zh', '"镇委书记"@zh'), encoding="utf8")
    done = fangzhi("check", out)
    assert done.returncode == 1
    assert "graph.ttl" in done.stdout


def test_a_score_has_a_line_for_each_kind(built: Path, tmp_path: Path) -> None:
    post = {"person": "沈一诺", "title": "县委书记", "at": "沁水县"}
    names = [{"type": "Person", "names": ["沈一诺"]}, {"type": "Region", "names": ["沁水县"]}]
    gold = {"doc": "paper", "entities": names, "posts": [post], "relations": [], "targets": [], "events": []}
    (tmp_path / "paper.json").write_text(json.dumps(gold), encoding="utf8")
    done = fangzhi("score", built, tmp_path)
    assert done.returncode == 0, done.stderr
    assert re.search(r"^post +P 1.000  R 1.000  F1 1.000", done.stdout, re.MULTILINE)
    assert re.search(
        r"^confidence 0\.\d\d-\d\.\d\d +facts \d+, confidence 0\.\d+ on average, right [01]\.\d+",
        done.stdout,
        re.MULTILINE,
    )


def test_a_reviewed_table_is_kept_and_the_next_build_applies_it(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf8")
    out = tmp_path / "out"
    assert fangzhi("build", tmp_path / "paper.txt", "-o", out).returncode == 0
    done = fangzhi("review", out, "--below", "1")
    assert done.returncode == 0, done.stderr
    table = out / "review.tsv"
    text = table.read_text(encoding="utf-8-sig")
    post = next(line for line in text.splitlines() if "\tpost\t" in line)
    table.write_text(text.replace(post, f"reject{post}"), encoding="utf8")
    kept = fangzhi("correct", out, table, "--who", "某人", "--when", "2026-05-01")
    assert (kept.returncode, "1 decisions taken" in kept.stdout) == (0, True), kept.stderr
    assert fangzhi("build", tmp_path / "paper.txt", "-o", out).returncode == 0
    assert fangzhi("ask", out, "posts", "--format", "csv").stdout.count("\n") == 1
    assert "corrections of readers: 1" in (out / "report.md").read_text(encoding="utf8")


def test_only_what_is_sure_enough_is_built(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf8")
    done = fangzhi("build", tmp_path / "paper.txt", "-o", tmp_path / "out", "--min-confidence", "1")
    assert (done.returncode, done.stdout.splitlines()[1:3]) == (0, ["things: ", "facts: "])
    assert fangzhi("build", tmp_path / "paper.txt", "-o", tmp_path / "out", "--min-confidence", "2").returncode == 2


def test_a_correction_that_cannot_be_understood_stops_the_build_before_it_begins(tmp_path: Path, out: Path) -> None:
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf8")
    header = "verdict\tkind\tdocument\tstatement\tmend\tsentence\twho\twhen\twhy\n"
    (out / "corrections.tsv").write_text(
        f"{header}maybe\tpost\tpaper\t甲 | 县长 | 乙县\t\t\t某人\t2026-05-01\t\n", encoding="utf8"
    )
    before = files(out)
    done = fangzhi("build", tmp_path / "paper.txt", "-o", out)
    assert done.returncode == 2
    assert "corrections.tsv:2: maybe is no verdict" in one_sentence(done)
    assert files(out) == before


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing there": (lambda path: None, "no such file"),
    "empty": (lambda path: path.write_bytes(b""), "empty"),
    "only spaces": (lambda path: path.write_text(" \n\u3000\n", encoding="utf8"), "empty"),
    "binary": (lambda path: path.write_bytes(b"\x89PNG\x00\x1a" * 9), "binary"),
    "Shift-JIS": (
        lambda path: path.write_bytes("これはカタカナとひらがなの文章です。".encode("shift-jis") * 9),
        "UTF-8",
    ),
    "UTF-16": (lambda path: path.write_bytes(PAPER.encode("utf-16")), "UTF-8"),
    "fifty megabytes in one line": (
        lambda path: path.write_text("全县引进项目20个，" * 1_900_000, encoding="utf8"),
        "cut it",
    ),
    "folder without documents": (lambda path: path.mkdir(), "folder"),
    "dangling link": (lambda path: path.symlink_to("gone.txt"), "no such file"),
}


@pytest.mark.parametrize(("make", "word"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_told_in_a_sentence(
    make: Callable[[Path], object], word: str, tmp_path: Path, out: Path
) -> None:
    before, paper = files(out), tmp_path / "paper.txt"
    make(paper)
    done = fangzhi("build", paper, "-o", out)
    assert done.returncode == 2
    assert word in one_sentence(done)
    assert "paper.txt" in done.stderr
    assert files(out) == before


def test_a_bad_file_among_good_ones_is_listed_and_the_status_tells(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PAPER, encoding="utf8")
    (tmp_path / "bad.txt").write_bytes(b"\x00")
    (tmp_path / "unreadable.txt").symlink_to("gone")
    done = fangzhi("build", tmp_path, "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "1 documents read, 2 failed" in done.stdout
    report = (tmp_path / "out" / "report.md").read_text(encoding="utf8")
    assert all(name in done.stdout and name in report for name in ("bad.txt", "unreadable.txt"))


@pytest.mark.parametrize(
    ("words", "word"),
    [
        (("ask", "{out}", "no-such-query"), "posts"),
        (("ask", "{out}", "SELECT ?x WHERE { ?x"), "SPARQL"),
        (("ask", "{out}", "gone.rq"), "gone.rq"),
        (("ask", "{out}", "region-profile", "--colour", "红"), "--region"),
        (("ask", "{out}", "region-profile", "--region", "沁县"), "沁水县"),
        (("ask", "{out}/tables", "posts"), "fangzhi build"),
        (("explain", "{out}", "没有这个名字"), "没有这个名字"),
        (("check", "{out}/tables"), "fangzhi build"),
        (("score", "{out}", "{out}/tables"), "annotations"),
        (("build", "{out}/report.md"), "report.md"),
        (("review", "{out}/tables"), "fangzhi build"),
        (("correct", "{out}", "gone.tsv", "--who", "某人"), "gone.tsv"),
        (("correct", "{out}", "{out}/tables/posts.csv", "--who", "某人"), "verdict"),
    ],
)
def test_a_mistake_of_the_user_is_told_in_a_sentence(words: tuple[str, ...], word: str, built: Path) -> None:
    done = fangzhi(*(part.replace("{out}", str(built)) for part in words))
    assert done.returncode == 2
    assert word in one_sentence(done)


def test_wrong_usage_has_its_own_status() -> None:
    assert fangzhi("build").returncode == fangzhi("nonsense").returncode == 2


def test_a_file_in_the_place_of_the_output_is_told(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf8")
    done = fangzhi("build", tmp_path / "paper.txt", "-o", tmp_path / "paper.txt")
    assert done.returncode == 2
    assert "-o" in one_sentence(done)


@pytest.mark.parametrize("room", [100, 100_000])
def test_an_output_that_cannot_grow_leaves_the_last_good_one(tmp_path: Path, out: Path, room: int) -> None:
    """A limit on the size of files stands in for a full disk: writing fails in the middle in the same way."""
    before, paper = files(out), tmp_path / "paper.txt"
    paper.write_text(PAPER * 40, encoding="utf8")
    done = fangzhi("build", paper, "-o", out, room=room)
    assert done.returncode == 2
    assert "free space" in one_sentence(done)
    assert files(out) == before
    assert not (out / ".staging" / "new").exists()


def interruptible() -> None:
    """Let a process be interrupted as at a terminal, even where these tests run in the background of a shell."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def building(folder: Path, out: Path) -> Iterator[subprocess.Popen[str]]:
    """Give a build that has read the first documents of many, which are short, and has not read the last."""
    folder.mkdir()
    for number in range(20):
        more = "大家要坚定信心，团结一心，再接再厉。" * 300 if number >= SHORT else ""
        (folder / f"{number:02}.txt").write_text(PAPER + more, encoding="utf8")
    command = [*COMMAND, "build", str(folder), "-o", str(out)]
    with subprocess.Popen(
        command, env=HERE, stderr=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf8", preexec_fn=interruptible
    ) as process:
        assert process.stderr is not None
        while "read 4/20" not in (line := process.stderr.readline()):
            assert line, "the build ended before it was interrupted"
        yield process


def test_ctrl_c_leaves_the_last_output_and_says_so(tmp_path: Path, out: Path) -> None:
    before = files(out)
    with building(tmp_path / "papers", out) as process:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert process.returncode == 130
    assert said.splitlines()[-1].startswith("fangzhi: interrupted")
    assert "Traceback" not in said
    assert files(out) == before


def test_a_killed_build_leaves_the_last_output_and_the_next_one_goes_on(tmp_path: Path, out: Path) -> None:
    before = files(out)
    with building(tmp_path / "papers", out) as process:
        process.kill()
    assert files(out) == before
    kept = len(list((out / "readings").glob("*.json")))
    assert kept >= 4
    for path in sorted((tmp_path / "papers").glob("*.txt"))[SHORT:]:
        path.unlink()
    assert fangzhi("build", tmp_path / "papers", "-o", out).returncode == 0
    assert fangzhi("build", tmp_path / "papers", "-o", tmp_path / "fresh").returncode == 0
    assert files(out) == files(tmp_path / "fresh")


def test_help_is_quick_because_what_is_heavy_is_loaded_late() -> None:
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import kg.cli"], env=HERE, capture_output=True, encoding="utf8"
    ).stderr
    heavy = r"\b(spacy|numpy|rdflib|pyshacl|pyoxigraph|networkx|pyvis|onnxruntime|rich)\b"
    assert "kg.cli" in loaded
    assert not re.search(heavy, loaded)
