"""A graph that lives: whatever was added, changed and removed, it is what a build from scratch of its papers is."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
from digests import digest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from kg import terms
from kg.build import add, build, export, remove
from kg.living.index import Index
from kg.store import open_store
from kg.store.integrity import problems

# Papers that have to do with each other: persons of one name in a city, its county and elsewhere; a body that papers of
# a city and of its county call alike; targets, results and stages of one thing; a region that only one paper mentions,
# around what others mention; one thing in capitals and not; surer and less sure sentences of one fact; two holders of one
# seat, and two values of one result.
TEXTS = (
    "沁水县召开招商大会\n时间：2026-03-05\n\n沁水县委书记沈一诺出席招商大会。沁水县力争2026年规上工业产值突破800亿元，发展5G产业。\n",
    "沁水县规上工业产值稳步增长\n时间：2026-08-01\n\n2026年上半年，沁水县规上工业产值410亿元。沈一诺调研投资促进中心，沁水县发展5g产业。\n",
    "晋城市委书记沈一诺调研沁水县嘉峰镇。云岭光电基地项目落户晋城市，晋城市投资促进中心举办推介会，投资促进中心主任程远出席。\n",
    "阳城县委书记沈一诺说，阳城县投资促进中心引进云岭光电基地项目，项目于2026年5月签约。\n",
    "云岭光电基地项目在阳城县开工，总投资12亿元。投资促进中心提供服务，山西省将支持。\n",
    "2026年上半年，沁水县规上工业产值达到390亿元。嘉峰镇镇长程远介绍，云岭光电基地项目投产，嘉峰镇发展食用菌产业，沁水县委书记沈一诺表示祝贺。\n",
    "招商大会\n时间：2026-03-05\n\n投资促进中心主任程远说，力争2026年沁水县规上工业产值达到900亿元，引进亿元以上项目20个。"
    "沁水县委书记白景行到会。\n",
    "晋城市与沁水县合作，食用菌产业与沁水县合作。沁水云锦轴承有限公司落户沁水经济开发区。\n",
)
CONFLICT = terms.term("conflictsWith")
NAMES = ("a", "b", "c", "d", "paper#甲", "paper#乙")
Step: TypeAlias = tuple[Literal["put", "remove"], str, int]
STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "put", "remove"]), st.sampled_from(NAMES), st.integers(0, len(TEXTS) - 1)),
    min_size=3,
    max_size=7,
)


class Scene:
    """Papers, a graph of them that is changed, and what was ever read of them, so that it need not be read again."""

    def __init__(self, folder: Path, read: Path) -> None:
        self.folder, self.papers, self.out, self.read = folder, folder / "papers", folder / "out", read
        self.papers.mkdir()
        self.write("z", 0)
        self.seed(self.out)
        build([self.papers], self.out, upto="report")

    def write(self, name: str, text: int) -> Path:
        path = self.papers / f"{name}.txt"
        path.write_text(TEXTS[text], encoding="utf8")
        return path

    def seed(self, out: Path) -> None:
        shutil.copytree(self.read, out / "readings", dirs_exist_ok=True)

    def take(self, step: Step, by_build: bool) -> None:
        kind, name, text = step
        self.seed(self.out)
        if kind == "put":
            path = self.write(name, text)
            build([self.papers], self.out, upto="report") if by_build else add(self.out, [path], upto="report")
        elif (path := self.papers / f"{name}.txt").exists():
            path.unlink()
            build([self.papers], self.out, upto="report") if by_build else remove(self.out, [name], upto="report")
        shutil.copytree(self.out / "readings", self.read, dirs_exist_ok=True)

    def from_scratch(self) -> Path:
        fresh = self.folder / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        self.seed(fresh)
        build([self.papers], fresh, upto="report")
        return fresh


def tree(out: Path) -> dict[str, str | set[str]]:
    """Return every file of an output, and the quads of its stores in place of their files.

    Of the readings those that are in use: a scene puts others beside them.
    """
    paths = {path.relative_to(out): path for path in sorted(out.rglob("*")) if path.is_file()}
    stores = {"store": open_store(out), "index": Store.read_only(str(out / "index"))}
    quads = {name: set(map(str, store)) for name, store in stores.items()}
    used = {entry.reading for name in Index(out).documents() if (entry := Index(out).entry(name))}
    return quads | {
        str(name): digest(path)
        for name, path in paths.items()
        if name.parts[0] not in stores and (name.parts[0] != "readings" or name.stem in used)
    }


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("read")


def test_each_document_leaves_and_comes_back(tmp_path: Path, read: Path) -> None:
    scene = Scene(tmp_path, read)
    paths = [scene.write(str(number), number) for number in range(len(TEXTS))]
    scene.seed(scene.out)
    build([scene.papers], scene.out, upto="report")
    shutil.copytree(scene.out / "readings", read, dirs_exist_ok=True)
    whole = tree(scene.out)
    conflicts = [quad for quad in whole["store"] if CONFLICT in str(quad)]
    assert len(conflicts) > 2, "one triple, in its document and in the union, would be one kind of conflict"
    for path in paths:
        remove(scene.out, [path.stem], upto="report")
        path.rename(tmp_path / "aside")
        assert tree(scene.out) == tree(scene.from_scratch()), path
        (tmp_path / "aside").rename(path)
        scene.seed(scene.out)
        add(scene.out, [path], upto="report")
        assert tree(scene.out) == whole, path


@settings(max_examples=5, deadline=None, derandomize=True)
@given(STEPS, st.booleans())
def test_any_changes_end_where_a_build_from_scratch_ends(
    tmp_path_factory: pytest.TempPathFactory, read: Path, steps: Sequence[Step], by_build: bool
) -> None:
    scene = Scene(tmp_path_factory.mktemp("living"), read)
    for step in steps:
        scene.take(step, by_build)
    assert tree(scene.out) == tree(scene.from_scratch())


def test_views_left_out_are_gone_until_they_are_written(tmp_path: Path, read: Path) -> None:
    scene = Scene(tmp_path, read)
    add(scene.out, [scene.write("a", 1)])
    whole = tree(scene.out)
    removed = remove(scene.out, ["a"], upto="graph")
    assert removed.report is None and removed.went > 0
    least = {"store", "index", "readings", "build.json"}
    assert {path.name for path in scene.out.iterdir()} == {"graph.ttl", "evidence.ttl", "graph.nq", *least}
    assert add(scene.out, [scene.papers / "a.txt"], upto="store").came == removed.went
    assert {path.name for path in scene.out.iterdir()} == least
    assert list(problems(scene.out)) == []
    exported = export(scene.out)
    assert (exported.came, exported.went, exported.kept) == (0, 0, 2)
    assert tree(scene.out) == whole


def test_a_program_that_reads_the_store_goes_on_while_it_is_changed(tmp_path: Path, read: Path) -> None:
    scene = Scene(tmp_path, read)
    store = open_store(scene.out)
    before = set(map(str, store))
    add(scene.out, [scene.write("a", 2)], upto="graph")
    assert set(map(str, store)) == before
    assert set(map(str, open_store(scene.out))) != before


@pytest.mark.parametrize("lost", ["index", "store", "graph.nq"])
def test_what_is_lost_or_damaged_of_a_graph_is_made_anew(tmp_path: Path, read: Path, lost: str) -> None:
    scene = Scene(tmp_path, read)
    scene.write("a", 1)
    path = scene.out / lost
    if path.is_dir():
        (path / "CURRENT").write_text("rubbish", encoding="utf8")
    else:
        path.unlink()
    build([scene.papers], scene.out, upto="report")
    assert tree(scene.out) == tree(scene.from_scratch())


def test_readings_of_no_use_are_taken_away(tmp_path: Path, read: Path) -> None:
    scene = Scene(tmp_path, read)
    readings = scene.out / "readings"
    add(scene.out, [scene.write("a", 1)], upto="store")
    kept = {path.name for path in readings.iterdir()}
    add(scene.out, [scene.write("a", 2)], upto="store")
    assert len({path.name for path in readings.iterdir()} - kept) == 1
    (readings / "left.json").write_text("[]", encoding="utf8")  # as an interrupted build leaves what it had read
    (scene.papers / "a.txt").unlink()
    remove(scene.out, ["a"], upto="store")
    build([scene.papers], scene.out, upto="store")
    assert len(list(readings.iterdir())) == 1
