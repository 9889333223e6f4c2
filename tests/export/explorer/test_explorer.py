"""The explorer in a real browser: search, pages of things, evidence, keyboard, history, languages, themes."""

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Store

from kg.ask.queries import QUERIES
from kg.ask.rows import rows
from kg.clean import clean
from kg.read import read
from kg.resources import PIPELINES

if TYPE_CHECKING:
    from conftest import Opened
    from playwright.sync_api import Page

COUNTY = "#thing=https://w3id.org/fangzhi/id/region/371323"


def search(page: "Page", text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.locator("[role=option]").first.wait_for()


def heading(page: "Page", text: str) -> None:
    page.locator("h2", has_text=text).first.wait_for()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("周启明", "周启明"), ("zhouqiming", "周启明"), ("zqm", "周启明"), ("ysx", "沂水县"), ("沂水", "沂水县")],
)
def test_a_name_is_found_in_characters_by_pinyin_and_by_initials(page: "Page", typed: str, found: str) -> None:
    search(page, typed)
    assert page.locator("[role=option] .hit > bdi").first.inner_text() == found
    page.keyboard.press("Enter")
    heading(page, found)
    assert page.title().startswith(found)


def test_who_types_and_presses_enter_at_once_gets_there(page: "Page") -> None:
    page.keyboard.press("/")
    page.keyboard.type("沂水县")
    page.keyboard.press("Enter")
    heading(page, "沂水县")


def test_what_is_not_there_is_said_and_how_else_to_ask(page: "Page") -> None:
    search(page, "没有这个名字")
    assert "拼音" in page.locator("[role=option]").inner_text()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == ""


def test_regions_are_narrowed_to_a_level_and_the_address_brings_it_back(
    page: "Page", opened: "Opened", samples: Path, sampled: Store
) -> None:
    regions = rows(sampled, QUERIES / "explorer" / "regions.rq")
    levels = Counter(row["level"] for row in regions)
    page.evaluate("location.hash = '#kind=Region'")
    finer = page.locator(".facets.finer .chip")
    finer.first.wait_for()
    told = dict(chip.split() for chip in finer.all_inner_texts())
    named = {"省级": "province", "地级": "prefecture", "县级": "county"}
    assert {zh: int(told[zh]) for zh in named} == {zh: levels[level] for zh, level in named.items()}
    finer.filter(has_text="县级").click()
    # Each is told as exactly as is known.
    page.locator(".result", has_text="沂水县").locator(".what", has_text=re.compile("^县$")).wait_for()
    page.locator(".finer .chip[aria-pressed=true]", has_text="县级").wait_for()
    with opened(samples / "explorer.html", page.evaluate("location.hash")) as again:
        again.locator(".finer .chip[aria-pressed=true]", has_text="县级").wait_for()
        found = again.locator(".result .hit > bdi").all_inner_texts()
        assert len(found) == levels["county"] and "沂水县" in found and "临沂市" not in found


def test_kinds_are_counted_and_narrow_what_was_found(page: "Page") -> None:
    search(page, "沂水")
    chip = page.locator(".popup .chip[data-kind=Platform]")
    count = int(chip.inner_text().split()[-1])
    chip.click()
    page.locator(".results").wait_for()
    assert page.locator(".results .result").count() == count > 0
    page.locator(".results .chip").first.click()
    page.wait_for_function("(n) => document.querySelectorAll('.results .result').length > n", arg=count)


