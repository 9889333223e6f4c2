"""What checking against the shapes costs: for a document, in a small store and in one of a million triples.

Run it on a build: ``python tests/benchmarks/shapes.py OUT``. Its graphs are copied, with new names for documents, facts
and passages, until there are a million triples; regions, units and industries are shared, as they would be. Printed are
seconds of processor time for all documents of the build and for its first one, before and after, and their ratio: what
a document costs is to grow with it, not with the graph.
"""

import re
import sys
import tempfile
import time
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from kg.graph import check
from kg.graph.shapes import checks

MILLION = 1_000_000
_OWN = re.compile(
    r"/id/(document|passage|figure|statement|organization|platform|project|membership|person|event|stage)/"
)


def seconds(store: Store, documents: list[NamedNode] | None) -> float:
    """Return the processor time that a check takes, the least of three turns."""
    turns = []
    for _ in range(3):
        begin = time.process_time()
        check(store, documents)
        turns.append(time.process_time() - begin)
    return min(turns)


def copies(text: str, number: int, folder: Path) -> Store:
    """Return a store of so many copies of the quads, with their union as the default graph, as a build has it."""
    store, union = Store(str(folder)), set[str]()
    for copy in range(number):
        quads = _OWN.sub(lambda found, copy=copy: f"/id/{found[1]}/{copy}~", text)
        store.bulk_load(quads, RdfFormat.N_QUADS, lenient=True)
        union.update(f"{line.rpartition(' <')[0]} .\n" for line in quads.splitlines())
    store.bulk_load("".join(union), RdfFormat.N_QUADS, lenient=True)
    return store


def main(out: Path) -> None:
    """Print what is checked, how long it takes, and how much longer a document takes in the large store."""
    text = (out / "graph.nq").read_text(encoding="utf8")
    begin = time.process_time()
    print(f"{len(checks())} checks, compiled in {time.process_time() - begin:.3f} s")
    took = []
    for number in (1, MILLION // len(text.splitlines()) + 1):
        with tempfile.TemporaryDirectory() as folder:
            store = copies(text, number, Path(folder))
            documents = sorted(store.named_graphs(), key=str)
            one = [document for document in documents if "/0~" in str(document)][:1]
            took.append(seconds(store, [NamedNode(str(one[0])[1:-1])]))
            print(f"{number * len(text.splitlines()):,} triples: one document {took[-1]:.3f} s", end="")
            print(f", all {len(documents)} {seconds(store, None):.3f} s" if number == 1 else "")
    print(f"a document takes {took[1] / took[0]:.2f} times as long in the large store")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "outputs"))
