"""Writing a graph and asking it."""

import subprocess
import sys
from pathlib import Path

import pytest
from papers import linked_of
from pyoxigraph import QuerySolutions, RdfFormat, Store, parse
from rdflib import Graph

from kg.errors import QueryError, StoreError
from kg.graph import graphs
from kg.model import Linked, Reading
from kg.store import ask, ensure_free, open_store, write_files, write_store

FILES = ("graph.ttl", "evidence.ttl", "graph.nq")


@pytest.fixture
def written(linked: Linked, tmp_path: Path) -> Path:
    write_store(graphs(linked), tmp_path)
    write_files(open_store(tmp_path), tmp_path)
    return tmp_path


def one(store: Store, query: str) -> str:
    found = ask(store, query)
    assert isinstance(found, QuerySolutions)
    return str(next(found)[0].value)


def test_a_triple_of_two_documents_is_one_row(written: Path) -> None:
    assert one(open_store(written), "SELECT (COUNT(*) AS ?n) WHERE { ?region a fz:Region }") == "2"


def test_the_graph_of_a_document_can_be_asked_alone(written: Path) -> None:
    query = "SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?person a fz:Person } }"
    assert one(open_store(written), query) == "2"


def test_facts_and_evidence_are_apart_and_nothing_is_lost(written: Path, linked: Linked) -> None:
    facts = set.union(*(graph.facts for graph in graphs(linked)))
    evidence = set.union(*(graph.evidence for graph in graphs(linked)))
    assert {quad.triple for quad in parse(path=str(written / "graph.ttl"))} == facts
    assert {quad.triple for quad in parse(path=str(written / "evidence.ttl"))} == evidence
    assert {quad.triple for quad in parse(path=str(written / "graph.nq"))} == facts | evidence
    assert not facts & evidence


def test_rdflib_reads_as_many_triples_as_oxigraph(written: Path) -> None:
    for name in FILES[:2]:
        count = sum(1 for _ in parse(path=str(written / name), format=RdfFormat.TURTLE))
        assert len(Graph().parse(written / name, format="turtle")) == count > 0


def test_there_is_no_blank_node(written: Path) -> None:
    assert "_:" not in (written / "graph.nq").read_text(encoding="utf8")


def test_one_set_of_documents_has_one_sequence_of_bytes(readings: tuple[Reading, ...], tmp_path: Path) -> None:
    for number, order in enumerate((readings, readings[::-1])):
        folder = tmp_path / str(number)
        folder.mkdir()
        write_store(graphs(linked_of(*order)), folder)
        write_files(open_store(folder), folder)
    assert all((tmp_path / "0" / name).read_bytes() == (tmp_path / "1" / name).read_bytes() for name in FILES)


def test_files_of_graphs_at_hand_have_the_bytes_of_those_of_the_store(
    written: Path, linked: Linked, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("at hand")
    counted = write_files(graphs(linked), folder)
    assert all((folder / name).read_bytes() == (written / name).read_bytes() for name in FILES)
    assert counted == write_files(open_store(written), folder) > (0, 0)


def test_a_query_that_is_no_sparql_is_told_where(written: Path) -> None:
    with pytest.raises(QueryError, match="SPARQL"):
        ask(open_store(written), "SELECT ?x WHERE { ?x a }")


def test_a_folder_without_a_store_is_told_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="fangzhi build"):
        open_store(tmp_path)


def test_a_damaged_store_is_told_to_be_built_again(written: Path) -> None:
    for path in (written / "store").glob("MANIFEST*"):
        path.write_bytes(b"damage")
    with pytest.raises(StoreError, match="build it again"):
        open_store(written)


def test_a_store_that_another_process_holds_is_not_free(written: Path) -> None:
    ensure_free(written)
    holder = "import sys, pyoxigraph; s = pyoxigraph.Store(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(written / "store")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match="another process"):
            ensure_free(written)
        process.communicate("")
    ensure_free(written)
