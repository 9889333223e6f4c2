"""A chain as a whole, its links up and down, and what hangs on them; lists of companies and projects."""

import pytest
from pyoxigraph import NamedNode, Quad, Store, Triple
from rdflib import Graph

from kg.ask.answers import answer
from kg.ask.queries import find
from kg.errors import QueryError
from kg.graph.entities import entity
from kg.graph.nodes import Naming, describe, plain, term, zh
from kg.model import Entity, Kind

THINGS: dict[str, Kind] = {
    "云江县": "Region",
    "北岭县": "Region",
    "半导体": "Industry",
    "光刻胶": "Industry",
    "新型芯片": "Industry",
    "茶叶": "Industry",
    "云江芯片产业园": "Platform",
    "云江综合园": "Platform",
    "远舟科技有限公司": "Organization",
    "云江半导体材料有限公司": "Organization",
    "飞星智控": "Organization",
    "云江市商务局": "Organization",
    "晶圆制造扩建项目": "Project",
    "环湖公路项目": "Project",
    "云江集成电路基金": "Fund",
}
SAID = (
    ("云江县", "developsIndustry", "半导体"),
    ("云江县", "developsIndustry", "茶叶"),
    ("北岭县", "developsIndustry", "光刻胶"),
    ("云江芯片产业园", "developsIndustry", "新型芯片"),
    ("云江芯片产业园", "locatedIn", "云江县"),
    ("远舟科技有限公司", "locatedIn", "云江芯片产业园"),
    ("云江综合园", "developsIndustry", "光刻胶"),
    ("环湖公路项目", "locatedIn", "云江综合园"),
    ("飞星智控", "undertakes", "晶圆制造扩建项目"),
)


def node(name: str) -> NamedNode:
    return Naming().entity(Entity(THINGS[name], name, name))


@pytest.fixture(scope="module")
def store() -> Store:
    made = Store()
    for name, kind in THINGS.items():
        made.extend(Quad(*triple) for triple in entity(Entity(kind, name, name), (), Naming()))
    for number, (subject, predicate, object_) in enumerate(SAID):
        says = Triple(node(subject), term(f"fz:{predicate}"), node(object_))
        fact, passage, document = (NamedNode(f"x:{kind}{number}") for kind in ("fact", "passage", "document"))
        evidence = (
            *describe(fact, *zip(("rdf:subject", "rdf:predicate", "rdf:object"), says, strict=True)),
            *describe(fact, ("prov:wasDerivedFrom", passage)),
            *describe(passage, ("fz:text", zh(f"{subject}与{object_}")), ("dcterms:isPartOf", document)),
            *describe(document, ("dcterms:identifier", plain(f"news{number}"))),
        )
        made.extend(Quad(*triple) for triple in (says, *evidence))
    return made


def told(store: Store, query: str, *columns: str, **values: str) -> set[tuple[str, ...]]:
    rows = answer(store, find(query), values).as_dicts()
    return {tuple(row[column] for column in columns) for row in rows}


WHOLE = {
    ("", "半导体", "云江县", "develops"),
    ("", "新型芯片", "云江芯片产业园", "develops"),
    ("", "半导体", "远舟科技有限公司", "lies in"),
    ("", "半导体", "云江集成电路基金", "is named after"),
    ("上游", "光刻胶", "北岭县", "develops"),
    ("上游", "光刻胶", "云江综合园", "develops"),
    ("上游", "半导体材料", "云江半导体材料有限公司", "is named after"),
    ("中游", "晶圆制造", "晶圆制造扩建项目", "is named after"),
    ("中游", "晶圆制造", "飞星智控", "builds"),
}


@pytest.mark.parametrize("asked", ["半导体", "semiconductors"])
def test_all_names_of_a_chain_come_together_with_their_place_in_it(store: Store, asked: str) -> None:
    assert told(store, "industry-chain", "position", "industry", "name", "how", industry=asked) == WHOLE


def test_a_chain_above_holds_the_chain_below_and_says_which(store: Store) -> None:
    found = told(store, "industry-chain", "chain", "position", "industry", "name", "how", industry="电子信息")
    assert found == {("半导体", *row) for row in WHOLE}


def test_a_link_and_an_industry_of_the_documents_are_asked_alike(store: Store) -> None:
    assert told(store, "industry-chain", "name", industry="光刻胶") == {("北岭县",), ("云江综合园",)}
    link = told(store, "industry-chain", "link", "name", industry="半导体材料")
    assert link == {("半导体材料", name) for name in ("北岭县", "云江综合园", "云江半导体材料有限公司")}


def test_without_a_chain_all_chains_are_told(store: Store) -> None:
    found = told(store, "industry-chain", "chain", "position", "industry", "name", "how")
    assert found == {("半导体", *row) for row in WHOLE} | {("茶叶", "", "茶叶", "云江县", "develops")}


def test_a_stated_row_has_its_document_and_sentence(store: Store) -> None:
    found = told(store, "industry-chain", "name", "document", "sentence", industry="光刻胶")
    assert found == {("北岭县", "news2", "北岭县与光刻胶"), ("云江综合园", "news6", "云江综合园与光刻胶")}
    assert told(store, "industry-chain", "how", "document", industry="晶圆制造") == {
        ("builds", "news8"),
        ("is named after", ""),
    }


def test_a_chain_that_nobody_knows_is_an_error(store: Store) -> None:
    with pytest.raises(QueryError, match="半导体"):
        told(store, "industry-chain", "name", industry="半导")


