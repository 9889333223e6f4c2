"""The index of a graph: its documents, what they claim, question by question, and their records for the report.

It is a store of its own, ``DIR/index``: a claim is a quad of question, topic, value and document, and a document has
its entry, its file, its paper and its record as values. So all are found alike, and a change costs what it changes.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain, islice
from pathlib import Path
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.claims import Claim, Kept
from kg.errors import StoreError
from kg.store import cloned
from kg.store.manifest import Entry, entry

INDEX = "index"
_PORTION = 100_000  # quads that are written at once
_TOPIC, _QUESTION, _DOCUMENT, _RECORD = "urn:topic:", "urn:question:", "urn:document:", NamedNode("urn:record")
_ENTRY, _FILE, _STEM, _PAPER = map(NamedNode, ("urn:entry", "urn:file", "urn:stem", "urn:paper"))
_ENTERED = (_ENTRY, _FILE, _STEM, _PAPER)


class Index(Kept):
    """The index of a folder, to be read; of no folder it is empty. Raises StoreError when it cannot be read."""

    def __init__(self, folder: Path | None = None) -> None:
        try:
            self._store = Store.read_only(str(folder / INDEX)) if folder else Store()
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{folder}/{INDEX}: the index cannot be read ({error}); build again") from error

    def asked(self, topic: str, key: str) -> Iterator[tuple[str, str]]:
        """Yield (value, document) of every claim to a question."""
        found = self._store.quads_for_pattern(NamedNode(_QUESTION + key), NamedNode(_TOPIC + topic), None, None)
        return ((_value(quad.object), _name(quad)) for quad in found)

    def of(self, document: str) -> Iterator[Claim]:
        """Yield the claims of a document."""
        for quad in self._store.quads_for_pattern(None, None, None, _node(document)):
            if quad.predicate not in {*_ENTERED, _RECORD}:
                topic, key = quad.predicate.value.removeprefix(_TOPIC), _value(quad.subject).removeprefix(_QUESTION)
                yield Claim(topic, key, _value(quad.object))

    def documents(self) -> Iterator[str]:
        """Yield the identifier of every document."""
        return map(_name, self._store.quads_for_pattern(None, _ENTRY, None, None))

    def of_file(self, name: str) -> set[str]:
        """Return the documents that came from a file of a name."""
        return self._with(_FILE, name)

    def of_stem(self, name: str) -> set[str]:
        """Return the documents that came from a file of a name, its ending not counted."""
        return self._with(_STEM, name)

    def of_paper(self, name: str) -> set[str]:
        """Return the documents that are units of a paper."""
        return self._with(_PAPER, name)

    def entry(self, document: str) -> Entry | None:
        """Return the entry of a document, None when there is none."""
        text = self._told(document, _ENTRY)
        return entry(text) if text else None

    def record(self, document: str) -> str:
        """Return the record of a document, "" when it has none."""
        return self._told(document, _RECORD)

    def _with(self, what: NamedNode, text: str) -> set[str]:
        return set(map(_name, self._store.quads_for_pattern(None, what, Literal(text), None)))

    def _told(self, document: str, what: NamedNode) -> str:
        found = self._store.quads_for_pattern(_node(document), what, None, _node(document))
        return next((_value(quad.object) for quad in found), "")


def write_index(
    old: Path | None,
    new: Path,
    claims: tuple[Mapping[str, Set[Claim]], Mapping[str, Set[Claim]]],
    entries: Mapping[str, Entry],
    records: Mapping[str, str],
    gone: Iterable[str] = (),
) -> None:
    """Write the index into a new folder: that of an old one, if given, without the claims that went and with others.

    ``entries`` and ``records`` are those that are new or others than before, by document; documents that are gone have
    none.
    """
    if old:
        cloned(old / INDEX, new / INDEX)
    store, (went, came) = Store(str(new / INDEX)), claims
    outdated = [(one, (_RECORD,)) for one in records] + [(one, _ENTERED) for one in entries]
    for document, kinds in (*outdated, *((one, (*_ENTERED, _RECORD)) for one in gone)) if old else ():
        for kind in kinds:
            for quad in list(store.quads_for_pattern(_node(document), kind, None, _node(document))):
                store.remove(quad)
    for quad in _quads(went):
        store.remove(quad)
    fresh = chain(_quads(came), _entered(entries), (_told(one, _RECORD, text) for one, text in records.items()))
    while some := [*islice(fresh, _PORTION)]:
        (store.extend if old else store.bulk_extend)(some)
    store.flush()


def _entered(entries: Mapping[str, Entry]) -> Iterator[Quad]:
    for document, one in entries.items():
        yield _told(document, _ENTRY, one.as_json())
        yield _told(document, _FILE, one.file)
        yield _told(document, _STEM, Path(one.file).stem)
        yield _told(document, _PAPER, one.document.paper)


def _told(document: str, what: NamedNode, text: str) -> Quad:
    return Quad(_node(document), what, Literal(text), _node(document))


def _quads(claims: Mapping[str, Set[Claim]]) -> Iterator[Quad]:
    for document, own in claims.items():
        graph = _node(document)
        for one in own:
            yield Quad(NamedNode(_QUESTION + one.key), NamedNode(_TOPIC + one.topic), Literal(one.value), graph)


def _node(document: str) -> NamedNode:
    return NamedNode(_DOCUMENT + quote(document, safe=""))


def _name(quad: Quad) -> str:
    return unquote(_value(quad.graph_name).removeprefix(_DOCUMENT))


def _value(node: object) -> str:
    return str(getattr(node, "value", ""))
