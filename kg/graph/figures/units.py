"""Values in their base unit, so that 1.5亿元 and 15000万元 compare."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from kg.resources import Row, lexicon


def base(value: Decimal, unit: str) -> tuple[Decimal, str] | None:
    """Return the value in the base unit and the base unit, or None when the unit is not in the lexicon.

    >>> base(Decimal("1.5"), "亿元"), base(Decimal(3), "万平方米")
    ((Decimal('150000000'), '元'), (Decimal('30000'), '平方米'))
    """
    if not (found := _scale(unit)):
        return None
    factor, name = found
    number = value * factor
    return (number.to_integral_value() if number == number.to_integral_value() else number), name


def quantity(unit: str) -> str:
    """Return what a unit of the lexicon measures (money, count, area, ...), or "".

    >>> quantity("亿元"), quantity("家"), quantity("箩筐")
    ('money', 'count', '')
    """
    row = _units().get(unit)
    return row["quantity"] if row else ""


def measures(text: str) -> bool:
    """Say whether a text names a sum of money or a magnitude, as the threshold 10亿元以上 does.

    >>> measures("10亿元以上"), measures("百亿级"), measures("制造业")
    (True, True, False)
    """
    return any(unit in text for unit, row in _units().items() if row["quantity"] in ("money", "number"))


@cache
def _units() -> Mapping[str, Row]:
    return {row["unit"]: row for row in lexicon("units")}


@cache
def _scale(unit: str) -> tuple[Decimal, str] | None:
    """Return factor and base of a unit of the lexicon, or of a magnitude (万, 亿) before one."""
    if row := _units().get(unit):
        return Decimal(row["factor"]), row["base"]
    for cut in range(len(unit) - 1, 0, -1):
        head, tail = _units().get(unit[:cut]), _units().get(unit[cut:])
        if head and tail and head["quantity"] == "number":
            return Decimal(head["factor"]) * Decimal(tail["factor"]), tail["base"]
    return None
