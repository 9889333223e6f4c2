"""The register as a graph: parsed as it is written, sound by the shapes, and answering what it is there for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from digests import digest
from judge import ours, stored
from pyoxigraph import RdfFormat, Store, Triple, parse

from kg import terms
from kg.graph.nodes import Naming, term
from kg.graph.regions import described
from kg.model import Entity
from kg.store import write_triples

ROOT = Path(__file__).parents[2]
NAMING = Naming("https://example.org/")
UNMENTIONED = "an entity has a passage that mentions it"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register as the command writes it for the base of a graph."""
    path = tmp_path_factory.mktemp("register") / "regions.ttl"
    command = [sys.executable, "-c", "from kg.cli import main; main()", "regions", "-o", path, "--base", NAMING.base]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, encoding="utf8")
    assert (done.returncode, done.stderr) == (0, "")
    return path


@pytest.fixture(scope="module")
def triples(written: Path) -> list[Triple]:
    return [quad.triple for quad in parse(path=str(written), format=RdfFormat.TURTLE)]


@pytest.fixture(scope="module")
def store(written: Path) -> Store:
    found = Store()
    found.bulk_load(path=str(written), format=RdfFormat.TURTLE)
    return found


def rows(store: Store, query: str) -> list[tuple[str, ...]]:
    found = store.query(query, prefixes=dict(terms.PREFIXES))
    return sorted(tuple(node.value if node else "" for node in row) for row in found)


def test_the_order_of_triples_changes_no_byte(triples: list[Triple], tmp_path: Path) -> None:
    some = triples[:5000]
    for name, ordered in (("one", some), ("other", some[::-1])):
        write_triples(ordered, tmp_path / name)
    assert digest(tmp_path / "one") == digest(tmp_path / "other")


def test_no_blank_nodes_and_only_iris_of_one_base(store: Store) -> None:
    assert rows(store, "SELECT ?s WHERE { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) }") == []
    ask = "SELECT (COUNT(*) AS ?n) WHERE { ?s a fz:Region FILTER(!STRSTARTS(STR(?s), '%sregion/')) }"
    assert rows(store, ask % NAMING.base) == [("0",)]


@pytest.mark.skipif(not shutil.which("rapper"), reason="rapper is not installed")
def test_rapper_reads_it(written: Path) -> None:
    read = subprocess.run(["rapper", "-q", "-c", "-i", "turtle", written], capture_output=True, text=True, check=False)
    assert read.returncode == 0, read.stderr


def test_every_region_has_one_name_code_level_and_kind_and_lies_in_one(store: Store) -> None:
    def count(predicate: str) -> int:
        return sum(1 for _ in store.quads_for_pattern(None, term(predicate), None, None))

    (provinces,) = rows(store, 'SELECT (COUNT(?r) AS ?n) WHERE { ?r fz:level/skos:notation "province" ; a fz:Region }')
    (regions,) = rows(store, "SELECT (COUNT(?r) AS ?n) WHERE { ?r a fz:Region }")
    (former,) = rows(store, "SELECT (COUNT(?r) AS ?n) WHERE { ?r a fz:FormerRegion }")
    assert (int(provinces[0]), int(former[0])) == (34, count("fz:sinceYear"))
    assert count("fz:kind") == int(regions[0]) == count("fz:partOf") + 34 > 41_000
    assert count("fz:code") == count("fz:level") == int(regions[0]) + int(former[0])


def test_what_was_a_city_is_found_by_its_former_name(store: Store) -> None:
    query = """SELECT ?today ?since ?until WHERE { ?before a fz:FormerRegion ; skos:prefLabel "襄樊市"@zh ;
        fz:sinceYear ?since ; fz:untilYear ?until ; dcterms:isReplacedBy/skos:prefLabel ?today }"""
    assert rows(store, query) == [("襄阳市", "1981", "2010")]


def test_the_townships_of_a_county_and_all_that_they_lie_in(store: Store) -> None:
    query = """SELECT DISTINCT ?up WHERE { ?town skos:prefLabel "赤寿乡"@zh ; fz:kind/skos:notation "ordinary-township" ;
        fz:partOf+/skos:prefLabel ?up }"""
    assert rows(store, query) == [("丽水市",), ("松阳县",), ("浙江省",)]


def test_it_says_where_it_comes_from(store: Store) -> None:
    sources = " ".join(text for (text,) in rows(store, "SELECT ?s WHERE { ?set a ?class ; dcterms:source ?s }"))
    assert all(name in sources for name in ("areacodes", "china-division", "GeoNames")) and "CC BY 4.0" in sources


@pytest.mark.parametrize("city", ["3311", "4690"])
def test_a_city_holds_to_the_shapes(triples: list[Triple], city: str) -> None:
    """All of a city, its province, and what stood there before; that no document mentions them is no fault here."""
    region = NAMING.thing("region", "").value
    names = (f"{region}{city}", f"{region}{city[:2]}0000")
    inside = {t.subject for t in triples if t.subject.value.startswith(names)}  # type: ignore[union-attr]
    before = {t.subject for t in triples if t.predicate == term("dcterms:isReplacedBy") and t.object in inside}
    sample = [t for t in triples if t.subject in inside | before]
    sample = [t for t in sample if t.predicate != term("dcterms:isReplacedBy") or t.object in inside]
    assert len(inside) > 20
    assert {told for _, told, _ in ours(stored(sample))} == {UNMENTIONED}


def test_a_town_outside_the_register_has_the_level_that_its_name_tells() -> None:
    def told(entity: Entity) -> dict[str, str]:
        of_it: list[Triple] = [t for t in described(entity, Naming()) if t.subject == Naming().entity(entity)]
        return {t.predicate.value.rpartition("#")[2]: t.object.value.rpartition("/")[2] for t in of_it}

    assert told(Entity("Region", "云外镇-331122", "云外镇")) == {"level": "township", "kind": "town"}
    assert told(Entity("Region", "云外村-331122", "云外村")) == {"level": "village"}
    assert told(Entity("Region", "长三角", "长三角")) == {"level": "macro-region"}
    assert told(Entity("Region", "云外", "云外")) == {}
