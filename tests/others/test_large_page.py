"""Others freeze on a large graph: a page made of 10,000 things opens, says what it shows, and can be searched."""

from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.dossiers import Cell, Dossier, Stated
from kg.export.facts import Evidence, Fact
from kg.export.network import LIMIT, page

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

COUNT = 10_000


def things() -> list[Dossier]:
    """Return a tree of regions: each is part of the one whose number is a third of its own."""
    names = [f"第{number}县" for number in range(COUNT)]
    found = [Dossier(f"urn:{number:05}", "Region", name, ()) for number, name in enumerate(names)]
    for number in range(1, COUNT):
        ends = (number, number // 3)
        cells = (Cell(names[number], found[number].thing), Cell("隶属"), Cell(names[ends[1]], found[ends[1]].thing))
        evidence = (Evidence("d", 0, 9, f"{names[number]}属{names[ends[1]]}。", ()),)
        for end in ends:
            found[end].facts.setdefault("relations", []).append(Stated(cells, Fact("relations", evidence=evidence)))
    return found


def test_a_page_of_ten_thousand_opens_and_can_be_searched(window: "BrowserContext", tmp_path: Path) -> None:
    path = tmp_path / "network.html"
    path.write_text(page(things()), encoding="utf8")
    opened = window.new_page()
    opened.goto(path.as_uri())
    opened.wait_for_selector("body[data-ready]")
    assert f"全图 {COUNT} 个节点" in opened.locator("#scope").inner_text()
    assert opened.evaluate("fangzhi.network.body.data.nodes.length") == LIMIT
    opened.fill("#search", "第7县")
    opened.keyboard.press("Enter")
    assert opened.locator("#dossier h2").inner_text() == "第7县"
    opened.close()
