"""Fixtures of more than one room: invented papers read by hand, builds of the samples and of the papers, the browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from papers import both, linked_of
from pyoxigraph import Store

from kg.build import build
from kg.export.explorer.bundle import ensure_fresh
from kg.model import Linked, Reading
from kg.resources import PIPELINES
from kg.store import open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = Path("/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def pytest_configure(config: pytest.Config) -> None:
    """Make the explorer's page when its sources have changed; of several workers, the one that leads them does."""
    if not hasattr(config, "workerinput"):
        ensure_fresh()


PAPERS = Path(__file__).parents[2] / "shared" / "corpus" / "papers"


@pytest.fixture
def readings() -> tuple[Reading, ...]:
    """The two papers: a plan, and the news of half a year later."""
    return tuple(both())


@pytest.fixture
def linked(readings: tuple[Reading, ...]) -> Linked:
    """The two papers, linked."""
    return linked_of(*readings)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of the sample papers, to be read."""
    out = tmp_path_factory.mktemp("samples")
    build([PIPELINES / "samples"], out)
    return out


@pytest.fixture(scope="session")
def sampled(samples: Path) -> Store:
    """The store of the sample papers."""
    return open_store(samples)


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of a build of the papers of ../shared; what asks it is skipped where they are absent."""
    if not PAPERS.is_dir():
        pytest.skip("the papers are not here")
    out = tmp_path_factory.mktemp("papers")
    build([PAPERS], out)
    return open_store(out)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One browser for all pages: starting it takes longer than most of their tests."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("Debian's chromium is not installed")
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield launched
        launched.close()
