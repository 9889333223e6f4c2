"""Who held which post on a day, and which statements cannot both hold, asked of small papers and of the samples."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.ask.answers import answer
from kg.ask.queries import find
from kg.build import build
from kg.store import open_store

Built = Callable[..., Store]
HEAD = "沁水县召开会议\n\n"


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """Build papers given as date and text; the file of one is named after its date, which is thereby printed."""

    def made(*papers: tuple[str, str]) -> Store:
        for number, (date, text) in enumerate(papers):
            (tmp_path / f"日报_{date}_{number}.txt").write_text(HEAD + text + "\n", encoding="utf8")
        build([tmp_path], tmp_path / "out", upto="graph")
        return open_store(tmp_path / "out")

    return made


def rows(store: Store, query: str, *columns: str, **given: str) -> list[tuple[str, ...]]:
    found = answer(store, find(query), given).as_dicts()
    return [tuple(row[column] for column in columns) for row in found]


def holders(store: Store, date: str, post: str = "书记") -> list[tuple[str, ...]]:
    return rows(store, "posts-at", "person", "basis", date=date, post=post)


FIRST = "沁水县委书记沈一诺出席会议并讲话。"
SECOND = "沁水县委书记程远山出席会议并讲话。"


def test_a_post_is_held_when_attested_between_and_until_another_is_seen(built: Built) -> None:
    store = built(("2021-03-05", FIRST), ("2022-05-06", FIRST), ("2024-01-08", SECOND))
    assert holders(store, "2021-03-04") == []
    assert holders(store, "2021-03-05") == [("沈一诺", "attested")]
    assert holders(store, "2021-12-01") == [("沈一诺", "between")]
    assert holders(store, "2023-01-01") == [("沈一诺", "last")]
    assert holders(store, "2024-01-08") == [("程远山", "attested")]
    assert holders(store, "2030-01-01") == [("程远山", "last")]


def test_the_row_names_the_document_that_says_so(built: Built) -> None:
    store = built(("2021-03-05", FIRST), ("2022-05-06", FIRST))
    for day, attested in (("2021-12-01", "2021-03-05"), ("2022-05-06", "2022-05-06"), ("2023-01-01", "2022-05-06")):
        ((found, document),) = rows(store, "posts-at", "attested", "document", date=day)
        assert found == attested and attested in document


def test_a_mention_of_something_else_retires_nobody(built: Built) -> None:
    store = built(("2021-03-05", FIRST), ("2024-01-08", "沈一诺调研沁水县经济开发区，县长程远山陪同。"))
    assert holders(store, "2025-01-01") == [("沈一诺", "last")]


def test_a_said_end_is_an_end_and_a_said_beginning_a_beginning(built: Built) -> None:
    news = "会议宣布，沈一诺不再担任沁水县委书记职务；程远山任沁水县委书记。"
    store = built(("2021-03-05", FIRST), ("2022-05-06", news))
    assert holders(store, "2021-12-01") == [("沈一诺", "last")]
    assert holders(store, "2022-05-06") == [("程远山", "attested")]
    assert holders(store, "2023-01-01") == [("程远山", "last")]
    assert rows(store, "posts", "person", "began", "ended") == [
        ("沈一诺", "", "..2022-05-06"),
        ("沈一诺", "", "..2022-05-06"),
        ("程远山", "..2022-05-06", ""),
    ]


def test_years_that_a_text_gives_are_held_and_then_over(built: Built) -> None:
    store = built(("2023-02-18", "沈一诺（2016—2020年任沁水县委书记）、程远山到会。沁水县委书记程远山讲话。"))
    assert holders(store, "2018-06-01") == [("沈一诺", "between")]
    assert holders(store, "2021-06-01") == []


def test_what_was_held_then_is_attested_then(built: Built) -> None:
    store = built(("2023-02-18", "2018年，时任沁水县委书记沈一诺提出建园。沁水县委书记程远山讲话。"))
    assert holders(store, "2018-06-01") == [("沈一诺", "attested")]
    assert holders(store, "2023-02-18") == [("程远山", "attested")]


def test_acting_head_and_head_are_one_seat_and_deputies_are_many(built: Built) -> None:
    store = built(
        ("2021-03-05", "沁水县县长沈一诺、副县长林自明出席。"), ("2022-05-06", "沁水县代县长程远山、副县长白景行出席。")
    )
    assert holders(store, "2022-06-01", "政府") == [("程远山", "last"), ("林自明", "last"), ("白景行", "last")]


def test_a_region_can_be_asked_for(built: Built) -> None:
    store = built(("2021-03-05", FIRST + "阳城县委书记程远山出席。"))
    assert rows(store, "posts-at", "person", region="阳城", date="2021-03-05") == [("程远山",)]
    assert len(rows(store, "posts-at", "person")) == 2


def test_two_holders_of_one_seat_at_a_time_are_a_conflict(built: Built) -> None:
    store = built(("2021-03-05", FIRST), ("2022-05-06", FIRST), ("2021-09-01", SECOND))
    assert set(rows(store, "conflicts", "kind", "about", "matter", "one", "other")) == {
        ("seat", "沁水县", "县委书记", "沈一诺", "程远山")
    }


@pytest.mark.parametrize(
    "papers",
    [
        (("2021-03-05", FIRST), ("2022-05-06", SECOND)),
        (("2021-03-05", "沁水县副县长沈一诺到会。"), ("2021-03-05", "沁水县副县长程远山到会。")),
        (("2021-03-05", "沁水县县长沈一诺到会。"), ("2021-03-05", "沁水县县长候选人程远山到会。")),
        (("2021-03-05", "沁水县财政局局长沈一诺到会。"), ("2021-03-05", "沁水县商务局局长程远山到会。")),
        (("2021-03-05", FIRST), ("2021-03-05", "原沁水县委书记程远山到会。")),
        (("2021-03-05", FIRST), ("2021-03-05", "阳城县委书记程远山出席会议并讲话。")),
    ],
)
def test_near_misses_are_no_conflict(built: Built, papers: tuple[tuple[str, str], ...]) -> None:
    assert rows(built(*papers), "conflicts", "kind", "one", "other") == []


def test_who_is_said_to_have_left_and_is_seen_again_is_a_conflict(built: Built) -> None:
    store = built(("2021-03-05", "会议宣布，沈一诺不再担任沁水县委书记职务。"), ("2022-05-06", FIRST))
    assert set(rows(store, "conflicts", "kind", "one", "other")) == {
        ("ended", "沈一诺 ..2021-03-05", "沈一诺 2022-05-06")
    }


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("86亿元", "79亿元", [("figure", "79亿元", "86亿元")]),
        ("86亿元", "85.8亿元", []),
        ("86亿元", "86亿元", []),
    ],
)
def test_one_result_with_two_values_is_a_conflict(
    built: Built, one: str, other: str, found: list[tuple[str, ...]]
) -> None:
    text = "2021年，沁水县规上工业产值达到{}。"
    assert (
        rows(
            built(("2022-02-01", text.format(one)), ("2022-03-01", text.format(other))),
            "conflicts",
            "kind",
            "one",
            "other",
        )
        == found
    )


def test_the_samples_tell_a_change_of_post(sampled: Store) -> None:
    def secretary(date: str) -> list[tuple[str, ...]]:
        return rows(sampled, "posts-at", "title", "person", "basis", date=date, region="沂水县", post="书记")[-1:]

    assert secretary("2023-08-01") == [("县委书记", "周启明", "last")]
    assert secretary("2024-01-18") == [("县委书记", "何明远", "attested")]
    assert rows(sampled, "conflicts", "kind") == []


def test_the_samples_tell_who_leads_which_chain(sampled: Store) -> None:
    assert rows(sampled, "chain-leaders", "leader", "title", "leads") == [
        ("罗望舒", "市长", "先进钢铁材料"),
        ("苏沐阳", "管委会副主任", "光伏"),
        ("邓北辰", "副市长", "工程机械"),
        ("陆知行", "党工委书记", "智能家电"),
        ("梁秋实", "县长", "预制菜"),
    ]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2020-04-20", [("市委书记", "胡海峰", "attested", "001"), ("市长", "吴晓东", "attested", "001")]),
        ("2021-06-01", [("市委书记", "胡海峰", "between", "001"), ("市长", "吴晓东", "last", "001")]),
        (
            "2022-02-10",
            [("代市长", "吴舜泽", "attested", "004#莲都区"), ("市委书记", "胡海峰", "attested", "004#莲都区")],
        ),
    ],
)
def test_the_papers_tell_who_led_the_city(papers: Store, date: str, expected: list[tuple[str, ...]]) -> None:
    found = rows(papers, "posts-at", "title", "person", "basis", "document", date=date, region="丽水市")
    assert [row for row in found if row[0] in ("市委书记", "市长", "代市长")] == expected


def test_the_papers_without_a_date_attest_no_day(papers: Store) -> None:
    undated = {row[0] for row in rows(papers, "posts-at", "document", "attested") if not row[1]}
    assert undated == {"000", "003"}
    for date in ("2017-01-01", "2020-12-31", "2022-12-31", "2030-01-01"):
        assert not undated & {row[0] for row in rows(papers, "posts-at", "document", date=date)}


def test_the_papers_do_not_contradict_each_other(papers: Store) -> None:
    assert rows(papers, "conflicts", "about") == []


def test_the_papers_tell_who_leads_which_chain(papers: Store) -> None:
    found = rows(papers, "chain-leaders", "leader", "leads", "document")
    assert len(found) == len(set(found)) == 8
    assert {("云和县党政领导", "木玩", "004#云和县"), ("青田县领导", "特种钢", "004#青田县")} <= set(found)
    assert {leader for leader, _, _ in found} == {"云和县党政领导", "青田县领导"}
    assert rows(papers, "chain-leaders", "leader", leads="木玩") == [("云和县党政领导",)]
