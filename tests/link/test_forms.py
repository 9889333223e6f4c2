"""Every row of the lexicons of short forms does to its own example what it is there for."""

import pytest

from kg.link.bodies import whose
from kg.link.forms import handles, is_bare, may_mean, plain, take_apart, zone_offices
from kg.link.persons import address
from kg.model import Kind
from kg.resources import Row, lexicon


def rows(name: str) -> list[object]:
    found = lexicon(name)
    assert len(found) > 15
    return [pytest.param(row, id=row["word"]) for row in found]


@pytest.mark.parametrize("row", rows("short_forms"))
def test_a_word_is_dropped_or_shortened_at_its_place(row: Row) -> None:
    word, example = row["word"], row["example"]
    assert {"start": example.startswith(word), "end": example.endswith(word), "any": word in example}[row["place"]]
    stem = take_apart(example).stem
    assert row["short"] in stem and (word == row["short"] or word not in stem)


@pytest.mark.parametrize("row", rows("bare_forms"))
def test_a_bare_form_names_nothing_by_itself(row: Row) -> None:
    kind: Kind = row["kind"]  # type: ignore[assignment]
    assert row["word"] in row["example"]
    assert is_bare(take_apart(row["word"]), kind) and is_bare(take_apart("该" + row["word"]), kind)
    assert not is_bare(take_apart("宁波" + row["word"]), kind)


@pytest.mark.parametrize("row", rows("level_words"))
def test_a_word_that_only_begins_like_a_level_is_of_no_region(row: Row) -> None:
    assert whose(row["example"]) == "" and row["example"].startswith(row["word"])


@pytest.mark.parametrize("row", rows("address_forms"))
def test_a_word_of_address_parts_from_its_surname(row: Row) -> None:
    assert address(row["example"]) == ("陈", row["word"]) and all(row["titles"].split("|"))


@pytest.mark.parametrize(
    ("text", "code", "stem"),
    [
        ("浙江省宁波市北仑区科创园", "330206", "科创园"),
        ("东海轴承有限公司", "", "东海轴承"),
        ("中国（浙江）自由贸易试验区", "", "自贸区"),
        ("湖北襄樊市高新技术产业开发区", "420600", "高新区"),
        ("宁波市", "", "宁波市"),
        ("有限公司", "", "有限公司"),
    ],
)
def test_a_name_is_taken_apart(text: str, code: str, stem: str) -> None:
    form = take_apart(text)
    assert (form.code, form.stem) == (code, stem)


@pytest.mark.parametrize(("near", "code"), [(("320000", "320100"), "320106"), ((), "")])
def test_a_place_of_many_names_is_the_one_near_home(near: tuple[str, ...], code: str) -> None:
    assert take_apart("鼓楼区科创园", near).code == code


@pytest.mark.parametrize("text", ["", "“”", "()", "（）", " ", "。"])
def test_odd_names_are_taken_as_they_are(text: str) -> None:
    assert take_apart(text).text == plain(text)


def test_the_offices_of_a_zone_are_known() -> None:
    assert {"管委会", "党工委"} <= set(zone_offices())


def test_a_group_is_not_a_company_of_its_trade_name() -> None:
    company = take_apart("苏州东海光伏科技有限公司")
    assert not may_mean(take_apart("东海集团"), company)
    assert may_mean(take_apart("东海公司"), company)
    assert may_mean(take_apart("东海集团"), take_apart("东海集团有限公司"))


def test_a_company_is_called_by_the_end_or_a_long_middle_of_its_name_with_what_it_is() -> None:
    full = take_apart("云岭国际陆港快速班列运营有限公司")
    assert {"陆港快速公司", "班列运营公司", "运营公司"} <= handles(full, "Organization")
    assert not {"陆港公司", "陆港", "班列运营"} & handles(full, "Organization")
