"""The vocabulary of units is that of the lexicon as it is."""

from decimal import Decimal

from units_vocabulary import VOCABULARY, vocabulary

from kg import terms
from kg.resources import lexicon


def test_the_vocabulary_is_made_of_the_lexicon_as_it_is() -> None:
    assert VOCABULARY.read_text("utf8") == vocabulary(), "run make docs"


def test_every_unit_is_a_multiple_of_a_base_unit_that_is_none_of_another() -> None:
    rows = {row["unit"]: row for row in lexicon("units")}
    assert len(rows) > 200
    for row in rows.values():
        base = rows[row["base"]]
        assert (base["base"], Decimal(base["factor"])) == (base["unit"], 1), row
        # Places in a ranking are counted in 位, bare magnitudes in 个.
        assert base["quantity"] == row["quantity"] or row["quantity"] in ("number", "rank"), row


def test_a_foreign_currency_is_a_base_unit_of_its_own() -> None:
    money = {row["unit"] for row in lexicon("units") if row["quantity"] == "money" and row["base"] == row["unit"]}
    assert {"元", "美元", "欧元"} <= money


def test_python_reads_the_units() -> None:
    hectare = terms.concept("units", "公顷")
    assert terms.valued(hectare, "conversionMultiplier") == "10000.0"
    assert terms.notation(terms.linked(hectare, "scalingOf") or "") == "平方米"
    assert terms.notation(terms.linked(hectare, "hasQuantityKind") or "") == "area"
