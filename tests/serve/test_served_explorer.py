"""The explorer at a server: the page asks for what it shows, thing by thing, and shows what the page of the build would."""

import gzip
import json
import re
import shutil
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest
from pyoxigraph import Store
from served import BASE, Server, serving

from kg.export.dossiers import dossiers
from kg.export.explorer import served
from kg.export.explorer.page import carried
from kg.serve.answers.tables import Tables

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

COUNTY = f"{BASE}region/371323"
DRAWN = """view => [...document.querySelectorAll(`#view-${view.split("&")[0]} .drawing text`)]
  .map((one) => one.textContent).sort()"""


@pytest.fixture(scope="module")
def sampling(samples: Path) -> Iterator[Server]:
    with serving(samples) as found:
        yield found


@pytest.fixture
def page(window: "BrowserContext", sampling: Server) -> Iterator["Page"]:
    """The explorer that asks; it asks nobody else and complains of nothing."""
    opened = window.new_page()
    opened.emulate_media(reduced_motion="reduce")
    opened.set_default_timeout(20_000)
    requests, complaints = list[str](), list[str]()
    opened.on("request", lambda request: requests.append(request.url))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(f"{sampling.url}/explorer/live#view=graph&thing={quote(COUNTY)}")
    opened.wait_for_selector("body[data-ready]")
    yield opened
    assert complaints == []
    assert [url for url in requests if not url.startswith((sampling.url, "file:", "data:", "blob:"))] == []
    opened.close()


def table(server: Server, name: str) -> list[dict[str, str]]:
    """A table of the explorer's views, a row each."""
    columns, *found = json.loads(server.get(f"/explorer/table/{name}").text)
    return [dict(zip(columns, row, strict=True)) for row in found]


def test_a_thing_comes_in_the_blocks_of_the_page(sampling: Server) -> None:
    found = sampling.get(f"/explorer/thing?iri={quote(COUNTY, safe='')}")
    assert (found.status, set(json.loads(found.text))) == (200, {"graph", "evidence"})
    assert sampling.get("/explorer/thing?iri=nothing").status == 400
    assert sampling.get("/explorer/table/nothing").status == 404
    rows = table(sampling, "explorer/regions")
    assert COUNTY in {row["region@"] for row in rows}
    assert json.loads(sampling.get("/explorer/graph").text)["kinds"]["Region"] == 27


def test_a_folder_without_pages_is_explored_and_searched_as_one_that_has_them(
    samples: Path, tmp_path: Path, window: "BrowserContext"
) -> None:
    for name in ("store", "build.json"):
        copy = shutil.copytree if (samples / name).is_dir() else shutil.copy
        copy(samples / name, tmp_path / name)
    with serving(tmp_path) as bare:
        assert bare.get("/explorer/whole").text == carried(samples / "explorer.html", "graph")
        page = window.new_page()
        page.goto(f"{bare.url}/explorer")
        page.wait_for_selector("body[data-ready]")
        page.keyboard.press("/")
        page.keyboard.type("zhouqm")
        page.locator("[role=option]", has_text="周启明").first.wait_for()
        page.close()


def test_a_whole_table_is_made_once_for_all_who_read_a_store_and_anew_for_another(
    sampled: Store, tmp_path: Path
) -> None:
    first = Tables(sampled, tmp_path / "1").get("posts", {})
    assert Tables(Store(), tmp_path / "1").get("posts", {}) == first != Tables(Store(), tmp_path / "2").get("posts", {})
    some = Tables(sampled, tmp_path / "1").get("region-profile", {"region": "沂水县"})
    assert len(some) < len(Tables(sampled, tmp_path / "1").get("region-profile", {}))


