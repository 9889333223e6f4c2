"""IRIs and literals that Oxigraph, rdflib and raptor read alike."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, Triple, parse, serialize

from kg.errors import KnowledgeError
from kg.graph.nodes import Naming, day, decimal, safe, term


@pytest.mark.parametrize(
    ("key", "segment"),
    [
        ("沈一诺-青河县", "沈一诺-青河县"),
        ("e\u0301", "é"),
        ("a b", "a%20b"),
        ("A/B?C#D%", "A%2FB%3FC%23D%25"),
        ("二期。", "二期。"),
        ("No.1.", "No.1%2E"),
        ("甲\u3000乙\ue000\ufe0f\u200b\x00\x85", "甲乙"),
        ("（筹）“1+5”", "（筹）“1%2B5”"),
    ],
)
def test_safe(key: str, segment: str) -> None:
    assert safe(key) == segment


@given(st.text(min_size=1))
def test_every_key_makes_an_iri_that_survives_turtle(key: str) -> None:
    node = Naming().thing("organization", key)
    triple = Triple(node, NamedNode("https://example.org/p"), node)
    turtle = serialize([triple], format=RdfFormat.TURTLE, prefixes={"o": "https://w3id.org/fangzhi/id/organization/"})
    assert [quad.subject for quad in parse(turtle, RdfFormat.TURTLE)] == [node]
    assert re.fullmatch(r"https://w3id.org/fangzhi/id/organization/[^\s<>\"{}|\\^`]*(?<!\.)", node.value)


def test_labels_of_one_length_stay_distinct() -> None:
    assert len({Naming().thing("organization", name) for name in ("人物", "企业", "甲乙", "__")}) == 4


@pytest.mark.parametrize(
    ("number", "lexical"),
    [("800", "800"), ("80.50", "80.5"), ("1.72E+3", "1720"), ("0.00", "0"), ("-3.10", "-3.1"), ("1E-7", "0.0000001")],
)
def test_decimals_are_canonical(number: str, lexical: str) -> None:
    assert decimal(Decimal(number)).value == lexical


@pytest.mark.parametrize(
    ("text", "datatype"),
    [("2022-02-18", "date"), ("2022", "integer"), ("--12-06", "gMonthDay"), ("2022-02-30", "string")],
)
def test_days_have_the_type_that_stores_compare(text: str, datatype: str) -> None:
    literal = day(text)
    assert literal is not None
    assert literal.datatype.value.endswith("#" + datatype)


def test_an_undeclared_term_is_refused() -> None:
    with pytest.raises(KnowledgeError):
        term("fz:doesNotExist")
