"""Graphs of documents to the embedded Oxigraph store, and queries to the store.

Its files are RocksDB's own: equal stores answer alike, but their bytes differ.
"""

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store

from kg import terms
from kg.errors import QueryError, StoreError
from kg.graph import DocumentGraph
from kg.store.files import lines, named
from kg.store.staging import settle, unsettled

STORE = "store"
_PORTION = 16 << 20
_TOGETHER = 2  # portions that are loaded side by side: Oxigraph sorts each in one thread


def write_store(graphs: Iterable[DocumentGraph], directory: Path) -> None:
    """Write ``store/`` into a new directory, with one named graph a document.

    A triple of two documents is two rows in Oxigraph's union of graphs, and counts would be wrong: so the union is
    stored as the default graph. Documents pass one by one, so that no text of the whole is ever held.
    """
    store = Store(str(directory / STORE))
    load_portions(store, _portions(graphs))
    store.flush()


def load_portions(store: Store, portions: Iterable[tuple[bytes, RdfFormat]]) -> None:
    """Load portions of RDF, each in its format, into a store: side by side, and few of them held at a time.

    Raises SyntaxError when one of them cannot be read.
    """
    with ThreadPoolExecutor(_TOGETHER) as pool:
        loading = deque[Future[None]]()
        for portion, form in portions:
            loading.append(pool.submit(store.bulk_load, portion, form, lenient=True))
            if len(loading) > _TOGETHER:
                loading.popleft().result()
        for one in loading:
            one.result()


def _portions(graphs: Iterable[DocumentGraph]) -> Iterator[tuple[bytes, RdfFormat]]:
    """Yield what a store is to load, the triples of some documents and then their quads.

    For loading a byte Oxigraph takes twenty of memory, up to gigabytes; portions are loaded no slower. Triples and
    quads are loaded apart, in four fifths of the time that they take together.
    """
    union, apart = bytearray(), bytearray()
    for graph in graphs:
        own = lines(graph.facts | graph.evidence)
        union += own
        apart += named(own, graph.name)
        if len(apart) >= _PORTION:
            yield from ((bytes(union), RdfFormat.N_TRIPLES), (bytes(apart), RdfFormat.N_QUADS))
            union.clear()
            apart.clear()
    yield from ((bytes(union), RdfFormat.N_TRIPLES), (bytes(apart), RdfFormat.N_QUADS))


def open_store(directory: Path) -> Store:
    """Open the store of a build for reading.

    Raises StoreError when there is none, or when it cannot be read.
    """
    path = directory / STORE
    while True:
        settle(directory)
        found = _stamp(path)
        if found is None:
            if unsettled(directory) or _stamp(path):
                continue
            raise StoreError(f"{directory}: no store here; name the folder that fangzhi build wrote, such as outputs")
        try:
            store = Store.read_only(str(path))
        except (OSError, RuntimeError) as error:  # RocksDB reports damage as RuntimeError
            if _stamp(path) == found and not unsettled(directory):
                raise StoreError(f"{path}: the store cannot be read ({error}); build it again") from error
            continue  # a build put another store in its place meanwhile
        if _stamp(path) == found:
            return store


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return what tells the folder of a store from the one that a build puts in its place, None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if path.is_dir() else None


def ensure_free(directory: Path) -> None:
    """Raise StoreError when another process has the store of a build open for writing."""
    lock = directory / STORE / "LOCK"
    if not lock.is_file():
        return
    try:
        with lock.open("r+b") as file:  # Windows opens no file that RocksDB holds
            if sys.platform != "win32":
                import fcntl

                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise StoreError(
            f"{lock.parent}: another process has this store open; end it, or build into another folder with -o"
        ) from error


def ask(
    store: Store, query: str, defaults: Sequence[NamedNode] = (), named: Sequence[NamedNode] = ()
) -> QuerySolutions | QueryBoolean | QueryTriples:
    """Answer a SPARQL query; the default graph is the union of all documents, and prefixes need no declaration.

    With graphs for a default graph or to be named the query sees these and no others, whatever it says itself.
    Raises QueryError with the place of a mistake.
    """
    dataset = {"default_graph": list(defaults), "named_graphs": list(named)} if defaults or named else {}
    try:
        return store.query(query, prefixes=dict(terms.PREFIXES), **dataset)  # type: ignore[arg-type]
    except SyntaxError as error:
        raise _unreadable("query", error) from error


def change(store: Store, update: str) -> None:
    """Apply a SPARQL update to a store that is open for writing, wholly or not at all; prefixes need no declaration.

    Raises QueryError when it cannot be read, with the place of the mistake, or cannot be done.
    """
    try:
        store.update(update, prefixes=dict(terms.PREFIXES))
    except SyntaxError as error:
        raise _unreadable("update", error) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the update cannot be done ({error}); nothing was changed") from error


def _unreadable(what: str, error: SyntaxError) -> QueryError:
    place = str(error).partition(": expected")[0]  # what might stand there instead is a page of character ranges
    return QueryError(f"the {what} cannot be read, {place}; it must be SPARQL 1.1")