def test_of_a_large_graph_the_names_come_alone(sampled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(served, "LARGEST", 0)
    found = json.loads(gzip.decompress(b64decode(served.whole(sampled))))
    told = [found["strings"][number] for number in found["things"]["label"]]
    assert (told[0], len(told)) == (dossiers(sampled)[0].label, len(dossiers(sampled)))
    weights = dict(zip(told, found["things"]["weight"], strict=True))
    assert found["facts"]["subject"] == [] and weights["沂水县"] == max(weights.values())
    assert found["readings"]["沂"] == "yi"


def test_a_neighbourhood_is_asked_for_and_its_sentence_opens(page: "Page") -> None:
    page.locator(".graph-inspector .graph-name", has_text="沂水县").wait_for()
    page.locator(".side h2", has_text="沂水县").wait_for()
    page.locator("canvas").focus()
    page.keyboard.press("e")
    page.keyboard.press("Enter")
    page.locator(".evidence").wait_for()


def test_a_name_is_searched_and_a_path_is_told(page: "Page") -> None:
    for field, text in (("起点", "周启明"), ("终点", "沂河食品")):
        page.get_by_role("combobox", name=field).fill(text)
        page.locator(".pick-hits:visible [role=option]").first.wait_for()
        page.keyboard.press("Enter")
    page.locator(".graph-told li", has_text="沂河食品产业园").wait_for()


def test_a_name_is_found_by_its_pinyin(page: "Page") -> None:
    page.keyboard.press("/")
    page.keyboard.type("zhouqm")
    page.locator("[role=option]", has_text="周启明").first.wait_for()


def test_words_of_a_sentence_are_found_at_the_server(page: "Page") -> None:
    page.keyboard.press("/")
    page.keyboard.type("不再担任")
    page.locator("#hits .said mark", has_text="不再担任").first.click()
    page.locator(".evidence blockquote", has_text="不再担任").wait_for()


def test_the_whole_graph_is_drawn_and_its_edges_lead_to_sentences(page: "Page", sampling: Server) -> None:
    page.goto(f"{sampling.url}/explorer/live#view=whole")
    page.locator("#view-whole .graph-kinds .chip").first.wait_for()
    canvas = page.locator("#view-whole canvas")
    canvas.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("e")
    page.locator(".graph-inspector .source").first.wait_for()
    page.keyboard.press("Enter")
    page.locator(".evidence blockquote").wait_for()


def show(page: "Page", view: str) -> None:
    """Turn to a view, by what its address says."""
    page.wait_for_selector("body[data-ready]")
    page.evaluate("view => { location.hash = `view=${view}`; }", view)
    page.locator(f"#view-{view.partition('&')[0]} .table-block tbody tr").first.wait_for()


def test_views_ask_for_what_is_in_view_and_show_what_the_page_of_the_build_shows(
    page: "Page", sampling: Server, samples: Path
) -> None:
    views = ("leaderboard", "chain&industry=半导体", "mind&of=region:沂水县", "map", "progress", "timeline")
    asked, drawn = list[str](), dict[str, list[str]]()
    page.goto((samples / "explorer.html").as_uri())
    for view in views:
        show(page, view)
        drawn[view] = page.evaluate(DRAWN, view)
    page.on("request", lambda request: asked.append(unquote(request.url)))
    page.goto(f"{sampling.url}/explorer/live")
    for view in views:
        show(page, view)
        # What is told later is drawn later.
        page.wait_for_function(f"([view, all]) => `${{({DRAWN})(view)}}` === `${{all}}`", arg=[view, drawn[view]])
    assert [url for url in asked if url.endswith(("/industry-chain", "/industry-map", "/region-profile"))] == []
    assert [url for url in asked if url.endswith(("/industry-chain?industry=半导体", "/region-profile?region=沂水县"))]


def test_a_document_is_read_whole(sampling: Server) -> None:
    pieces = json.loads(sampling.get("/explorer/document?identifier=zone-page").text)
    text = "".join(run["text"] for piece in pieces for run in piece["runs"])
    assert text.startswith("03要闻·开发区\n阅读提示") and text.endswith("三年产值达到百亿元。")
    named = {run["label"] for piece in pieces for run in piece["runs"] if piece["begin"] >= 0 and run["thing"]}
    assert {"陆知行", "滁州经济技术开发区"} <= named
    assert json.loads(sampling.get("/explorer/document?identifier=nothing").text) == []
    (told,) = [
        one for one in json.loads(sampling.get("/explorer/graph").text)["documents"] if one["document"] == "zone-page"
    ]
    assert [one["title"] for one in told["articles"]] == ["滁州经开区锁定全年招商目标", "琅琊半导体产业园建设提速"]
    rows = table(sampling, "relations")
    assert {row["article"] for row in rows if row["document"] == "zone-page"} >= {"琅琊半导体产业园建设提速"}


def test_a_document_has_a_page_with_its_text(sampling: Server) -> None:
    got = sampling.get("/page/document/zone-page")
    assert (got.status, "<h1>滁州经开区锁定全年招商目标</h1>" in got.text) == (200, True)
    assert "据了解，产业园已落地" in got.text and ">皖芯微电子</a>" in got.text
    # A sentence of a thing's page leads to its place in that text, and names the article in which it stands.
    person, *_ = json.loads(sampling.get(f"/search?q={quote('陆知行')}", "application/json").text)
    thing = sampling.get(f"/page/{quote(person['iri'].removeprefix(BASE))}").text
    place = re.search(r'<cite><a href="/page/document/zone-page#(char=\d+,\d+)">琅琊半导体产业园建设提速</a>', thing)
    assert place and f'<span id="{place[1]}">' in got.text


def test_a_document_opens_in_the_page_and_a_sentence_leads_to_its_neighbours(page: "Page", sampling: Server) -> None:
    page.goto(f"{sampling.url}/explorer/live#document=county-year-later")
    page.locator(".results li").nth(2).wait_for()
    page.locator(".sentence .lead").nth(1).click()
    page.locator(".evidence .near p").first.wait_for()


def test_the_address_of_a_sentence_opens_it_in_a_page_that_has_asked_nothing_yet(
    page: "Page", sampling: Server
) -> None:
    page.locator(".side .fact").first.click()
    quote_shown = page.locator(".evidence blockquote").inner_text()
    fact = page.evaluate("new URLSearchParams(location.hash.slice(1)).get('fact')")
    page.goto("about:blank")
    page.goto(f"{sampling.url}/explorer/live#view=leaderboard&fact={fact}")
    page.locator(".evidence blockquote", has_text=quote_shown).wait_for()


def test_ready_questions_are_answered_a_part_at_a_time_and_names_lead_on(page: "Page", sampling: Server) -> None:
    requests = list[str]()
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{sampling.url}/explorer/live#view=sparql")
    page.locator(".sparql-answer tbody tr").first.wait_for()
    assert [one for one in requests if "/queries/posts?limit=" in one]
    assert len(requests) < 10
    page.locator(".sparql-answer tbody tr").first.locator("button").first.click()
    page.locator(".side h2").wait_for()
    page.locator("input[name=person]").fill("周启明")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => { const people = [...document.querySelectorAll('.sparql-answer tbody td:first-child')];"
        " return people.length && people.every((one) => one.textContent === '周启明'); }"
    )


def test_the_map_asks_for_the_county_that_is_pressed(page: "Page", sampling: Server) -> None:
    requests = list[str]()
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{sampling.url}/explorer/live#view=map&region={quote(COUNTY)}")
    page.locator(".profile-head", has_text="沂水县").wait_for()
    assert [one for one in requests if "region-profile?region=" in one]
    assert not [one for one in requests if one.endswith("region-profile")]


def test_a_server_that_has_ended_is_told_in_words(window: "BrowserContext", samples: Path) -> None:
    page = window.new_page()
    page.set_default_timeout(20_000)
    with serving(samples) as server:
        page.goto(f"{server.url}/explorer/live#view=sparql")
        page.locator(".sparql-answer tbody tr").first.wait_for()
    page.locator(".sparql-run button.strong").click()
    page.locator(".sparql-told", has_text="服务器没有回答").wait_for()
    page.locator(".tab[data-view=timeline]").click()
    page.locator("[role=alert]", has_text="fangzhi serve").wait_for()
    page.close()
