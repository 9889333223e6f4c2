"""The project's outside: what the metadata say is what is there, and the borders between rooms hold."""

import configparser
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).parent.parent
CONFIG = configparser.ConfigParser()
CONFIG.read(ROOT / "setup.cfg", encoding="utf8")
ROOMS = sorted(".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "kg").rglob("__init__.py"))


def words(section: str, key: str) -> list[str]:
    return [line for line in CONFIG[section][key].splitlines() if line]


def test_the_borders_between_rooms_hold() -> None:
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "setup.cfg"), no_cache=True) == 0


def test_every_room_is_packed() -> None:
    assert sorted(words("options", "packages")) == sorted([*ROOMS, "kg.ontology", "kg.pipelines"])
    assert len(ROOMS) > 8


def test_no_module_is_longer_than_250_lines() -> None:
    modules = sorted((ROOT / "kg").rglob("*.py"))
    assert {m.name: n for m in modules if (n := len(m.read_text("utf8").splitlines())) > 250} == {}
    assert len(modules) > 30


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is packed, in which nothing was made yet."""
    copy = tmp_path_factory.mktemp("packed") / "source"
    for top in ("kg", "ontology", "pipelines"):
        shutil.copytree(ROOT / top, copy / top, ignore=shutil.ignore_patterns("__pycache__", "bundle"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, copy)
    return copy


def test_a_wheel_carries_all_code_and_knowledge(source: Path, tmp_path: Path) -> None:
    command = ["-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(tmp_path), str(source)]
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("kg/")}
    files = [path.relative_to(ROOT) for top in ("kg", "ontology", "pipelines") for path in (ROOT / top).rglob("*")]
    # What the models were taught with and what the explorer's page is made from stay in the checkout.
    kept = {"__pycache__", "training", "app", ".made"}
    sources = [path for path in files if (ROOT / path).is_file() and not kept & set(path.parts)]
    assert Path("kg/export/explorer/bundle/page.html") in sources
    assert packed == {(path if path.parts[0] == "kg" else Path("kg", path)).as_posix() for path in sources}
    assert len(sources) > 100


def test_a_source_archive_has_what_the_explorers_page_is_made_from(source: Path, tmp_path: Path) -> None:
    command = f"from setuptools.build_meta import build_sdist; build_sdist({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", command], cwd=source, check=True, capture_output=True)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        packed = {name.partition("/")[2] for name in opened.getnames()}
    app = [path.relative_to(ROOT).as_posix() for path in (ROOT / "kg/export/explorer/app").rglob("*.*")]
    assert set(app) <= packed
    assert len(app) > 30


def test_the_changelog_begins_with_the_version() -> None:
    first = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf8"), re.MULTILINE)
    assert first is not None and first[1] == kg.__version__


def test_every_make_target_of_the_papers_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf8"), re.MULTILINE))
    papers = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", ".ci/run")]
    named = {target for paper in papers for target in re.findall(r"\bmake ([a-z]+)\b", paper.read_text("utf8"))}
    assert named and named <= targets


def test_links_in_the_papers_lead_somewhere() -> None:
    papers = sorted(ROOT.glob("*.md"))
    links = [(p.name, link) for p in papers for link in re.findall(r"\]\(([^)#:]+)\)", p.read_text("utf8"))]
    assert links and [pair for pair in links if not (ROOT / pair[1]).exists()] == []
