"""The score: literal cases, and the same figures as the annotation project's own scorer."""

import importlib.util
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.score import Score, score
from kg.score.alike import similar, years

SHARED = Path(__file__).parents[2] / "shared" / "gold"
PREFIXES = """
@prefix fz: <https://w3id.org/fangzhi/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
CLASSES = {"target": "fz:Target", "achieved": "fz:Result", "planned": "fz:Plan"}
GOLD: dict[str, Any] = {
    "doc": "d",
    "entities": [
        {"type": "Person", "names": ["林遥", "林书记"]},
        {"type": "Region", "names": ["南江县"]},
        {"type": "Industry", "names": ["茶叶"]},
        {"type": "Policy", "names": ["链长制"], "optional": True},
    ],
    "posts": [{"person": "林遥", "title": "县委书记", "at": "南江县"}],
    "relations": [{"s": "南江县", "p": "developsIndustry", "o": "茶叶"}],
    "targets": [
        {
            "subject": "南江县",
            "indicator": "规上工业产值",
            "scope": "",
            "cmp": ">",
            "value": 80,
            "unit": "亿元",
            "period": "2026",
            "status": "target",
        }
    ],
    "events": [
        {
            "name": "南江县茶产业大会",
            "kind": "meeting",
            "date": "2024-03-01",
            "place": "南江县",
            "participants": ["林遥"],
        }
    ],
}


def iri(*parts: str) -> str:
    return "<https://w3id.org/fangzhi/id/" + sha256("|".join(parts).encode()).hexdigest()[:16] + ">"


def text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def turtle(golds: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a graph that states what the annotations do; one node for a name, a class and a document."""
    yield PREFIXES
    for gold in golds:
        doc = gold["doc"]
        passage = iri("passage", doc)
        kinds = {name: entity["type"] for entity in gold["entities"] for name in entity["names"][:1]}
        aliases = {alias: entity["names"][0] for entity in gold["entities"] for alias in entity["names"]}

        def node(
            name: str, aliases: Mapping[str, str] = aliases, kinds: Mapping[str, str] = kinds, doc: str = doc
        ) -> str:
            first = aliases.get(name, name)
            return iri(kinds.get(first, ""), first, doc)

        yield f"{passage} dcterms:isPartOf {iri(doc)} . {iri(doc)} dcterms:identifier {text(doc)} ."
        for entity in gold["entities"]:
            subject = node(entity["names"][0])
            yield f"{subject} a fz:{entity['type']} . {passage} schema:mentions {subject} ."
            yield from (f"{subject} skos:altLabel {text(name)}@zh ." for name in entity["names"])
        for i, p in enumerate(gold["posts"]):
            role = f"org:role [ skos:prefLabel {text(p['title'])}@zh ]"
            yield f"{iri('post', doc, str(i))} a org:Membership ; org:member {node(p['person'])} ; {role} ; fz:at {node(p['at'])} ; prov:wasDerivedFrom {passage} ."
        for i, r in enumerate(gold["relations"]):
            yield f"{iri('relation', doc, str(i))} a rdf:Statement ; rdf:subject {node(r['s'])} ; rdf:predicate fz:{r['p']} ; rdf:object {node(r['o'])} ; prov:wasDerivedFrom {passage} ."
        for i, t in enumerate(gold["targets"]):
            slots = f"fz:indicator [ skos:prefLabel {text(t['indicator'])}@zh ] ; fz:comparator [ skos:notation {text(t['cmp'])} ]"
            for slot in ("unit", "period"):
                slots += f" ; fz:{slot} [ skos:notation {text(t[slot])} ]" if t[slot] else ""
            slots += f" ; fz:scope {text(t['scope'])}" if t["scope"] else ""
            yield f"{iri('figure', doc, str(i))} a {CLASSES[t['status']]} ; fz:about {node(t['subject'])} ; {slots} ; fz:value {t['value']} ; prov:wasDerivedFrom {passage} ."
        for i, e in enumerate(gold["events"]):
            slots = "".join(f" ; fz:participant {node(who)}" for who in e["participants"])
            slots += f" ; schema:startDate {text(e['date'])}" if e["date"] else ""
            yield f"{iri('event', doc, str(i))} a fz:Event ; skos:prefLabel {text(e['name'])}@zh ; fz:eventKind [ skos:notation {text(e['kind'])} ] ; prov:wasDerivedFrom {passage}{slots} ."


def scored(folder: Path, graph: Mapping[str, Any], gold: Mapping[str, Any]) -> Score:
    (folder / "graph.ttl").write_text("\n".join(turtle([graph])), encoding="utf8")
    (folder / "gold").mkdir()
    (folder / "gold" / "d.json").write_text(json.dumps(gold), encoding="utf8")
    return score(folder / "graph.ttl", folder / "gold")


def f1(result: Score) -> dict[str, float]:
    return {line.kind: line.f1 for line in result.lines if line.hits + line.missed + line.excess}


def test_a_graph_that_says_the_same_scores_one_everywhere(tmp_path: Path) -> None:
    result = scored(tmp_path, GOLD, GOLD)
    assert set(f1(result).values()) == {1.0}
    assert not result.differences


