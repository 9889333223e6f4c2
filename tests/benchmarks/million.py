"""A million triples written and loaded, and every named query asked, beside rdflib on the same machine.

Run it on the folder of a build: ``python tests/benchmarks/million.py outputs``. The build's graph is copied as
``queries.py`` does it. Printed are seconds by the clock and of the processor (a store on the disk is loaded by several
threads, rdflib works with one), the peak of memory, and how many times as long rdflib takes by either: Turtle written
from triples in memory (sorted, with prefixes), the same file loaded (into memory, and ours on the disk too, in portions
as a build loads its own), and the named queries of a graph of 20,000 triples. What is on the disk has its size, and
stands there as a build keeps it too ("by document"): each triple a second time, in the graph of its document, three
times the indexes, which rdflib's graph has no like of. Every step runs in a process of its own; rdflib's have so much
time of the processor and no more, of which the table tells ("more than 120 s": it would write for sixteen minutes).
"""

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from math import inf
from pathlib import Path
from resource import RLIM_INFINITY, RLIMIT_CPU, RUSAGE_SELF, getrusage, setrlimit
from signal import SIGXCPU
from typing import NamedTuple

import rdflib
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, parse
from queries import grown

from kg import BASE
from kg.ask.queries import find, names
from kg.ask.rows import solved
from kg.graph import DocumentGraph
from kg.store import load_portions, open_store, write_store, write_triples

LARGE, SMALL = 1_000_000, 20_000
DOCUMENT = 300  # triples
PORTION = 20_000_000  # bytes
LIMITS = {"theirs_written": 120, "theirs_loaded": 120, "theirs_asked": 30}  # seconds of the processor


class Cost(NamedTuple):
    """Seconds by the clock and of the processor, and GB of memory at their peak."""

    clock: float
    processor: float
    peak: float = 0.0


def timed(work: Callable[[], object]) -> Cost:
    """Do the work and return the time that it took."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - clock, time.process_time() - processor)


def limited(step: str, work: Callable[[], object]) -> Cost:
    """Do the work of a step and return the time that it took; the process is ended when that is over its limit."""
    setrlimit(RLIMIT_CPU, (int(time.process_time()) + LIMITS[step], RLIM_INFINITY))
    return timed(work)


def portions(source: Path) -> Iterator[tuple[bytes, RdfFormat]]:
    """Yield portions of Turtle as fangzhi writes it, each with the prefixes: where a statement ends, its line does."""
    text = source.read_bytes()
    prefixes = re.match(rb"(?:@prefix .*\n)*", text)
    assert prefixes
    begin = prefixes.end()
    while begin < len(text):
        end = text.find(b" .\n", begin + PORTION) + 3
        end = end if end > begin else len(text)
        yield prefixes[0] + text[begin:end], RdfFormat.TURTLE
        begin = end


def ours_written(source: Path, out: Path) -> Cost:
    """Write triples in memory as Turtle, sorted as a build does."""
    triples = [quad.triple for quad in parse(path=str(source))]
    return timed(lambda: write_triples(triples, out))


def theirs_written(source: Path, out: Path) -> Cost:
    """Write rdflib's graph in memory as Turtle."""
    graph = rdflib.Graph().parse(source)
    return limited("theirs_written", lambda: graph.serialize(out, format="turtle"))


def ours_loaded(source: Path, out: Path) -> Cost:
    """Load Turtle into a store in memory, as rdflib does."""
    return timed(lambda: Store().bulk_load(path=str(source), format=RdfFormat.TURTLE, lenient=True))


def ours_kept(source: Path, out: Path) -> Cost:
    """Load Turtle into a store on the disk, some portions side by side."""
    return timed(lambda: load_portions(Store(str(out)), portions(source)))


def ours_built(source: Path, out: Path) -> Cost:
    """Put triples in memory into a store as a build keeps them: each in the graph of its document too."""
    out.mkdir()
    triples = [quad.triple for quad in parse(path=str(source))]
    graphs = [
        DocumentGraph(str(at), NamedNode(f"{BASE}document/{at}"), set(triples[at : at + DOCUMENT]))
        for at in range(0, len(triples), DOCUMENT)
    ]
    return timed(lambda: write_store(graphs, out))


