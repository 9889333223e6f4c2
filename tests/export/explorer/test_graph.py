"""The graph: neighbourhoods opened, closed and undone, filtered, walked by keys; paths drawn and told; edges that lead to sentences."""

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Opened
    from playwright.sync_api import Page

ID = "https://w3id.org/fangzhi/id/"
COUNTY, CITY = f"{ID}region/371323", f"{ID}region/371300"
MAYOR = f"{ID}person/周启明-临沂市"
PARK = f"{ID}platform/沂河食品产业园-沂水县"


# Where something is drawn on the page, when it is there and five pictures of the screen have left it there.
STILL = """async names => {
  const canvas = document.querySelector("canvas");
  for (let last, same = 0; ; ) {
    const [box, at] = [canvas.getBoundingClientRect(), canvas.at(...names)];
    const here = at && { x: box.x + at.x, y: box.y + at.y };
    same = last && here && last.x === here.x && last.y === here.y ? same + 1 : 0;
    if (same === 5) return here;
    last = here;
    await new Promise(requestAnimationFrame);
  }
}"""


@pytest.fixture
def county(opened: "Opened", samples: "Path") -> "Iterator[Page]":
    """The graph of one county, nothing moving."""
    with opened(samples / "explorer.html", f"#view=graph&thing={quote(COUNTY)}", reduced_motion="reduce") as page:
        page.locator(".graph-inspector .graph-name", has_text="沂水县").wait_for()
        page.locator(".side h2", has_text="沂水县").wait_for()
        yield page


def drawn(page: "Page", *names: str) -> bool:
    """Are all of these names among the nodes?"""
    return bool(page.evaluate("names => names.every(name => document.querySelector('canvas').at(name))", list(names)))


def until(page: "Page", names: list[str], shown: bool = True) -> None:
    look = "([names, shown]) => names.every(name => Boolean(document.querySelector('canvas').at(name)) === shown)"
    page.wait_for_function(look, arg=[names, shown])


def press(page: "Page", *names: str, twice: bool = False) -> None:
    """Press a node, or the edge from one to another, once the picture has come to rest."""
    at = page.evaluate(STILL, list(names))
    page.mouse.click(at["x"], at["y"], click_count=2 if twice else 1)


def test_what_is_only_planned_is_dashed_and_the_legend_says_so(county: "Page") -> None:
    assert county.locator(".graph-planned").inner_text() == "规划中"
    county.locator(".graph-toolbar button", has_text="表格").click()
    assert county.locator(".graph td", has_text="运营（规划中）").count()


def test_a_neighbourhood_is_drawn_with_its_relations_counted(county: "Page") -> None:
    assert drawn(county, "沂水县", "临沂市", "周启明", "预制菜", "沂水经济开发区")
    chips = county.locator(".graph-ways .chip").all_inner_texts()
    assert "→ 发展产业 4" in chips
    assert "← 任职于 4" in chips


def test_opening_is_undone_and_closing_too(county: "Page") -> None:
    press(county, "临沂市", twice=True)
    until(county, ["费县"])
    county.get_by_role("button", name="撤销").click()
    until(county, ["费县"], shown=False)
    assert drawn(county, "沂水县", "临沂市")
    press(county, "临沂市")
    county.get_by_role("button", name="展开").click()
    until(county, ["费县"])
    county.get_by_role("button", name="收起").click()
    until(county, ["费县"], shown=False)
    assert drawn(county, "沂水县")


def test_one_relation_alone_is_opened_and_more_of_what_was_cut(county: "Page") -> None:
    press(county, "临沂市")
    county.locator(".graph-ways [data-way='<partOf']").click()
    until(county, ["费县"])
    county.go_back()
    until(county, ["费县"], shown=False)


