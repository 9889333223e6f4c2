"""Documents that mean harm, through a whole build: nothing of them runs or breaks a page, neither explorer nor network."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import terms
from kg.build import build
from kg.export import export

if TYPE_CHECKING:
    from conftest import Opened
    from playwright.sync_api import Page

LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
KIND = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
PAPER = """<script>window.harmed=1</script>&lt;b&gt;沂水县加快发展</title></textarea>
2024年3月1日
沂水县委书记周启明<img src=x onerror="window.harmed=2">指出，'"沂水县重点发展食品产业</script><script>window.harmed=3</script>。
沂水县引进<!--<script>window.harmed=4//-->山东<b>沂禾</b>食品有限公司，建设沂水经济开发区，[点此](javascript:window.harmed=5)。
\u202e到2026年，沂水县规上工业产值突破800亿元\u202c，${window.harmed=6}{{7*7}}，推行链长制。
沂水县长梁秋实为“</script><svg onload=window.harmed=7>”项目揭牌，沂水食品产业基金规模20亿元。
"""
NAMES = (
    "</script><script>window.harmed=8</script>",
    "<img src=x onerror=window.harmed=9>",
    "javascript:window.harmed=10",
    "\u202e\u2066倒写的公司\u200f",
    "'\"><svg/onload=window.harmed=11>",
    "长" * 100_000,
    "__proto__",
    "constructor",
)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of papers whose very file name is an attack."""
    source, out = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("built")
    (source / "'\"><script>window.harmed=12<_script>.txt").write_text(PAPER, encoding="utf8")
    build([source], out)
    return out


@pytest.fixture(scope="module")
def names(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of a store whose names are attacks: no reader of texts would let them through, another source may."""
    hostile, out = Store(), tmp_path_factory.mktemp("names")
    hostile.extend(store)
    place = NamedNode("https://w3id.org/fangzhi/id/region/900101")
    for number, name in enumerate(NAMES):
        thing = NamedNode(f"https://w3id.org/fangzhi/id/organization/harm{number}")
        hostile.add(Quad(thing, KIND, NamedNode(terms.term("Organization"))))
        hostile.add(Quad(thing, LABEL, Literal(name, language="zh")))
        hostile.add(Quad(thing, NamedNode(terms.term("locatedIn")), place))
    export(hostile, out)
    return out


def test_a_whole_build_of_hostile_papers_is_shown_and_runs_nothing(opened: "Opened", papers: Path) -> None:
    with opened(papers / "explorer.html", "#thing=https://w3id.org/fangzhi/id/region/371323") as page:
        page.locator(".thing h2", has_text="沂水县").wait_for()
        sentences = "".join(page.locator(".mention .sentence").all_inner_texts())
        assert "<script>window.harmed=3</script>" in sentences or "</script>" in sentences
        for row in range(min(page.locator(".mention").count(), 6)):
            page.locator(".mention").nth(row).click()
            page.locator(".evidence blockquote").wait_for()
        assert "window.harmed=12" in page.locator(".evidence .cite").inner_text()
        unharmed(page)


def test_hostile_names_are_shown_as_they_are_in_every_place(opened: "Opened", names: Path) -> None:
    with opened(names / "explorer.html") as page:
        unharmed(page)
        for name in NAMES[:5]:
            page.keyboard.press("/")
            page.keyboard.type(name.strip("\u202e\u2066\u200f"))
            page.locator("[role=option] .hit").first.wait_for()
            page.keyboard.press("Enter")
            page.wait_for_function("(name) => document.querySelector('.thing h2')?.textContent === name", arg=name)
            unharmed(page)
        assert page.title().startswith(NAMES[4])


def test_a_name_of_a_hundred_thousand_characters_is_cut(opened: "Opened", names: Path) -> None:
    address = "#thing=https://w3id.org/fangzhi/id/organization/harm5"
    with opened(names / "explorer.html", address) as page:
        page.locator(".thing h2").wait_for()
        assert len(page.locator("body").inner_text()) < 20_000
        assert page.locator(".thing h2").bounding_box()["height"] < 400
        assert page.evaluate("document.documentElement.scrollWidth") == 1280


VIEWS = ("graph", "whole", "chain", "mind", "map", "leaderboard", "timeline", "progress", "lists", "sparql")


@pytest.mark.parametrize("which", ["papers", "names"])
@pytest.mark.parametrize("width", [1440, 390])
def test_every_view_of_them_keeps_its_shape_and_runs_nothing(
    opened: "Opened", request: pytest.FixtureRequest, which: str, width: int
) -> None:
    page_of = request.getfixturevalue(which) / "explorer.html"
    thing = "region/371323" if which == "papers" else "organization/harm5"
    with opened(page_of, size={"width": width, "height": 844}, reduced_motion="reduce") as page:
        for view in VIEWS:
            page.evaluate(
                "(hash) => { location.hash = hash; }", f"view={view}&thing=https://w3id.org/fangzhi/id/{thing}"
            )
            page.locator(f"#view-{view} > :visible").first.wait_for()
            page.locator(".side h2").wait_for()
            if view in ("lists", "sparql"):
                page.locator(f"#view-{view} :is(td, .view-none)").first.wait_for()
            unharmed(page)
            wide = "[document.documentElement, document.querySelector('main')].map((one) => one.scrollWidth)"
            assert max(page.evaluate(wide)) <= width, view
            assert page.locator(".side h2").bounding_box()["height"] < 400


def test_what_an_address_says_runs_nothing(opened: "Opened", samples: Path) -> None:
    harm = "<img src=x onerror=window.harmed=13>"
    for address in (
        f"#q={harm}",
        f"#thing={harm}",
        f"#view={harm}&fact={harm}",
        f"#passage=0_9_0-1_{harm}",
        "#view=__proto__&at=-1e9",
    ):
        with opened(samples / "explorer.html", address) as page:
            page.locator("main .view > *").first.wait_for()
            unharmed(page)


@pytest.mark.parametrize("which", ["papers", "names"])
def test_the_network_page_of_them_runs_nothing(opened: "Opened", request: pytest.FixtureRequest, which: str) -> None:
    with opened(request.getfixturevalue(which) / "network.html") as page:
        page.locator("#start button").first.click()
        page.locator("#dossier h2").wait_for()
        unharmed(page)


def unharmed(page: "Page") -> None:
    """No element of the page was made by a document."""
    assert page.evaluate("window.harmed") is None
    found = page.locator(
        "img, iframe, object, embed, a[href^=javascript], [onerror], [onload], [onclick], main script, aside script"
    )
    assert found.count() == 0
