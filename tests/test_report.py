"""What the report says of a build, and that it leaves nothing out."""

import json
from dataclasses import replace
from pathlib import Path

from kg.graph import Passed, graphs
from kg.graph.documents import drafts
from kg.model import Entity, Figure, Linked
from kg.report import Failure, Report, record, records, report


def told(linked: Linked, failures: tuple[Failure, ...] = ()) -> Report:
    evidence = set.union(*(graph.evidence for graph in graphs(linked)))
    kept = (one.as_json() for one in records(Passed(linked, tuple(drafts(linked))), linked, {}))
    return report(map(record, kept), (0, len(evidence)), failures)


def written(found: Report, folder: Path) -> str:
    found.write(folder)
    return (folder / "report.md").read_text(encoding="utf8")


def test_every_document_has_what_was_read_and_what_was_lost(linked: Linked) -> None:
    news, plan = told(linked).documents
    assert (news.document, news.date, news.home) == ("news", "2026-07-01", "青河县")
    assert (news.facts, news.lost) == ({"Event": 1, "Figure": 1, "Mention": 1}, {"Mention": 1})
    assert (plan.facts, plan.lost) == ({"Figure": 1, "Mention": 4, "Post": 1, "Relation": 2}, {})
    assert plan.characters == plan.clean_characters + 2


def test_a_name_that_was_not_linked_stands_with_its_sentence(linked: Linked, tmp_path: Path) -> None:
    found = told(linked)
    unlinked = [(one.document, name.name, name.sentence) for one in found.documents for name in one.unlinked]
    assert unlinked == [("news", "程某", "5月6日，沈一诺、程某参加阿勒泰地区招商大会。")]
    assert "| news | 程某 | by hand | 5月6日，沈一诺、程某参加阿勒泰地区招商大会。 |" in written(found, tmp_path)


def test_evidence_is_counted(linked: Linked) -> None:
    made = graphs(linked)
    found = told(linked)
    assert found.evidence_triples == len(set.union(*(graph.evidence for graph in made)))
    facts = sum(found.facts.values())
    assert found.evidence_per_fact == round(found.evidence_triples / facts, 2)


def test_industries_on_no_chain_are_told(linked: Linked, tmp_path: Path) -> None:
    found = told(linked)
    assert found.untied == ()
    assert "on no chain" not in written(found, tmp_path)
    unknown = Entity("Industry", "云江某业", "云江某业")
    links = tuple(replace(link, entity=unknown) if link.name.text == "氢能" else link for link in linked.links)
    stranger = replace(linked, links=links)
    assert "- industries on no chain: 1 (云江某业)" in written(told(stranger), tmp_path)


def test_indicators_that_the_vocabulary_does_not_have_are_told(linked: Linked, tmp_path: Path) -> None:
    assert told(linked).unmeasured == {}
    facts = [
        [replace(f, indicator="铸造编钟") if isinstance(f, Figure) else f for f in r.facts] for r in linked.readings
    ]
    strange = replace(linked, readings=tuple(map(lambda r, f: replace(r, facts=tuple(f)), linked.readings, facts)))
    found = told(strange)
    assert found.unmeasured == {"铸造编钟": 2}
    text = written(found, tmp_path)
    assert "not in the vocabulary: 2 of 2" in text and "| 铸造编钟 | 2 |" in text


def test_failures_and_conflicts_are_told(linked: Linked, tmp_path: Path) -> None:
    found = told(linked, (Failure("bad.txt", "bad.txt: the file is binary"),))
    text = written(replace(found, conflicts=({"matter": "产值|增加值", "one": "800", "other": "90"},)), tmp_path)
    assert "- bad.txt: the file is binary" in text
    assert "| 产值\\|增加值 | 800 | 90 |" in text


def test_the_report_for_programs_holds_every_link_with_its_reason(linked: Linked, tmp_path: Path) -> None:
    told(linked).write(tmp_path)
    found = json.loads((tmp_path / "report.json").read_text(encoding="utf8"))
    links = {one["name"]: one for one in found["documents"][0]["links"]}
    assert links["沈一诺"] == {
        "name": "沈一诺", "entity": "沈一诺-青河县", "reason": "by hand", "score": 1.0, "candidates": []
    }  # fmt: skip
