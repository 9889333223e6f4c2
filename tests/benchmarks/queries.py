"""Milliseconds of every query at a million triples, a first page and the whole: as it stands, and with each parameter.

Run it on the folder of a build, with the names of queries if not all are wanted:
``python tests/benchmarks/queries.py outputs [leaderboard ...]``. The build's graph is copied under new names until it
has a million triples, once, into a store beside it (``outputs-grown``, which ``fangzhi ask`` can be put to as well).
A copy is another prefecture: its places, bodies, people, documents and names are its own, and its figures others. What
every place shares in life (posts, indicators, units, periods, industries, vocabularies) stays one, so that the places of
all copies stand on the same leaderboards. Each parameter is given the value, of those with an answer, of which most is
said. What is printed is the best of three runs in time of the processor, with the
rows in all; what takes more than 20 seconds is ended. A named query has a page of 100 rows, as ``fangzhi ask`` and the
server show it; the pages of more than 100 ms are told at the end.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from math import inf
from multiprocessing import Process, Queue
from pathlib import Path
from resource import RLIMIT_CPU, setrlimit

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg import BASE, terms
from kg.ask.filled import Term
from kg.ask.pages import page
from kg.ask.queries import QUERIES, Parameter, Query, find, names, read
from kg.ask.rows import solved
from kg.ask.values import bound
from kg.errors import QueryError
from kg.store import open_store

TRIPLES, TURNS, LIMIT = 1_000_000, 3, 20
PAGE, AIM = 100, 100  # rows, milliseconds
PREFIXES = dict(terms.PREFIXES)
SHARED = ("role", "indicator", "unit", "period", "industry", "series")
NAMING = {f"{terms.PREFIXES[p]}{name}" for p, name in (("skos", "prefLabel"), ("skos", "altLabel"), ("fz", "code"))}
NAMING |= {f"{terms.PREFIXES['dcterms']}identifier", terms.term("text")}
COUNTING = {terms.term("value"), terms.term("baseValue")}


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
            yield Quad(copied(triple.subject, copy), triple.predicate, said(triple, copy))


def kept(node: object) -> bool:
    """Is this a node that every copy shares?"""
    iri = getattr(node, "value", "")
    return not iri.startswith(BASE) or iri.removeprefix(BASE).partition("/")[0] in SHARED


def copied(node: object, copy: int) -> NamedNode:
    """Return the node of a copy: its IRI stands beside those of its own copy, as the places of a prefecture do."""
    kind, _, key = getattr(node, "value", "").removeprefix(BASE).partition("/")
    return NamedNode(f"{BASE}{kind}/{copy}-{key}")


def said(triple: Triple, copy: int) -> NamedNode | Literal:
    """Return what a copy says: of another name, and of a figure half or twice as much, to the digits that are printed."""
    value = triple.object
    if not isinstance(value, Literal):
        return value if kept(value) else copied(value, copy)  # type: ignore[return-value]
    if triple.predicate.value in NAMING:
        return Literal(f"{copy}{value.value}", language=value.language)
    if triple.predicate.value in COUNTING:
        number = Decimal(value.value)
        other = (number * (50 + 37 * copy % 151) / 100).quantize(number)
        return Literal(str(other), datatype=value.datatype)
    return value


def most_said(store: Store, parameter: Parameter) -> list[Term]:
    """Return what a parameter may be, that first of which most is said."""
    if parameter.type == "date":
        return bound(store, parameter, "2024-06-01")
    found = store.query("SELECT DISTINCT ?name WHERE { ?thing skos:prefLabel|skos:notation ?name }", prefixes=PREFIXES)
    values: set[Term] = set()
    for name in {row["name"].value for row in found} | set(parameter.type.partition(":")[2].split(",")):
        with suppress(QueryError):
            values |= set(bound(store, parameter, name))
    told = {value: sum(1 for _ in store.quads_for_pattern(None, None, value)) for value in values}
    return sorted(values, key=lambda value: (told[value], str(value)), reverse=True)


def usual(store: Store, query: Query, parameter: Parameter, values: list[Term]) -> Term:
    """Return the first value with which a query has an answer."""
    return next((one for one in values if next(solved(store, query, {parameter.variable: [one]})[1], None)), values[0])


def timed(folder: Path, query: Query, shown: str, **values: list[Term]) -> bool:
    """Print the milliseconds of a first page of a query and of all its rows; return whether the page is in time."""
    paged, whole = (_apart(folder, query, values, part) for part in (PAGE, None))
    given = ", ".join(str(value) for some in values.values() for value in some)
    print(f"{shown:32} {paged[0]:9.1f} ms {whole[0]:9.1f} ms {whole[1]:8} rows  {given}", flush=True)
    return paged[0] <= AIM


def _apart(folder: Path, query: Query, values: dict[str, list[Term]], size: int | None) -> tuple[float, int]:
    """Return the milliseconds and the rows of a query, asked in a process of its own; infinity where that is ended."""
    told: Queue[tuple[float, int]] = Queue()
    process = Process(target=_run, args=(folder, query, values, size, told))
    process.start()
    process.join()
    return told.get() if process.exitcode == 0 else (inf, 0)


def _run(
    folder: Path, query: Query, values: dict[str, list[Term]], size: int | None, told: "Queue[tuple[float, int]]"
) -> None:
    setrlimit(RLIMIT_CPU, (LIMIT, LIMIT))
    store, times, count = open_store(folder), list[float](), 0
    while len(times) < TURNS and sum(times) < LIMIT / 3:
        start = time.process_time()
        found = page(store, query, values, size)[1] if size else list(solved(store, query, values)[1])
        times.append(time.process_time() - start)
        count = len(found)
    told.put((min(times) * 1000, count))


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
    print(f"{'':32} {'a page':>12} {'the whole':>12}")
    late, known = [], dict[str, list[Term]]()
    for name in names():
        if wanted and name not in wanted:
            continue
        query = find(name)
        given: dict[str, dict[str, list[Term]]] = {name: {}}
        for one in query.parameters:
            known[one.type] = known.get(one.type) or most_said(small, one)
            given[f"{name} --{one.name}"] = {one.variable: [usual(small, query, one, known[one.type])]}
        late += [shown for shown, values in given.items() if not timed(large, query, shown, **values)]
    for path in sorted(QUERIES.glob("facts/*.rq")):
        if not wanted or path.stem in wanted:
            timed(large, read(path), f"{path.stem} ?thing", thing=[thing])
    print(f"pages of more than {AIM} ms: {', '.join(late) or 'none'}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
