"""The explorer for everybody: what axe finds, both themes, telephones, the keyboard's own switch."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Opened
    from playwright.sync_api import Page

COUNTY = "#thing=https://w3id.org/fangzhi/id/region/371323"


def test_keys_of_one_character_can_be_switched_off(page: "Page") -> None:
    page.keyboard.press("?")
    page.locator("dialog input[type=checkbox]").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.press("2")
    assert page.evaluate("document.activeElement.id") != "search"
    assert page.evaluate("location.hash") == ""


def test_the_theme_is_that_of_the_system_until_one_is_chosen(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", color_scheme="dark") as page:
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.get_by_role("button", name="浅色").click()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != dark
        page.reload()
        page.wait_for_selector("body[data-ready]")
        assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_nothing_keeps_anybody_out(opened: "Opened", samples: Path, axe: str) -> None:
    with opened(samples / "explorer.html", reduced_motion="reduce") as page:
        page.evaluate(axe)
        for address, filled in addresses(page).items():
            assert wrong(page, address, filled) == []
        page.evaluate("(hash) => { location.hash = hash; }", COUNTY)
        page.locator(".source").first.click()
        assert wrong(page, "", ".evidence blockquote") == []
        page.keyboard.press("/")
        page.keyboard.type("沂水")
        assert wrong(page, "", ".popup .hit") == []


def test_the_dark_can_be_read(opened: "Opened", samples: Path, axe: str) -> None:
    with opened(samples / "explorer.html", color_scheme="dark", reduced_motion="reduce") as page:
        page.evaluate(axe)
        for address, filled in addresses(page).items():
            assert wrong(page, address, filled, ["color-contrast"]) == []


def addresses(page: "Page") -> dict[str, str]:
    """The search empty and used, the page of a thing, and every view: what is there once it is drawn."""
    views = page.evaluate("[...document.querySelectorAll('.tab')].slice(1).map((tab) => tab.dataset.view)")
    assert len(views) >= 4
    drawn = {f"#view={view}": f"#view-{view} :visible" for view in views}
    return {"#": ".cards", COUNTY: ".thing section", "#q=沂水": ".results .hit", **drawn}


# Resolves when nothing of the page has changed for a while: what is drawn in steps is drawn.
QUIET = """() => new Promise((done) => {
  const end = () => { watch.disconnect(); done(); };
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(end, 200); });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  let timer = setTimeout(end, 200);
})"""


def wrong(page: "Page", address: str, filled: str, only: list[str] | None = None) -> list[Any]:
    """What axe finds wrong at an address ("" stays where it is) once it is filled, by all of its rules or by some."""
    if address:
        page.evaluate("(hash) => { location.hash = hash; }", address)
    page.locator(filled).first.wait_for()
    page.evaluate(QUIET)
    rules = {"runOnly": {"type": "rule", "values": only}} if only else {}
    found = page.evaluate("(rules) => axe.run({ resultTypes: ['violations'], ...rules })", rules)
    return [
        (address, one["id"], node["html"][:200], node["failureSummary"])
        for one in found["violations"]
        for node in one["nodes"]
        # The short texts of a drawing are told to the ear as a sentence, not word by word.
        if not (one["id"] == "label-content-name-mismatch" and node["html"].startswith("<g "))
    ][:5]


@pytest.mark.parametrize("address", ["", COUNTY, "#q=沂水"])
def test_a_telephone_shows_it_without_scrolling_sideways(opened: "Opened", samples: Path, address: str) -> None:
    with opened(samples / "explorer.html", address, size={"width": 390, "height": 844}) as page:
        page.locator("main .view > *").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert page.evaluate("document.querySelector('main').scrollWidth") == 390
