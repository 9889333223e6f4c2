from decimal import Decimal

import pytest

from kg.graph.figures.units import base


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("1.5", "亿元", ("150000000", "元")),
        ("3.15", "万亿元", ("3150000000000", "元")),
        ("3000", "万元", ("30000000", "元")),
        ("2", "万平方米", ("20000", "平方米")),
        ("20", "亿", ("2000000000", "个")),
    ],
)
def test_a_value_in_its_base_unit(value: str, unit: str, expected: tuple[str, str]) -> None:
    found = base(Decimal(value), unit)
    assert found is not None
    assert (f"{found[0]:f}", found[1]) == expected


def test_an_unknown_unit_has_no_base() -> None:
    assert base(Decimal(1), "箩筐") is None
