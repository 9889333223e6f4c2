"""SPARQL in the explorer: answered by the page itself, from an editor, with the named queries as examples."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Store

from kg.ask.answers import answer
from kg.ask.queries import find, names
from kg.export.explorer import asking
from kg.export.explorer.bundle import APP
from kg.export.explorer.page import page

if TYPE_CHECKING:
    from conftest import Opened
    from playwright.sync_api import Page


def write(page: "Page", text: str) -> None:
    page.locator(".sparql-editor .cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)


def answered(page: "Page") -> str:
    page.wait_for_selector(".sparql-told:not(.running):not(:empty)")
    return page.locator(".sparql-told").inner_text()


def choose(page: "Page", question: str) -> None:
    """Choose a ready question from the list, and wait for its answer."""
    title = find(question).zh.split("，")[0].split("：")[0].split("；")[0].split("（")[0]
    page.locator(".pick-items button", has_text=title).click()
    page.locator(".sparql-question", has_text=title).wait_for()
    answered(page)


@pytest.fixture
def asked(opened: "Opened", samples: Path):
    with opened(samples / "explorer.html", "#view=sparql") as page:
        answered(page)
        yield page


@pytest.fixture
def own(opened: "Opened", samples: Path):
    """The editor of one's own queries."""
    with opened(samples / "explorer.html", "#view=sparql&query=own") as page:
        page.locator(".sparql-editor .cm-content").wait_for()
        yield page


def test_the_tab_opens_on_ready_questions_in_words_with_fields_and_answer(asked: "Page", sampled: Store) -> None:
    questions = asked.locator(".pick-items button").all_inner_texts()
    assert len(questions) == len(names()) + 1
    assert not [one for one in questions if one in names()]
    assert asked.locator(".sparql-parameters input").count() == len(find("posts").parameters)
    assert answered(asked).startswith(f"{len(answer(sampled, find('posts'), {}).rows)} 行")
    assert asked.locator(".sparql-answer tbody tr").count() > 0
    assert not asked.locator(".sparql-editor .cm-content").is_visible()
    asked.locator(".sparql-code summary").click()
    assert "org:Membership" in asked.locator(".sparql-editor .cm-content").inner_text()
    choose(asked, "region-profile")
    asked.go_back()
    asked.locator(".sparql-question", has_text="谁在哪里任什么职务").wait_for()


def test_a_name_taken_is_answered_at_once_and_back_leads_to_before(asked: "Page") -> None:
    before = answered(asked).split("，")[0]
    asked.locator("input[name=person]").fill("zqm")
    asked.locator(".pick-hits:visible [role=option]", has_text="周启明").first.click()
    asked.wait_for_function(
        "before => { const told = document.querySelector('.sparql-told:not(.running)')?.textContent;"
        " return told && told.includes('行') && !told.startsWith(before); }",
        arg=before,
    )
    assert set(asked.locator(".sparql-answer tbody td:first-child").all_inner_texts()) == {"周启明"}
    asked.go_back()
    asked.wait_for_function(
        "before => document.querySelector('.sparql-told:not(.running)')?.textContent.startsWith(before)", arg=before
    )
    assert asked.locator("input[name=person]").input_value() == ""


def test_what_was_written_over_a_question_says_so_and_is_undone(asked: "Page") -> None:
    asked.locator(".sparql-code summary").click()
    write(asked, "SELECT ?person WHERE { ?x a fz:Person ; skos:prefLabel ?person } LIMIT 3")
    asked.keyboard.press("Control+Enter")
    asked.locator(".sparql-told", has_text="3 行").wait_for()
    assert asked.locator("input[name=person]").is_disabled()
    asked.get_by_role("button", name="恢复原来的语句").click()
    asked.locator("input[name=person]:enabled").wait_for()
    assert not answered(asked).startswith("3 行")


def test_a_query_typed_is_answered_and_its_things_lead_on(own: "Page", sampled: Store) -> None:
    write(own, "SELECT ?place ?industry WHERE { ?place fz:developsIndustry ?industry }")
    own.keyboard.press("Control+Enter")
    found = sampled.query("SELECT ?p ?i WHERE { ?p <https://w3id.org/fangzhi/ontology#developsIndustry> ?i }")
    assert answered(own).startswith(f"{len(list(found))} 行")
    first = own.locator(".sparql-answer td button").first
    name = first.inner_text()
    first.click()
    own.locator(".side h2", has_text=name).wait_for()