def test_the_legend_and_the_years_filter(county: "Page") -> None:
    county.locator(".graph-kinds [data-code=Person]").click()
    until(county, ["周启明"], shown=False)
    county.locator(".graph-kinds [data-code=Person]").click()
    until(county, ["周启明"])
    county.locator(".graph-kinds [data-code=developsIndustry]").click()
    until(county, ["预制菜"], shown=False)
    county.locator(".graph-menus select").first.select_option("county-year-later")
    until(county, ["临沂市"], shown=False)
    assert drawn(county, "沂水县")
    assert "hide=developsIndustry" in county.url


def test_an_edge_opens_its_sentence(county: "Page") -> None:
    press(county, "周启明", "沂水县")
    county.locator(".evidence blockquote", has_text="周启明").wait_for()
    assert "县委书记" in county.locator(".graph-inspector").inner_text()


def test_what_is_pressed_stays_in_sight_when_its_page_opens_beside_it(opened: "Opened", samples: "Path") -> None:
    with opened(samples / "explorer.html", "#view=graph", reduced_motion="reduce") as page:
        page.evaluate("iri => { location.hash = `view=graph&open=${iri}^^`; }", COUNTY)
        until(page, ["沂水县", "周启明"])
        before = page.locator("canvas").evaluate("one => one.clientWidth")
        press(page, "周启明", "沂水县")
        page.locator(".evidence blockquote").wait_for()
        page.wait_for_function("wide => document.querySelector('canvas').clientWidth < wide", arg=before)
        page.evaluate(STILL, ["沂水县"])
        wide = page.locator("canvas").evaluate("one => one.clientWidth")
        for name in ("沂水县", "周启明", "临沂市"):
            assert 0 < page.evaluate("name => document.querySelector('canvas').at(name).x", name) < wide


def test_keys_walk_open_and_show_the_sentence_of_an_edge(county: "Page") -> None:
    canvas = county.locator("canvas")
    canvas.focus()
    first = county.locator(".graph-name").inner_text()
    met = set()
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        county.keyboard.press(key)
        met.add(county.locator(".graph-name").inner_text())
    assert met - {first}
    county.keyboard.press("Enter")
    county.locator(".side h2").first.wait_for()
    canvas.focus()
    county.keyboard.press("e")
    county.keyboard.press("Enter")
    county.locator(".evidence blockquote").wait_for()


def test_the_table_says_what_the_picture_shows(county: "Page") -> None:
    county.get_by_role("button", name="表格").click()
    rows = county.locator(".graph-table tbody tr")
    rows.first.wait_for()
    told = [[cell.strip() for cell in row.split("\t")[:3]] for row in rows.all_inner_texts()]
    assert ["沂水县", "发展产业", "预制菜"] in told
    assert ["沂水县", "隶属", "临沂市"] in told


def test_a_path_is_drawn_and_told_with_directions(opened: "Opened", samples: "Path") -> None:
    with opened(samples / "explorer.html", "#view=graph", reduced_motion="reduce") as page:
        for field, text in (("起点", "zqm"), ("终点", "沂河食品")):
            page.get_by_role("combobox", name=field).fill(text)
            page.locator(".pick-hits:visible [role=option]").first.wait_for()
            page.keyboard.press("Enter")
        page.locator(".graph-told li").first.wait_for()
        (line,) = ("".join(text.split()) for text in page.locator(".graph-told li").all_inner_texts())
        assert line.startswith("周启明—任职于县委书记→")
        assert line.endswith("沂水县←位于—(沂河食品产业园→沂水县)沂河食品产业园")
        assert drawn(page, "周启明", "沂水县", "沂河食品产业园")
        page.locator(".graph-told .source").first.click()
        page.locator(".evidence blockquote", has_text="周启明").wait_for()
        page.locator(".graph-inspector", has_text="县委书记").wait_for()
        page.locator(".graph-told .link", has_text="沂水县").click()
        page.locator(".graph-inspector .graph-name", has_text="沂水县").wait_for()


