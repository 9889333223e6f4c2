"""Two builds are told apart, in words and as RDF, exactly."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse
from rdflib import Dataset

from kg.build import build
from kg.diff.comparison import compared
from kg.diff.patch import ADDED, REMOVED, patch, write_trig
from kg.diff.quads import changes
from kg.diff.words import words
from kg.errors import StoreError

BEFORE = {
    "plan": "沁水县工业计划\n时间：2026-03-05\n\n沁水县拟设立丹河智造产业园。\n沁水县副县长程远说，沁水县力争2026年规上工业产值突破800亿元，2026年引进亿元以上项目20个。\n",
    "again": "沁水县副县长程远调研沁水经济开发区。\n",
    "gone": "阳城县召开会议\n时间：2026-03-06\n\n阳城县委书记沈一诺主持会议。阳城县力争2026年完成固定资产投资90亿元。\n",
}
AFTER = {
    "plan": "沁水县工业计划\n时间：2026-03-05\n\n沁水县已设立丹河智造产业园。\n沁水县委副书记程远说，沁水县力争2026年规上工业产值突破850亿元，2027年引进亿元以上项目20个。\n",
    "again": BEFORE["again"],
    "come": "高平市召开会议\n时间：2026-03-07\n\n高平市委书记林见深主持会议。高平市力争2026年完成固定资产投资70亿元。\n",
}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two builds, of which the second has a document more, one less, and one that was corrected."""
    folder = tmp_path_factory.mktemp("builds")
    for name, texts in (("before", BEFORE), ("after", AFTER)):
        (folder / name).mkdir()
        for paper, text in texts.items():
            (folder / name / f"{paper}.txt").write_text(text, encoding="utf8")
        build([folder / name], folder / f"{name}-out")
    return folder / "before-out", folder / "after-out"


@pytest.fixture(scope="module")
def told(builds: tuple[Path, Path]) -> list[str]:
    return list(words(compared(*builds)))


def quads(folder: Path) -> set[str]:
    return set((folder / "graph.nq").read_text("utf8").splitlines())


def after(lines: list[str], line: str, count: int) -> list[str]:
    """Return the lines behind one, of which there must be one alone."""
    assert lines.count(line) == 1, "\n".join(lines)
    place = lines.index(line) + 1
    return lines[place : place + count]


def test_counts_come_first_and_documents_are_told(told: list[str]) -> None:
    assert told[0].endswith("in 1 documents of both, 1 new and 1 gone")
    assert told[1] == "documents: 1 came, 1 went, 0 changed"
    assert after(told, "documents", 2) == [
        "  - gone  2026-03-06  阳城县召开会议  gone.txt",
        "  + come  2026-03-07  高平市召开会议  come.txt",
    ]
    assert told.index("documents") > max(n for n, line in enumerate(told) if " came, " in line)


def test_a_figure_of_another_value_or_period_is_told_as_changed(told: list[str]) -> None:
    before, now = (text["plan"].splitlines()[-1] for text in (BEFORE, AFTER))
    quotes = [f"    - plan: {before}", f"    + plan: {now}"]
    assert after(told, "  ~ 沁水县  规上工业产值  > 800亿元 → > 850亿元  2026  目标", 2) == quotes
    assert after(told, "  ~ 沁水县  引进项目  亿元以上  20个  2026 → 2027  目标", 2) == quotes


def test_what_was_planned_and_is_there_now_is_told_as_changed(told: list[str]) -> None:
    assert "  ~ 沁水县  建设运营  丹河智造产业园  规划中 → nothing" in told


def test_a_post_of_another_title_is_told_as_changed_though_another_document_keeps_it(told: list[str]) -> None:
    (line,) = (line for line in told if line.startswith("  ~ 程远"))
    assert line == "  ~ 程远  副县长 → 县委副书记  沁水县"
    assert after(told, line, 3)[-1] == "      what it was before is still told by again"


def test_what_came_and_went_is_told_with_its_sentence(told: list[str]) -> None:
    assert after(told, "  - 沈一诺  县委书记  阳城县", 1) == ["      gone: 阳城县委书记沈一诺主持会议。"]
    assert after(told, "  + 林见深  市委书记  高平市", 1) == ["      come: 高平市委书记林见深主持会议。"]
    assert "  + 高平市  固定资产投资  70亿元  2026  目标" in told
    assert {"  - 沈一诺  人物", "  + 林见深  人物"} <= set(told)


def test_backwards_what_came_went(builds: tuple[Path, Path], told: list[str]) -> None:
    back = list(words(compared(*builds[::-1])))
    assert "  ~ 沁水县  规上工业产值  > 850亿元 → > 800亿元  2026  目标" in back
    assert {line[4:] for line in told if line.startswith("  + ")} == {
        line[4:] for line in back if line.startswith("  - ")
    }


