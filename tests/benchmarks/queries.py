"""Milliseconds of every query at a million triples: as it stands, and with each of its parameters given.

Run it on the folder of a build, with the names of queries if not all are wanted:
``python tests/benchmarks/queries.py outputs [leaderboard ...]``. The build's graph is copied under new names until it
has a million triples, once, into a store beside it (``outputs-grown``, which ``fangzhi ask`` can be put to as well);
what every place shares in life (posts, indicators, units, periods, industries, vocabularies) stays one. Each parameter
is given the value of which most is said. What is printed is the best of three runs in time of the processor,
with the rows; what takes more than 20 seconds is ended.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import Process
from pathlib import Path
from resource import RLIMIT_CPU, setrlimit

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg import BASE, terms
from kg.ask.filled import Term
from kg.ask.queries import QUERIES, Parameter, Query, read
from kg.ask.rows import solved
from kg.ask.values import bound
from kg.errors import QueryError
from kg.store import open_store

TRIPLES, TURNS, LIMIT = 1_000_000, 3, 20
PREFIXES = dict(terms.PREFIXES)
SHARED = ("role", "indicator", "unit", "period", "industry")
NAMING = {f"{terms.PREFIXES[p]}{name}" for p, name in (("skos", "prefLabel"), ("skos", "altLabel"), ("fz", "code"))}
NAMING |= {f"{terms.PREFIXES['dcterms']}identifier", terms.term("text")}


def grown(one: list[Triple], size: int) -> Iterator[Quad]:
    """Yield the quads of a graph and of its copies, to a size at least."""
    yield from (Quad(*triple) for triple in one)
    written, copy = len(one), 0
    while written < size:
        copy += 1
        for triple in one:
            if kept(triple.subject):
                continue
            written += 1
            value = triple.object
            if isinstance(value, Literal):
                if triple.predicate.value in NAMING:
                    value = Literal(f"{copy}{value.value}", language=value.language)
            elif not kept(value):
                value = NamedNode(f"{value.value}-{copy}")
            yield Quad(NamedNode(f"{triple.subject.value}-{copy}"), triple.predicate, value)


def kept(node: object) -> bool:
    """Is this a node that every copy shares?"""
    iri = getattr(node, "value", "")
    return not iri.startswith(BASE) or iri.removeprefix(BASE).partition("/")[0] in SHARED


def usual(store: Store, parameter: Parameter) -> Term:
    """Return the value of a parameter of which most is said: what is about it, and what it says itself."""
    if parameter.type == "date":
        return bound(store, parameter, "2024-06-01")[0]
    found = store.query("SELECT DISTINCT ?name WHERE { ?thing skos:prefLabel|skos:notation ?name }", prefixes=PREFIXES)
    values: set[Term] = set()
    for name in {row["name"].value for row in found} | set(parameter.type.partition(":")[2].split(",")):
        with suppress(QueryError):
            values |= set(bound(store, parameter, name))
    return max(values, key=lambda value: (sum(1 for _ in store.quads_for_pattern(None, None, value)), str(value)))


def timed(folder: Path, query: Query, shown: str, **values: list[Term]) -> None:
    """Print the milliseconds of a query and its rows."""
    process = Process(target=_run, args=(folder, query, shown, values))
    process.start()
    process.join()
    if process.exitcode:
        print(f"{shown:32} more than {LIMIT} s", flush=True)


def _run(folder: Path, query: Query, shown: str, values: dict[str, list[Term]]) -> None:
    setrlimit(RLIMIT_CPU, (LIMIT, LIMIT))
    store, times, count = open_store(folder), [], 0
    while len(times) < TURNS and sum(times) < LIMIT / 3:
        start = time.process_time()
        count = sum(1 for _ in solved(store, query, values)[1])
        times.append(time.process_time() - start)
    given = ", ".join(str(value) for some in values.values() for value in some)
    print(f"{shown:32} {min(times) * 1000:9.1f} ms {count:8} rows  {given}", flush=True)


def main(folder: Path, wanted: list[str]) -> None:
    """Print the milliseconds of every query, or of those that are wanted."""
    small, large = open_store(folder), folder.with_name(f"{folder.name}-grown")
    one = [quad.triple for quad in small.quads_for_pattern(None, None, None, DefaultGraph())]
    if not large.is_dir():
        large.mkdir()
        store = Store(str(large / "store"))
        store.bulk_extend(grown(one, TRIPLES))
        store.optimize()
        print(f"{len(store)} triples, from {len(one)}")
        del store
    thing = Counter(triple.subject for triple in one if isinstance(triple.subject, NamedNode)).most_common(1)[0][0]
    for path in (*sorted(QUERIES.glob("*.rq")), *sorted(QUERIES.glob("facts/*.rq"))):
        query, shown = read(path), path.relative_to(QUERIES).with_suffix("").as_posix()
        if wanted and shown not in wanted:
            continue
        timed(large, query, shown)
        for parameter in query.parameters:
            value = usual(small, parameter)
            timed(large, query, f"{shown} --{parameter.name}", **{parameter.variable: [value]})
        if path.parent != QUERIES:
            timed(large, query, f"{shown} ?thing", thing=[thing])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