def test_the_page_of_a_thing_has_its_names_place_facts_and_sentences(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", COUNTY) as page:
        heading(page, "沂水县")
        assert page.locator(".crumbs li").last.inner_text() == "临沂市"
        assert "沂水" in page.locator(".aliases").inner_text()
        told = {one.split()[0] for one in page.locator(".thing h3").all_inner_texts()}
        assert {"职务", "指标", "发展产业", "活动", "提到的句子"} <= told
        row = page.locator("tr", has_text="新引进项目").filter(has_text="10亿元以上").filter(has_text="120%")
        assert row.locator("td").all_inner_texts()[:4] == ["新引进项目", "10亿元以上", "5 个", "2023"]


def test_a_row_opens_its_sentence_with_marks_document_date_and_neighbours(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", COUNTY) as page:
        page.locator("section", has_text="职务").get_by_role("button", name="县委副书记").first.click()
        evidence = page.locator(".evidence")
        evidence.wait_for()
        assert "县委副书记" in "".join(evidence.locator("blockquote mark").all_inner_texts())
        assert "2023-02-06" in evidence.locator(".cite").inner_text()
        meanings = evidence.locator(".cite span[title]").evaluate_all("spans => spans.map((one) => one.title)")
        assert [
            word in meaning for word, meaning in zip(("文件名", "第几个字符", "可能性"), meanings, strict=True)
        ] == [True] * 3
        assert evidence.locator(".steps").inner_text().split() == ["1", "/", "2"]
        near = evidence.locator(".near p").count()
        evidence.locator(".further").first.click()
        page.wait_for_function("(n) => document.querySelectorAll('.near p').length > n", arg=near)
        first = evidence.locator("blockquote").inner_text()
        page.keyboard.press("]")
        page.wait_for_function("(text) => document.querySelector('blockquote').innerText !== text", arg=first)
        assert evidence.locator(".steps").inner_text().split() == ["2", "/", "2"]


def test_a_sentence_that_mentions_a_thing_opens_and_its_address_is_kept(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", COUNTY) as page:
        page.locator(".mention").first.click()
        sentence = page.locator(".evidence blockquote").inner_text()
        address = page.evaluate("location.hash")
    with opened(samples / "explorer.html", address) as page:
        assert page.locator(".evidence blockquote").inner_text() == sentence
        assert page.locator(".evidence mark").count() > 0


def test_a_document_is_read_from_the_list_and_from_evidence(page: "Page") -> None:
    assert "等 2 篇" in page.locator(".paper", has_text="滁州经开区锁定全年招商目标").inner_text()
    page.locator(".paper .link", has_text="沂水县召开").click()
    heading(page, "沂水县召开")
    sentence = page.locator(".results .sentence").nth(2)
    text = sentence.inner_text().strip()
    sentence.locator(".lead").click()
    page.locator(".evidence blockquote", has_text=text).wait_for()
    page.locator(".evidence .near p").first.wait_for()
    page.go_back()
    page.go_back()
    page.locator(".cards").wait_for()
    page.goto(page.url.split("#")[0] + COUNTY)
    page.locator(".source").first.click()
    title = page.locator(".evidence .cite .link")
    name = title.inner_text()
    text = page.locator(".evidence blockquote").inner_text()
    title.click()
    heading(page, name)
    assert page.locator(".evidence").is_visible()
    here = page.locator(".sentence[aria-current]")
    assert here.inner_text().strip() == text
    assert 0 < here.evaluate("one => one.getBoundingClientRect().top") < page.viewport_size["height"]


def test_a_document_is_read_whole_and_its_names_lead_on(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", "#document=zone-page") as page:
        page.locator(".paper-text .paragraph").first.wait_for()
        (document,) = read(PIPELINES / "samples" / "zone-page.txt")
        words = "".join(page.locator(".paper-text .paragraph").all_inner_texts())
        assert "".join(words.split()) == "".join(clean(document).text.split())
        assert page.locator(".paragraph.heading").all_inner_texts() == [
            "滁州经开区锁定全年招商目标",
            "琅琊半导体产业园建设提速",
        ]
        page.locator(".paper-text .articles .link", has_text="琅琊半导体产业园建设提速").click()
        page.locator(".sentence[aria-current]").wait_for()
        page.locator(".sentence .link", has_text="皖芯微电子").first.click()
        heading(page, "安徽皖芯微电子有限公司")


def test_a_sentence_is_cited_by_the_article_in_which_it_stands(opened: "Opened", samples: Path) -> None:
    second = "琅琊半导体产业园建设提速"
    with opened(samples / "explorer.html", "#q=皖芯微电子") as page:
        page.locator(".mention .cite", has_text=second).first.wait_for()
        page.locator(".mention", has_text="据了解").first.click()
        page.locator(".evidence .cite", has_text=second).wait_for()
        page.goto(page.url.split("#")[0] + "#view=chain&industry=半导体")
        page.locator("tbody td[data-title='文献']", has_text=second).first.wait_for()


def test_back_leads_to_the_line_that_was_left(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", COUNTY) as page:
        link = page.locator(".lines .link").last
        link.scroll_into_view_if_needed()
        where = page.evaluate("document.querySelector('main').scrollTop")
        assert where > 100
        link.click()
        page.wait_for_function("document.querySelector('main').scrollTop === 0")
        page.go_back()
        page.wait_for_function("(at) => Math.abs(document.querySelector('main').scrollTop - at) < 3", arg=where)


def test_back_and_forward_walk_through_what_was_shown(page: "Page") -> None:
    search(page, "沂水县")
    page.keyboard.press("Enter")
    heading(page, "沂水县")
    page.locator(".crumbs button").last.click()
    heading(page, "临沂市")
    page.locator("[role=banner] >> text=English").or_(page.get_by_text("English")).first.click()
    page.locator(".tab", has_text="Search").wait_for()
    page.go_back()
    page.locator(".tab", has_text="检索").wait_for()
    page.go_back()
    heading(page, "沂水县")
    page.go_back()
    page.locator(".cards").wait_for()
    page.go_forward()
    heading(page, "沂水县")


def test_every_state_opens_from_its_address(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", f"{COUNTY}&lang=en") as page:
        page.locator("section", has_text="Posts").locator("td button").nth(1).click()
        sentence = page.locator(".evidence blockquote").inner_text()
        page.locator("section", has_text="Figures").get_by_role("button", name="value").click()
        address, first = page.evaluate("location.hash"), page.locator("[aria-sort=descending]").inner_text()
    with opened(samples / "explorer.html", address) as page:
        assert page.locator(".evidence blockquote").inner_text() == sentence
        assert page.locator("[aria-sort=descending]").inner_text() == first
        assert page.evaluate("document.documentElement.lang") == "en"


def test_by_keyboard_alone(page: "Page") -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    search(page, "临沂")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[aria-selected=true] .hit > bdi").first.inner_text()
    page.keyboard.press("Enter")
    heading(page, chosen)
    page.keyboard.press("Escape")
    search(page, "沂水县")
    page.keyboard.press("Enter")
    heading(page, "沂水县")
    page.locator(".lines .row .link").first.focus()
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".evidence blockquote").wait_for()
    page.wait_for_function("document.activeElement.closest('.side')")
    page.keyboard.press("Escape")
    page.locator(".evidence").wait_for(state="detached")
    assert page.evaluate("document.activeElement.classList.contains('source')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.textContent") == first
    page.keyboard.press("?")
    assert page.locator("dialog[open]").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("2")
    page.wait_for_function("document.querySelectorAll('.tab')[1].hasAttribute('aria-current')")


def test_arrows_walk_down_a_column_of_a_table(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", COUNTY) as page:
        page.locator("section", has_text="职务").locator("tbody tr:first-child .fact").first.focus()
        page.keyboard.press("ArrowDown")
        expected = page.locator("section", has_text="职务").locator("tbody tr:nth-child(2) .fact").first.inner_text()
        assert page.evaluate("document.activeElement.innerText") == expected
        assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 2


def test_a_thing_opens_beside_a_view_and_goes_with_escape(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", f"{COUNTY}&view=leaderboard") as page:
        page.locator(".side h2", has_text="沂水县").wait_for()
        page.locator(".side .source").first.click()
        page.locator(".side .evidence").wait_for()
        page.keyboard.press("Escape")
        page.locator(".side .evidence").wait_for(state="detached")
        assert page.locator(".side h2", has_text="沂水县").is_visible()
        page.keyboard.press("Escape")
        page.locator(".side").wait_for(state="hidden")


def test_what_was_opened_last_is_on_top_and_another_view_closes_it(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", f"{COUNTY}&view=leaderboard") as page:
        page.locator(".side .source").first.click()
        page.locator(".side .evidence").wait_for()
        page.locator(".side .thing .crumbs .link").last.click()
        page.locator(".side h2", has_text="临沂市").wait_for()
        page.locator(".side .evidence").wait_for(state="detached")
        page.locator(".tab[data-view=progress]").click()
        page.locator(".side").wait_for(state="hidden")
        page.go_back()
        page.locator(".side h2", has_text="临沂市").wait_for()
        page.go_back()
        page.locator(".side .evidence").wait_for()


def test_a_page_goes_along_to_the_graph_and_not_to_other_views(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", COUNTY, reduced_motion="reduce") as page:
        heading(page, "沂水县")
        page.locator(".tab[data-view=graph]").click()
        page.locator(".side h2", has_text="沂水县").wait_for()
        page.locator(".tab[data-view=search]").click()
        page.locator("main .thing h2", has_text="沂水县").wait_for()
        page.locator(".tab[data-view=leaderboard]").click()
        page.locator(".side").wait_for(state="hidden")


def test_links_and_names_are_copied_and_long_lists_unfold(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", COUNTY) as page:
        for words in ("复制链接", "复制标识（IRI）"):
            page.get_by_role("button", name=words).click()
            page.locator(".tools", has_text="已复制").wait_for()
            page.locator(".tools", has_text=words).wait_for()
        page.locator(".mention").first.click()
        page.locator(".evidence blockquote").wait_for()
        page.get_by_role("button", name="复制链接").click()
        page.locator(".tools", has_text="已复制").wait_for()
        page.keyboard.press("/")
        page.keyboard.press("Control+v")
        assert page.evaluate("document.activeElement.value") == page.evaluate("location.href")
        shown = page.locator(".mention").count()
        page.locator("section", has_text="提到的句子").locator(".more").click()
        assert page.locator(".mention").count() > shown
        assert page.evaluate("document.activeElement.className") == "mention"


def test_several_words_find_what_a_fact_joins_and_the_sentence(page: "Page") -> None:
    page.locator("#search").fill("周启明 临沂")
    page.locator("#hits .said").first.wait_for()
    assert page.locator("#hits [role=option]").first.inner_text().startswith("周启明")
    assert "周启明" in page.locator("#hits .said mark").first.inner_text()
    page.locator("#search").fill("规上工业产值 沂水")
    page.locator("#hits .said", has_text="规上工业产值").first.wait_for()
    assert page.locator("#hits [role=option]").first.inner_text().startswith("沂水县")


def test_words_of_sentences_are_found_and_lead_to_their_place(page: "Page") -> None:
    page.locator("#search").fill("不再担任")
    sentence = page.locator("#hits .said", has_text="不再担任").first
    sentence.wait_for()
    assert page.locator("#hits .none").count() == 0
    page.locator("#search").press("Enter")
    page.locator(".evidence blockquote", has_text="不再担任").wait_for()
    page.locator("#search").fill("不再担任")
    page.locator("#hits .all", has_text="原句").click()
    page.locator(".results .mention", has_text="不再担任").first.wait_for()
