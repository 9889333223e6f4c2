"""Annotated sentences are read as documents with annotations, and what is malformed names its line."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.train.markup import Case, cases

CASES = """# a comment
沂水县|<Region name=沂水县>全县</Region>规上工业产值<figure indicator=规上工业产值 cmp=gt value=720 unit=亿元 period=2026 status=target>突破720亿元</figure>。
沂水县@2024-03-08|<Person>林海⏎生</Person>任县长，走进<Platform>云岭<Industry>电商</Industry>产业园</Platform>。
	post	林海生	县长	沂水县
	relation	云岭电商产业园	developsIndustry	电商
	event	走访	inspection	2024-03-08	沂水县	林海生
"""


def read(tmp_path: Path, text: str = CASES) -> list[Case]:
    path = tmp_path / "some.txt"
    path.write_text(text, encoding="utf8")
    return list(cases(path))


def test_a_case_is_a_document_with_its_home_and_date(tmp_path: Path) -> None:
    one, two = read(tmp_path)
    assert (one.identifier, one.home, one.date) == ("some-2", "沂水县", "2023-02-18")
    assert one.document().source == "全县规上工业产值突破720亿元。"
    assert (two.identifier, two.date, two.document().heading) == ("some-3", "2024-03-08", "沂水县")
    assert two.text.startswith("林海\n生任县长")


def test_an_annotation_has_the_guides_shape(tmp_path: Path) -> None:
    one, two = (case.annotation() for case in read(tmp_path))
    assert one["targets"] == [
        {"subject": "沂水县", "indicator": "规上工业产值", "scope": "", "cmp": ">", "value": 720.0, "unit": "亿元",
         "period": "2026", "status": "target"}
    ]  # fmt: skip
    assert one["entities"] == [{"type": "Region", "names": ["沂水县", "全县"]}]
    named = [(entity["type"], entity["names"]) for entity in two["entities"] if not entity.get("optional")]
    assert named == [("Person", ["林海生"]), ("Platform", ["云岭电商产业园"]), ("Industry", ["电商"])]
    assert two["posts"] == [{"person": "林海生", "title": "县长", "at": "沂水县"}]
    assert two["relations"] == [{"s": "云岭电商产业园", "p": "developsIndustry", "o": "电商"}]
    assert two["events"][0]["participants"] == ["林海生"]


def test_the_home_counts_for_neither_side_where_it_is_not_printed(tmp_path: Path) -> None:
    (case,) = read(tmp_path, "沂水县|发展<Industry>食用菌</Industry>。\n")
    assert [entity["names"] for entity in case.annotation()["entities"] if entity.get("optional")] == [["沂水县"]] * 2


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("没有家", "no |"),
        ("沂水县|<Person>林海生", "not closed"),
        ("沂水县|<Person>林海生</Region>", "closes nothing"),
        ("沂水县|<Animal>猫</Animal>", "no kind of name"),
        ("沂水县|甲\n\tpost\t甲", "no post, relation, event or stage"),
    ],
)
def test_what_is_malformed_names_its_line(tmp_path: Path, line: str, says: str) -> None:
    with pytest.raises(InputError, match=rf"some\.txt:1: .*{says}"):
        read(tmp_path, line + "\n")


def test_where_there_are_no_sentences_one_is_told_where_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="train in a checkout"):
        list(cases(tmp_path))
