"""Results of one period, and plans, that are told with another value."""

import json
from collections.abc import Iterator, Mapping, Set
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from kg.graph.conflicts.disputed import Disputed
from kg.graph.figures import units
from kg.graph.figures.progress import Counted

TOPIC = "figure"
_AT_MOST, _AT_LEAST = ("=", "<", "<="), ("=", ">", ">=")
_ROUNDED = Decimal("0.001")  # what two values may differ by, as a share of the higher


class _Figure(NamedTuple):
    """A figure as others see it: its node, comparator, value in the base unit, and value and unit as printed."""

    node: str
    sign: str
    based: str
    value: str
    unit: str


def counted(one: Counted) -> Iterator[Disputed]:
    """Yield the question of a result of a period, or of a plan: whom it is about, what it measures, in which unit."""
    fact, based = one.figure, units.base(one.figure.value, one.figure.unit)
    if based is None or fact.status == "target" or not (fact.period or fact.status == "planned"):
        return
    within = sorted(f"{thing.kind}/{thing.key}" for thing in one.within)
    parts = (fact.status, f"{one.about.kind}/{one.about.key}", fact.indicator, fact.scope, based[1], fact.period)
    said = _Figure(one.node.value, fact.comparator, str(based[0]), str(fact.value), fact.unit)
    yield Disputed(TOPIC, "\x1f".join((*parts, *within)), one.node, json.dumps(said))


def rivals(values: Set[str]) -> Mapping[str, Set[str]]:
    """Return the figures that are lower than another one with which they cannot both be right."""
    told = {value: _Figure(*json.loads(value)) for value in values} if len(values) > 1 else {}
    return {
        value: {higher.node for higher in told.values() if _differ(one, higher)}
        for value, one in told.items()
        if one.sign in _AT_MOST
    }


def _differ(low: _Figure, high: _Figure) -> bool:
    """Say whether two values cannot both be right: 突破40亿元 and 43亿元 can, and so can a value and it rounded."""
    least, most = Decimal(low.based), Decimal(high.based)
    if high.sign not in _AT_LEAST or most - least <= _ROUNDED * abs(most):
        return False
    one, other = Decimal(low.value), Decimal(high.value)
    return low.unit != high.unit or _near(one) != _near(other) or (_broken(one) and _broken(other))


def _near(value: Decimal) -> Decimal:
    return (value + Decimal("0.5")).to_integral_value(ROUND_FLOOR)


def _broken(value: Decimal) -> bool:
    return value != value.to_integral_value()
