import pytest

from kg.graph.figures.periods import span


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2022..2026", "2022-01-01", "2026-12-31"),
        ("2020-H1", "2020-01-01", "2020-06-30"),
        ("2020-H2", "2020-07-01", "2020-12-31"),
        ("2020-Q3", "2020-07-01", "2020-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2020-01..2020-07", "2020-01-01", "2020-07-31"),
        ("2020-04-09..2020-04-10", "2020-04-09", "2020-04-10"),
        ("十五", "2001-01-01", "2005-12-31"),
        ("十三五", "2016-01-01", "2020-12-31"),
        ("十四五", "2021-01-01", "2025-12-31"),
        ("十五五", "2026-01-01", "2030-12-31"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(period: str, first: str, last: str) -> None:
    found = span(period)
    assert found is not None
    assert (found[0].isoformat(), found[1].isoformat()) == (first, last)


@pytest.mark.parametrize("period", ["", "--12-06", "2020-13", "2020-02-30", "近期", "0000"])
def test_what_does_not_resolve_has_none(period: str) -> None:
    assert span(period) is None
