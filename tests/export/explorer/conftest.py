"""The explorer's page of the sample papers in a real browser; whatever a test does, the page stays quiet and on its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
from filelock import FileLock

from kg.export.explorer.bundle import WORK, prepare

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from playwright.sync_api import BrowserContext, Page

    Opened: TypeAlias = Callable[..., AbstractContextManager[Page]]

WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def opened(window: "BrowserContext") -> "Opened":
    """Open a file of the explorer at an address; fail when it asks a network, complains, or runs a document's text."""

    @contextmanager
    def open_page(file: Path, address: str = "", size: dict[str, int] = WIDE, **settings: str) -> Iterator["Page"]:
        page = window.new_page()
        page.set_viewport_size(size)
        page.emulate_media(**settings)
        page.set_default_timeout(20_000)
        requests, complaints = list[str](), list[str]()
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(file.as_uri() + address)
        page.wait_for_selector("body[data-ready]")
        try:
            yield page
            assert complaints == []
            assert [url for url in requests if not url.startswith(("file://", "data:", "blob:"))] == []
            assert page.evaluate("window.harmed") is None
        finally:
            page.evaluate("localStorage.clear()")
            page.close()

    return open_page


@pytest.fixture
def page(opened: "Opened", samples: Path) -> Iterator["Page"]:
    """The explorer of the sample papers, as it opens."""
    with opened(samples / "explorer.html") as shown:
        yield shown


@pytest.fixture(scope="session")
def explored(built_papers: Path) -> Path:
    """The explorer of the papers of ../shared."""
    return built_papers / "explorer.html"


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that looks for what keeps people out of a page."""
    WORK.parent.mkdir(exist_ok=True)
    # Workers of one run prepare the same folder, one after the other.
    with FileLock(WORK.parent / "explorer.lock"):
        return (prepare(tools=True) / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf8")
