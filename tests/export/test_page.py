"""The network page in a real browser: it asks nothing of a network, shows evidence, finds names, and runs no document's text."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page


@pytest.fixture
def page(window: "BrowserContext", exported: Path) -> Iterator["Page"]:
    """Open the page; whatever the test does, no request leaves the file and nothing is complained of."""
    opened = window.new_page()
    requests, complaints = list[str](), list[str]()
    opened.on("request", lambda request: requests.append(request.url))
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto((exported / "network.html").as_uri())
    opened.wait_for_selector("body[data-ready]")
    yield opened
    assert not complaints
    assert [url for url in requests if not url.startswith(("file://", "data:"))] == []
    assert opened.evaluate("window.harmed") is None
    opened.close()


def search(page: "Page", text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(text)


def test_a_click_on_a_node_shows_names_facts_and_the_marked_sentence(page: "Page") -> None:
    at = page.evaluate(
        """() => {
          const id = JSON.parse(document.getElementById("data").textContent).dossiers.findIndex((one) => one.label === "南江县");
          return fangzhi.network.canvasToDOM(fangzhi.network.getPositions([id])[id]);
        }"""
    )
    page.locator("#canvas canvas").click(position=at)
    page.locator("#dossier h2", has_text="南江县").wait_for()
    panel = page.locator("#panel")
    assert "我县" in panel.inner_text()
    assert "县委书记林遥" in panel.locator("mark").all_inner_texts()
    assert "南江日报#1 · 10–23" in panel.locator("cite").all_inner_texts()
    assert "80 亿元" in panel.inner_text()


def test_search_finds_aliases_and_opens_with_the_keyboard(page: "Page") -> None:
    search(page, "林书记")
    assert page.locator("#hits li").all_inner_texts() == ["林遥 人物"]
    page.keyboard.press("Enter")
    assert page.locator("#dossier h2").inner_text() == "林遥"
    page.keyboard.press("Escape")
    assert page.locator("#welcome").is_visible()


def test_two_persons_of_one_name_are_two_hits(page: "Page") -> None:
    search(page, "林遥")
    assert page.locator("#hits li").count() == 2


def test_what_is_not_there_is_said_so(page: "Page") -> None:
    search(page, "没有这个名字")
    assert page.locator("#hits").inner_text() == "没有找到"


def test_a_name_in_the_panel_leads_on(page: "Page") -> None:
    search(page, "南江县茶产业大会")
    page.keyboard.press("Enter")
    page.locator("#dossier .cells button", has_text="林遥").click()
    assert page.locator("#dossier h2").inner_text() == "林遥"


def test_the_legend_hides_a_class(page: "Page") -> None:
    hidden = """(kind) => fangzhi.network.body.data.nodes.get().filter((node) => node.hidden).every((node) => node.kind === kind)
      && fangzhi.network.body.data.nodes.get().some((node) => node.hidden)"""
    page.locator("#legend button[data-kind=Person]").click()
    assert page.evaluate(hidden, "Person")


def test_hostile_names_are_shown_and_never_run(page: "Page") -> None:
    for name in ("</script>", "<img", "javascript:"):
        page.keyboard.press("Escape")
        search(page, name)
        page.keyboard.press("Enter")
        assert "<b>投资</b>" in page.locator("#dossier blockquote").first.inner_text()
    assert page.locator("#dossier h2").inner_text().startswith("javascript:")
    assert page.locator("#dossier :is(script, img, b)").count() == 0
    assert page.locator("a[href]").count() == 0
