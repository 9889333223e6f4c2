"""What a document is called: its headlines and who published it, never its number alone; what its articles are called."""

from pathlib import Path

import pytest

from kg.clean import clean
from kg.graph.articles import articles as articles_of
from kg.graph.nodes import Naming, term
from kg.graph.passages import document
from kg.model import Reading
from kg.read import read

BODY = "3月8日，云溪县召开全县招商引资工作会议，总结一季度工作，部署二季度任务，县委书记出席会议并讲话。\n会议指出，要抓好落实。\n"


@pytest.mark.parametrize(
    ("text", "title", "publisher"),
    [
        ("云溪日报\n2024年3月9日\n招商正当时\n全县开新局\n" + BODY, "招商正当时 全县开新局", "云溪日报"),
        ("时间：2024-03-09 来源：云溪县融媒体中心\n" + BODY, f"007 2024-03-09：{BODY[:20]}…", "云溪县融媒体中心"),
        ("招商正当时\n\n" + BODY, "招商正当时", ""),
        ("来源：本站\n" + BODY, f"007：{BODY[:20]}…", ""),
    ],
)
def test_a_document_is_called_by_its_headlines_and_its_paper(
    tmp_path: Path, text: str, title: str, publisher: str
) -> None:
    path = tmp_path / "007.txt"
    path.write_text(text, encoding="utf8")
    (unit,) = read(path)
    said = document(Reading(unit, clean(unit), (), None, unit.date, ()), Naming())
    told = {triple.predicate: triple.object.value for triple in said}
    assert told[term("dcterms:title")] == title
    assert told.get(term("schema:publisher"), "") == publisher


OPENED = "3月9日，云溪县举行重大项目集中开工活动，总投资90亿元的云溪锂电材料项目等12个项目开工，县委书记宣布开工。\n\n"
SIGNED = "□ 通讯员 {}\n\n"


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        # A headline stands above its article; a heading within one begins none.
        (f"招商正当时\n\n{BODY}\n项目怎么抓\n\n会议要求，要抓好项目。\n\n云溪重大项目集中开工\n\n{OPENED}", ["招商正当时", "云溪重大项目集中开工"]),
        (f"阅读提示\n\n全县招商引资工作会议召开。\n\n全县吹响招商集结号\n\n{SIGNED.format('林遥')}{BODY}", ["全县吹响招商集结号"]),
        # A page that begins within an article prints all its headlines below.
        (
            f"{SIGNED.format('林遥')}{BODY}\n{SIGNED.format('江河')}{OPENED}云溪12个重大项目集中开工\n\n全县招商引资部署二季度任务\n",
            ["全县招商引资部署二季度任务", "云溪12个重大项目集中开工"],
        ),
        (BODY, []),
    ],
)  # fmt: skip
def test_an_article_is_called_by_its_own_headline(tmp_path: Path, text: str, articles: list[str]) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf8")
    (unit,) = read(path)
    cleaned = clean(unit)
    found = articles_of(cleaned)
    assert [one.title for one in found] == articles
    assert not found or [0, *(one.end for one in found)] == [*(one.begin for one in found), len(cleaned.text)]
    said = document(Reading(unit, cleaned, (), None, unit.date, ()), Naming())
    told = [triple.object.value for triple in said if triple.predicate == term("dcterms:title")]
    assert sorted(told[1:]) == sorted(articles if len(articles) > 1 else [])


def test_the_whole_text_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("招商正当时\n\n" + BODY, encoding="utf8")
    (unit,) = read(path)
    said = document(Reading(unit, clean(unit), (), None, unit.date, ()), Naming())
    assert {one.object.value for one in said if one.predicate == term("schema:articleBody")} == {
        "招商正当时\n" + BODY.strip()
    }