def theirs_loaded(source: Path, out: Path) -> Cost:
    """Load Turtle into rdflib's memory."""
    return limited("theirs_loaded", lambda: rdflib.Graph().parse(source))


def ours_asked(source: Path, out: Path) -> Cost:
    """Answer the query that the name of the output tells, the best of three."""
    store, query = Store.read_only(str(source)), find(out.name)
    return min((timed(lambda: list(solved(store, query, {})[1])) for _ in range(3)), key=lambda one: one.processor)


def theirs_asked(source: Path, out: Path) -> Cost:
    """Answer the query with rdflib."""
    graph = rdflib.Graph().parse(source)
    return limited("theirs_asked", lambda: list(graph.query(find(out.name).text)))


STEPS = {
    step.__name__: step
    for step in (
        ours_written,
        theirs_written,
        ours_loaded,
        ours_kept,
        ours_built,
        theirs_loaded,
        ours_asked,
        theirs_asked,
    )
}


def run(step: Callable[[Path, Path], Cost], source: Path, out: Path) -> Cost:
    """Run a step in a process of its own and return what it costs: its limit and endless memory when it was ended."""
    command = [sys.executable, __file__, "--step", step.__name__, str(source), str(out)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode == -SIGXCPU:
        return Cost(LIMITS[step.__name__], LIMITS[step.__name__], inf)
    done.check_returncode()
    return Cost(*json.loads(done.stdout))


def compared(what: str, ours: Cost, theirs: Cost) -> None:
    """Print a line of the table."""
    ended = theirs.peak == inf
    shown, more = (f"more than {theirs.processor:.0f} s", "> ") if ended else (told(theirs), "")
    ratios = (f"{more}{their / our:.1f}" for their, our in zip(theirs[:2], ours[:2], strict=True))
    print(f"{what:24}{told(ours)}{shown:>34}{''.join(f'{ratio:>10}' for ratio in ratios)}", flush=True)


def told(cost: Cost) -> str:
    """Return a cost in 34 signs."""
    return f"{cost.clock:10.3f} s{cost.processor:10.3f} s{cost.peak:7.2f} GB"


def on_disk(path: Path) -> int:
    """Return the MB of a file or of a folder of files."""
    return sum(one.stat().st_size for one in (path, *path.rglob("*")) if one.is_file()) >> 20


def main(folder: Path) -> None:
    """Print the table."""
    store = open_store(folder)
    one = [quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph())]
    with tempfile.TemporaryDirectory() as made:
        room = Path(made)
        for name, size in (("large", LARGE), ("small", SMALL)):
            lines = sorted({f"{quad.triple} .\n" for quad in grown(one, size)})
            (room / f"{name}.nt").write_text("".join(lines), encoding="utf8")
            print(f"{name}: {len(lines):,} triples", flush=True)
        print(f"{'':24}{'fangzhi: clock, processor, peak':>34}{'rdflib':>34}{'clock':>10}{'processor':>10}", flush=True)
        turtle = room / "large.ttl"
        ours = run(ours_written, room / "large.nt", turtle)
        compared("Turtle written", ours, run(theirs_written, turtle, room / "theirs.ttl"))
        theirs = run(theirs_loaded, turtle, room)
        compared("Turtle loaded in memory", run(ours_loaded, turtle, room), theirs)
        compared("Turtle loaded on disk", run(ours_kept, turtle, room / "kept"), theirs)
        compared("by document, on disk", run(ours_built, room / "large.nt", room / "built"), theirs)
        sizes = (on_disk(one) for one in (room / "kept", room / "built", turtle))
        print("on disk {} MB; by document {} MB; Turtle {} MB".format(*sizes), flush=True)
        run(ours_written, room / "small.nt", room / "small.ttl")
        run(ours_kept, room / "small.ttl", room / "asked")
        for name in names():
            ours = run(ours_asked, room / "asked", room / name)
            compared(name, ours, run(theirs_asked, room / "small.ttl", room / name))


if __name__ == "__main__":
    if sys.argv[1] == "--step":
        spent = STEPS[sys.argv[2]](Path(sys.argv[3]), Path(sys.argv[4]))
        print(json.dumps(spent._replace(peak=getrusage(RUSAGE_SELF).ru_maxrss / 2**20)))
    else:
        main(Path(sys.argv[1]))
