"""What a reader of the papers asks first: a person by pinyin and the sentence, and how two things hang together."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Opened


def test_a_person_is_found_by_pinyin_and_the_sentence_of_the_post_opens(opened: "Opened", explored: Path) -> None:
    with opened(explored) as page:
        page.keyboard.press("/")
        page.keyboard.type("liuzhiwei")
        page.locator("[role=option]").first.wait_for()
        page.keyboard.press("Enter")
        page.locator(".thing h2", has_text="刘志伟").wait_for()
        page.get_by_role("button", name="党工委书记").first.click()
        page.locator(".evidence blockquote", has_text="刘志伟").wait_for()
        assert "党工委书记" in "".join(page.locator(".evidence mark").all_inner_texts())
        # However far one reads on, what closes the panel and whose sentence it is stay in sight.
        page.locator(".further").last.click()
        part = page.locator(".side-part").first
        part.evaluate("one => { one.scrollTop = 10_000; }")
        assert part.evaluate("one => one.scrollTop") > 100
        top = part.evaluate("one => one.getBoundingClientRect().top")
        for kept in (".side .close", ".evidence .cite"):
            assert top <= page.locator(kept).first.evaluate("one => one.getBoundingClientRect().top") < top + 100
        page.locator(".evidence .cite .link").click()
        page.locator(".results .sentence", has_text="刘志伟").first.wait_for()


def test_two_things_hang_together(opened: "Opened", explored: Path) -> None:
    with opened(explored, "#view=graph", reduced_motion="reduce") as page:
        for field, text in (("起点", "huhaifeng"), ("终点", "芯片产业园")):
            page.get_by_role("combobox", name=field).fill(text)
            page.locator(".pick-hits:visible [role=option]").first.wait_for()
            page.keyboard.press("Enter")
        page.locator(".graph-told li").first.wait_for()
        told = "".join(page.locator(".graph-told li").first.inner_text().split())
        assert told.startswith("胡海峰") and told.endswith("芯片产业园")
        # Of what joins two things that goes first which tells most.
        assert "市委书记" in page.locator(".graph-told .source").first.inner_text()
        page.locator(".graph-told .source").first.click()
        page.locator(".evidence blockquote mark").first.wait_for()


def test_what_was_pressed_is_marked_beside_what_it_opens(opened: "Opened", explored: Path) -> None:
    with opened(explored, "#view=chain&industry=半导体") as page:
        page.locator(".drawing .mark", has_text="浙江珏芯微电子有限公司").first.click()
        page.locator(".side h2", has_text="浙江珏芯微电子有限公司").wait_for()
        page.locator(".drawing .mark[aria-current]", has_text="浙江珏芯微电子有限公司").wait_for()
        page.keyboard.press("Escape")
        page.locator(".drawing .mark[aria-current]").wait_for(state="detached")


def test_what_is_told_in_other_terms_is_no_share(opened: "Opened", explored: Path) -> None:
    """16 projects of any kind are not 40 % of 40 industrial ones."""
    with opened(explored, "#view=progress&region=缙云县") as page:
        page.locator(".drawing .mark", has_text="引进项目 亿元以上 16个").first.wait_for()
        assert "— 口径不同" in (page.locator(".drawing").text_content() or "")
        assert set(page.locator("tbody td[data-title='比例（%）']").all_inner_texts()) == {"—"}
        bar = page.locator(".drawing .mark", has_text="16个 / 40个")
        bar.locator(".bar-target").wait_for(state="attached")
        assert not page.locator(".drawing :is(.bar-apart, .bar-result)").count()
    with opened(explored, "#view=progress&region=莲都区") as page:
        page.locator(".drawing .mark", has_text="≥3个 / ≥5个").first.wait_for()


def test_articles_of_a_page_are_cited_by_their_own_headlines(opened: "Opened", explored: Path) -> None:
    """A page that prints its headlines below is called by that of the article with which it begins."""
    with opened(explored, "#document=003") as page:
        page.locator(".paper-text h2", has_text="聚焦“万亩千亿”平台新定位").wait_for()
        assert page.locator(".paper-text .articles .link").count() == 3
        for words, title in (
            ("丽水市生态工业发展大会", "全面启动平台“二次创业”"),
            ("芯片产业园位于", "芯片产业园入园企业加速投产"),
        ):
            page.goto(page.url.split("#")[0] + f"#q={words}")
            page.locator(".mention .cite", has_text=title).first.wait_for()


def test_a_table_and_its_file_name_the_article_of_the_very_sentence(opened: "Opened", explored: Path) -> None:
    person = "https://w3id.org/fangzhi/id/person/胡海峰-丽水市"
    for address, words, of, title in (
        ("#view=chain&industry=半导体", "浙江百可半导体材料有限公司", "芯片产业园", "芯片产业园入园企业加速投产"),
        (f"#view=graph&as=table&open={person}", "市委书记", "丽水市", "全面启动平台“二次创业”"),
    ):
        with opened(explored, address) as page:
            row = page.locator(".table-block tbody tr", has_text=words).filter(has_text=of)
            row.filter(has_text=title).first.wait_for()
            with page.expect_download() as download:
                page.locator(".table-bar button").first.click()
            lines = [line for line in download.value.path().read_text("utf-8-sig").splitlines() if words in line]
            assert [line for line in lines if title in line]


def test_a_table_of_a_chain_fits_the_screen(opened: "Opened", explored: Path) -> None:
    with opened(explored, "#view=chain&industry=半导体") as page:
        page.locator(".view-table tbody tr").first.wait_for()
        assert page.locator(".table-scroll").first.evaluate("one => one.scrollWidth - one.clientWidth") <= 0


def test_a_sentence_that_a_document_prints_twice_is_listed_once(opened: "Opened", explored: Path) -> None:
    person = "https://w3id.org/fangzhi/id/person/袁家军-浙江省"
    with opened(explored, f"#thing={person}") as page:
        page.locator(".mention").first.wait_for()
        sentences = page.locator(".mention .sentence").all_inner_texts()
        assert len(sentences) == len(set(sentences)) > 2