def test_a_patch_makes_the_second_build_out_of_the_first(builds: tuple[Path, Path]) -> None:
    first, second = builds
    text = "".join(patch(changes(first, second)))
    found = quads(first)
    for line in text.splitlines():
        if line.startswith("D "):
            found.remove(line[2:])
        if line.startswith("A "):
            assert line[2:] not in found
            found.add(line[2:])
    assert found == quads(second) != quads(first)


def test_rdflib_applies_the_patch(builds: tuple[Path, Path]) -> None:
    first, second = builds
    text = "".join(patch(changes(first, second)))
    patched, wanted = Dataset(), Dataset()
    patched.parse(first / "graph.nq", format="nquads")
    patched.parse(data=text, format="patch")
    wanted.parse(second / "graph.nq", format="nquads")
    assert set(patched.quads()) == set(wanted.quads())


def test_trig_has_what_was_removed_and_added_by_document(builds: tuple[Path, Path]) -> None:
    first, second = builds
    file = io.BytesIO()
    write_trig(changes(first, second), file)
    found = {(str(quad.triple), quad.graph_name.value) for quad in parse(file.getvalue(), RdfFormat.TRIG)}
    lines = ((REMOVED, quads(first) - quads(second)), (ADDED, quads(second) - quads(first)))
    wanted = {(line.rpartition(" <")[0], line.rpartition(" <")[2][:-3] + sign) for sign, some in lines for line in some}
    assert found == wanted
    assert len(Dataset().parse(data=file.getvalue(), format="trig")) > 0


def test_equal_builds_have_no_difference(builds: tuple[Path, Path]) -> None:
    first, _ = builds
    assert list(words(compared(first, first))) == ["the two graphs are equal"]
    assert not [line for line in patch(changes(first, first)) if line[0] in "AD"]


def test_quads_that_no_build_wrote_are_refused(builds: tuple[Path, Path], tmp_path: Path) -> None:
    lines = [f"<urn:{s}> <urn:p> <urn:o> <urn:{g}> .\n" for s, g in ("aa", "ba", "cb", "da")]
    (tmp_path / "graph.nq").write_text("".join(lines), encoding="utf8")
    with pytest.raises(StoreError, match=r"graph\.nq:4: not as fangzhi build writes it"):
        list(changes(tmp_path, builds[0]))
    (tmp_path / "graph.nq").write_text(lines[0][:-9], encoding="utf8")
    with pytest.raises(StoreError, match=r"graph\.nq:1: not as fangzhi build writes it"):
        list(changes(builds[0], tmp_path))


GRAPHS = st.dictionaries(st.sampled_from("abcd"), st.sets(st.integers(0, 9), min_size=1), max_size=4)


@given(GRAPHS, GRAPHS)
def test_a_patch_of_any_quads_is_exact(tmp_path_factory: pytest.TempPathFactory, one: Mapping[str, set[int]], other: Mapping[str, set[int]]) -> None:  # fmt: skip
    folder = tmp_path_factory.getbasetemp()
    for name, graphs in (("one", one), ("other", other)):
        (folder / name).mkdir(exist_ok=True)
        lines = [
            f'<urn:s> <urn:p> "{n} <urn:x> ." <urn:{graph}> .\n' for graph in sorted(graphs) for n in graphs[graph]
        ]
        (folder / name / "graph.nq").write_text("".join(lines), encoding="utf8")
    rows = [line.split(" ", 1) for line in patch(changes(folder / "one", folder / "other")) if line[0] in "AD"]
    found = quads(folder / "one") - {line[:-1] for sign, line in rows if sign == "D"}
    assert found | {line[:-1] for sign, line in rows if sign == "A"} == quads(folder / "other")
    assert len(rows) == len(quads(folder / "one") ^ quads(folder / "other"))


def run(*given: object, seed: str = "0") -> subprocess.CompletedProcess[bytes]:
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main()", "diff", *map(str, given)],
        env=here,
        capture_output=True,
    )


def test_the_command_tells_by_its_status_whether_they_differ(builds: tuple[Path, Path], told: list[str], tmp_path: Path) -> None:  # fmt: skip
    first, second = builds
    done = run(first, second)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode().splitlines() == told
    assert run(first, first, "--format", "patch").returncode == 0
    none = run(first, tmp_path)
    assert none.returncode == 2
    assert none.stderr.decode().startswith("fangzhi: ") and none.stderr.count(b"\n") == 1


def test_one_difference_has_one_sequence_of_bytes(builds: tuple[Path, Path], told: list[str]) -> None:
    again = [run(*builds, "--format", form, seed="7").stdout for form in ("words", "patch", "trig")]
    trig = io.BytesIO()
    write_trig(changes(*builds), trig)
    assert again == ["\n".join([*told, ""]).encode(), "".join(patch(changes(*builds))).encode(), trig.getvalue()]
