"""Values in their base unit, so that 1.5亿元 and 15000万元 compare."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from math import prod

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
    """Return what a unit of the lexicon, or a magnitude of it, measures (money, count, area, ...), or "".

    >>> quantity("亿元"), quantity("家"), quantity("万人"), quantity("箩筐")
    ('money', 'count', 'person', '')
    """
    row = next((_units()[part] for part in _parts(unit)[-1:]), None)
    return row["quantity"] if row else ""


def spoken(value: Decimal) -> str:
    """Return a number with the largest magnitude that leaves none behind it.

    >>> spoken(Decimal(1000000000)), spoken(Decimal(50000000)), spoken(Decimal(350))
    ('10亿', '5000万', '350')
    """
    for magnitude, factor in _magnitudes():
        if value >= factor and not value % factor:
            return f"{(value / factor).normalize():f}{magnitude}"
    return f"{value:f}"


@cache
def _units() -> Mapping[str, Row]:
    return {row["unit"]: row for row in lexicon("units")}


@cache
def _magnitudes() -> tuple[tuple[str, Decimal], ...]:
    found = [(row["unit"], Decimal(row["factor"])) for row in _units().values() if row["quantity"] == "number"]
    return tuple(sorted(found, key=lambda one: -one[1]))


@cache
def _parts(unit: str) -> tuple[str, ...]:
    """Return a unit of the lexicon alone, or a magnitude (万, 亿) and the unit behind it, or nothing."""
    if unit in _units():
        return (unit,)
    for cut in range(len(unit) - 1, 0, -1):
        head, tail = unit[:cut], unit[cut:]
        if tail in _units() and head in _units() and _units()[head]["quantity"] == "number":
            return head, tail
    return ()


@cache
def _scale(unit: str) -> tuple[Decimal, str] | None:
    """Return factor and base of a unit."""
    if not (found := [_units()[part] for part in _parts(unit)]):
        return None
    return prod((Decimal(row["factor"]) for row in found), start=Decimal(1)), found[-1]["base"]
