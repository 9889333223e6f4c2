"""The files written from a store have the triples of facts and of evidence apart, and the bytes that sorting them gives."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg import terms
from kg.store import write_files, write_triples

# Names of which one begins another, prefixed ones, reserved characters, and text that looks like the file's own syntax.
SUBJECTS = [
    NamedNode(f"{base}{name}")
    for base in ("https://example.org/", terms.FZ, terms.PREFIXES["schema"])
    for name in ("青河", "青河县", "a", "a-b", "a%2Cb", "z.y")
]
TEXTS = ["一", '" .\n<https://example.org/a> a', "\tb", "@prefix a: <b> ."]
VALUES = st.one_of(st.sampled_from(SUBJECTS), st.sampled_from([Literal(text, language="zh") for text in TEXTS]))
TYPE = NamedNode(terms.PREFIXES["rdf"] + "type")
DERIVED = NamedNode(terms.PREFIXES["prov"] + "wasDerivedFrom")
PASSAGE = NamedNode(terms.FZ + "Passage")
SAID = st.builds(Triple, st.sampled_from(SUBJECTS), st.sampled_from([*SUBJECTS, DERIVED]), VALUES)
TYPED = st.builds(Triple, st.sampled_from(SUBJECTS), st.just(TYPE), st.sampled_from([PASSAGE, SUBJECTS[0]]))
DOCUMENTS = st.dictionaries(
    st.sampled_from(SUBJECTS[:6]), st.frozensets(st.one_of(SAID, TYPED), min_size=1, max_size=12), max_size=4
)


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS)
def test_files(tmp_path_factory: object, documents: dict[NamedNode, frozenset[Triple]]) -> None:
    folder = tmp_path_factory.mktemp("files")  # type: ignore[attr-defined]
    triples = frozenset[Triple]().union(*documents.values())
    passages = {one.subject for one in triples if one.object == PASSAGE and one.predicate == TYPE}
    evidence = {one for one in triples if one.subject in passages or one.predicate == DERIVED}
    store = Store()
    for name, own in documents.items():
        store.extend(
            Quad(one.subject, one.predicate, one.object, graph) for one in own for graph in (name, DefaultGraph())
        )
    assert write_files(store, folder) == (len(triples - evidence), len(evidence))
    for name, some in (("graph", triples - evidence), ("evidence", evidence)):
        write_triples(some, folder / f"{name} sorted.ttl")
        assert (folder / f"{name}.ttl").read_bytes() == (folder / f"{name} sorted.ttl").read_bytes()
    lines = (f"{line} {name} .\n" for name in sorted(documents, key=str) for line in sorted(map(str, documents[name])))
    assert (folder / "graph.nq").read_text(encoding="utf8") == "".join(lines)
