"""Tables, GraphML, dossiers and the layout."""

import csv
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest
from digests import digest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import terms
from kg.ask.queries import QUERIES
from kg.export import export
from kg.export.dossiers import Dossier, Stated, dossiers
from kg.export.edges import graph
from kg.export.facts import Fact
from kg.export.layout import layout
from kg.export.marks import marked, marks
from kg.export.network import LIMIT, page
from kg.export.tables import harmless


def files(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): digest(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def test_two_exports_of_one_store_are_equal_in_every_byte(store: Store, exported: Path, tmp_path: Path) -> None:
    export(store, tmp_path)
    assert files(tmp_path) == files(exported)
    assert {"network.html", "graph.graphml"} <= set(files(exported))


def test_the_order_of_triples_changes_no_byte(store: Store, exported: Path, tmp_path: Path) -> None:
    turned = Store()
    for quad in reversed(list(store)):
        turned.add(quad)
    export(turned, tmp_path)
    assert files(tmp_path) == files(exported)


def test_each_named_query_is_a_table_with_mark_and_header(exported: Path) -> None:
    tables = {path.stem: path.read_bytes() for path in (exported / "tables").glob("*.csv")}
    assert set(tables) == {path.stem for path in QUERIES.glob("*.rq")}
    assert len(tables) >= 5
    for content in tables.values():
        assert content.startswith("\ufeff".encode())
        assert content.decode("utf-8-sig").splitlines()[0]


def test_no_cell_of_a_table_is_a_formula(exported: Path) -> None:
    for path in (exported / "tables").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert not [cell for line in csv.reader(file) for cell in line if cell.startswith("=H")]


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|'/c calc'!A0", "'+cmd|'/c calc'!A0"), ("-2+3", "'-2+3"), ("\t=1", "'\t=1"),
        ("-5.2", "-5.2"), ("=", "="), (">=", ">="), ("林遥", "林遥"), ("", ""),
    ],
)  # fmt: skip
def test_harmless(cell: str, safe: str) -> None:
    assert harmless(cell) == safe


def test_graphml_has_the_names_and_the_edges(exported: Path) -> None:
    read = nx.read_graphml(exported / "graph.graphml", force_multigraph=True)
    labels = nx.get_node_attributes(read, "label")
    edges = {(labels[s], data["label"], labels[o]) for s, o, data in read.edges(data=True)}
    assert ("林遥", "县委书记", "南江县") in edges
    assert ("南江县", terms.label(terms.term("developsIndustry"), "zh"), "茶叶") in edges
    assert ("南江县", terms.label(terms.term("partOf"), "zh"), "江州市") in edges
    assert len(edges) == read.number_of_edges()


def test_graphml_of_a_name_with_control_characters_is_xml(tmp_path: Path) -> None:
    thing, store = NamedNode("https://w3id.org/fangzhi/id/region/x"), Store()
    kind, name = (
        NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
        NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"),
    )
    store.add(Quad(thing, kind, NamedNode(terms.term("Region"))))
    store.add(Quad(thing, name, Literal("南\x0b江\x00县", language="zh")))
    export(store, tmp_path)
    assert "南江县" in "".join(ET.parse(tmp_path / "graph.graphml").getroot().itertext())


def test_an_empty_store_has_an_empty_page(tmp_path: Path) -> None:
    export(Store(), tmp_path)
    assert "共 0 个节点" in (tmp_path / "network.html").read_text(encoding="utf8")


def test_a_dossier_has_each_fact_once_with_its_sentence(store: Store) -> None:
    (county,) = dossiers(store, NamedNode("https://w3id.org/fangzhi/id/region/900101"))
    assert (county.kind, county.label, county.aliases) == ("Region", "南江县", ("南江", "我县"))
    (figure,) = county.facts["figures"]
    assert [cell.text for cell in figure.cells if cell.text] == [
        "南江县",
        "产值",
        "> 80 亿元",
        "2026",
        terms.label(terms.term("Target"), "zh"),
    ]
    assert [(e.document, e.begin, e.end) for e in figure.evidence] == [("南江日报#1", 30, 62)]
    assert {group for group, _ in county.shown} == {"posts", "relations", "figures", "events", "parts"}


def test_the_dossier_of_one_is_that_of_all(store: Store) -> None:
    everything = dossiers(store)
    assert len(everything) == 10
    for one in everything:
        assert dossiers(store, NamedNode(one.thing)) == [one]


def test_a_fact_of_two_documents_keeps_each_quote_with_its_sentence() -> None:
    text = "林遥任县长，陈舟任县长。"
    assert marks(text, 0, 12, "urn:d#char=0,5", ["县长"]) == ((0, 5),)
    assert marks(text, 0, 20, "urn:d#char=0,5", ["陈舟"]) == ((6, 8),)
    assert marks(text, 0, 12, "", []) == ()
    assert marked(text, ((6, 8),), "【", "】") == "林遥任县长，【陈舟】任县长。"


def thing(number: int, weight: int) -> Dossier:
    return Dossier(
        f"urn:{number:05}", "Region", f"第{number}县", (), {"mentions": [Stated((), Fact("mentions"))] * weight}
    )


def test_a_large_graph_shows_its_strongest_and_says_so() -> None:
    written = page([thing(number, number % 7) for number in range(LIMIT + 100)])
    assert f"全图 {LIMIT + 100} 个节点" in written
    assert f"最多的 {LIMIT} 个" in written
    assert '"第6县"' in written
    assert '"第7县"' not in written


def test_nodes_do_not_lie_on_each_other(store: Store) -> None:
    found = nx.Graph(graph(dossiers(store)))
    places = layout(found, dict.fromkeys(found, 20.0))
    assert len(places) == 10
    for one, (x, y) in places.items():
        assert all(abs(x - a) > 60 or abs(y - b) > 30 for other, (a, b) in places.items() if other != one)
