"""Fixtures for every room: two invented papers, read and linked by hand."""

import pytest
from papers import both, linked_of

from kg.model import Linked, Reading


@pytest.fixture
def readings() -> tuple[Reading, ...]:
    """The two papers: a plan, and the news of half a year later."""
    return tuple(both())


@pytest.fixture
def linked(readings: tuple[Reading, ...]) -> Linked:
    """The two papers, linked."""
    return linked_of(*readings)