def test_a_map_has_what_lies_in_a_carrier_named_for_its_industry_only(store: Store) -> None:
    found = told(store, "industry-map", "position", "industry", "region", "platform", "thing", industry="半导体")
    assert found == {
        ("", "半导体", "云江县", "", ""),
        ("", "半导体", "", "", "云江集成电路基金"),
        ("", "新型芯片", "云江县", "云江芯片产业园", "远舟科技有限公司"),
        ("上游", "光刻胶", "北岭县", "", ""),
        ("上游", "光刻胶", "", "云江综合园", ""),
        ("上游", "半导体材料", "", "", "云江半导体材料有限公司"),
        ("中游", "晶圆制造", "", "", "晶圆制造扩建项目"),
    }
    assert {row[0] for row in told(store, "industry-map", "region", region="北岭县")} == {"北岭县"}


def test_companies_are_known_by_their_kind_or_by_what_they_do(store: Store) -> None:
    companies = told(store, "lists-companies", "company", "place", "chain", "basis", "project")
    assert companies == {
        ("远舟科技有限公司", "云江芯片产业园", "半导体", "lies in", ""),
        ("云江半导体材料有限公司", "", "半导体材料", "is named after", ""),
        ("飞星智控", "", "晶圆制造", "builds", "晶圆制造扩建项目"),
    }
    assert {row[:1] for row in companies} == told(store, "lists-companies", "company", industry="半导体")
    assert told(store, "lists-companies", "company", region="云江县") == {("远舟科技有限公司",)}


def test_projects_are_listed_with_their_chain_and_builder(store: Store) -> None:
    assert told(store, "lists-projects", "project", "place", "company", "chain", "basis") == {
        ("晶圆制造扩建项目", "", "飞星智控", "晶圆制造", "is named after"),
        ("环湖公路项目", "云江综合园", "", "", ""),
    }
    assert told(store, "lists-projects", "project", industry="半导体") == {("晶圆制造扩建项目",)}


LISTED = (("lists-companies", "company", "Organization"), ("lists-projects", "project", "Project"))


def test_lists_and_the_chain_say_the_same_of_a_company_and_of_a_project(store: Store, papers: Store) -> None:
    for graph in (store, papers):
        for query, column, kind in LISTED:
            listed = {row for row in told(graph, query, column, "chain", "basis") if row[1]}
            chained = told(graph, "industry-chain", "name", "chain", "link", "how", "type")
            named = {row[0] for row in told(graph, query, column)}
            on = {
                (name, link or chain, how) for name, chain, link, how, one in chained if one == kind and name in named
            }
            assert listed == on and listed, query


def test_another_store_gives_the_same(store: Store) -> None:
    graph = Graph().parse(data="".join(f"{quad.triple} .\n" for quad in store), format="nt")
    assert len(graph.query(find("industry-chain").text)) == len(WHOLE) + 1


def test_the_papers_have_a_chain_of_semiconductors(papers: Store) -> None:
    assert told(papers, "industry-chain", "position", "type", "name", industry="半导体") == {
        ("", "Fund", "集成电路产业基金"),
        ("", "Organization", "丽水中科半导体材料研究中心有限公司"),
        ("", "Organization", "半导体工匠学院"),
        ("", "Organization", "浙江光珀智能科技有限公司"),
        ("", "Organization", "浙江珏芯微电子有限公司"),
        ("", "Organization", "浙江百可半导体材料有限公司"),
        ("", "Organization", "香农通信"),
        ("", "Plan", "芯片产业园 总投资 100亿元"),
        ("", "Plan", "芯片产业园 规划面积 1000亩"),
        ("", "Platform", "丽水经济技术开发区"),
        ("", "Platform", "芯片产业园"),
        ("", "Platform", "芯片企业加速器"),
        ("", "Platform", "芯片企业孵化器"),
        ("", "Project", "先进半导体材料与芯片研究中心项目"),
        ("", "Project", "芯片产业园项目"),
        ("", "Region", "莲都区"),
        ("", "Result", "浙江珏芯微电子有限公司 搬到现场办公员工 40名"),
        ("", "Result", "浙江珏芯微电子有限公司 设备调试完成率 50%"),
        ("", "Result", "芯片产业园 建成面积 100亩"),
        ("", "Result", "芯片产业园 落地项目 5个"),
        ("", "Target", "莲都区 投资规模 100亿元"),
        ("", "Target", "莲都区 招引企业 20家"),
        ("", "Target", "集成电路产业基金 基金规模 20亿元"),
        ("上游", "Organization", "丽水中科半导体材料研究中心有限公司"),
        ("上游", "Organization", "浙江百可半导体材料有限公司"),
        ("上游", "Project", "先进半导体材料与芯片研究中心项目"),
        ("上游", "Result", "浙江百可半导体材料有限公司 进场到实现生产用时 6个月"),
        ("中游", "Organization", "浙江光珀智能科技有限公司"),
        ("中游", "Platform", "丽水经济技术开发区"),
        ("中游", "Project", "3D图像传感器与芯片制造项目"),
    }


def test_the_papers_have_a_chain_of_high_end_equipment(papers: Store) -> None:
    assert told(papers, "industry-chain", "chain", "industry", "type", "name", industry="高端装备") == {
        ("高端装备", "高端装备", "Platform", "丽水万洋低碳智造小镇"),
        ("高端装备", "高端装备", "Region", "缙云县"),
        ("智能装备", "智能制造", "Platform", "中国（瓯海）眼镜小镇"),
        ("智能装备", "智能制造", "Platform", "智能制造产业园"),
        ("智能装备", "智能装备", "Region", "遂昌县"),
    }
