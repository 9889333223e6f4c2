"""Killed at any moment (SIGKILL), a command leaves the last good output, and the next one ends as if nothing had been."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from random import Random
from signal import SIGKILL
from typing import Any

import pytest
from digests import digest
from pyoxigraph import Store
from warm import Warm

from kg.store import open_store

pytestmark = pytest.mark.skipif(not Warm.present, reason="no fork here: the warm process cannot be copied")
STEPS, MOMENTS = 40, 10  # kills at a step of the file system, and at a moment of time
TEXTS = {
    "one": "沁水县召开招商大会\n时间：2026-03-05\n\n沁水县委书记沈一诺出席招商大会。沁水县力争2026年规上工业产值突破800亿元。\n",
    "two": "沁水县副县长程远调研沁水经济开发区。2026年沁水县引进亿元以上项目20个。\n",
    "three": "阳城县召开会议\n时间：2026-03-06\n\n阳城县委书记林见深主持会议。阳城县发展食用菌产业。\n",
}
FEW, MANY = ("one", "two"), ("one", "three", "two")


class Scene:
    """An output folder that is now of few documents and now of many, and a warm process that runs commands on it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder / "out"
        for documents in (FEW, MANY):
            own = self.papers(documents)
            own.mkdir()
            for name in documents:
                (own / f"{name}.txt").write_text(TEXTS[name], encoding="utf8")
        self.warm = Warm()
        self.run("build", MANY, out=folder / "many")
        self.run("build", FEW, out=folder / "few")
        self.trees = {FEW: tree(folder / "few"), MANY: tree(folder / "many")}
        self.undisturbed: dict[tuple[str, tuple[str, ...]], dict[str, Any]] = {}
        self.now = FEW
        self.run("build", FEW)
        for kind in ("build", "change"):
            for _ in range(2):
                other = self.other
                self.undisturbed[kind, other] = self.run(kind, other)
                self.now = other

    @property
    def other(self) -> tuple[str, ...]:
        return MANY if self.now == FEW else FEW

    def papers(self, documents: tuple[str, ...]) -> Path:
        return self.folder / f"{len(documents)} papers"

    def run(self, kind: str, documents: tuple[str, ...], out: Path | None = None, **when: float) -> dict[str, Any]:
        """Run the command that makes the output one of these documents; without a moment it must end well."""
        words: tuple[object, ...] = ("build", self.papers(documents), "-o", out or self.out)
        if kind == "change":
            words = (
                ("add", self.out, self.papers(MANY) / "three.txt")
                if documents == MANY
                else ("remove", self.out, "three")
            )
        answer = self.warm.run(*words, **when)
        assert when or answer["status"] == 0, answer["stderr"]
        return answer


def tree(folder: Path) -> Mapping[str, str]:
    """Return every file of an output, the quads of the stores in place of their files, whose bytes are RocksDB's own."""
    # Whoever opens the folder next finishes the renames that a kill has cut short.
    stores = {"store": open_store(folder), "index": Store.read_only(str(folder / "index"))}
    paths = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    apart = {*stores, ".staging"}
    files = {str(name): digest(path) for name, path in paths.items() if name.parts[0] not in apart}
    return files | {
        name: sha256("\n".join(sorted(map(str, store))).encode()).hexdigest() for name, store in stores.items()
    }


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    scene = Scene(tmp_path_factory.mktemp("killed"))
    yield scene
    scene.warm.close()


def good(now: Mapping[str, str], scene: Scene) -> tuple[str, ...]:
    """Return of what documents an output is, which must be wholly of some."""
    # Readings are no output: what was read of the other documents may be there already, or still.
    kept = {name: data for name, data in now.items() if not name.startswith("readings")}
    for documents, whole in scene.trees.items():
        if kept == {name: data for name, data in whole.items() if not name.startswith("readings")}:
            return documents
    raise AssertionError(f"neither the old output nor the new one: {sorted(now)}")


def survived(scene: Scene, kind: str, goal: tuple[str, ...]) -> bool:
    """Find the output good after a kill, run the command to its end, and find the output that there should be.

    Say whether the kill came when the output was there already.
    """
    reached = good(tree(scene.out), scene)
    if kind == "build" or reached != goal:  # what is gone cannot be removed once more
        scene.run(kind, goal)
        assert tree(scene.out) == scene.trees[goal]
        assert not (scene.out / ".staging").exists()
    scene.now = goal
    return reached == goal


@pytest.mark.parametrize("number", range(STEPS))
def test_killed_at_a_step_of_the_file_system(scene: Scene, number: int) -> None:
    kind, goal = ("build", "change")[number % 2], scene.other
    step = 1 + Random(number).randrange(scene.undisturbed[kind, goal]["steps"])
    status = scene.run(kind, goal, step=step)["status"]
    # What was read before a kill is kept, so that a later run may have fewer steps, and end before.
    assert survived(scene, kind, goal) or status == -SIGKILL
    assert status in (-SIGKILL, 0)


@pytest.mark.parametrize("number", range(MOMENTS))
def test_killed_at_a_moment_of_time(scene: Scene, number: int) -> None:
    """The store writes its files by itself, in no step that can be counted."""
    kind, goal = ("build", "change")[number % 2], scene.other
    seconds = Random(number).uniform(0, scene.undisturbed[kind, goal]["seconds"])
    assert scene.run(kind, goal, seconds=seconds)["status"] in (-SIGKILL, 0)  # 0: it was quicker this time
    survived(scene, kind, goal)
