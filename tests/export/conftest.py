"""The small graph that the exports are tested on."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg.export import export


@pytest.fixture(scope="session")
def store() -> Store:
    found = Store()
    found.load(path=str(Path(__file__).parent / "small.ttl"), format=RdfFormat.TURTLE)
    return found


@pytest.fixture(scope="session")
def exported(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    export(store, folder)
    return folder