@pytest.mark.parametrize(
    ("kind", "slot", "value", "lines"),
    [
        ("posts", "title", "县长", {"post": 0.0}),
        ("posts", "person", "林书记", {"post": 1.0}),
        ("relations", "p", "pursues", {"relation": 0.0, "pursues": 0.0}),
        ("targets", "indicator", "工业产值", {"target": 1.0, "target-full": 1.0}),
        ("targets", "cmp", "=", {"target": 1.0, "target-full": 0.0}),
        ("targets", "period", "2027", {"target": 1.0, "target-full": 0.0}),
        ("targets", "value", 81, {"target": 0.0, "target-full": 0.0}),
        ("events", "name", "茶产业大会", {"event": 1.0, "participant": 1.0}),
        ("events", "kind", "signing", {"event": 1.0, "participant": 1.0}),
        ("events", "participants", ["茶叶"], {"event": 1.0, "participant": 0.0}),
    ],
)  # fmt: skip
def test_what_each_slot_decides(tmp_path: Path, kind: str, slot: str, value: Any, lines: dict[str, float]) -> None:
    changed = {**GOLD, kind: [{**GOLD[kind][0], slot: value}]}
    figures = f1(scored(tmp_path, changed, GOLD))
    assert {line: figures[line] for line in lines} == lines


def test_misses_and_excess_are_listed(tmp_path: Path) -> None:
    changed = {**GOLD, "posts": [{**GOLD["posts"][0], "title": "县长"}]}
    found = {(d.kind, d.missed, d.text) for d in scored(tmp_path, changed, GOLD).differences}
    assert found == {("post", True, "林书记/林遥 县委书记 南江县"), ("post", False, "林书记/林遥 县长 南江县")}


def test_the_headline_leaves_policy_out(tmp_path: Path) -> None:
    gold = {**GOLD, "entities": [*GOLD["entities"][:3], {"type": "Policy", "names": ["腾笼换鸟"]}]}
    figures = f1(scored(tmp_path, GOLD, gold))
    assert figures["entity"] == 1.0
    assert figures["entity:Policy"] == 0.0


def test_json_has_what_a_chart_needs(tmp_path: Path) -> None:
    assert json.loads(scored(tmp_path, GOLD, GOLD).as_json())["post"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 1}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("产值", "工业产值", True), ("增加值", "增速", False), ("值", "产值", False), ("亩均税收", "亩均税收收入", True)],
)
def test_similar(one: str, other: str, same: bool) -> None:
    assert similar(one, other) is same
    assert similar(other, one) is same


@pytest.mark.parametrize(
    ("period", "compared"),
    [
        ("十四五", "2021..2025"),
        ("十五五期间", "2026..2030"),
        ("2022/2026", "2022..2026"),
        ("--12-06", "12-06"),
        ("", ""),
    ],
)
def test_years(period: str, compared: str) -> None:
    assert years(period) == compared


def test_a_folder_without_turtle_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no Turtle file"):
        score(tmp_path, tmp_path)


def test_broken_turtle_and_broken_json_are_named(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<", encoding="utf8")
    (tmp_path / "d.json").write_text("{", encoding="utf8")
    with pytest.raises(InputError, match=r"graph\.ttl"):
        score(tmp_path, tmp_path)
    (tmp_path / "graph.ttl").write_text("", encoding="utf8")
    with pytest.raises(InputError, match=r"d\.json"):
        score(tmp_path, tmp_path)


def noisy(gold: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return the annotation with a third of its facts dropped and a third of their slots wrong."""

    def worse(item: dict[str, Any]) -> dict[str, Any]:
        slot = chance.choice(
            sorted(set(item) & {"title", "p", "cmp", "period", "indicator", "scope", "value", "date"} or {"names"})
        )
        wrong = {
            "p": "locatedIn",
            "cmp": "=",
            "period": "2022",
            "value": 7,
            "title": "主任",
            "names": item.get("names", [])[:1],
        }
        return {**item, slot: wrong.get(slot, str(item[slot])[1:])}

    kept = {
        kind: [x for x in gold[kind] if chance.random() > 0.3]
        for kind in ("entities", "posts", "relations", "targets", "events")
    }
    return {
        "doc": gold["doc"],
        **{kind: [worse(x) if chance.random() < 0.3 else x for x in items] for kind, items in kept.items()},
    }


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotations are not beside this checkout")
@pytest.mark.parametrize("seed", range(4))
def test_same_figures_as_the_annotation_projects_own_scorer(tmp_path: Path, seed: int) -> None:
    golds = [json.loads(path.read_text(encoding="utf8")) for path in sorted((SHARED / "dev").glob("*.json"))]
    assert len(golds) >= 5
    chance = random.Random(seed)
    (tmp_path / "graph.ttl").write_text("\n".join(turtle([noisy(gold, chance) for gold in golds])), encoding="utf8")
    spec = importlib.util.spec_from_file_location("reference", SHARED / "score.py")
    assert spec and spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    theirs = {kind: (hit, miss, more) for kind, *_, hit, miss, more in reference.score(tmp_path, SHARED / "dev").rows()}
    ours = {line.kind: (line.hits, line.missed, line.excess) for line in score(tmp_path, SHARED / "dev").lines}
    del ours["entity"]
    assert ours == theirs
    assert 0 < ours["target"][0] < sum(ours["target"])
