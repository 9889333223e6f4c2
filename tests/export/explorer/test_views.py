"""The documents' own systems as views: what they show is what the named queries answer, and it leads to things and sentences."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg import terms
from kg.ask.answers import answer
from kg.ask.queries import find
from kg.ask.rows import rows as solved
from kg.export import export
from kg.export.facts import FACTS

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from playwright.sync_api import Download, Page

    Opened = Callable[..., AbstractContextManager[Page]]

NARROW = {"width": 390, "height": 844}
VIEWS = ("chain", "mind", "map", "leaderboard", "timeline", "progress", "lists")
FILLED = ".view-picture svg.drawing, .table-block tbody tr"
MARGIN = 20  # around a saved picture
COUNTY = "https://w3id.org/fangzhi/id/region/371323"


def rows(store: Store, query: str, **values: str) -> list[dict[str, str]]:
    return list(answer(store, find(query), values).as_dicts())


def show(page: "Page", view: str) -> None:
    page.evaluate("view => { location.hash = `view=${view}` }", view)


def column(page: "Page", number: int) -> list[str]:
    return page.locator(f".table-block tbody td:nth-child({number})").all_inner_texts()


def saved(page: "Page", button: str) -> "Download":
    with page.expect_download() as found:
        page.locator("main").get_by_role("button", name=button).first.click()
    return found.value


def table_of(download: "Download") -> list[list[str]]:
    content = download.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_each_view_is_filled_on_a_telephone_too_and_keeps_nobody_out(opened: "Opened", samples: Path, axe: str) -> None:
    with opened(samples / "explorer.html", size=NARROW, color_scheme="dark") as page:
        page.evaluate(axe)
        for view in VIEWS:
            show(page, view)
            page.locator(f"#view-{view} .table-block tbody tr").first.wait_for()
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            found = page.evaluate(
                "axe.run('main').then((run) => run.violations.map((one) => [one.id, one.nodes[0].html]))"
            )
            assert (view, found) == (view, [])


def test_a_leaderboard_is_sorted_as_the_query_ranks(opened: "Opened", samples: Path, sampled: Store) -> None:
    ranked = rows(sampled, "leaderboard")
    with opened(samples / "explorer.html", "#view=leaderboard") as page:
        page.locator(FILLED).first.wait_for()
        assert column(page, 2) == [row["region"] for row in ranked]
        lengths = page.locator(".mark .bar-target").evaluate_all("bars => bars.map((bar) => bar.width.baseVal.value)")
        assert lengths == sorted(lengths, reverse=True) and len(lengths) == len(ranked)
        page.locator("th button", has_text="地方").click()
        page.locator("th[aria-sort=ascending]", has_text="地方").wait_for()
        assert column(page, 2) == ["费县", "沂水县"]
        assert "sort=2" in page.url
        legend = page.locator(".drawing text").all_text_contents()
        assert {"目标", "成果"} <= set(legend)
        heads, *lines = table_of(saved(page, "CSV"))
        values = [line[heads.index("目标数值")] for line in lines]
        assert values and all(float(value) for value in values if value)
        assert {line[heads.index("目标单位")] for line in lines} == {"个"}
        assert all(line[heads.index("成果原句")] for line in lines if line[heads.index("完成比例")])
        page.locator(".drawing .mark", has_text="≥40个").click()
        page.locator(".evidence", has_text="2023年，全县计划新引进亿元以上项目40个以上").wait_for()


def test_the_five_questions_of_a_county_are_what_the_query_answers(
    opened: "Opened", samples: Path, sampled: Store
) -> None:
    told = rows(sampled, "region-profile", region="沂水县")
    with opened(samples / "explorer.html", "#view=map") as page:
        county = page.locator(".drawing .mark", has_text="沂水县").first
        county.wait_for()
        county.focus()
        page.keyboard.press("Enter")
        page.locator(".profile-head", has_text="沂水县").wait_for()
        heads = page.locator(".profile-question h3").all_inner_texts()
        asked = {"有什么": "has", "招什么": "wants", "去哪里招": "where", "谁来招": "who", "如何招": "means"}
        counts = {head.split()[0]: int(head.split()[1]) for head in heads}
        # What a county runs and what lies in it is told once.
        within = {row["thing"] for row in told if row["how"] == "locatedIn"}
        runs = {("has", "operates"), ("wants", "operates")}
        shown = [row for row in told if (row["aspect"], row["how"]) not in runs or row["thing"] not in within]
        # And so is what one sentence says of one thing, but for its figures.
        keys = ("aspect", "how", "thing", "status", "document", "sentence")
        figures = ("Target", "Result")
        lines = {(*(row[key] for key in keys), row["detail"] if row["how"] in figures else "") for row in shown}
        assert len(lines) < len(shown)
        assert counts == {zh: sum(line[0] == aspect for line in lines) for zh, aspect in asked.items()}
        assert all(counts.values())
        heads, *lines = table_of(saved(page, "沂水县的五问"))
        found = [dict(zip(heads, line, strict=True)) for line in lines]
        assert {(row["名称"], row["原句"]) for row in found} == {(row["thing"], row["sentence"]) for row in told}
        assert heads[-4:] == ["文献", "文献日期", "文献编号", "原句"]
        assert {row["地区"] for row in found} == {"沂水县"}
        assert {row["文献编号"] for row in found} == {row["document"] for row in told}
        assert {"已有", "规划中"} <= {row["状态"] for row in found}
        planned = {row["thing"] for row in told if row["status"] == "planned"}
        assert planned == {row["名称"] for row in found if row["状态"] == "规划中"}
        # Figures come in parts, as sure as they are; all else has none.
        parts = ("口径", "比较", "数值", "单位", "时期")
        assert ["亿元以上", "≥", "40", "个", "2023"] in [[row[part] for part in parts] for row in found]
        assert {bool(row["数值"]) for row in found if row["关系"] in ("目标", "成果")} == {True}
        assert not [row for row in found if row["关系"] not in ("目标", "成果") and any(row[part] for part in parts)]
        assert all(0 < float(row["可信度"]) <= 1 for row in found)
        signs = page.locator(".profile-question .planned").count()
        assert 0 < signs <= sum(row["status"] == "planned" for row in shown)
        assert [*dict.fromkeys(row["问题"] for row in found)] == list(asked)
        assert not [row for row in found if row["说明"].startswith(("'", "=", ">=", "~"))]
        # A link to what is shown shows it again.
        page.reload()
        page.locator(".profile-head", has_text="沂水县").wait_for()
        page.go_back()
        page.locator(".profile-head").wait_for(state="detached")


def test_the_five_questions_are_led_to_on_a_telephone_and_go_with_escape(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", "#view=map", size=NARROW) as page:
        page.locator(".drawing .mark", has_text="沂水县").first.dispatch_event("click")
        head = page.locator(".profile-head", has_text="沂水县")
        head.wait_for()
        seen = "() => Math.abs(document.querySelector('.profile-head').getBoundingClientRect().top - 200) < 250"
        page.wait_for_function(seen)
        money = page.locator(".profile-question", has_text="招什么").locator("li").first.inner_text()
        assert "元" in money
        page.keyboard.press("Escape")
        head.wait_for(state="detached")


def test_a_region_on_the_map_is_clicked_and_its_lines_end_where_its_outposts_are(
    opened: "Opened", samples: Path, sampled: Store
) -> None:
    hosts = {row["host"] for row in rows(sampled, "enclaves", region="沂水县")}
    with opened(samples / "explorer.html", f"#view=map&region={COUNTY}") as page:
        page.locator(".profile-head", has_text="沂水县").wait_for()
        lines = page.locator(".mark:has(.map-line)").evaluate_all("marks => marks.map((one) => one.dataset.name)")
        assert {line.split("→")[1].split("：")[0].strip() for line in lines} == hosts
        page.locator(".mark:has(.map-line)").first.dispatch_event("click")
        page.locator(".evidence mark").first.wait_for()


def test_a_mind_map_folds_and_unfolds_with_the_keyboard_and_keeps_it_in_the_address(
    opened: "Opened", samples: Path
) -> None:
    with opened(samples / "explorer.html", "#view=mind&of=region:沂水县") as page:
        nodes = page.get_by_role("treeitem")
        nodes.first.wait_for()
        many = nodes.count()
        nodes.first.focus()
        page.keyboard.press("ArrowRight")
        first = page.evaluate("document.activeElement.dataset.name")
        assert first.startswith("有什么")
        page.keyboard.press("ArrowLeft")
        page.locator('.mind-node[aria-expanded="false"]', has_text="有什么").wait_for()
        assert nodes.count() < many
        assert page.evaluate("document.activeElement.dataset.name") == first
        page.reload()
        nodes.first.wait_for()
        assert nodes.count() < many
        page.locator(".mind-node", has_text="有什么").locator(".mind-fold").click()
        page.locator('.mind-node[aria-expanded="true"]', has_text="有什么").wait_for()
        assert nodes.count() == many
        states = {line[-1] for line in table_of(saved(page, "CSV"))[1:]}
        assert {"已有", "规划中", "目标"} <= states


def test_a_chain_shows_its_links_and_what_is_missing(opened: "Opened", samples: Path, sampled: Store) -> None:
    told = rows(sampled, "industry-chain", industry="半导体")
    with opened(samples / "explorer.html", "#view=chain&industry=半导体") as page:
        page.locator(FILLED).first.wait_for()
        names = page.locator(".drawing .mark").evaluate_all("marks => marks.map((one) => one.dataset.name)")
        figures = {"目标", "成果", "规划"}
        things = {name for kind, _, name in (name.partition("：") for name in names) if kind not in figures}
        kinds = {"Target", "Result", "Plan"}
        assert things == {row["name"] for row in told if row["chain"] == "半导体" and row["type"] not in kinds}
        assert any(name.endswith("琅琊半导体产业园 总投资 约30亿元 2024") for name in names)
        assert page.locator(".drawing .mark text", has_text="约30亿元").count() > 0
        assert page.locator(".chain-gap").count() > 0
        page.get_by_role("searchbox", name="查找：产业").fill("食")
        page.locator(".pick-items button", has_text="食品").first.click()
        page.locator(".chain-name", has_text="食品").first.wait_for()
        page.go_back()
        page.locator(".chain-name", has_text="半导体").first.wait_for()


def test_a_picture_is_saved_as_png_twice_as_large_and_as_svg_that_stands_alone(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", "#view=chain&industry=半导体") as page:
        drawing = page.locator("svg.drawing")
        drawing.wait_for()
        wide, high = drawing.evaluate("one => [one.clientWidth, one.clientHeight]")
        download = saved(page, "PNG")
        assert download.suggested_filename == "产业链图谱-半导体.png"
        png = download.path().read_bytes()
        assert png.startswith(b"\x89PNG\r\n\x1a\n")
        assert int.from_bytes(png[16:20]) == 2 * (wide + 2 * MARGIN)
        assert int.from_bytes(png[20:24]) > 2 * (high + 2 * MARGIN)
        download = saved(page, "SVG")
        assert download.suggested_filename == "产业链图谱-半导体.svg"
        told = page.evaluate(
            """text => {
              const found = new DOMParser().parseFromString(text, "image/svg+xml");
              return {
                wrong: found.querySelectorAll("parsererror, [class], script, foreignObject").length,
                names: [...found.querySelectorAll("text")].map((one) => one.textContent),
                within: found.querySelector("svg > svg").getAttribute("overflow"),
                above: Number(found.querySelector("svg > svg").getAttribute("y")),
                last: Number(found.querySelector("svg > svg").previousElementSibling.getAttribute("y")),
                ground: found.querySelector("rect").getAttribute("fill"),
                plain: [...found.querySelectorAll("text")].filter((one) => !one.getAttribute("fill")).length,
              };
            }""",
            download.path().read_text("utf8"),
        )
        assert (told["wrong"], told["plain"]) == (0, 0)
        assert "半导体" in told["names"]
        assert (told["within"], told["last"] < told["above"]) == ("hidden", True)
        assert told["names"][1].startswith("一条产业链的上中下游"), "how to read it is in the picture"
        assert re.fullmatch(r"产业链图谱-半导体 · \d+ 份文档 \d{4}–\d{4} · fangzhi", told["names"][0])


def test_a_picture_saved_in_the_dark_is_light_as_any(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", "#view=map", color_scheme="dark") as page:
        page.locator("svg.drawing").wait_for()
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        told = saved(page, "SVG").path().read_text("utf8")
        assert re.search(r"<rect[^>]* fill=\"rgb\(2[0-9]+, 2[0-9]+, 2[0-9]+\)\"", told)
        assert "不是行政界线" in "".join(re.findall(r"<text[^>]*>([^<]*)</text>", told))
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_table_is_saved_as_it_is_filtered_and_no_spreadsheet_runs_it(opened: "Opened", tmp_path: Path) -> None:
    store = Store()
    store.load(path=str(Path(__file__).parents[1] / "small.ttl"), format=RdfFormat.TURTLE)
    harm = NamedNode("https://w3id.org/fangzhi/id/policy/harm")
    name = '=HYPERLINK("http://x","点，\n我")'
    store.extend(
        [
            Quad(harm, NamedNode(f"{terms.PREFIXES['rdf']}type"), NamedNode(terms.term("Policy"))),
            Quad(harm, NamedNode(f"{terms.PREFIXES['skos']}prefLabel"), Literal(name, language="zh")),
            Quad(NamedNode("https://w3id.org/fangzhi/id/region/900101"), NamedNode(terms.term("pursues")), harm),
        ]
    )
    export(store, tmp_path)
    with opened(tmp_path / "explorer.html", "#view=lists&list=policies") as page:
        page.locator(FILLED).first.wait_for()
        download = saved(page, "CSV")
        assert download.suggested_filename == "政策.csv"
        assert table_of(download)[1] == ["'" + name, "1", "南江县"]
        for view in VIEWS:
            show(page, view)
            page.locator(f"#view-{view} :is(.view-none, .drawing, .table-block)").first.wait_for()


def test_what_is_typed_into_a_filter_is_in_the_address(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", "#view=timeline&lane=documents") as page:
        page.evaluate("location.hash = 'view=timeline'")
        page.locator(FILLED).first.wait_for()
        page.locator(".table-bar input").fill("沂水")
        page.locator("th button", has_text="事项").click()
        found = column(page, 3)
        address = page.evaluate("location.hash")
    with opened(samples / "explorer.html", address) as page:
        page.locator(FILLED).first.wait_for()
        assert page.locator(".table-bar input").input_value() == "沂水"
        assert column(page, 3) == found


def test_the_time_line_of_a_place_has_what_happened_in_it_and_below_it(
    opened: "Opened", samples: Path, sampled: Store
) -> None:
    with opened(samples / "explorer.html", "#view=timeline&lane=events") as page:
        page.locator(FILLED).first.wait_for()
        everywhere = set(column(page, 3))
        assert everywhere == {row["event"] for row in rows(sampled, "events")}
        page.get_by_label("地方").select_option(label=page.locator("option", has_text="娄底市").first.inner_text())
        page.locator(".view-picture .drawing[aria-label*=娄底市]").wait_for()
        places = set(column(page, 4))
        assert "娄底市" in places and "新化县" in places and "沂水县" not in places
        assert set(column(page, 3)) < everywhere


def test_a_post_of_the_time_line_is_no_term_and_leads_to_its_sentence(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", "#view=timeline&lane=posts") as page:
        page.locator(FILLED).first.wait_for()
        assert page.locator(".time-attested").count() > 0
        page.locator(".time-lane", has_text="不是任期").wait_for()
        sentences = column(page, 7)
        assert sentences and all(sentences)
        page.locator(".table-block tbody tr", has_text="时任").locator("td.long .link").first.click()
        page.locator(".evidence mark").first.wait_for()


def test_names_documents_and_sentences_of_a_list_open(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", "#view=lists&list=enclaves") as page:
        page.locator(FILLED).first.wait_for()
        line = page.locator(".table-block tbody tr", has_text="沂水县").first
        sentence = line.locator("td.long .link").inner_text()
        line.locator("td.long .link").click()
        page.locator(".evidence", has_text=sentence).wait_for()
        line.locator("td .link", has_text="沂水县").first.click()
        page.locator(".side h2, .side h1", has_text="沂水县").first.wait_for()
        line.locator("td .link", has_text="county").click()
        page.wait_for_function("location.hash.includes('document=county')")
        page.locator("main", has_text=sentence).wait_for()


def test_a_thing_leads_to_the_views_that_have_it_in_their_middle(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", f"#thing={COUNTY}") as page:
        page.locator("#view-search .thing .tools button", has_text="招商一张图").click()
        page.locator(".profile-head", has_text="沂水县").wait_for()
        page.go_back()
        page.locator("#view-search .thing .tools button", has_text="思维导图").click()
        page.locator(".mind-title", has_text="沂水县").wait_for()
        page.evaluate("location.hash = 'view=chain&industry=预制菜'")
        page.locator(".chain-name", has_text="食品").first.wait_for()


def test_every_list_has_a_line_for_each_thing_of_its_query(opened: "Opened", samples: Path, sampled: Store) -> None:
    lines = {
        "企业清单": ("lists-companies", ["company"]),
        "项目清单": ("lists-projects", ["project"]),
        "政策": ("policies", ["policy"]),
        "活动": ("events", ["event"]),
    }
    asked = {
        "关系": "relations",
        "目标与成果": "targets",
        "链长与牵头人": "chain-leaders",
        "某日在任": "posts-at",
        "说法不一": "conflicts",
    }
    with opened(samples / "explorer.html", "#view=lists&list=lists-projects") as page:
        page.locator(FILLED).first.wait_for()
        shown = {line.split()[0]: int(line.split()[1]) for line in page.locator(".pick-items li").all_inner_texts()}
        assert {zh: shown[zh] for zh in asked} == {zh: len(rows(sampled, query)) for zh, query in asked.items()}
        for zh, (query, keys) in lines.items():
            answered = rows(sampled, query)
            assert shown[zh] == len({tuple(row[key] for key in keys) for row in answered})
        table = table_of(saved(page, "CSV"))
        assert len(table) == 1 + shown["项目清单"] < 1 + len(rows(sampled, "lists-projects"))
        for row in rows(sampled, "lists-projects"):
            [line] = [line for line in table if line[0] == row["project"]]
            assert all(row[key] in "|".join(line) for key in ("place", "company", "chain", "value"))
            standing = "规划中" if row["status"] else "在建或已有"
            assert line[table[0].index("状态")] == (standing if row["place"] else "")


def test_a_list_tells_why_a_company_is_on_a_chain_and_each_document_in_three_columns(
    opened: "Opened", samples: Path
) -> None:
    with opened(samples / "explorer.html", "#view=lists&list=lists-companies") as page:
        line = page.locator("tbody tr", has_text="清流传感")
        line.wait_for()
        assert line.locator("td[data-title='产业链']").inner_text() == "半导体（位于该产业园区）"
        assert line.locator("td[data-title='状态']").inner_text() == "已有"
        line.locator("td[data-title='地方'] .link", has_text="琅琊半导体产业园").wait_for()
        show(page, "lists&list=enclaves")
        page.locator("td[data-title='文献']").first.wait_for()
        heads, *lines = table_of(saved(page, "CSV"))
        at = heads.index("文献")
        assert heads[at : at + 3] == ["文献", "文献日期", "文献编号"]
        assert {"county-page"} <= {line[at + 2].partition("#")[0] for line in lines}
        assert all(line[at] and line[at + 2] for line in lines)


def test_what_is_only_planned_is_told_apart_in_every_view(opened: "Opened", samples: Path, sampled: Store) -> None:
    chain = [row for row in rows(sampled, "industry-chain", industry="生命健康") if row["link"] == "养老与康养"]
    assert {row["status"] for row in chain if row["type"] not in ("Target", "Plan")} == {"planned"}
    with opened(samples / "explorer.html", "#view=chain&industry=生命健康") as page:
        page.locator(".chain-wanted").first.wait_for()
        assert page.locator(".drawing text", has_text="空心").count() == 1
        assert page.locator(".drawing .mark", has_text="蒙山康养小镇项目").locator(".hollow").count() == 1
        assert "规划中" in [line[5] for line in table_of(saved(page, "CSV")) if line[4] == "蒙山康养小镇项目"]
        page.goto(f"{page.url.partition('#')[0]}#thing=https://w3id.org/fangzhi/id/region/371323")
        page.locator(".row[data-planned]", has_text="沂河食品产业园").locator(".planned").first.wait_for()
        assert not page.locator(".row[data-planned]", has_text="沂水经济开发区").count()
        page.goto(f"{page.url.partition('#')[0]}#view=map&region=https://w3id.org/fangzhi/id/region/371323")
        page.locator(".map-planned").first.wait_for(state="attached")


def test_the_papers_fill_every_view_and_answer_the_five_questions(
    opened: "Opened", papers: Store, explored: Path
) -> None:
    told = rows(papers, "region-profile", region="缙云县")
    with opened(explored, "#view=map") as page:
        page.locator(".drawing .mark .map-place").first.wait_for()
        page.locator(".map-name text", has_text="缙云县").click()
        page.locator(".profile-head", has_text="缙云县").wait_for()
        heads, *lines = table_of(saved(page, "缙云县的五问"))
        said = {(line[heads.index("名称")], line[-1]) for line in lines}
        assert said == {(row["thing"], row["sentence"]) for row in told}
        while page.locator(".profile-group > .link").count():
            page.locator(".profile-group > .link").first.click()
        # Whatever else is said of a thing, its sentence is a step away, and what is not sure is marked.
        centre = page.locator(".profile-group li", has_text="丽缙高新区科创中心")
        assert centre.get_by_role("button", name="看原句").inner_text() == "原句"
        doubts = [row for row in told if float(row["confidence"]) < 0.6]
        assert 0 < page.locator(".profile-group .doubt").count() <= len(doubts) < len(told)
        answers = dict(
            zip(["有", "招", "去", "谁", "如何"], page.locator(".profile-question").all_inner_texts(), strict=True)
        )
        assert "飞地与驻外机构" in answers["去"] and "上海市、杭州市、深圳市" in answers["去"]
        # What is reached stands before what is aimed at.
        assert 0 < answers["谁"].index("驻外招商员") < answers["谁"].index("设立分局")
        for view in VIEWS:
            show(page, view)
            page.locator(f"#view-{view} :is(.drawing, .table-block tbody tr)").first.wait_for()


def test_targets_without_a_result_are_counted_and_listed_by_period(
    opened: "Opened", samples: Path, sampled: Store
) -> None:
    targets = {(row["about"], row["indicator"], row["value"]) for row in rows(sampled, "targets", status="target")}
    with opened(samples / "explorer.html", "#view=progress") as page:
        heading = page.locator(".waiting h2")
        heading.wait_for()
        left = int(heading.inner_text().split()[-1])
        assert 0 < left < len(targets)
        assert f"{left} 个还没有" in page.locator(".view-note").inner_text()
        periods = page.locator(".waiting tbody td:nth-child(1)").all_inner_texts()
        assert len(periods) == left
        assert [*filter(None, periods)] == sorted(filter(None, periods))
        page.locator(".waiting td.long button").first.click()
        page.locator(".evidence blockquote mark").first.wait_for()


def test_what_sorts_a_table_takes_one_line_of_a_telephone(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", "#view=progress", size=NARROW) as page:
        head = page.locator(".table-scroll thead").first
        head.wait_for()
        assert head.evaluate("head => head.getBoundingClientRect().height") < 60


def test_a_chain_counts_the_same_in_list_picture_and_table_and_every_row_has_its_sentence(
    opened: "Opened", samples: Path
) -> None:
    with opened(samples / "explorer.html", "#view=chain&industry=食品") as page:
        page.locator(".view-table tbody tr").first.wait_for()
        lines = table_of(saved(page, "CSV"))
        assert all(line[-1] and line[-2] for line in lines[1:])
        status = lines[0].index("状态")
        assert {"已有"} <= {line[status] for line in lines[1:]} and all(line[status] for line in lines[1:])
        counts = page.locator(".drawing :is(.chain-whole, .chain-link) ~ text.small").all_text_contents()
        assert sum(int(count) for count in counts if count.isdigit()) == len(lines) - 1
        chosen = page.locator(".view-list [aria-current], .view-list [aria-pressed=true]").first.inner_text()
        assert chosen.split()[-1] == str(len(lines) - 1)
        page.locator(".drawing .mark:has([data-kind=Organization])").first.click()
        page.locator(".side .chains .link", has_text="食品").first.wait_for()


def test_a_table_names_the_article_in_which_the_very_sentence_stands(
    opened: "Opened", samples: Path, sampled: Store
) -> None:
    """What only its name puts on a chain is told with the sentence that mentions it, and that has its own headline."""
    titles = {(row["document"], row["sentence"]): row["title"] for row in solved(sampled, FACTS / "cited.rq")}
    for chain in ("特种钢", "光电"):
        with opened(samples / "explorer.html", f"#view=chain&industry={chain}") as page:
            page.locator(".view-table tbody tr").first.wait_for()
            heads, *lines = table_of(saved(page, "CSV"))
            said = [[line[heads.index(head)] for head in ("文献编号", "原句", "文献")] for line in lines]
            assert said and all(titles[document, sentence] == title for document, sentence, title in said)
    person = "https://w3id.org/fangzhi/id/person/谢长青-娄底市"
    with opened(samples / "explorer.html", f"#view=graph&as=table&open={person}") as page:
        page.locator(".graph-table tbody tr").first.wait_for()
        heads, *lines = table_of(saved(page, "CSV"))
        post = next(line for line in lines if line[1] == "市委书记")
        assert "以链长之责推动" in post[heads.index("文献")] and "三场硬仗" in post[heads.index("文献")]
        others = {line[heads.index("文献")] for line in lines if line[1] == "参加者"}
        assert len(others) > 1 and all(line[heads.index("文献编号")] for line in lines)


def test_a_file_of_the_progress_has_a_row_a_result_with_its_date_and_the_difference(
    opened: "Opened", samples: Path, sampled: Store
) -> None:
    told = {(row["target"], row["achieved"]) for row in rows(sampled, "target-progress")}
    with opened(samples / "explorer.html", "#view=progress") as page:
        page.locator(".view-table tbody tr").first.wait_for()
        heads, *lines = table_of(saved(page, "CSV"))
        assert len(lines) == len(told) > 1
        found = [dict(zip(heads, line, strict=True)) for line in lines]
        over = next(line for line in found if line["目标"] == "≥40个")
        assert (over["成果"], over["差额"], over["差额单位"], over["比例（%）"]) == ("46个", "6", "个", "115")
        below = next(line for line in found if line["成果"] == "7600万美元")
        assert (below["差额"], below["差额单位"], below["成果时期"]) == ("-400", "万美元", "2023")
        assert all(line["文献编号"] and line["目标文献编号"] for line in found)


def test_every_view_has_its_link_copied_and_tells_what_a_file_needs(opened: "Opened", samples: Path) -> None:
    for view in (*VIEWS, "graph", "whole", "sparql"):
        with opened(samples / "explorer.html", f"#view={view}") as page:
            page.get_by_role("button", name="复制链接").click()
            page.locator(".copy-note", has_text="对方也要有这个文件").wait_for()


def test_who_closes_a_county_on_a_phone_is_led_back_to_the_map(opened: "Opened", samples: Path) -> None:
    with opened(samples / "explorer.html", f"#view=map&region={COUNTY}", size=NARROW) as page:
        close = page.locator("main [data-close]")
        close.scroll_into_view_if_needed()
        close.click()
        page.locator(".view-detail").locator("> *").first.wait_for(state="detached")
        page.wait_for_function("Math.abs(document.querySelector('svg.drawing').getBoundingClientRect().top) < 300")
