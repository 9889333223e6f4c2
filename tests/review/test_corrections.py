"""What a reader decides lasts: the table of doubts, decided, changes every build that follows, and nothing else."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.ask.answers import answer
from kg.ask.queries import find
from kg.build import build
from kg.report import Report
from kg.review.corrections import FILE, keep
from kg.review.doubts import write
from kg.store import open_store

ONE = """平阳县召开招商大会

时间：2023-02-18  来源：县政府办

2023年2月18日，平阳县委书记林海生出席招商大会。平阳县发展皮革产业，浙江明华科技有限公司落户平阳经济开发区。
力争全年规上工业产值突破720亿元。
"""
TWO = """平阳县召开工业大会

时间：2024-03-05  来源：县政府办

2024年3月5日，平阳县委书记林海生出席工业大会。明华科技公司扩产，平阳县发展宠物用品产业。平阳县拟设立鳌江智造产业园。
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE, encoding="utf8")
    (folder / "two.txt").write_text(TWO, encoding="utf8")
    return folder


class Desk:
    """A build, its table of doubts, and a reader who decides."""

    def __init__(self, papers: Path, out: Path) -> None:
        self.papers, self.out = papers, out
        build([papers], out)
        write(out, 1.0)

    def rows(self) -> list[dict[str, str]]:
        text = (self.out / "review.tsv").read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text), delimiter="\t"))

    def decide(self, statement: str, verdict: str, mend: str = "", **more: str) -> None:
        rows = self.rows()
        (row,) = [
            r for r in rows if r["statement"] == statement and r["document"] == more.get("document", r["document"])
        ]
        row |= {"verdict": verdict, "mend": mend, **more}
        text = io.StringIO(newline="")
        table = csv.DictWriter(text, rows[0], delimiter="\t")
        table.writeheader()
        table.writerows(rows)
        path = self.out / "decided.tsv"
        path.write_text(text.getvalue(), encoding="utf8")
        keep(self.out / FILE, path, "某人", "2026-05-01")

    def rebuilt(self) -> Report:
        found = build([self.papers], self.out).report
        write(self.out, 1.0)
        return found

    def said(self, document: str = "one") -> set[str]:
        return {row["statement"] for row in self.rows() if row["document"] == document}

    def ask(self, query: str) -> tuple[Mapping[str, str], ...]:
        return answer(open_store(self.out), find(query)).as_dicts()


@pytest.fixture
def desk(papers: Path, tmp_path: Path) -> Desk:
    return Desk(papers, tmp_path / "out")


def test_the_table_has_every_doubt_with_its_sentence(desk: Desk) -> None:
    rows = {row["statement"]: row for row in desk.rows() if row["document"] == "one"}
    post = rows["林海生 | 县委书记 | 平阳县"]
    assert (post["kind"], post["verdict"], post["reason"]) == ("post", "", "read with little confidence")
    assert "县委书记林海生" in post["sentence"]
    assert "平阳县 | 规上工业产值 |  | > 720 亿元 | 2023 | target" in rows
    assert 0 < float(post["confidence"]) < 1


def test_only_what_is_less_sure_is_asked(desk: Desk) -> None:
    write(desk.out, 0.0)
    assert not [row for row in desk.rows() if row["confidence"]]


def test_a_rejected_fact_is_gone_and_no_other(desk: Desk) -> None:
    before = desk.said()
    desk.decide("平阳县 | developsIndustry | 皮革", "reject", document="one")
    found = desk.rebuilt()
    assert before - desk.said() == {"平阳县 | developsIndustry | 皮革"}
    assert (found.corrections, found.idle_corrections) == (1, ())


def test_a_rejected_mention_takes_along_what_rests_on_it(desk: Desk) -> None:
    desk.decide("Industry | 皮革", "reject", document="one")
    desk.rebuilt()
    assert not [said for said in desk.said() if "皮革" in said]
    assert "Industry | 宠物用品" in desk.said("two")


def test_an_accepted_fact_is_sure_and_no_longer_asked(desk: Desk) -> None:
    desk.decide("平阳县 | 规上工业产值 |  | > 720 亿元 | 2023 | target", "accept")
    desk.rebuilt()
    assert "平阳县 | 规上工业产值 |  | > 720 亿元 | 2023 | target" not in desk.said()
    assert len(desk.ask("SELECT ?x { ?x a fz:Target ; fz:confidence 1.0 }")) == 1


def test_mended_facts_say_what_the_reader_wrote(desk: Desk) -> None:
    desk.decide(
        "平阳县 | 规上工业产值 |  | > 720 亿元 | 2023 | target",
        "mend",
        "平阳县 | 工业产值 | 规上 | >= 700 亿元 | 2024 | achieved",
    )
    desk.decide("林海生 | 县委书记 | 平阳县", "mend", "林海生 | 副县长 | 平阳县", document="one")
    desk.decide("Industry | 皮革", "mend", "Industry | 皮革箱包", document="one")
    found = desk.rebuilt()
    assert not found.idle_corrections
    figures = desk.ask("targets")
    assert [(row["indicator"], row["scope"], row["period"]) for row in figures if row["document"] == "one"] == [
        ("工业产值", "规上", "2024")
    ]
    assert ("林海生", "副县长", "平阳县", "one") in {tuple(row.values())[:4] for row in desk.ask("posts")}
    assert "平阳县 | developsIndustry | 皮革箱包" in desk.said()


def test_the_last_word_counts(desk: Desk) -> None:
    desk.decide("平阳县 | developsIndustry | 皮革", "reject", document="one")
    desk.decide("平阳县 | developsIndustry | 皮革", "accept", document="one", why="read again")
    found = desk.rebuilt()
    assert found.corrections == 1
    assert "Industry | 皮革" in desk.said()
    assert "read again" in (desk.out / FILE).read_text(encoding="utf-8-sig")


