"""Where projects stand, asked of the papers: who moved in, is fitted out, produces on trial, and when."""

import pytest
from pyoxigraph import Store

from kg.ask.answers import answer
from kg.ask.queries import find
from kg.build import build
from kg.store import open_store

TEXT = """青溪晚报
2023年6月9日
云岭芯片园区加速投产
6月8日，县长周明远到青溪云岭芯片产业园调研。据了解，青溪云岭芯片产业园已落地浙江云岭光电有限公司、浙江东海轴承有限公司等2家企业。
各家企业都忙着装修。浙江云岭光电有限公司年产5万片光电模组项目预计下个月试生产。
"""


def asked(store: Store, *columns: str, **given: str) -> list[tuple[str, ...]]:
    """Return the given columns of the answer, each row once, sorted."""
    rows = answer(store, find("project-stages"), given).as_dicts()
    return sorted({tuple(row[column] for column in columns) for row in rows})


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("stages")
    (folder / "paper.txt").write_text(TEXT, encoding="utf8")
    build([folder / "paper.txt"], folder / "out", upto="graph")
    return open_store(folder / "out")


WHAT = ("thing", "company", "stage", "date", "standing")
PARK, PROJECT = "青溪云岭芯片产业园", "年产5万片光电模组项目"
LIGHT, BEARING = "浙江云岭光电有限公司", "浙江东海轴承有限公司"


def test_a_park_answers_for_its_companies_and_their_projects(store: Store) -> None:
    rows = asked(store, *WHAT, platform=PARK)
    assert {row[0] for row in rows} == {LIGHT, BEARING, PROJECT}
    assert (PROJECT, LIGHT, "试生产", "2023-07", "expected") in rows
    assert [row for row in rows if row[0] == BEARING] == [
        (BEARING, "", "落地", "", "reached"),
        (BEARING, "", "装修", "2023-06-09", "reached"),
    ]


def test_a_company_answers_for_its_project_and_a_stage_for_all(store: Store) -> None:
    assert {row[0] for row in asked(store, *WHAT, project=LIGHT)} == {LIGHT, PROJECT}
    assert {row[0] for row in asked(store, *WHAT, stage="装修")} == {LIGHT, BEARING}
    assert asked(store, *WHAT, stage="trial") == [(PROJECT, LIGHT, "试生产", "2023-07", "expected")]


def test_stages_are_in_the_order_of_a_project(store: Store) -> None:
    rows = answer(store, find("project-stages")).as_dicts()
    assert [int(row["order"]) for row in rows if row["thing"] == LIGHT] == [3, 10]
    assert all(row["sentence"] and row["document"] == "paper" and row["published"] == "2023-06-09" for row in rows)


def test_the_chip_park_of_the_papers_has_companies_at_every_stage(papers: Store) -> None:
    rows = asked(papers, *WHAT, platform="芯片产业园")
    by_stage = {stage: [row for row in rows if row[2] == stage] for stage in {row[2] for row in rows}}
    reached = {stage: {row[0] for row in told if row[4] == "reached"} for stage, told in by_stage.items()}
    assert len(reached["落地"]) == len(reached["装修"]) == 5  # all that the park has taken in
    assert reached["落地"] == reached["装修"] >= reached["设备安装"] and len(reached["设备安装"]) == 2
    assert {row[3] for row in by_stage["入驻"]} == {"--03", ""}
    assert [row[3:] for row in by_stage["试生产"]] == [("--10", "expected")] * 2
    assert [row[3:] for row in by_stage["投产"]] == [("--12", "expected")]


def test_no_place_or_body_of_state_of_the_papers_has_a_stage(papers: Store) -> None:
    rows = asked(papers, "thing", "kind", "stage")
    assert len(rows) >= 25
    assert {kind for _, kind, _ in rows} == {"Project", "Organization", "Platform"}
    assert [thing for thing, *_ in rows if thing.endswith(("市", "县", "区", "局", "委", "政府", "开发区"))] == []
