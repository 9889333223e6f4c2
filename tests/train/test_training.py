"""The annotated sentences: well formed, about real places, taken from nowhere, and a test of the whole grammar.

The rules were written with them in sight, so the floors say little of new papers; they hold what has been learned.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from kg import register
from kg.graph import graphs
from kg.link import link
from kg.living.readings import _read_now
from kg.resources import lexicon
from kg.score import score
from kg.store import write_files
from kg.train.markup import Case, cases

SHARED = Path(__file__).parents[3] / "shared" / "corpus"
EVERY = 4  # the whole of them takes a minute
FLOORS = {
    "entity": 0.73,
    "post": 0.75,
    "relation": 0.54,
    "target": 0.62,
    "target-full": 0.44,
    "event": 0.72,
}


@pytest.fixture(scope="module")
def known() -> list[Case]:
    return list(cases())


def test_there_are_enough_of_every_kind(known: list[Case]) -> None:
    kinds = Counter(mark.kind for case in known for mark in case.marks)
    facts = Counter(fact[0] if fact[0] != "relation" else fact[2] for case in known for fact in case.facts)
    assert len(known) > 2000
    assert all(
        kinds[kind] > 50
        for kind in ("Person", "Region", "Organization", "Platform", "Industry", "Project", "Policy", "figure")
    )
    assert all(
        facts[kind] > 20
        for kind in ("post", "event", "locatedIn", "operates", "invests", "undertakes", "leads", "hasFund")
    )
    assert len({case.text for case in known}) == len(known)


def test_their_places_are_in_the_register(known: list[Case]) -> None:
    zones = {row["name"] for row in lexicon("zones")}
    homes = {case.home for case in known}
    assert len(homes) > 400
    missing = {home for home in homes if home not in register.names() and home not in zones}
    assert len(missing) < len(homes) / 5  # towns, and zones that the register does not have


@pytest.mark.skipif(not SHARED.is_dir(), reason="the papers that we measure on are not here")
def test_none_of_their_names_are_those_of_the_papers_that_we_measure_on(known: list[Case]) -> None:
    papers = "".join(path.read_text("utf8", "replace") for path in sorted(SHARED.rglob("*.txt")))
    invented = {
        case.text[mark.begin : mark.end].replace("\n", "")
        for case in known
        for mark in case.marks
        if mark.kind in ("Person", "Project", "Fund") and "name" not in mark.slots
    } - {row["name"] for row in lexicon("zones")}
    assert not sorted(name for name in invented if len(name) > 2 and name in papers)


@pytest.fixture(scope="module")
def measured(known: list[Case], tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    out, gold = tmp_path_factory.mktemp("graph"), tmp_path_factory.mktemp("gold")
    readings = list(_read_now(case.document() for case in known[::EVERY]))
    for case in known[::EVERY]:
        (gold / f"{case.identifier}.json").write_text(json.dumps(case.annotation(), ensure_ascii=False), "utf8")
    write_files(list(graphs(link(readings))), out)
    return {line.kind: line.f1 for line in score(out, gold).lines}


@pytest.mark.parametrize("kind", FLOORS)
def test_no_kind_of_fact_falls_below_its_floor(measured: dict[str, float], kind: str) -> None:
    assert measured[kind] >= FLOORS[kind]
