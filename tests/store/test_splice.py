"""A sorted file that is changed in place has the bytes that writing all of it gives."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kg import terms
from kg.store import write_triples
from kg.store.splice import splice_quads, splice_turtle

# Names of which one begins another, prefixed ones, reserved characters, and text that looks like the file's own syntax.
SUBJECTS = [
    NamedNode(f"{base}{name}")
    for base in ("https://example.org/", terms.FZ, terms.PREFIXES["schema"])
    for name in ("青河", "青河县", "a", "a-b", "a%2Cb", "z.y")
]
TEXTS = ["一", '" .\n<https://example.org/a> a', "\tb", "@prefix a: <b> ."]
TRIPLES = st.builds(
    Triple,
    st.sampled_from(SUBJECTS),
    st.sampled_from(SUBJECTS),
    st.one_of(st.sampled_from(SUBJECTS), st.sampled_from([Literal(text, language="zh") for text in TEXTS])),
)
GRAPHS = st.frozensets(TRIPLES, max_size=12)
DOCUMENTS = st.dictionaries(st.sampled_from([str(node) for node in SUBJECTS[:6]]), GRAPHS, max_size=4)


@settings(max_examples=150, deadline=None)
@given(GRAPHS, GRAPHS)
def test_turtle(tmp_path_factory: object, before: frozenset[Triple], after: frozenset[Triple]) -> None:
    folder = tmp_path_factory.mktemp("splice")  # type: ignore[attr-defined]
    old, new, whole = (folder / f"{name}.ttl" for name in ("old", "new", "whole"))
    write_triples(before, old)
    write_triples(after, whole)
    assert splice_turtle(old, new, before - after, after - before) == (len(before - after), len(after - before))
    assert new.read_bytes() == whole.read_bytes()


def written(documents: dict[str, frozenset[Triple]], path: Path) -> Path:
    lines = (f"{line} {name} .\n" for name in sorted(documents) for line in sorted(map(str, documents[name])))
    path.write_text("".join(lines), encoding="utf8", newline="\n")
    return path


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_quads(
    tmp_path_factory: object, before: dict[str, frozenset[Triple]], after: dict[str, frozenset[Triple]]
) -> None:
    folder = tmp_path_factory.mktemp("splice")  # type: ignore[attr-defined]
    changed = {name: after.get(name, frozenset()) for name in before | after if before.get(name) != after.get(name)}
    splice_quads(written(before, folder / "old.nq"), folder / "new.nq", changed)
    assert (folder / "new.nq").read_bytes() == written(after, folder / "whole.nq").read_bytes()
