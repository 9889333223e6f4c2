"""The papers of ../shared, built once for all questions; what asks them is skipped where they are absent."""

from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.build import build
from kg.store import open_store

PAPERS = Path(__file__).parents[3] / "shared" / "corpus" / "papers"


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Store:
    if not PAPERS.is_dir():
        pytest.skip("the papers are not here")
    out = tmp_path_factory.mktemp("papers")
    build([PAPERS], out)
    return open_store(out)
