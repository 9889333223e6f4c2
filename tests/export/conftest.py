"""The small graph that the exports are tested on, and the browser in which pages are opened."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, Store

from kg.export import export

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


@pytest.fixture(scope="session")
def store() -> Store:
    found = Store()
    found.load(path=str(Path(__file__).parent / "small.ttl"), format=RdfFormat.TURTLE)
    return found


@pytest.fixture(scope="session")
def exported(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    export(store, folder)
    return folder


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
