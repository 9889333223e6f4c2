"""What shapes forbid or doubt is in the table of review, unless a reader has accepted it."""

import json
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.errors import StoreError
from kg.review.doubts import doubts


def row(statement: str, confidence: float) -> dict[str, object]:
    place = {"document": "plan", "begin": 2, "end": 20, "sentence": "北屯产业园落户青河县。"}
    return {"shape": "s", "kind": "mention", "statement": statement, "zh": "像", "en": "like", **place} | {
        "confidence": confidence
    }


def test_what_is_left_out_or_doubted_is_a_row_with_its_reason(tmp_path: Path) -> None:
    told = {"documents": [], "left_out": [row("a", 1.0)], "doubted": [row("b", 0.9), row("accepted", 1.0)]}
    (tmp_path / "report.json").write_text(json.dumps(told), encoding="utf8")
    found = list(doubts(Store(), tmp_path / "report.json", 0.0))
    assert [(one["statement"], one["reason"]) for one in found] == [
        ("a", "left out: 像; like"),
        ("b", "doubted: 像; like"),
    ]
    assert {one["sentence"] for one in found} == {"北屯产业园落户青河县。"}


def test_the_report_of_an_older_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text('{"documents": []}', encoding="utf8")
    with pytest.raises(StoreError, match="build again"):
        list(doubts(Store(), tmp_path / "report.json", 0.0))
