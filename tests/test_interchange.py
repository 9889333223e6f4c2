"""What a build hands to others: every file is what it says in the tools of others, and tells the same."""

import json
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from context import CONTEXT, context
from pyoxigraph import NamedNode, RdfFormat, Store, Triple, parse
from rdflib import DCTERMS, PROV, RDF, VOID, Graph, Namespace, URIRef

import kg
from kg import terms
from kg.build import build
from kg.cli import app
from kg.errors import StoreError
from kg.export.rdf12 import write_rdf12
from kg.export.void import write_void
from kg.resources import ONTOLOGY, PIPELINES
from kg.store import open_store

BASE = "https://example.org/青/"
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DATASET = URIRef(BASE + "dataset")
TURTLE = ("graph.ttl", "evidence.ttl", "void.ttl")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample papers under a base of its own."""
    folder = tmp_path_factory.mktemp("elsewhere")
    build([PIPELINES / "samples"], folder, base=BASE)
    return folder


@pytest.fixture(scope="module")
def described(out: Path) -> Graph:
    return Graph().parse(out / "void.ttl")


def triples(path: Path) -> set[Triple]:
    return {quad.triple for quad in parse(path=str(path))}


@pytest.mark.parametrize("name", TURTLE)
def test_turtle_is_rdf_1_1_in_three_parsers(out: Path, name: str) -> None:
    count = sum(1 for _ in parse(path=str(out / name)))
    assert len(Graph().parse(out / name)) == count > 100
    if rapper := shutil.which("rapper"):
        run = subprocess.run([rapper, "-q", "-i", "turtle", "-o", "ntriples", str(out / name)], capture_output=True)
        assert (run.returncode, run.stderr) == (0, b"")
        assert len(run.stdout.splitlines()) == count


def test_iris_are_raw_characters_in_normal_form(out: Path) -> None:
    found = set(re.findall(r"<(https://[^>]*)>", (out / "graph.nq").read_text("utf8")))
    assert any("沂水县" in iri for iri in found)
    assert [iri for iri in found if unicodedata.normalize("NFC", iri) != iri] == []
    # Percent signs are for reserved ASCII alone, which is below %80.
    assert [iri for iri in found if re.search(r"%[89A-F]", iri)] == []


def test_json_ld_is_the_facts_in_two_parsers(out: Path) -> None:
    assert triples(out / "graph.jsonld") == triples(out / "graph.ttl")
    assert set(Graph().parse(out / "graph.jsonld", format="json-ld")) == set(Graph().parse(out / "graph.ttl"))


def test_json_ld_reads_as_plain_json(out: Path) -> None:
    nodes = {node["id"]: node for node in json.loads((out / "graph.jsonld").read_text("utf8"))["@graph"]}
    assert nodes["region/371323"]["type"] == "Region"
    assert nodes["region/371323"]["prefLabel"] == "沂水县"
    assert nodes["region/371323"]["partOf"] == "region/371300"
    target = next(node for node in nodes.values() if node["type"] == "Target")
    assert target["about"] in nodes and target["value"] == str(target["value"])


def test_the_context_names_every_term_of_the_ontology() -> None:
    assert CONTEXT.read_text("utf8") == context(), "the ontology has changed: run make docs"


def test_the_description_counts_what_is_there(out: Path, described: Graph) -> None:
    every = triples(out / "graph.ttl") | triples(out / "evidence.ttl")
    kind = NamedNode(str(RDF.type))
    counts = {VOID.triples: len(every), VOID.distinctSubjects: len({t.subject for t in every})}
    counts[VOID.distinctObjects] = len({t.object for t in every})
    counts[VOID.properties] = len({t.predicate for t in every})
    counts[VOID.classes] = len({t.object for t in every if t.predicate == kind})
    assert {name: int(described.value(DATASET, name)) for name in counts} == counts
    parts = list(described.objects(DATASET, VOID.propertyPartition))
    assert sum(int(described.value(part, VOID.triples)) for part in parts) == len(every)
    parts = list(described.objects(DATASET, VOID.classPartition))
    members = {str(described.value(part, VOID["class"])): int(described.value(part, VOID.entities)) for part in parts}
    regions = {t.subject for t in every if t.predicate == kind and t.object == NamedNode(terms.term("Region"))}
    assert members[terms.term("Region")] == len(regions) > 10
    assert 0 < int(described.value(DATASET, VOID.entities)) <= counts[VOID.distinctSubjects]


def test_the_description_has_sources_files_licence_and_version(out: Path, described: Graph) -> None:
    identifiers = {str(described.value(doc, DCTERMS.identifier)) for doc in described.objects(DATASET, DCTERMS.source)}
    report = json.loads((out / "report.json").read_text("utf8"))
    assert identifiers == {one["document"] for one in report["documents"]}
    files = {str(file).removeprefix(f"{DATASET}/"): file for file in described.subjects(RDF.type, DCAT.Distribution)}
    assert set(files) == {"graph.ttl", "evidence.ttl", "graph.nq", "graph.jsonld"}
    for name, file in files.items():
        assert int(described.value(file, DCAT.byteSize)) == (out / name).stat().st_size
        assert described.value(file, DCAT.mediaType)
    assert {title.language for title in described.objects(DATASET, DCTERMS.title)} == {"zh", "en"}
    assert described.value(DATASET, DCTERMS.license)
    software = described.value(DATASET, PROV.wasGeneratedBy / PROV.wasAssociatedWith)
    assert str(described.value(software, DCAT.version)) == kg.__version__
    assert kg.BASE not in (out / "void.ttl").read_text("utf8")


def test_the_description_is_the_same_bytes_each_time(out: Path) -> None:
    before = (out / "void.ttl").read_bytes()
    write_void(open_store(out), out, BASE)
    assert (out / "void.ttl").read_bytes() == before


def test_rdf_1_2_says_the_evidence_of_relations_themselves(out: Path, tmp_path: Path) -> None:
    path = tmp_path / "graph12.ttl"
    with pytest.raises(SystemExit) as done:
        app(["rdf12", str(out), str(path)])
    assert done.value.code == 0
    store, old = Store(), open_store(out)
    store.load(path=str(path), format=RdfFormat.TURTLE)
    query = """SELECT ?s ?p ?o ?text {{ {} prov:wasDerivedFrom/fz:text ?text }}"""
    annotated = query.format("?statement rdf:reifies <<( ?s ?p ?o )>> ;")
    stated = query.format("?statement a rdf:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;")
    rows = {tuple(map(str, row)) for row in store.query(annotated, prefixes=dict(terms.PREFIXES))}
    assert rows == {tuple(map(str, row)) for row in old.query(stated, prefixes=dict(terms.PREFIXES))}
    assert len(rows) > 100
    # Four triples of a statement have become one; nothing else is lost.
    assert len(store) == len(triples(out / "graph.ttl") | triples(out / "evidence.ttl")) - 3 * len(
        {t.subject for t in triples(out / "evidence.ttl") if t.predicate.value.endswith("#predicate")}
    )
    assert "rdf:Statement" not in path.read_text("utf8")


def test_rdf_1_2_into_a_folder_that_is_not_there_is_an_error(out: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder that is there"):
        write_rdf12(open_store(out), tmp_path / "nowhere" / "graph12.ttl")


def test_what_is_always_said_of_a_dataset_is_turtle() -> None:
    assert len(Graph().parse(ONTOLOGY / "dataset.ttl")) > 40
