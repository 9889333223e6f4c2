"""A statement says a fact in words, and the words make the same fact again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from texts import annotated

from kg.errors import InputError
from kg.extract import facts
from kg.model import Fact, Kind, Name
from kg.review.corrections import Correction, identities, read, taken
from kg.review.statements import FactKind, cells, kind_of, mended, statement

TEXT = """2023年2月18日，平阳县举行招商大会，县委书记林海生出席并讲话，县委副书记、县长周启明主持。
昆阳镇发展皮革产业，浙江明华科技有限公司落户平阳经济开发区，总投资12.5亿元。
力争全年规上工业产值突破720亿元，引进亿元以上项目40个以上，增长5.5%。"""


def found() -> list[Fact]:
    return list(facts(annotated(TEXT)))


def test_every_kind_of_fact_is_said_in_words_and_read_back() -> None:
    known = {name.text: name for fact in found() for name in _names(fact)}

    def named(text: str, kinds: Sequence[Kind]) -> Name:
        return known[text]

    for fact in found():
        said = statement(fact, lambda name: name.text)
        assert statement(mended(fact, said, named), lambda name: name.text) == said
        assert mended(fact, said, named).confidence == 1.0
    assert {kind_of(fact) for fact in found()} == set(get_args(FactKind))


def _names(fact: Fact) -> list[Name]:
    slots = ("name", "person", "at", "subject", "object", "about", "place", "thing")
    own = [getattr(fact, slot, None) for slot in slots]
    return [name for name in (*own, *getattr(fact, "participants", ())) if isinstance(name, Name)]


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        ("post", "林海生 | 县委书记", "3 parts"),
        ("relation", "平阳县 | likes | 皮革", "likes is none of"),
        ("relation", "平阳县 | operates | 皮革产业园 | target", "target is none of"),
        ("mention", "Animal | 猫", "Animal is none of"),
        ("figure", "平阳县 | 产值 |  | > 许多 亿元 |  | target", "许多 is no number"),
        ("figure", "平阳县 | 产值 |  | 800 亿元 |  | target", "800 is none of"),
        ("figure", "平阳县 | 产值 |  | > 800 亿元 |  | wish", "wish is none of"),
        ("event", "大会 | party | 2023 |  | ", "party is none of"),
        ("stage", "光电项目 | dreaming | 2023 | reached", "dreaming is none of"),
        ("stage", "光电项目 | trial | 2023 | hoped", "hoped is none of"),
    ],
)
def test_what_cannot_be_read_says_what_can(kind: str, text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        cells(kind, text)  # type: ignore[arg-type]


HEAD = "verdict\tmend\tkind\tstatement\tdocument\tsentence\tconfidence\treason\twhy\n"


def write(path: Path, *rows: str) -> Path:
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf8")
    return path


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("maybe\t\tpost\t甲 | 县长 | 乙县\td\t\t\t\t", "maybe is no verdict"),
        ("mend\t\tpost\t甲 | 县长 | 乙县\td\t\t\t\t", "the column mend"),
        ("accept\t甲 | 副县长 | 乙县\tpost\t甲 | 县长 | 乙县\td\t\t\t\t", "the column mend"),
        ("accept\t\tfact\t甲 | 县长 | 乙县\td\t\t\t\t", "fact is no kind"),
        ("accept\t\tpost\t甲 | 县长 | 乙县\t\t\t\t\t", "names its document"),
        ("mend\tperson\tidentity\tperson/甲-乙县\t\t\t\t\t", "person is no thing"),
        ("mend\t甲 | 县长\tpost\t甲 | 县长 | 乙县\td\t\t\t\t", "3 parts"),
    ],
)
def test_a_verdict_that_cannot_be_applied_names_its_line(tmp_path: Path, row: str, says: str) -> None:
    table = write(tmp_path / "review.tsv", "\t\tpost\t甲 | 县长 | 乙县\td\t\t\t\t", row)
    with pytest.raises(InputError, match=rf"review\.tsv:3: .*{says}"):
        taken(table, "某人", "2026-05-01")


def test_a_day_is_a_day(tmp_path: Path) -> None:
    table = write(tmp_path / "review.tsv", "accept\t\tpost\t甲 | 县长 | 乙县\td\t\t\t\t")
    with pytest.raises(InputError, match="yesterday"):
        taken(table, "某人", "yesterday")


def test_a_table_that_a_spreadsheet_saved_as_utf_16_is_read(tmp_path: Path) -> None:
    table = tmp_path / "review.txt"
    table.write_text(HEAD + "accept\t\tpost\t甲 | 县长 | 乙县\td\t\t\t\t\n", encoding="utf-16")
    assert [one.statement for one in taken(table, "某人", "2026-05-01")] == ["甲 | 县长 | 乙县"]


def test_a_table_without_its_header_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "review.tsv"
    table.write_text("accept\tpost\n", encoding="utf8")
    with pytest.raises(InputError, match="the header lacks verdict"):
        taken(table, "某人", "2026-05-01")
    with pytest.raises(InputError, match="cannot be read"):
        taken(tmp_path / "none.tsv", "某人", "2026-05-01")


def test_no_corrections_are_none(tmp_path: Path) -> None:
    assert read(tmp_path / "corrections.tsv") == ()


def same(statement: str, mend: str) -> Correction:
    return Correction("mend", "identity", "", statement, mend, "", "某人", "2026-05-01", "")


def test_things_cannot_be_each_other_in_a_circle_nor_of_two_kinds() -> None:
    one, other = "person/甲-乙县", "person/甲-丙县"
    assert identities([same(one, other)]) == {("", "Person", "甲-乙县"): "甲-丙县"}
    with pytest.raises(InputError, match="circle"):
        identities([same(one, other), same(other, one)])
    with pytest.raises(InputError, match="two kinds"):
        identities([same(one, "fund/丙")])
    assert not identities([replace(same(one, other), verdict="reject")])
