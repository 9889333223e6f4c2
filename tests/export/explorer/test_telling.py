"""What views tell apart: what stands and what is planned, counties and platforms, days of a year that nobody states."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.build import build

if TYPE_CHECKING:
    from conftest import Opened

PAPERS = {
    "page": """2023年2月6日 星期一 责任编辑：韩小雨 新闻热线0000000

沂水县
拉长产业链 建设工业强县
县委书记 周启明

沂水县做强半导体产业，已集聚半导体企业20家。未来五年，沂水县将谋划布局集成电路产业。2023年，全县引进亿元以上项目40个以上。

费县
向新材料要增量
县委书记 孟思远

2023年，费县引进亿元以上项目30个以上。

临沂高新技术产业开发区
干在实处
党工委书记 秦若川

2023年，高新区引进亿元以上项目50个以上。
""",
    "zone": """临沂经济技术开发区招商忙

2023年，临沂经济技术开发区将引进亿元以上项目20个以上。
""",
    "visit": """费县吹响招商集结号

9月14日，费县召开全县招商引资工作会议，部署下一步工作。天气晴好，秋高气爽。
""",
    "fairs": """费县招商再出发

2023年9月20日，费县在上海市举行重点产业招商推介会，费县县委书记孟思远出席会议。

2023年9月20日，沂水县在杭州市举行重点产业招商推介会，沂水县县委书记周启明出席会议。
""",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer of invented papers."""
    source, out = tmp_path_factory.mktemp("telling"), tmp_path_factory.mktemp("told")
    for name, text in PAPERS.items():
        (source / f"{name}.txt").write_text(text, encoding="utf8")
    build([source], out)
    return out / "explorer.html"


def test_what_is_planned_beside_what_stands_says_so(opened: "Opened", told: Path) -> None:
    with opened(told, "#view=chain&industry=半导体") as page:
        entry = page.locator(".drawing .mark", has_text="沂水县").first
        entry.wait_for()
        assert "半导体（已有）、集成电路（规划中）" in (entry.text_content() or "")
        assert entry.locator(".hollow").count() == 1
        row = page.locator("tbody tr", has=page.locator("td[data-title='产业']", has_text="集成电路")).first
        assert row.locator("td[data-title='状态']").inner_text() == "半导体（已有）、集成电路（规划中）"
        states = set(page.locator("td[data-title='状态']").all_inner_texts())
        assert states == {"半导体（已有）、集成电路（规划中）", "成果"}


def test_boards_compare_places_of_one_class(opened: "Opened", told: Path) -> None:
    with opened(told, "#view=leaderboard") as page:
        names = page.locator("tbody td[data-title='地方']")
        names.first.wait_for()
        assert names.all_inner_texts() == ["沂水县", "费县"]
        compared = page.get_by_role("combobox", name="谁与谁比")
        compared.select_option(label="平台之间")
        page.locator("tbody", has_text="临沂高新技术产业开发区").wait_for()
        assert names.all_inner_texts() == ["临沂高新技术产业开发区", "临沂经济技术开发区"]
        assert page.locator("tbody td[data-title='名次']").all_inner_texts() == ["1", "2"]
        compared.select_option(label="平台与县级地区同列")
        page.locator("tbody", has_text="沂水县").wait_for()
        assert names.count() == 4


def test_a_day_without_a_year_is_read_as_one(opened: "Opened", told: Path) -> None:
    for address in ("#view=timeline&lane=events", "#view=lists&list=events", "#q=全县招商引资工作会议"):
        with opened(told, address) as page:
            if "#q" in address:
                page.locator(".results .result").first.click()
            page.locator("tbody td", has_text="9月14日").first.wait_for()
            assert "--09" not in page.locator("body").inner_text()


def test_events_of_one_name_and_day_are_told_apart_by_their_places(opened: "Opened", told: Path) -> None:
    with opened(told, "#q=重点产业招商推介会") as page:
        hits = page.locator(".results .result", has_text="推介会")
        for place in ("上海市", "杭州市"):
            hits.filter(has_text=f"2023-09-20 · {place}").wait_for()
        hits.filter(has_text="杭州市").click()
        page.locator(".thing header", has_text="2023-09-20 · 杭州市").wait_for()
        page.goto(page.url.split("#")[0] + "#view=lists&list=events")
        lines = page.locator("tbody tr", has_text="推介会")
        lines.nth(1).wait_for()
        assert set(lines.locator("td[data-title='地方']").all_inner_texts()) == {"上海市", "杭州市"}


def test_evidence_stands_in_the_very_text(opened: "Opened", told: Path) -> None:
    """What stands around a sentence is the text itself, sentences that state nothing among it."""
    with opened(told, "#q=全县招商引资工作会议") as page:
        page.locator(".results .mention").first.click()
        page.locator(".evidence .near p", has_text="费县吹响招商集结号").wait_for()
        page.locator(".evidence .near p", has_text="天气晴好，秋高气爽。").wait_for()
        page.locator(".evidence .cite .link").click()
        page.locator(".paragraph .sentence[aria-current]", has_text="9月14日").wait_for()
        assert "天气晴好" in page.locator(".paper-text").inner_text()
