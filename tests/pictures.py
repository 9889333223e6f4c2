"""The pictures of the README, taken of the explorer of the sample papers: `python tests/pictures.py`, a part of `make docs`."""

from pathlib import Path
from tempfile import TemporaryDirectory

import chromium
from playwright.sync_api import sync_playwright

from kg.build import build
from kg.resources import PIPELINES

DOCS = Path(__file__).parents[1] / "docs"
COUNTY = "https://w3id.org/fangzhi/id/region/371323"
# By the name of its file: the address of a view, and what is pressed there.
PICTURES = {
    "explorer": (f"#thing={COUNTY}", 'tr:has-text("120%") button'),
    "explorer-graph": (f"#view=graph&open={COUNTY}", ""),
    "explorer-chain": ("#view=chain", ""),
}
SIZE = {"width": 1120, "height": 680}


def take(folder: Path) -> None:
    """Write every picture."""
    with sync_playwright() as played:
        browser = played.chromium.launch(executable_path=chromium.path(), args=["--no-sandbox", "--disable-gpu"])
        for name, (address, pressed) in PICTURES.items():
            page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
            page.goto((folder / "explorer.html").as_uri() + address)
            page.wait_for_selector("body[data-ready]")
            page.wait_for_load_state("networkidle")
            if pressed:
                page.locator(pressed).first.click()
                page.locator(".evidence mark").first.wait_for()
            page.screenshot(path=DOCS / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        build([PIPELINES / "samples"], Path(folder))
        take(Path(folder))
