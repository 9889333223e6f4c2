"""The index of a graph: what its documents claim, question by question, and their records for the report.

It is a store of its own, ``DIR/index``: a claim is a quad of question, topic, value and document, so that questions and
documents are found alike, and a change costs what it changes.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.claims import Claim, Kept
from kg.errors import StoreError
from kg.store import cloned

INDEX = "index"
_TOPIC, _QUESTION, _DOCUMENT, _RECORD = "urn:topic:", "urn:question:", "urn:document:", NamedNode("urn:record")


class Index(Kept):
    """The index of a folder, to be read; raises StoreError when it cannot be."""

    def __init__(self, folder: Path) -> None:
        try:
            self._store = Store.read_only(str(folder / INDEX))
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{folder / INDEX}: the index cannot be read ({error}); build again") from error

    def asked(self, topic: str, key: str) -> Iterator[tuple[str, str]]:
        """Yield (value, document) of every claim to a question."""
        found = self._store.quads_for_pattern(NamedNode(_QUESTION + key), NamedNode(_TOPIC + topic), None, None)
        return ((_value(quad.object), unquote(_value(quad.graph_name).removeprefix(_DOCUMENT))) for quad in found)

    def of(self, document: str) -> Iterator[Claim]:
        """Yield the claims of a document."""
        for quad in self._store.quads_for_pattern(None, None, None, _node(document)):
            if quad.predicate != _RECORD:
                topic, key = quad.predicate.value.removeprefix(_TOPIC), _value(quad.subject).removeprefix(_QUESTION)
                yield Claim(topic, key, _value(quad.object))

    def records(self) -> Iterator[str]:
        """Yield the record of every document, as text."""
        return (_value(quad.object) for quad in self._store.quads_for_pattern(None, _RECORD, None, None))

    def record(self, document: str) -> str:
        """Return the record of a document, "" when it has none."""
        found = self._store.quads_for_pattern(_node(document), _RECORD, None, _node(document))
        return next((_value(quad.object) for quad in found), "")


def write_index(
    old: Path | None,
    new: Path,
    claims: tuple[Mapping[str, Set[Claim]], Mapping[str, Set[Claim]]],
    records: Mapping[str, str],
    gone: Iterable[str] = (),
) -> None:
    """Write the index into a new folder: that of an old one, if given, without the claims that went and with others.

    ``records`` are those that are new or others than before, by document; documents that are gone have none.
    """
    if old:
        cloned(old / INDEX, new / INDEX)
    store, (went, came) = Store(str(new / INDEX)), claims
    for document in {*records, *gone} if old else ():
        for quad in list(store.quads_for_pattern(_node(document), _RECORD, None, _node(document))):
            store.remove(quad)
    for quad in _quads(went):
        store.remove(quad)
    told = (Quad(_node(one), _RECORD, Literal(text), _node(one)) for one, text in records.items())
    fresh = [*_quads(came), *told]
    if old:
        store.extend(fresh)
    else:
        store.bulk_extend(fresh)
    store.flush()


def _quads(claims: Mapping[str, Set[Claim]]) -> Iterator[Quad]:
    for document, own in claims.items():
        graph = _node(document)
        for one in own:
            yield Quad(NamedNode(_QUESTION + one.key), NamedNode(_TOPIC + one.topic), Literal(one.value), graph)


def _node(document: str) -> NamedNode:
    return NamedNode(_DOCUMENT + quote(document, safe=""))


def _value(node: object) -> str:
    return str(getattr(node, "value", ""))