def test_nothing_moves_under_the_pointer_when_a_step_is_opened(opened: "Opened", samples: "Path") -> None:
    path = f"#view=graph&from={quote(MAYOR)}&to={quote(PARK)}"
    with opened(samples / "explorer.html", path, reduced_motion="reduce") as page:
        until(page, ["周启明", "沂水县"])
        steps = page.locator(".graph-told .source").last
        before = page.evaluate(STILL, ["沂水县"]), steps.bounding_box()
        steps.click()
        page.locator(".evidence blockquote").wait_for()
        assert (page.evaluate(STILL, ["沂水县"]), steps.bounding_box()) == before


def test_a_tab_leads_back_to_what_was_opened(county: "Page") -> None:
    press(county, "临沂市", twice=True)
    until(county, ["费县"])
    county.locator(".tab[data-view=leaderboard]").click()
    county.locator("#view-leaderboard .drawing").wait_for()
    county.locator(".tab[data-view=graph]").click()
    until(county, ["费县", "沂水县"])


def test_how_to_begin_stands_in_the_middle(opened: "Opened", samples: "Path") -> None:
    with opened(samples / "explorer.html", "#view=graph") as page:
        page.locator(".graph-begin .chip").first.wait_for()
        middle = "one => { const { y, height } = one.getBoundingClientRect(); return y + height / 2; }"
        stage, begin = (page.locator(one).evaluate(middle) for one in (".graph-stage", ".graph-begin"))
        assert abs(stage - begin) < 5
        page.locator(".graph-begin .chip").first.click()
        page.locator(".graph-begin").wait_for(state="detached")


def test_nothing_joins_what_lies_apart(opened: "Opened", samples: "Path") -> None:
    apart = f"#view=graph&from={quote(MAYOR)}&to={quote(ID)}person/nobody"
    with opened(samples / "explorer.html", apart) as page:
        page.locator(".graph-paths", has_text="没有路径").wait_for()


def test_no_axe_violations(county: "Page", axe: str) -> None:
    county.evaluate(axe)
    found = county.evaluate(
        "() => axe.run().then(({ violations }) => violations.map((one) => one.id + ': ' + one.help))"
    )
    assert found == []


# Remembers the box of every name that is drawn: of the picture that is drawn last.
NAMES = """() => {
  const [pen, names] = [CanvasRenderingContext2D.prototype, []];
  const [write, clear] = [pen.fillText, pen.clearRect];
  pen.clearRect = function (...box) { names.length = 0; return clear.apply(this, box); };
  pen.fillText = function (text, x, y) {
    const half = this.measureText(text).width / 2;
    if (text.length > 1) names.push({ text, left: x - half, right: x + half, top: y - 6, bottom: y + 6 });
    return write.call(this, text, x, y);
  };
  window.names = () => names;
}"""
WRONG = """() => {
  const [all, wide] = [window.names(), document.querySelector('#view-graph canvas').clientWidth];
  const on = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return all.flatMap((one, at) => [
    ...(one.left < 0 || one.right > wide ? [`${one.text} is cut`] : []),
    ...all.slice(at + 1).filter((other) => on(one, other)).map((other) => `${one.text} on ${other.text}`),
  ]);
}"""


def test_no_name_is_cut_or_lies_on_another_whatever_is_looked_at(opened: "Opened", samples: "Path") -> None:
    for size in ({"width": 1280, "height": 800}, {"width": 390, "height": 844}):
        with opened(samples / "explorer.html", f"#view=graph&open={COUNTY}^^", size, reduced_motion="reduce") as page:
            page.locator("#view-graph .graph-kinds .chip").first.wait_for()
            page.evaluate(NAMES)
            page.locator("#view-graph canvas").focus()
            for key in ("ArrowRight", "+", "ArrowDown", "ArrowLeft", "+", "f"):
                page.keyboard.press(key)
                page.evaluate("() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))")
                assert page.evaluate("window.names().length") > 3
                assert page.evaluate(WRONG) == []
        with opened(samples / "explorer.html", f"#view=graph&open={COUNTY}^^&since=1999") as page:
            assert page.get_by_role("combobox", name="年份从").evaluate("one => one.selectedOptions[0].text") == "1999"
