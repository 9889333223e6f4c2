"""The real stores, started once."""

import os
from collections.abc import Iterator
from pathlib import Path

import jena
import pytest
from stores import Running, missing, oxigraph, virtuoso


def ensure_present(absent: str) -> None:
    """Skip a test for what is not installed; where the checks of the project are run (CI is set), fail."""
    if absent:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(absent)


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph") / "store") as running:
        yield running


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    ensure_present(missing("virtuoso-t", "isql-vt"))
    with virtuoso(tmp_path_factory.mktemp("virtuoso") / "store") as running:
        yield running


@pytest.fixture(scope="session")
def virtuoso_alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A Virtuoso for one graph: where others have its triples too, it chooses wrong plans for some queries."""
    ensure_present(missing("virtuoso-t", "isql-vt"))
    with virtuoso(tmp_path_factory.mktemp("virtuoso") / "alone") as running:
        yield running


@pytest.fixture(params=["oxigraph", "virtuoso"])
def store(request: pytest.FixtureRequest) -> Running:
    """A store that can be written."""
    found = request.getfixturevalue(f"{request.param}_server")
    assert isinstance(found, Running)
    return found


@pytest.fixture(scope="session")
def fewer(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of the sample papers but one."""
    from kg.build import build
    from kg.resources import PIPELINES

    out = tmp_path_factory.mktemp("fewer")
    build([path for path in sorted((PIPELINES / "samples").glob("*.txt")) if path.stem != "zone-page"], out)
    return out


@pytest.fixture(scope="session")
def jena_classes(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The class path of Jena."""
    ensure_present(missing("java") or ("" if jena.present() else "not installed: libapache-jena-java"))
    return jena.classpath(tmp_path_factory.mktemp("classes"))
