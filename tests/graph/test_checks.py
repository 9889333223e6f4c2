from pyoxigraph import Literal, Triple

from kg.graph import check, graphs
from kg.graph.nodes import Naming, term
from kg.model import Linked


def everything(linked: Linked) -> set[Triple]:
    return {triple for graph in graphs(linked) for triple in graph.facts | graph.evidence}


def test_a_built_graph_holds_to_every_shape(linked: Linked) -> None:
    assert check(everything(linked)).violations == ()


def test_a_violation_names_the_node_and_says_what_is_wrong(linked: Linked) -> None:
    county = Naming().thing("region", "654325")
    second = Triple(county, term("skos:prefLabel"), Literal("另一个名字", language="zh"))
    violations = check(everything(linked) | {second}).violations
    assert any(county.value in violation and "prefLabel" in violation for violation in violations)


def test_a_graph_beyond_the_limit_is_left_for_the_check_command(linked: Linked) -> None:
    checked = check(everything(linked), limit=10)
    assert checked.violations == ()
    assert "fangzhi check" in checked.note
