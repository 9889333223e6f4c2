"""A server of the small graph that the exports are tested on, for all tests that only read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from served import Server, serving, write_store


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_store(tmp_path_factory.mktemp("served") / "graph")


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[Server]:
    with serving(folder) as found:
        yield found