def test_who_when_and_why_are_kept(desk: Desk) -> None:
    desk.decide("平阳县 | developsIndustry | 皮革", "reject", document="one", why="misread")
    (row,) = csv.DictReader(io.StringIO((desk.out / FILE).read_text(encoding="utf-8-sig")), delimiter="\t")
    assert (row["who"], row["when"], row["why"]) == ("某人", "2026-05-01", "misread")


def things(desk: Desk, kind: str) -> set[str]:
    return {row["x"].rpartition(f"/{kind}/")[2] for row in desk.ask(f"SELECT ?x {{ ?x a fz:{kind.capitalize()} }}")}


def identity(desk: Desk, statement: str, mend: str, document: str = "") -> None:
    table = desk.out / "mine.tsv"
    row = f"mend\t{mend}\tidentity\t{statement}\t{document}\t\t\t\t\n"
    table.write_text(
        "verdict\tmend\tkind\tstatement\tdocument\tsentence\tconfidence\treason\twhy\n" + row, encoding="utf8"
    )
    keep(desk.out / FILE, table, "某人", "2026-05-01")


def test_things_are_merged_in_all_documents_and_keep_both_names(desk: Desk) -> None:
    before = things(desk, "organization")
    short, long = sorted((name for name in before if "明华" in name), key=lambda name: name.startswith("浙江"))
    identity(desk, f"organization/{short}", f"organization/{long}")
    found = desk.rebuilt()
    assert not found.idle_corrections
    assert things(desk, "organization") == before - {short}
    labels = desk.ask(f"SELECT ?l {{ <https://w3id.org/fangzhi/id/organization/{long}> skos:altLabel ?l }}")
    assert "明华科技公司" in {row["l"] for row in labels}


def test_a_thing_is_split_in_one_document(desk: Desk) -> None:
    assert things(desk, "person") == {"林海生-平阳县"}
    identity(desk, "person/林海生-平阳县", "person/林海生-平阳县-2024", "two")
    found = desk.rebuilt()
    assert not found.idle_corrections
    assert things(desk, "person") == {"林海生-平阳县", "林海生-平阳县-2024"}
    doubles = [row for row in desk.rows() if row["kind"] == "identity"]
    assert doubles[0]["reason"] == "both go by one name: person/林海生-平阳县"


def test_a_reader_says_what_is_planned_and_what_is_there(desk: Desk) -> None:
    leather, park = "平阳县 | developsIndustry | 皮革", "平阳县 | operates | 鳌江智造产业园"
    reasons = {row["statement"]: row["reason"] for row in desk.rows()}
    assert reasons[park] == "read with little confidence as planned"
    desk.decide(leather, "mend", f"{leather} | planned", document="one")
    desk.decide(park, "mend", f"{park} | achieved")
    assert desk.rebuilt().idle_corrections == ()
    status = {row["object"]: row["status"] for row in desk.ask("relations")}
    assert (bool(status["皮革"]), status["鳌江智造产业园"]) == (True, "")


def test_corrections_without_effect_are_reported_not_lost(desk: Desk) -> None:
    desk.decide("平阳县 | developsIndustry | 皮革", "reject", document="one")
    identity(desk, "person/无名-平阳县", "person/有名-平阳县")
    (desk.papers / "one.txt").write_text(ONE.replace("皮革", "渔具"), encoding="utf8")
    found = desk.rebuilt()
    assert {idle.statement for idle in found.idle_corrections} == {
        "平阳县 | developsIndustry | 皮革",
        "person/无名-平阳县",
    }
    assert "Corrections without effect" in (desk.out / "report.md").read_text(encoding="utf8")
    (desk.papers / "one.txt").write_text(ONE, encoding="utf8")
    assert len(desk.rebuilt().idle_corrections) == 1


def test_corrections_of_another_file_apply_too(desk: Desk, tmp_path: Path) -> None:
    desk.decide("平阳县 | developsIndustry | 皮革", "reject", document="one")
    kept = tmp_path / "kept.tsv"
    (desk.out / FILE).rename(kept)
    build([desk.papers], tmp_path / "fresh", upto="report", corrections=kept)
    assert "皮革" in (tmp_path / "fresh" / "graph.ttl").read_text(encoding="utf8")
    assert build([desk.papers], tmp_path / "fresh", corrections=kept).report.corrections == 1
    rows = answer(open_store(tmp_path / "fresh"), find("relations")).as_dicts()
    assert "皮革" not in {row["object"] for row in rows}


def test_two_builds_with_corrections_are_equal_byte_for_byte(desk: Desk, tmp_path: Path) -> None:
    desk.decide("平阳县 | developsIndustry | 皮革", "reject", document="one")
    desk.rebuilt()
    first = {name: (desk.out / name).read_bytes() for name in ("graph.ttl", "evidence.ttl", "graph.nq")}
    desk.rebuilt()
    assert first == {name: (desk.out / name).read_bytes() for name in first}


def test_facts_below_the_confidence_asked_for_are_left_out_and_counted(papers: Path, tmp_path: Path) -> None:
    all_facts = build([papers], tmp_path / "all", upto="report").report
    sure = build([papers], tmp_path / "sure", upto="report", least=0.9).report
    none = build([papers], tmp_path / "none", upto="report", least=1.0).report
    assert sum(none.facts.values()) == 0
    for one, other in zip(sure.documents, all_facts.documents, strict=True):
        lost = sum(one.doubtful.values())
        assert sum(one.facts.values()) + sum(one.lost.values()) + lost == sum(other.facts.values()) + sum(
            other.lost.values()
        )
    assert 0 < sum(sure.facts.values()) < sum(all_facts.facts.values())
