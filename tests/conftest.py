"""Fixtures of more than one room: invented papers read by hand, builds of the samples and of the papers, the browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import chromium
import pytest
from county import COUNTY
from filelock import FileLock
from papers import both, linked_of
from pyoxigraph import RdfFormat, Store

from kg.build import build
from kg.export.explorer.bundle import ensure_fresh
from kg.model import Linked, Reading
from kg.resources import PIPELINES
from kg.store import open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

Once: TypeAlias = Callable[[str, Callable[[Path], object]], Path]

MEMORY = Path("/dev/shm")  # Linux's file system in memory
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def pytest_configure(config: pytest.Config) -> None:
    """Make the explorer's page when its sources have changed; of several workers, the one that leads them does."""
    if hasattr(config, "workerinput"):
        return
    ensure_fresh()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # some two hundred processes import fangzhi: it is compiled once
    # A build brings eighty files to the disk, one by one, and there are hundreds of builds: no test can see the disk.
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 2**30:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object | None:
    """Give a worker whole files, or groups of files, so that what their tests share is made once and nobody waits for it.

    They begin in the order of their names, and so the quick ones, the doctests, come last: neither worker ends alone.
    """
    if config.getoption("dist") != "loadgroup":
        return None
    from xdist.scheduler.loadgroup import LoadGroupScheduling

    class Files(LoadGroupScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return super()._split_scope(nodeid).partition("::")[0]

    config.option.loadscopereorder = False
    return Files(config, log)


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
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Make a folder by its name, once for all workers of a run, to be read."""
    root = tmp_path_factory.getbasetemp()
    shared = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder = shared / f"{name}-once"
        with FileLock(shared / f"{name}.lock"):
            if not folder.is_dir():
                draft = tmp_path_factory.mktemp(name)
                make(draft)
                draft.rename(folder)
        return folder

    return made


@pytest.fixture(scope="session")
def samples(once: Once) -> Path:
    """The folder of a build of the sample papers, to be read."""
    return once("samples", lambda out: build([PIPELINES / "samples"], out))


@pytest.fixture(scope="session")
def sampled(samples: Path) -> Store:
    """The store of the sample papers."""
    return open_store(samples)


@pytest.fixture(scope="session")
def county(sampled: Store) -> Store:
    """The samples and an invented county, of which every query knows something."""
    store = Store()
    store.bulk_extend(sampled.quads_for_pattern(None, None, None, None))
    store.bulk_load(path=str(COUNTY), format=RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="session")
def built_papers(once: Once) -> Path:
    """The folder of a build of the papers of ../shared; what asks for it is skipped where they are absent."""
    if not PAPERS.is_dir():
        pytest.skip("the papers are not here")
    return once("papers", lambda out: build([PAPERS], out))


@pytest.fixture(scope="session")
def papers(built_papers: Path) -> Store:
    """The store of the papers of ../shared."""
    return open_store(built_papers)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One browser for all pages: starting it takes longer than most of their tests."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not chromium.path():
        pytest.skip("Debian's chromium is not installed")
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(executable_path=chromium.path(), args=QUIET)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def window(browser: "Browser") -> "BrowserContext":
    """One window for all pages: a tab is there in half the time that a window of its own takes."""
    found = browser.new_context(viewport={"width": 1280, "height": 800})
    found.new_page()  # as long as one is open, the next shares its process
    return found