def test_a_question_mark_typed_into_the_editor_is_no_key_of_the_page(own: "Page") -> None:
    own.locator(".sparql-editor .cm-content").click()
    own.keyboard.type("?x")
    assert own.locator("dialog[open]").count() == 0


def test_a_mistake_is_told_with_its_place(own: "Page") -> None:
    write(own, "SELECT ?a WHERE { ?a ?b }")
    own.locator(".sparql-run button.strong").click()
    assert "error at 1:" in answered(own)


def test_terms_are_completed_by_what_they_are_called(own: "Page") -> None:
    write(own, "SELECT * WHERE { ?a ")
    own.keyboard.insert_text("运营")
    own.keyboard.press("Control+Space")
    own.locator(".cm-tooltip-autocomplete li", has_text="fz:operates").first.wait_for()


def test_a_named_query_with_its_parameters_answers_as_the_command_does(asked: "Page", sampled: Store) -> None:
    choose(asked, "posts-at")
    asked.locator("input[name=region]").fill("沂水县")
    asked.locator("input[name=date]").fill("2024-01-18")
    asked.locator(".sparql-run button.strong").click()
    expected = answer(sampled, find("posts-at"), {"region": "沂水县", "date": "2024-01-18"}).rows
    assert answered(asked).startswith(f"{len(expected)} 行")
    rows = asked.locator(".sparql-answer tbody tr").all()
    assert {row.locator("td").nth(2).inner_text() for row in rows} == {row[2] for row in expected}


def test_a_name_that_nothing_has_is_told_and_nothing_is_asked(asked: "Page") -> None:
    choose(asked, "posts-at")
    asked.locator("input[name=region]").fill("沂水师")
    asked.locator(".sparql-run button.strong").click()
    assert "沂水师" in answered(asked)
    assert "沂水县" in answered(asked)
    assert asked.locator(".sparql-answer table").count() == 0


def test_regions_are_offered_by_their_levels(asked: "Page") -> None:
    choose(asked, "region-profile")
    field = asked.locator("input[name=region]")
    field.click()
    heads = asked.locator(".pick-hits:visible .pick-head")
    heads.first.wait_for()
    told = heads.all_inner_texts()
    assert told[:3] == ["省级", "地级", "县级"]
    counties = asked.locator(".pick-head", has_text="县级").locator("xpath=following-sibling::li[1]")
    assert "县" in counties.locator(".what").inner_text() or "区" in counties.locator(".what").inner_text()
    field.fill("沂水")
    asked.locator(".pick-hits:visible [aria-selected=true]", has_text="沂水县").wait_for()
    assert heads.first.inner_text() == "县级"


def test_a_name_is_chosen_by_its_initials_and_enter_asks(asked: "Page") -> None:
    choose(asked, "posts-at")
    field = asked.locator("input[name=region]")
    assert field.get_attribute("placeholder") == "选择或输入…"
    field.fill("沂水师")
    asked.locator(".sparql-run button.strong").click()
    assert "沂水师" in answered(asked)
    field.click()
    field.fill("ysx")
    asked.locator(".pick-hits:visible [role=option]", has_text="沂水县").first.wait_for()
    assert asked.locator(".sparql-told").inner_text() == ""
    field.press("Enter")
    assert field.input_value() == "沂水县"
    field.press("Enter")
    assert "行" in answered(asked)
    assert asked.locator(".sparql-answer tbody tr").count() > 0


def test_the_address_of_an_answer_brings_back_fields_and_answer(asked: "Page", opened: "Opened", samples: Path) -> None:
    choose(asked, "posts-at")
    asked.locator("input[name=region]").fill("沂水县")
    asked.locator(".sparql-run button.strong").click()
    told = answered(asked).split("，")[0]
    address = asked.evaluate("location.hash")
    assert len(address) < 200
    with opened(samples / "explorer.html", address) as again:
        assert answered(again).split("，")[0] == told
        assert again.locator("input[name=region]").input_value() == "沂水县"


