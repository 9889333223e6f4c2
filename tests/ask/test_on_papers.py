"""What the papers beside the checkout are asked for, query by query; skipped where they are absent."""

from collections import defaultdict

import pytest
from pyoxigraph import Store

from kg.ask.answers import answer
from kg.ask.queries import find
from kg.resources import lexicon

Rows = list[dict[str, str]]


def asked(papers: Store, name: str, **values: str) -> Rows:
    return list(answer(papers, find(name), values).as_dicts())


def test_enclaves_lie_where_the_counties_say(papers: Store) -> None:
    hosts = {(row["operator"], row["host"]) for row in asked(papers, "enclaves") if row["kind"] == "enclave"}
    assert {("遂昌县", city) for city in ("深圳市", "杭州市", "桐乡市")} <= hosts
    assert {("青田县", city) for city in ("平湖市", "杭州市")} <= hosts
    assert not [row for row in asked(papers, "enclaves") if row["operator"] == row["host"]]


def test_a_profile_has_every_aspect_and_leads_to_its_sentences(papers: Store) -> None:
    rows = asked(papers, "region-profile", region="缙云")
    assert {row["region"] for row in rows} == {"缙云县"}
    assert all(row["aspect"] for row in asked(papers, "region-profile"))
    assert {row["aspect"] for row in rows} == {"has", "wants", "where", "who", "means"}
    assert all(row["document"] and row["sentence"] for row in rows)
    assert {("wants", "高端装备"), ("who", "王正飞"), ("where", "科创和招商飞地")} <= {
        (row["aspect"], row["thing"]) for row in rows
    }


def test_who_is_sent_out_answers_who_does_it(papers: Store) -> None:
    who = {
        (row["region"], row["thing"], row["detail"])
        for row in asked(papers, "region-profile")
        if row["aspect"] == "who"
    }
    assert ("缙云县", "驻外招商员", "45名") in who
    bureaus = [f"{city}招商局" for city in ("上海", "北京", "宁波", "杭州", "深圳")]
    assert {("云和县", bureau, "") for bureau in bureaus} <= who
    rows = asked(papers, "region-profile", region="云和县")
    assert set(bureaus) == {row["thing"] for row in rows if row["aspect"] == "where" and row["kind"] == "outpost"}


def test_places_are_ranked_in_one_unit_on_several_indicators(papers: Store) -> None:
    bases = {row["unit"]: row["base"] for row in lexicon("units")}
    units, places = defaultdict(set), set()
    for row in asked(papers, "leaderboard"):
        units[row["indicator"], row["extent"], row["period"], row["status"]].add(bases.get(row["unit"], row["unit"]))
        places.add(row["region"])
    assert len(units) >= 3 and all(len(found) == 1 for found in units.values())
    assert len(places) >= 9


def test_progress_counts_towards_the_target(papers: Store) -> None:
    rows = asked(papers, "target-progress", region="缙云县")
    assert {(row["target"], row["achieved"]) for row in rows} == {("= 40个", "16个"), ("= 40个", "13个")}


@pytest.mark.parametrize("industry", ["半导体", "高端装备"])
def test_a_chain_is_not_empty(papers: Store, industry: str) -> None:
    assert asked(papers, "industry-chain", industry=industry)


def test_what_is_given_holds_in_every_row(papers: Store) -> None:
    assert {row["region"] for row in asked(papers, "region-profile", region="青田")} == {"青田县"}
    assert {row["host"] for row in asked(papers, "enclaves", host="杭州")} == {"杭州市"}
    assert {row["period"] for row in asked(papers, "targets", period="2022")} == {"2022"}
    assert {row["type"] for row in asked(papers, "entities", type="Fund")} == {"Fund"}
    assert {row["subject"] for row in asked(papers, "relations", subject="庆元")} == {"庆元县"}
    assert {row["kind"] for row in asked(papers, "events", kind="签约")} == {"signing"}
    assert "庆元县" in {row["who"] for row in asked(papers, "policies", region="庆元县")}
