"""The commands of docs/loading.md do what the page says, in the stores that can be had here."""

import os
import re
import subprocess
import sys
from pathlib import Path

import jena
import pytest
from stores import Running

pytestmark = pytest.mark.xdist_group("stores")
ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "loading.md").read_text("utf8")
SECTIONS = dict(re.findall(r"^## (\w+).*\n((?:(?!## ).*\n)*)", PAGE, re.MULTILINE))
JENA = {"riot": "riotcmd.riot", "tdb2.tdbloader": "tdb2.tdbloader", "tdb2.tdbquery": "tdb2.tdbquery"}
FANGZHI = f"#!/bin/sh\nexec {sys.executable} -c 'from kg.cli import main; main()' \"$@\"\n"


@pytest.fixture
def folder(tmp_path: Path, samples: Path) -> Path:
    """A folder such as the page speaks of, with the programs that it names."""
    (tmp_path / "outputs").symlink_to(samples)
    (tmp_path / "ontology").symlink_to(ROOT / "ontology")
    (tmp_path / "bin").mkdir()
    program(tmp_path, "fangzhi", FANGZHI)
    return tmp_path


def program(folder: Path, name: str, text: str) -> None:
    path = folder / "bin" / name
    path.write_text(text)
    path.chmod(0o755)


def run(section: str, folder: Path, **addresses: str) -> str:
    """Run the commands of a section, with other addresses, and return what they print."""
    commands = re.findall(r"^\$ (.*)$", SECTIONS[section], re.MULTILINE)
    assert len(commands) > 1
    text = "\n".join(("set -e", *commands))
    for shown, real in addresses.items():
        assert shown in text
        text = text.replace(shown, real)
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "NO_PROXY": "127.0.0.1,localhost"}
    done = subprocess.run(
        ["bash", "-c", text], cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_virtuoso(virtuoso_server: Running, folder: Path) -> None:
    server = virtuoso_server.endpoint.removesuffix("/sparql-auth")
    addresses = {"http://localhost:8890": server, "localhost:1111": f"127.0.0.1:{virtuoso_server.sql}"}
    shown = run("Virtuoso", folder, **addresses)
    assert "found by asking" in shown and "县委书记" in shown


def test_oxigraph(oxigraph_server: Running, folder: Path) -> None:
    shown = run("Oxigraph", folder, **{"http://localhost:7878": oxigraph_server.endpoint.removesuffix("/query")})
    assert "found by asking" in shown and "县委书记" in shown


def test_jena(jena_classes: str, folder: Path) -> None:
    for name, main in JENA.items():
        program(folder, name, f'#!/bin/sh\nexec java {" ".join(jena.QUICK)} -cp "{jena_classes}" {main} "$@"\n')
    assert "县委书记" in run("Jena", folder)


def test_every_section_cites_what_it_is_from_or_is_run() -> None:
    stores = {"Virtuoso", "Oxigraph", "Jena", "QLever", "GraphDB", "Neo4j"}
    assert stores < set(SECTIONS)
    assert all("](https://" in text or "$ " in text for text in (SECTIONS[name] for name in stores))


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", PAGE)
    assert links and all((ROOT / "docs" / link).exists() for link in links)