def test_the_things_of_an_answer_are_drawn_and_the_address_brings_them_back(opened: "Opened", samples: Path) -> None:
    text = "SELECT ?a ?b WHERE { ?a <https://w3id.org/fangzhi/ontology%23operates> ?b }"
    with opened(samples / "explorer.html", f"#view=sparql&as=graph&run=1&text={text}") as page:
        page.locator(".sparql-answer canvas").wait_for()
        page.locator(".sparql-run button", has_text="表格").click()
        page.locator(".sparql-answer table").wait_for()


def test_what_a_ready_question_answers_is_drawn_too(asked: "Page") -> None:
    choose(asked, "enclaves")
    asked.locator(".sparql-run button.strong").click()
    answered(asked)
    asked.locator(".sparql-run button", has_text="关系图").click()
    asked.locator(".sparql-answer canvas").wait_for()


def test_an_answer_is_saved_as_csv(own: "Page") -> None:
    write(own, "SELECT ?person WHERE { ?x a fz:Person ; skos:prefLabel ?person } ORDER BY ?person")
    own.keyboard.press("Control+Enter")
    answered(own)
    with own.expect_download() as download:
        own.locator(".sparql-answer button", has_text="CSV").click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith("\ufeffperson\r\n".encode())
    assert "周启明" in content.decode("utf8")


def test_a_graph_too_large_for_a_page_has_no_triples_and_says_who_answers(
    opened: "Opened", samples: Path, sampled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(asking.asking(sampled)) == {"asking", "triples"}
    monkeypatch.setattr(asking, "LARGEST", 10)
    blocks = asking.asking(sampled)
    assert set(blocks) == {"asking"}
    assert 'id="oxigraph"' in page({"triples": ""})
    assert 'id="oxigraph"' not in page(blocks)
    whole = (samples / "explorer.html").read_text(encoding="utf8")
    before, _, rest = whole.partition('<script type="application/base64" id="triples">')
    (tmp_path / "large.html").write_text(before + rest.partition("</script>")[2], encoding="utf8")
    with opened(tmp_path / "large.html", "#view=sparql") as shown:
        assert "fangzhi serve" in shown.locator(".view-none").inner_text()


def test_a_named_query_tells_its_columns_and_codes_in_the_language_of_the_page(opened: "Opened", samples: Path) -> None:
    address = "#view=sparql&query=region-profile&run=1"
    with opened(samples / "explorer.html", address) as page:
        answered(page)
        heads = page.locator(".sparql-answer thead th").all_inner_texts()
        assert heads == ["地区", "问题", "关系", "名称", "类别", "说明", "状态", "文献", "原句", "可信度"]
        told = page.locator(".sparql-answer tbody").inner_text()
        assert "有什么" in told
        assert "运营" in told
        assert "operates" not in told
        assert ">=" not in told
        with page.expect_download() as download:
            page.locator(".sparql-answer button", has_text="CSV").click()
        saved = Path(download.value.path()).read_text(encoding="utf-8-sig")
        assert saved.splitlines()[0] == ",".join([*heads[:-2], "文献日期", "文献编号", *heads[-2:]])
        assert "locatedIn" not in saved
        page.locator(".sparql-answer td.long button").first.click()
        page.locator(".side blockquote").wait_for()
    with opened(samples / "explorer.html", f"{address}&lang=en") as page:
        answered(page)
        assert page.locator(".sparql-answer thead th").nth(1).inner_text() == "Question"


def test_every_column_of_a_named_query_has_a_name() -> None:
    words = (APP / "views" / "frame" / "columns.ts").read_text(encoding="utf8")
    columns = {column for name in names() for column in _columns(find(name).text)}
    assert len(columns) > 50
    assert {column for column in columns if f"\n  {column}: {{" not in words} == set()


def _columns(text: str) -> list[str]:
    select = text[text.index("SELECT") : text.index("WHERE")]
    return re.findall(r"\?(\w+)(?=\s|\))", re.sub(r"\([^?].*?\bAS (\?\w+)\)", r"\1", select.replace("\n", " ")))


def test_an_empty_answer_says_that_the_documents_do_not_say(own: "Page") -> None:
    write(own, "SELECT ?s WHERE { ?s a <http://example.org/nothing> }")
    own.get_by_role("button", name="查询", exact=True).click()
    own.locator(".sparql-answer", has_text="图里没有符合的内容").wait_for()
