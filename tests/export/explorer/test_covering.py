"""What lies over what: nothing covers the tabs or the search, a county is pressed where it is, no table is cut off."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from conftest import Opened

COUNTY = "https://w3id.org/fangzhi/id/region/371323"
WIDE, MIDDLE, NARROW = ({"width": w, "height": h} for w, h in ((1440, 900), (1024, 768), (390, 844)))
# The tabs in sight and the search box that something else would be pressed in place of.
COVERED = """() => [...document.querySelectorAll('.tab, #search')].filter((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  const at = [Math.min(Math.max(x + width / 2, 20), innerWidth - 20), y + height / 2];
  if (x + width < 0 || x > innerWidth) return false;
  const top = document.elementFromPoint(...at);
  return !(top === one || one.contains(top) || top?.closest('.tabs'));
}).map((one) => one.textContent || one.id)"""
# Tables that stand out of their frame, and those whose columns cannot be scrolled to.
CUT = """() => [...document.querySelectorAll('.table-scroll')].filter((one) => {
  const [box, frame] = [one.getBoundingClientRect(), one.closest('main, .side').getBoundingClientRect()];
  const wide = one.firstElementChild.getBoundingClientRect().width > box.width + 1;
  return box.width && (box.right > frame.right + 1 || (wide && getComputedStyle(one).overflowX !== 'auto'));
}).length"""
# For every line to an outpost: what is pressed along it, where a county is under it and where none is.
ALONG = """() => {
  const told = { county: 0, wrong: 0, line: null };
  for (const hit of document.querySelectorAll('.map-hit')) {
    const [length, matrix] = [hit.getTotalLength(), hit.getScreenCTM()];
    for (let t = 0; t <= 1; t += 0.02) {
      const { x, y } = hit.getPointAtLength(t * length).matrixTransform(matrix);
      const [top, ...under] = document.elementsFromPoint(x, y);
      if (!top) continue;
      if ([top, ...under].some((one) => one.matches('path.map-place'))) {
        told.county++;
        if (top.closest('.map-hit, .map-line')) told.wrong++;
      } else if (top === hit) told.line ??= { x, y };
    }
  }
  return told;
}"""


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_nothing_covers_the_tabs_or_the_search(opened: "Opened", samples: Path, size: dict[str, int]) -> None:
    with opened(samples / "explorer.html", f"#thing={quote(COUNTY)}", size=size) as page:
        page.keyboard.press("/")
        page.keyboard.type("沂水")
        page.locator(".popup .hit").first.wait_for()
        assert page.evaluate(COVERED) == []
        page.keyboard.press("Escape")
        page.locator("main .fact").first.click()
        page.locator(".side blockquote").wait_for()
        assert page.evaluate(COVERED) == []
        page.locator(".tab[data-view=graph]").click()
        page.locator(".side h2", has_text="沂水县").wait_for()
        assert page.evaluate(COVERED) == []
        main, side = (page.locator(one).bounding_box() for one in ("main", ".side"))
        assert main["x"] + main["width"] <= side["x"] + 1 or main["y"] + main["height"] <= side["y"] + 1


def test_escape_gives_the_focus_back(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", f"#thing={quote(COUNTY)}") as page:
        fact = page.locator("main .fact").nth(2)
        fact.focus()
        page.keyboard.press("Enter")
        page.locator(".side blockquote").wait_for()
        page.keyboard.press("Escape")
        page.locator(".side blockquote").wait_for(state="detached")
        assert fact.evaluate("one => one === document.activeElement")
    with opened(samples / "explorer.html", "#view=leaderboard") as page:
        mark = page.locator(".drawing .mark").first
        mark.focus()
        page.keyboard.press("Enter")
        page.locator(".side blockquote, .side h2").first.wait_for()
        page.keyboard.press("Escape")
        page.locator(".side:not([hidden])").wait_for(state="detached")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
def test_no_table_is_cut_off(opened: "Opened", samples: Path, size: dict[str, int]) -> None:
    views = ("chain", "mind", "map", "leaderboard", "timeline", "progress", "lists", "sparql")
    with opened(samples / "explorer.html", size=size) as page:
        for view in views:
            page.evaluate("(hash) => { location.hash = hash; }", f"view={view}")
            page.locator(f"#view-{view} .table-scroll td").first.wait_for(state="attached")
            assert page.evaluate(CUT) == 0, view
            assert page.evaluate("document.querySelector('main').scrollWidth") <= size["width"], view


def test_a_line_is_pressed_beside_counties_and_lies_under_them(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", f"#view=map&region={quote(COUNTY)}") as page:
        page.locator(".map-hit").first.wait_for(state="attached")
        order = page.locator(".map-hit, .map-place").evaluate_all("all => all.map((one) => one.matches('.map-hit'))")
        assert order == sorted(order, reverse=True)
        along = page.evaluate(ALONG)
        page.mouse.move(**along["line"])
        page.locator(".mark.met .map-line").wait_for(state="attached")
        page.mouse.click(**along["line"])
        page.locator(".side blockquote").wait_for()


def test_a_county_is_pressed_where_lines_cross_it(opened: "Opened", explored: Path) -> None:
    with opened(explored, "#view=map") as page:
        page.locator(".map-hit").first.wait_for(state="attached")
        along = page.evaluate(ALONG)
        assert along["county"] > 50
        assert along["wrong"] == 0


def test_tabs_out_of_sight_are_no_links_that_skip(opened: "Opened", samples: Path, axe: str) -> None:
    with opened(samples / "explorer.html", "#view=sparql&query=own", size=NARROW) as page:
        page.locator(".sparql-editor .cm-content").wait_for()
        assert page.locator(".tab").first.bounding_box()["x"] < 0
        page.evaluate(axe)
        found = page.evaluate("axe.run().then((run) => run.violations.map((one) => [one.id, one.nodes[0].html]))")
        assert found == []


def test_in_english_no_chinese_sign_joins_the_words_of_the_page(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", "#view=chain&lang=en") as page:
        for view in ("chain", "mind", "map", "lists"):
            page.locator(f".tab[data-view={view}]").click()
            page.locator(f"#view-{view} .table-scroll").first.wait_for(state="attached")
            told = page.evaluate(
                "[...document.querySelectorAll('.drawing title, [aria-label], [title], .pick summary, .view-note')]"
                ".map((one) => `${one.getAttribute('aria-label') ?? ''} ${one.title || ''} ${one.textContent}`).join()"
            )
            assert "：" not in told, view
            assert "上游" not in page.locator(f"#view-{view}").inner_text()
