"""Our own 28 annotated papers of ten provinces: a change of rules must not lose what they gain.

The papers and their annotations (tests/gold) were written for this project by people who had not seen the program;
places are real, people, companies, projects and figures invented. The floors lie a little below what is measured.
"""

from pathlib import Path

import pytest

from kg.build import Built, build
from kg.score import score

GOLD = Path(__file__).parent / "gold"
FLOORS = {
    "entity": 0.94,
    "post": 0.92,
    "relation": 0.87,
    "pursues": 0.77,
    "target": 0.90,
    "target-full": 0.82,
    "event": 0.85,
    "participant": 0.87,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    out = tmp_path_factory.mktemp("gold")
    return out, build([GOLD / "units"], out, upto="report")


@pytest.fixture(scope="module")
def measured(built: tuple[Path, Built]) -> dict[str, float]:
    return {line.kind: line.f1 for line in score(built[0], GOLD / "facts").lines}


def test_evidence_stays_within_five_triples_a_fact(built: tuple[Path, Built]) -> None:
    report = built[1].report
    assert report and report.evidence_per_fact <= 5


@pytest.mark.parametrize(("folder", "count"), [("gold", 28), ("unread", 10)])
def test_every_paper_is_annotated(folder: str, count: int) -> None:
    units, facts = ({path.stem for path in (GOLD.parent / folder / part).iterdir()} for part in ("units", "facts"))
    assert units == facts
    assert len(units) == count


@pytest.mark.parametrize("kind", FLOORS)
def test_no_kind_of_fact_falls_below_its_floor(measured: dict[str, float], kind: str) -> None:
    assert measured[kind] >= FLOORS[kind]
