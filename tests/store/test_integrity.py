"""Files of a build that do not agree with each other are told apart from those that do."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store.integrity import problems


@pytest.fixture
def copy(samples: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(samples, tmp_path / "copy"))


def test_a_build_agrees_with_itself(samples: Path) -> None:
    assert list(problems(samples)) == []


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        ("graph.nq", lambda lines: lines[:-1]),
        ("evidence.ttl", lambda lines: lines[: max(n for n, line in enumerate(lines) if not line.startswith("\t"))]),
        ("graph.jsonld", lambda lines: lines[:2] + lines[3:]),
    ],
)
def test_a_file_that_lacks_something_is_named(copy: Path, name: str, cut: Callable[[list[str]], list[str]]) -> None:
    path = copy / name
    path.write_text("".join(cut(path.read_text("utf8").splitlines(keepends=True))), "utf8")
    (problem,) = problems(copy)
    assert name in problem.partition(" do not ")[0]


@pytest.mark.parametrize("name", ["graph.jsonld", "graph.ttl"])
@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_text("{", "utf8")])
def test_a_file_that_cannot_be_read_is_an_error(copy: Path, damage: Callable[[Path], object], name: str) -> None:
    damage(copy / name)
    with pytest.raises(StoreError, match=name):
        list(problems(copy))
