"""Every demand of a shape is met by a sound graph and found unmet in one that breaks it, and pyshacl says the same."""

from pathlib import Path
from typing import get_args

import pytest
from judge import alone, judged, ours, stored, turtle
from rdflib import Graph, Namespace

from kg import terms
from kg.graph import check
from kg.graph.shapes import checks, forbidden, suspect
from kg.model import Predicate
from kg.resources import ONTOLOGY

COUNTY = Path(__file__).with_name("county.ttl").read_text("utf8")
SHAPES = sorted((ONTOLOGY / "shapes").glob("*.ttl"))
PREFIXES = ONTOLOGY / "shapes" / "prefixes.ttl"
SH = Namespace("http://www.w3.org/ns/shacl#")
VALUE, BASE = 'fz:value "80"^^xsd:decimal', 'fz:baseValue "8000000000"^^xsd:decimal'
TARGET = f"{VALUE} ; fz:unit <unit/亿元> ; {BASE} ; fz:baseUnit <unit/元>"


def named(old: str, new: str) -> tuple[str, str]:
    """Return a full name and another one in its place."""
    return f'skos:prefLabel "{old}"@zh', f'skos:prefLabel "{new}"@zh'


# What is said in English, then what is sound and what breaks it; "" and something that is broken where it is added.
BROKEN = {
    "a thing or fact has one confidence, from 0 to 1": ("fz:confidence 0.93", "fz:confidence 1.93"),
    "a document has exactly one identifier": ('dcterms:identifier "plan"', 'dcterms:title "plan"'),
    "a document has at most one date": ('dcterms:identifier "plan"', 'dcterms:identifier "plan" ; dcterms:date 2026'),
    "a document has no date: its posts and figures cannot be placed in time": (
        'dcterms:identifier "plan" ; dcterms:date "2026-07-01"^^xsd:date',
        'dcterms:identifier "plan"',
    ),
    "an entity has exactly one full name, in Chinese": ('skos:prefLabel "链长制"@zh', 'skos:altLabel "链长制"@zh'),
    "another name is a Chinese text": ('skos:altLabel "南江"@zh', 'skos:altLabel "Nanjiang"@en'),
    "an entity has a passage that mentions it": ("<fund/茶叶基金>, <policy/链长制> .", "<policy/链长制> ."),
    "a name has a bracket or quotation mark without its other half": named("链长制", "“链长制"),
    "a name begins or ends with a particle or punctuation": named("链长制", "链长制等"),
    "a name has more than thirty characters": named("链长制", "链长制" * 11),
    "a name begins with a verb, as if it had taken words before it": named("茶叶", "发展茶叶"),
    "an event has exactly one name": named("南江县茶产业大会", '南江县茶产业大会"@zh, "茶会'),
    "an event is a meeting, inspection, signing, publication or other": (
        'skos:notation "meeting"',
        'skos:notation "party"',
    ),
    "an event has at most one start date": (
        'schema:startDate "2026-06-30"^^xsd:date',
        'schema:startDate "2026-06-30"^^xsd:date, "2026-06-29"^^xsd:date',
    ),
    "an event has at most one end date": (
        "",
        '<event/大会> schema:endDate "2026-07-01"^^xsd:date, "2026-07-02"^^xsd:date .',
    ),
    "an event does not begin after its end": ("", '<event/大会> schema:endDate "2026-06-01"^^xsd:date .'),
    "the place of an event is an entity": ("schema:location <region/900101>", "schema:location <unit/元>"),
    "a participant is an entity": ("fz:participant <person/林遥>", "fz:participant <unit/元>"),
    "an event is named as a sort of events": named("南江县茶产业大会", "全市大会"),
    "a fact leads back to the passages that state it": ("prov:wasDerivedFrom", "prov:wasQuotedFrom"),
    "a figure is about exactly one thing": ("", "<figure/plan> fz:about <region/900101> ."),
    "a figure has exactly one indicator": ("", "<figure/plan> fz:indicator <indicator/产值> ."),
    "an indicator has a name": ('<indicator/投资> a skos:Concept ; skos:prefLabel "投资"@zh .', ""),
    "a comparator is one of = > >= < <= ~": ('skos:notation ">"', 'skos:notation "!"'),
    "a figure has exactly one decimal value": (VALUE, 'fz:value "八十"'),
    "a figure has at most one unit": ("", "<figure/plan> fz:unit <unit/元> ."),
    "a figure has at most one base value, a decimal": (BASE, "fz:baseValue 8, 9.0"),
    "a figure has at most one base unit": ("", "<figure/target> fz:baseUnit <unit/亿元> ."),
    "a figure has at most one period": ("", "<figure/target> fz:period <period/2026-H1> ."),
    "the industry of a figure is an industry": ("fz:ofIndustry <industry/茶叶>", "fz:ofIndustry <fund/茶叶基金>"),
    "the project of a figure is a project": ("fz:ofProject <project/茶厂>", "fz:ofProject <fund/茶叶基金>"),
    "a result counts towards targets": ("fz:progressOf <figure/target>", "fz:progressOf <figure/plan>"),
    "a figure conflicts with figures": ("fz:conflictsWith <figure/other>", "fz:conflictsWith <unit/元>"),
    "a share is of a target": ("fz:shareOf <figure/target>", "fz:shareOf <figure/plan>"),
    "a percentage is below -100 or above 1000": (TARGET, "fz:value 1001.0 ; fz:unit <unit/percent>"),
    "a share is not between 0 and 100 %": (
        f'fz:indicator <indicator/产值> ; fz:scope "茶叶"@zh ; fz:comparator <comparator/above> ;\n    {TARGET}',
        "fz:indicator <indicator/share> ; fz:comparator <comparator/above> ; fz:value 101.0 ; fz:unit <unit/percent>",
    ),
    "a count or a rank is no whole number": (
        f"{BASE} ; fz:baseUnit <unit/元>",
        "fz:baseValue 8.5 ; fz:baseUnit <unit/家>",
    ),
    "a growth rate is in no percentage, multiple or rank": (
        "fz:about <region/900101> ; fz:indicator <indicator/产值>",
        "fz:about <region/900101> ; fz:indicator <indicator/growth>",
    ),
    "a value without a unit looks like a year": (TARGET, "fz:value 2026.0"),
    "a figure is about a person": ("a fz:Target ; fz:about <region/900101>", "a fz:Target ; fz:about <person/林遥>"),
    "an indicator has one character, punctuation or more than twenty-four": named("产值", "值"),
    "the period of a target ended before its document": (
        "fz:period <period/2026> ;\n    fz:ofIndustry",
        "fz:period <period/2024> ; fz:ofIndustry",
    ),
    "the period of a result begins after its document": (
        "fz:period <period/2026-H1> ;\n    fz:progressOf",
        "fz:period <period/later> ; fz:progressOf",
    ),
    "a fund is not called one": named("南江茶叶基金", "南江茶叶"),
    "an industry is named as a place, a body, money or a doing": named("茶叶", "茶叶城市"),
    "an industry hangs on at most one chain, or link of one": (
        "skos:broader chain:tea ;",
        "skos:broader chain:tea, chain:agriculture ;",
    ),
    "the chain that a name tells is a concept of a vocabulary": ("", "<platform/飞地> fz:inChain <unit/元> ."),
    "a thing is of at most one kind": ("", "<platform/飞地> fz:kind chain:tea, chain:agriculture ."),
    "a post has exactly one person": ("", "<membership/1> org:member <person/高远> ."),
    "a post has exactly one title": ("", "<membership/1> org:role post:party ."),
    "a title has a name": (
        '<role/县委书记> a skos:Concept ; skos:prefLabel "县委书记"@zh',
        "<role/县委书记> a skos:Concept",
    ),
    "a post is held at exactly one region, platform or organization": (
        "org:role <role/县委书记> ; fz:at <region/900101>",
        "org:role <role/县委书记>",
    ),
    "a post conflicts with posts": ("fz:conflictsWith <membership/2>", "fz:conflictsWith <unit/元>"),
    "a post is attested in a period": ("fz:attestedIn <period/2026-07-01>", "fz:attestedIn <unit/元>"),
    "a post began in a period": ("fz:began <period/2024>", "fz:began <unit/元>"),
    "a post ended in a period": ("fz:ended <period/2026>", "fz:ended <unit/元>"),
    "a post does not begin after it ended": (
        "fz:began <period/2024> ; fz:ended <period/2026>",
        "fz:began <period/2026> ; fz:ended <period/2024>",
    ),
    "a post of a company or school is held at a region": named("县委书记", "董事长"),
    "a governor, mayor or head of a county or town is at no region": (
        "",
        "<membership/2> org:role <role/县长> ; fz:at <platform/茶产业园> . "
        '<role/县长> a skos:Concept ; skos:prefLabel "县长"@zh .',
    ),
    "the level in a title is not that of its region": named("县委书记", "市委书记"),
    "an organization is named like a platform": named("南江春芽茶业有限公司", "南江春芽产业园"),
    "an organization is named as a sort of bodies, not as one of them": named("南江春芽茶业有限公司", "规模以上企业"),
    "an organization is named as people, bodies at large or an event": named("南江春芽茶业有限公司", "南江县代表团"),
    "a passage is part of exactly one document": ("dcterms:isPartOf <document/plan>", "dcterms:isPartOf <unit/元>"),
    "a passage begins at an integer offset below its end": (
        "nif:beginIndex 0 ; nif:endIndex 20",
        "nif:beginIndex 20 ; nif:endIndex 0",
    ),
    "a passage ends at an integer offset": ("nif:endIndex 20", 'nif:endIndex "二十"'),
    "a passage has exactly one text": ('fz:text "县委书记林遥是茶叶链长。"@zh', 'fz:text ""@zh'),
    "a period has exactly one notation": ('skos:notation "2026-H1"', 'skos:notation "2026-H1", "上半年"'),
    "a period starts on a date that is not after its end": ('fz:periodEnd "2026-12-31"', 'fz:periodEnd "2025-12-31"'),
    "a period ends on a date": (
        'fz:periodEnd "2026-12-31"^^xsd:date',
        'fz:periodEnd "2026-12-31"^^xsd:date, "2026-12-30"^^xsd:date',
    ),
    "a period has no first day: its year is not known, or its notation was not understood": (
        'fz:periodStart "2024-01-01"^^xsd:date ; fz:periodEnd "2024-12-31"^^xsd:date',
        'rdfs:comment "近年来"@zh',
    ),
    "a name of a person has two characters or more, no digits and no punctuation": named("高远", "高"),
    "a person has a name of more than four characters without a dot": named("高远", "高远走高飞"),
    "a person mentioned once has no post, takes part in no event and leads nothing": (
        "",
        '<person/x> a fz:Person ; skos:prefLabel "高水平"@zh . <passage/news-0-20> schema:mentions <person/x> .',
    ),
    "a platform is named like an organization": named("海州科创飞地", "海州科创公司"),
    "a platform is named as a sort of carriers, not as one of them": named("海州科创飞地", "飞地平台"),
    "a policy is named by numbers alone": named("链长制", "1+20"),
    "a project is named like an organization": named("春芽茶厂项目", "春芽集团"),
    "a project goes by the very name of an organization": named("春芽茶厂项目", "南江春芽茶业有限公司"),
    "a region has at most one code, of six digits or, for a township, nine": ('fz:code "900200"', 'fz:code "海州"'),
    "a region with a code has a level": ('fz:code "900200" ; fz:level <level/prefecture>', 'fz:code "900200"'),
    "a region has one level, a concept": ("", "<region/900200> fz:level <level/county> ."),
    "a region lies in one region": ("", "<region/900200> fz:partOf <platform/飞地> ."),
    "a region has at most one short name, with a language tag": ('fz:shortName "南江"@zh', 'fz:shortName "南江"'),
    "a latitude is from 3 to 54 degrees": ("schema:latitude 28.1", "schema:latitude 128.1"),
    "a longitude is from 73 to 136 degrees": ("schema:longitude 119.9", "schema:longitude 19.9"),
    "a former region begins not after it ends": ("fz:untilYear 1994", "fz:untilYear 1980"),
    "a former region has the year in which it ended": (" ; fz:untilYear 1994", ""),
    "a former region is replaced by regions": (
        "dcterms:isReplacedBy <region/900101>",
        "dcterms:isReplacedBy <unit/元>",
    ),
    "a region is named as a province, city or county that the register does not have": (
        ' ; fz:code "900200" ; fz:level <level/prefecture>',
        "",
    ),
    "a region is named like a platform": named("海州市", "海州先导区"),
    "a thing lies in itself": ("", "<platform/飞地> fz:locatedIn <platform/飞地> ."),
    "a body operates itself": ("", "<platform/飞地> fz:operates <platform/飞地> ."),
    "a body cooperates with itself": ("", "<platform/飞地> fz:cooperatesWith <platform/飞地> ."),
    "two things lie in each other": (
        "<platform/飞地> a fz:Platform",
        "<platform/茶产业园> fz:locatedIn <platform/飞地> . <platform/飞地> fz:locatedIn <platform/茶产业园> ; a fz:Platform",
    ),
    "an organization lies in two regions of which neither is part of the other": (
        "",
        "<organization/茶业公司> fz:locatedIn <region/900101>, <region/900200> .",
    ),
    "a region cooperates with one that it is part of": ("", "<region/900101> fz:cooperatesWith <region/900100> ."),
    "a statement has exactly one subject": ("", "<statement/1> rdf:subject <person/高远> ."),
    "a statement has one of the nine relations": ("rdf:predicate fz:leads", "rdf:predicate fz:likes"),
    "a statement has exactly one object": ("", "<statement/1> rdf:object <policy/链长制> ."),
    "the only status of a relation is planned": (
        "",
        "<statement/1> fz:status <https://w3id.org/fangzhi/vocab/statuses/done> .",
    ),
    "a stage is that of exactly one project, organization or platform": (
        "a fz:ReachedStage ; fz:about <project/茶厂>",
        "a fz:ReachedStage ; fz:about <region/900101>",
    ),
    "a stage reaches exactly one concept, which has a place in the order": ("fz:order 6", 'skos:note "6"'),
    "a stage has at most one period": ("", "<stage/reached> fz:period <period/2024> ."),
    "a unit has exactly one notation": ('skos:notation "元"', 'skos:notation "元", "圆"'),
    "a unit has digits or punctuation, or is long": ('skos:notation "元"', 'skos:notation "元，2"'),
    "a series measures exactly one concept": ("fz:measures indicators:industrial-output", 'skos:altLabel "产值"@zh'),
    "a series has exactly one name": ('skos:prefLabel "规上工业产值 元"@zh', 'skos:altLabel "规上工业产值 元"@zh'),
    "a figure counts in periods": ("fz:countedIn <period/2026-H1>", "fz:countedIn <unit/元>"),
    "the series of a figure is a series": ("fz:series <series/规上工业产值-元>", "fz:series <unit/元>"),
}
# Both sides of a relation: a unit can be neither.
BROKEN |= {
    check.en: ("", f"<unit/元> fz:{link} <unit/亿元> .")
    for check in checks()
    for link in get_args(Predicate)
    if f" of {link} is " in check.en
}
MORE = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<indicator/share> a skos:Concept ; skos:prefLabel "占比"@zh . <indicator/growth> a skos:Concept ; skos:prefLabel "增速"@zh .
<unit/percent> a fz:Unit ; skos:notation "%" . <unit/家> a fz:Unit ; skos:notation "家" .
<period/later> a fz:Period ; skos:notation "2027" ; fz:periodStart "2027-01-01"^^xsd:date ; fz:periodEnd "2027-12-31"^^xsd:date .
"""


def test_each_demand_has_a_graph_that_breaks_it() -> None:
    assert {check.en for check in checks()} == BROKEN.keys()


def test_a_sound_graph_conforms() -> None:
    assert ours(stored(turtle(COUNTY + MORE))) == set() == judged(turtle(COUNTY + MORE))
    assert not suspect(turtle(COUNTY + MORE))


@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        ('fz:periodEnd "2026-12-31"', 'fz:periodEnd "2026-02-30"'),
        ("nif:endIndex 20", 'nif:endIndex "２０"^^xsd:integer'),
        ("fz:confidence 0.93", 'fz:confidence "0.93"'),
        ('skos:prefLabel "链长制"@zh', 'skos:prefLabel ""@zh'),
        ("<platform/飞地> a fz:Platform", "<platform/飞地> fz:locatedIn <platform/飞地> ; a fz:Platform"),
    ],
)
def test_what_is_malformed_is_suspect_as_it_is_forbidden(sound: str, broken: str) -> None:
    triples = turtle((COUNTY + MORE).replace(sound, broken, 1))
    assert forbidden(alone(triples))
    assert suspect(triples)


@pytest.mark.parametrize("message", BROKEN)
def test_a_broken_graph_is_told_so(message: str) -> None:
    sound, broken = BROKEN[message]
    assert sound in COUNTY
    text = COUNTY.replace(sound, broken, 1) if sound else COUNTY + broken
    triples = turtle(MORE.splitlines()[1] + text + MORE)
    found = ours(stored(triples))
    assert message in {told for _, told, _ in found}
    assert found == judged(triples)
    assert suspect(triples) == bool(forbidden(alone(triples)))


def test_every_kind_of_fact_leads_back_to_its_passage() -> None:
    triples = turtle(COUNTY.replace("prov:wasDerivedFrom", "prov:wasQuotedFrom"))
    found = {one.check.shape for one in check(stored(triples)) if "leads back" in one.check.en}
    assert found == {f"{kind}Shape" for kind in ("Event", "Figure", "Membership", "Stage", "Statement")}


@pytest.mark.parametrize("path", [path for path in SHAPES if path != PREFIXES], ids=lambda path: path.stem)
def test_messages_are_in_both_languages(path: Path) -> None:
    said = list(Graph().parse(path).subject_objects(SH.message))
    assert said
    for node in {node for node, _ in said}:
        assert sorted(getattr(text, "language", "") for one, text in said if one == node) == ["en", "zh"]


def test_the_prefixes_of_the_shapes_are_those_of_the_ontology() -> None:
    said = Graph().parse(PREFIXES)
    found = {
        str(said.value(one, SH.prefix)): str(said.value(one, SH.namespace)) for one in said.objects(None, SH.declare)
    }
    assert found.items() <= terms.PREFIXES.items()
    assert found
