"""What a document is called: its headlines and who published it, never its number alone."""

from pathlib import Path

import pytest

from kg.clean import clean
from kg.graph.nodes import Naming, term
from kg.graph.passages import document
from kg.model import Reading
from kg.read import read

BODY = "3月8日，云溪县召开全县招商引资工作会议，总结一季度工作，部署二季度任务，县委书记出席会议并讲话。\n会议指出，要抓好落实。\n"


@pytest.mark.parametrize(
    ("text", "title", "publisher"),
    [
        ("云溪日报\n2024年3月9日\n招商正当时\n全县开新局\n" + BODY, "招商正当时 全县开新局", "云溪日报"),
        ("时间：2024-03-09 来源：云溪县融媒体中心\n" + BODY, BODY[:30] + "…", "云溪县融媒体中心"),
        ("招商正当时\n\n" + BODY, "招商正当时", ""),
        ("来源：本站\n" + BODY, BODY[:30] + "…", ""),
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
