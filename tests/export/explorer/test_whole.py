"""The whole graph as one drawing: laid out the same every time, pressed, walked, filtered, told as a table."""

from typing import TYPE_CHECKING

import pytest
from test_graph import STILL

from kg.export.explorer.packing.layout import layout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Opened
    from playwright.sync_api import Page

COUNTY = "https://w3id.org/fangzhi/id/region/371323"
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
# Remembers what is written into pictures that are not on the page.
DRAWN = """() => {
  window.drawn = [];
  const write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
    if (!this.canvas.isConnected) window.drawn.push(text);
    return write.call(this, text, ...at);
  };
}"""
HEIGHT = "[...document.querySelectorAll('canvas')].find((one) => one.clientWidth).clientHeight"


@pytest.fixture
def whole(opened: "Opened", samples: "Path") -> "Iterator[Page]":
    with opened(samples / "explorer.html", "#view=whole") as page:
        page.locator("canvas").wait_for()
        yield page


def test_a_press_opens_a_thing_and_leads_to_its_neighbourhood(whole: "Page") -> None:
    at = whole.evaluate(STILL, ["沂水县"])
    whole.mouse.click(at["x"], at["y"])
    whole.locator(".side h2", has_text="沂水县").wait_for()
    whole.get_by_role("button", name="看它的关系图").click()
    whole.locator("#view-graph .graph-name", has_text="沂水县").wait_for()


def captioned(page: "Page", file: str) -> tuple[str, int]:
    """Save the picture; return the text drawn into it, and how much higher than the canvas, at twice its size, it is."""
    page.evaluate(DRAWN)
    with page.expect_download() as waited:
        page.get_by_role("button", name="PNG").click()
    assert waited.value.suggested_filename == file
    png = waited.value.path().read_bytes()
    return page.evaluate("window.drawn.join(' · ')"), int.from_bytes(png[20:24]) - 2 * page.evaluate(HEIGHT)


def test_the_picture_of_a_neighbourhood_tells_what_is_opened_and_by_which_filters(
    opened: "Opened", samples: "Path"
) -> None:
    address = f"#view=graph&open={COUNTY}^^&since=2022&hide=Person"
    for size, lines in ((WIDE, 1), (NARROW, 2)):
        with opened(samples / "explorer.html", address, size=size) as page:
            page.locator("#view-graph .graph-kinds .chip").first.wait_for()
            told, taller = captioned(page, "关系图.png")
            assert told.startswith("关系图 · 沂水县 · 不含 人物 · 2022– · 10 份文档 2021–2025 · fangzhi · ")
            assert "● 地区" in told and "● 人物" not in told
            assert page.evaluate("window.drawn.length") >= lines
            assert taller > 0


def test_a_press_on_an_edge_opens_what_joins_two(whole: "Page") -> None:
    at = whole.evaluate(STILL, ["沂水县", "临沂市"])
    whole.mouse.click(at["x"], at["y"])
    told = whole.locator(".graph-inspector")
    told.locator(".graph-about", has_text="沂水县").filter(has_text="临沂市").first.wait_for()
    told.locator(".source").first.wait_for()
    assert "fact=" in whole.url


def test_the_legend_hides_a_kind_from_the_table_and_the_picture_is_saved(whole: "Page") -> None:
    whole.locator(".graph-kinds [data-code=Person]").click()
    assert whole.locator(".graph-kinds [data-code=Person]").get_attribute("aria-pressed") == "false"
    told, taller = captioned(whole, "全图.png")
    assert told.startswith("全图 · 不含 人物 · 10 份文档 2021–2025 · fangzhi")
    assert taller > 0
    whole.get_by_role("button", name="表格").click()
    kinds = {cell.strip() for cell in whole.locator(".graph-table tbody td:nth-child(2)").all_inner_texts()}
    assert "地区" in kinds and "人物" not in kinds


def test_keys_walk_from_the_strongest(whole: "Page") -> None:
    whole.locator("canvas").focus()
    whole.keyboard.press("ArrowRight")
    first = whole.locator(".graph-name").inner_text()
    met = set()
    for key in ("ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight"):
        whole.keyboard.press(key)
        met.add(whole.locator(".graph-name").inner_text())
    assert met - {first}
    whole.keyboard.press("Enter")
    whole.locator(".side h2").first.wait_for()


def ring(count: int) -> list[tuple[int, int]]:
    return [(number, (number + 1) % count) for number in range(count)]


def test_a_layout_is_the_same_every_time_and_its_blocks_do_not_overlap() -> None:
    home = {number: number % 7 for number in range(700)}
    edges = [(number, number % 7) for number in range(7, 700)]
    laid = layout(700, edges, home, [1] * 700)
    assert laid == layout(700, edges, home, [1] * 700)
    assert sorted(head for head, *_ in laid.blocks) == list(range(7))
    for number, (_, x, y, radius) in enumerate(laid.blocks):
        for _, a, b, other in laid.blocks[:number]:
            assert ((x - a) ** 2 + (y - b) ** 2) ** 0.5 >= (radius + other) * 0.98
    heads = {head: (x, y, radius) for head, x, y, radius in laid.blocks}
    for node, (x, y) in enumerate(laid.places):
        a, b, radius = heads[home[node]]
        assert ((x - a) ** 2 + (y - b) ** 2) ** 0.5 <= radius + 1


def test_what_many_pull_at_stays_near_them() -> None:
    blocks, each = 60, 20
    home = {number: number % blocks for number in range(blocks * each)}
    inner = [(number % blocks, number) for number in home if number >= blocks]
    star = [(number - number % blocks, number) for number in home if number % blocks]
    laid = layout(len(home), inner + star, home, [1] * len(home))
    radii = sum(radius for *_, radius in laid.blocks)
    assert max(abs(side) for place in laid.places for side in place) < 2 * radii


def test_a_large_block_is_divided_by_who_is_joined() -> None:
    edges = [(one + 200 * part, other + 200 * part) for part in range(3) for one, other in ring(200)]
    laid = layout(600, edges, dict.fromkeys(range(600), 0), [1] * 600)
    assert len(laid.blocks) > 3


def test_nothing_is_laid_out_too() -> None:
    assert layout(0, [], {}, []).blocks == ()
    assert len(layout(3, [], {}, [1, 1, 1]).places) == 3
