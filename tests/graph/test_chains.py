"""Industries hang on chains, and lie in classes of the standards; names of businesses tell the chain that they are in."""

import pytest
from pyoxigraph import Triple

from kg import terms
from kg.graph.entities import entity
from kg.graph.nodes import Naming
from kg.model import Entity, Kind

SEMICONDUCTORS = "半导体", "芯片", "集成电路", "晶圆代工", "新型芯片", "光刻胶"


def said(kind: Kind, name: str) -> set[tuple[str, str, str]]:
    """Return what the graph says of a thing and of the concepts that it is tied to, by local names and texts."""
    triples: set[Triple] = {*entity(Entity(kind, name, name), (), Naming())}
    return {(_local(t.subject), _local(t.predicate), _local(t.object)) for t in triples}


def _local(node: object) -> str:
    return str(getattr(node, "value", node)).rpartition("/")[2].rpartition("#")[2]


def tops(kind: Kind, name: str) -> set[str]:
    """Return all that lies above a thing, as far as its own triples tell."""
    up = {(s, o) for s, p, o in said(kind, name) if p in ("broader", "inChain")}
    found = {name}
    while more := {o for s, o in up if s in found} - found:
        found |= more
    return found - {name}


@pytest.mark.parametrize("name", SEMICONDUCTORS)
def test_names_of_one_chain_come_together(name: str) -> None:
    assert {"semiconductors", "electronics", "digital-economy"} <= tops("Industry", name)


def test_a_link_says_where_it_stands_in_its_chain() -> None:
    found = said("Industry", "光刻胶")
    assert ("semiconductor-materials", "position", "upstream") in found
    assert {("upstream", "prefLabel", "上游"), ("semiconductors", "prefLabel", "半导体")} <= found


@pytest.mark.parametrize(
    ("name", "match", "code"),
    [
        ("集成电路", "closeMatch", "C3973"),
        ("光刻胶", "broadMatch", "C3985"),
        ("人工智能", "closeMatch", "1.5"),
        ("高端汽车零部件", "broadMatch", "C3670"),
    ],
)
def test_an_industry_is_a_class_of_the_standards_or_lies_in_one(name: str, match: str, code: str) -> None:
    found = said("Industry", name)
    assert (name, match, code) in found
    assert (code, "notation", code) in found


@pytest.mark.parametrize("name", ["丽水产业", "县域经济", "云江某业", "水"])
def test_a_name_that_nobody_knows_stays_untied(name: str) -> None:
    assert not tops("Industry", name)


@pytest.mark.parametrize(
    ("kind", "name", "chain"),
    [
        ("Organization", "云江半导体材料有限公司", "semiconductor-materials"),
        ("Organization", "云江轴承研究院", "basic-parts"),
        ("Platform", "云江芯片产业园", "semiconductors"),
        ("Project", "云江轴承扩建项目", "basic-parts"),
        ("Fund", "云江低空经济基金", "low-altitude"),
    ],
)
def test_a_name_tells_the_chain(kind: Kind, name: str, chain: str) -> None:
    assert chain in tops(kind, name)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("Organization", "昆山市交通运输局"),
        ("Organization", "国家电网有限公司"),
        ("Organization", "云江商会"),
        ("Policy", "半导体十条"),
        ("Region", "石狮市"),
    ],
)
def test_an_office_or_a_chance_likeness_is_in_no_chain(kind: Kind, name: str) -> None:
    assert not tops(kind, name)


def test_every_name_of_the_register_is_found_by_itself() -> None:
    from kg import industries

    assert all((row := industries.entry(name)) and row["name"] == name for name in industries.known())
    assert len(terms.scheme("chains")) > 200
