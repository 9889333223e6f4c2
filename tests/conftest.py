"""Fixtures for every room: two invented papers, read and linked by hand."""

from pathlib import Path

import pytest
from papers import both, linked_of

from kg.build import build
from kg.model import Linked, Reading
from kg.resources import PIPELINES


@pytest.fixture
def readings() -> tuple[Reading, ...]:
    """The two papers: a plan, and the news of half a year later."""
    return tuple(both())


@pytest.fixture
def linked(readings: tuple[Reading, ...]) -> Linked:
    """The two papers, linked."""
    return linked_of(*readings)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of the sample papers, to be read."""
    out = tmp_path_factory.mktemp("samples")
    build([PIPELINES / "samples"], out)
    return out
