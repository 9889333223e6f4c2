"""Rankings of places and progress towards targets, asked of invented counties, of the samples and of the papers beside us."""

import pytest
from pyoxigraph import Store

from kg.ask.answers import answer
from kg.ask.queries import find
from kg.build import build
from kg.store import open_store

Rows = list[tuple[str, ...]]


def rows(store: Store, query: str, columns: str, **given: str) -> Rows:
    found = answer(store, find(query), given).as_dicts()
    return [tuple(row[column] for column in columns.split()) for row in found]


def ranking(store: Store, indicator: str, period: str, extent: str = "") -> Rows:
    """Return rank, place and value of the ranking of one concept in one extent."""
    found = rows(store, "leaderboard", "indicator extent rank region value", indicator=indicator, period=period)
    return [row[2:] for row in found if row[:2] == (indicator, extent)]


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Three counties of one city, each with a paper of its own."""
    folder = tmp_path_factory.mktemp("counties")
    texts = {
        "2023-03-06": "沁水县召开招商引资大会\n\n沁水县召开招商引资大会。力争2023年完成招商引资90亿元，其中亿元以上制造业项目30个，"
        "10亿元项目3个以上。目前已引进亿元以上项目12个，9个完成供地，4个开工建设。",
        "2023-03-07": "阳城县召开项目推进会\n\n阳城县召开项目推进会。2023年，阳城县力争新签约亿元以上项目40个。截至目前，"
        "全县已签约亿元以上项目18个，其中开工11个、投产3个。阳城县今年计划招引大项目20个，出让工业用地80公顷。",
        "2023-07-07": "高平市上半年经济运行\n\n高平市今年确保引进亿元以上项目35个、出让工业用地1500亩。上半年，高平市新引进"
        "亿元以上项目20个，12个项目已落地，6个实现开工。",
    }
    for date, text in texts.items():
        (folder / f"日报_{date}.txt").write_text(f"{text}\n", encoding="utf8")
    build([folder], folder / "out", upto="graph")
    return open_store(folder / "out")


def test_like_is_ranked_with_like(counties: Store) -> None:
    """Neither 签约 with 引进, nor 大项目 with 亿元以上; 亩 with 公顷 they are."""
    assert ranking(counties, "引进项目", "2023", "≥1亿元") == [("1", "高平市", "35"), ("2", "沁水县", "30")]
    assert ranking(counties, "出让工业用地", "2023") == [("1", "高平市", "1500"), ("2", "阳城县", "80")]
    assert ranking(counties, "引进项目", "2023", "大") == []


def test_a_group_asks_for_all_below_it(counties: Store) -> None:
    found = rows(counties, "leaderboard", "indicator", indicator="招商引资")
    assert {name for (name,) in found} == {"引进项目"}
    assert rows(counties, "leaderboard", "indicator", indicator="民生") == []


def test_progress_with_the_stages_told_behind_it(counties: Store) -> None:
    columns = "about target achieved percent reached targetPeriod achievedPeriod"
    assert rows(counties, "target-progress", columns, region="阳城县") == [
        ("阳城县", "= 40个", "11个", "", "开工", "2023", "2023"),
        ("阳城县", "= 40个", "18个", "45", "签约项目", "2023", "2023"),
        ("阳城县", "= 40个", "3个", "", "投产", "2023", "2023"),
    ]
    assert [row[2:5] for row in rows(counties, "target-progress", columns, region="高平市")] == [
        ("12个", "", "已落地项目"),
        ("20个", "57.1", "新引进项目"),
        ("6个", "", "实现开工项目"),
    ]


def test_no_percentage_where_target_and_result_differ_in_scope(counties: Store) -> None:
    columns = "scope indicator target percent achieved reached reachedScope"
    assert rows(counties, "target-progress", columns, region="沁水县") == [
        ("亿元以上", "制造业项目", "= 30个", "", "12个", "引进项目", "亿元以上"),
        ("亿元以上", "制造业项目", "= 30个", "", "4个", "建设开工", ""),
        ("亿元以上", "制造业项目", "= 30个", "", "9个", "完成供地项目", ""),
    ]


def test_both_sentences_are_there(counties: Store) -> None:
    for result, target in rows(counties, "target-progress", "sentence targetSentence"):
        assert result != target and result.endswith("。") and "30个" in target or "40个" in target or "35个" in target


def test_the_samples(sampled: Store) -> None:
    assert ranking(sampled, "引进项目", "2023", "≥1亿元") == [("1", "沂水县", "40"), ("2", "费县", "30")]
    assert rows(sampled, "target-progress", "about indicator target achieved percent") == [
        ("沂水县", "实际使用外资", "= 8000万美元", "7600万美元", "95"),
        ("沂水县", "新引进项目", "= 5个", "6个", "120"),
        ("沂水县", "新引进项目", ">= 40个", "46个", "115"),
    ]


def test_the_counties_and_the_zone_of_the_papers_are_ranked(papers: Store) -> None:
    assert ranking(papers, "引进项目", "2022", "≥1亿元") == [
        ("1", "丽水经济技术开发区", "50"),
        ("2", "缙云县", "40"),
        ("3", "青田县", "20"),
        ("4", "遂昌县", "15"),
        ("5", "龙泉市", "13"),
    ]
    assert [row[1:] for row in ranking(papers, "引进项目", "2022", "大")] == [
        ("景宁畲族自治县", "20"),
        ("松阳县", "20"),
        ("龙泉市", "9"),
        ("云和县", "6"),
    ]
    assert {row[1] for row in ranking(papers, "引进项目", "2022", "≥10亿元")} == {"莲都区", "缙云县", "云和县"}
    assert [row[1:] for row in ranking(papers, "新增工业用地", "2022")] == [("庆元县", "1500"), ("青田县", "1500")]
    places = {region for (region,) in rows(papers, "leaderboard", "region", period="2022")}
    assert len(places) == 10
    series = rows(papers, "leaderboard", "indicator extent period status level")
    assert all(series.count(one) > 1 for one in series)


def test_a_target_of_the_papers_has_two_results_so_far(papers: Store) -> None:
    columns = "indicator scope target achieved percent reached"
    assert rows(papers, "target-progress", columns, region="缙云县") == [
        ("制造业项目", "亿元以上", "= 40个", "13个", "", "实现土地挂牌项目"),
        ("制造业项目", "亿元以上", "= 40个", "16个", "", "引进项目"),
    ]
    assert {row[0] for row in rows(papers, "target-progress", "about")} == {"缙云县", "莲都区"}
