"""A million triples written and loaded, and every named query asked, beside rdflib on the same machine.

Run it on the folder of a build: ``python tests/benchmarks/million.py outputs``. The build's graph is copied as
``queries.py`` does it. Printed are seconds of processor time, the peak of memory and the ratio: Turtle written from
triples in memory (sorted, with prefixes), the same file loaded (into memory, and ours on the disk too),
and the named queries of a graph of 20,000 triples, where rdflib takes what it takes, a minute at most. Every step runs in
a process of its own.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from resource import RLIMIT_CPU, RUSAGE_SELF, getrusage, setrlimit

import rdflib
from pyoxigraph import DefaultGraph, RdfFormat, Store, parse
from queries import grown

from kg.ask.queries import find, names
from kg.ask.rows import solved
from kg.store import open_store, write_triples

LARGE, SMALL, LIMIT = 1_000_000, 20_000, 60


def timed(work: Callable[[], object]) -> float:
    """Do the work and return the processor time that it took."""
    start = time.process_time()
    work()
    return time.process_time() - start


def ours_written(source: Path, out: Path) -> float:
    """Write triples in memory as Turtle, sorted as a build does."""
    triples = [quad.triple for quad in parse(path=str(source))]
    return timed(lambda: write_triples(triples, out))


def theirs_written(source: Path, out: Path) -> float:
    """Write rdflib's graph in memory as Turtle."""
    graph = rdflib.Graph().parse(source)
    return timed(lambda: graph.serialize(out, format="turtle"))


def ours_loaded(source: Path, out: Path) -> float:
    """Load Turtle into a store in memory, as rdflib does."""
    return timed(lambda: Store().bulk_load(path=str(source), format=RdfFormat.TURTLE, lenient=True))


def ours_kept(source: Path, out: Path) -> float:
    """Load Turtle into a store on the disk."""
    return timed(lambda: Store(str(out)).bulk_load(path=str(source), format=RdfFormat.TURTLE, lenient=True))


def theirs_loaded(source: Path, out: Path) -> float:
    """Load Turtle into rdflib's memory."""
    return timed(lambda: rdflib.Graph().parse(source))


def ours_asked(source: Path, out: Path) -> float:
    """Answer the query that the name of the output tells, the best of three."""
    store, query = Store.read_only(str(source)), find(out.name)
    return min(timed(lambda: list(solved(store, query, {})[1])) for _ in range(3))


def theirs_asked(source: Path, out: Path) -> float:
    """Answer the query with rdflib, within a minute."""
    graph = rdflib.Graph().parse(source)
    spent = int(time.process_time())
    setrlimit(RLIMIT_CPU, (spent + LIMIT, spent + LIMIT))
    return timed(lambda: list(graph.query(find(out.name).text)))


STEPS = {
    step.__name__: step
    for step in (ours_written, theirs_written, ours_loaded, ours_kept, theirs_loaded, ours_asked, theirs_asked)
}


def run(step: Callable[[Path, Path], float], source: Path, out: Path) -> tuple[float, float]:
    """Run a step in a process of its own and return its seconds and its peak of memory in GB, endless when it ended."""
    command = [sys.executable, __file__, "--step", step.__name__, str(source), str(out)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        return float("inf"), 0.0
    seconds, peak = json.loads(done.stdout)
    return seconds, peak


def compared(what: str, ours: tuple[float, float], theirs: tuple[float, float]) -> None:
    """Print a line of the table."""
    ended = theirs[0] == float("inf")
    shown = f"more than {LIMIT:>5} " if ended else f"{theirs[0]:10.3f} s {theirs[1]:5.2f} GB"
    ratio = (LIMIT if ended else theirs[0]) / ours[0]
    print(f"{what:24} {ours[0]:10.3f} s {ours[1]:5.2f} GB {shown:>20} {'> ' * ended}{ratio:8.1f} times", flush=True)


def main(folder: Path) -> None:
    """Print the table."""
    store = open_store(folder)
    one = [quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph())]
    with tempfile.TemporaryDirectory() as made:
        room = Path(made)
        for name, size in (("large", LARGE), ("small", SMALL)):
            lines = sorted({f"{quad.triple} .\n" for quad in grown(one, size)})
            (room / f"{name}.nt").write_text("".join(lines), encoding="utf8")
            print(f"{name}: {len(lines):,} triples")
        print(f"{'':24} {'fangzhi':>21} {'rdflib':>20} {'ratio':>12}")
        turtle = room / "large.ttl"
        ours = run(ours_written, room / "large.nt", turtle)
        compared("Turtle written", ours, run(theirs_written, turtle, room / "theirs.ttl"))
        theirs = run(theirs_loaded, turtle, room)
        compared("Turtle loaded in memory", run(ours_loaded, turtle, room), theirs)
        compared("Turtle loaded on disk", run(ours_kept, turtle, room / "store"), theirs)
        run(ours_written, room / "small.nt", room / "small.ttl")
        run(ours_kept, room / "small.ttl", room / "asked")
        for name in names():
            ours = run(ours_asked, room / "asked", room / name)
            compared(name, ours, run(theirs_asked, room / "small.ttl", room / name))


if __name__ == "__main__":
    if sys.argv[1] == "--step":
        print(
            json.dumps(
                [STEPS[sys.argv[2]](Path(sys.argv[3]), Path(sys.argv[4])), getrusage(RUSAGE_SELF).ru_maxrss / 2**20]
            )
        )
    else:
        main(Path(sys.argv[1]))
