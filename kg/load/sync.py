"""Makes a graph of a store what a build has: what is missing is added, then what is too much is taken away.

What the store has is asked of the store, so that there is no state to lose: after an interruption, a change of papers
or a hand in the graph the same command does what is left to do.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, parse

from kg import terms
from kg.errors import InputError, StoreError
from kg.load.doors import doors
from kg.load.remote import Remote
from kg.load.wire import Wire
from kg.store import open_store

Progress: TypeAlias = Callable[[str, int, int], None]

ROUNDS = 3  # what somebody else writes meanwhile is made good twice
SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: the graph ("" for the default graph), its triples, how many came, went and were asked for."""

    graph: str
    triples: int
    added: int
    removed: int
    asked: int


def load(
    directory: Path,
    endpoint: str,
    update: str = "",
    graph: str | None = None,
    progress: Progress = lambda stage, done, total: None,
) -> Loaded:
    """Make a graph of a store (that of the build's data set unless named) the facts and evidence of a build.

    Raises StoreError when there is no build, when the store cannot be reached or refuses, or when it has not what it
    was given; InputError for addresses that cannot be meant.
    """
    store = open_store(directory)
    remote = Remote(Wire(), doors(endpoint, update), dataset(directory) if graph is None else _named(graph))
    ours = {_digest(line) for line in _lines(store)}
    added, removed, held = 0, 0, remote.count()
    for _ in range(ROUNDS):
        there, others = _compared(ours, remote, held, progress)
        missing = (line for line in _lines(store) if _digest(line) not in there)
        added += _told(remote.add(missing), "load", len(ours) - len(there), progress)
        removed += _told(remote.remove(others), "remove", len(others), progress)
        if (held := remote.count()) == len(ours):
            break
    else:
        raise StoreError(
            f"{endpoint}: the graph has {held} triples, not the {len(ours)} of the build; end what else writes "
            "into it, and repeat the command"
        )
    asked = _ensure_held(remote, islice(_lines(store), 0, None, max(1, len(ours) // SAMPLE)), endpoint)
    return Loaded(remote.graph, len(ours), added, removed, asked)


def dataset(directory: Path) -> str:
    """Return the IRI of the data set of a build, which void.ttl describes.

    Raises StoreError when the file cannot be read.
    """
    path, made = directory / "void.ttl", f"{terms.PREFIXES['prov']}wasGeneratedBy"
    try:
        found = {
            quad.subject.value
            for quad in parse(path=str(path), format=RdfFormat.TURTLE)
            if quad.predicate.value == made
        }
        (name,) = found
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"{path}: the description of the build cannot be read ({error}); build again") from error
    return str(name)


def _named(graph: str) -> str:
    try:
        return NamedNode(graph).value if graph else ""
    except ValueError as error:
        raise InputError(
            f"--graph {graph}: not an IRI; give one such as https://example.org/graph, or default"
        ) from error


def _lines(store: Store) -> Iterator[str]:
    """Yield facts and evidence as lines of N-Triples."""
    return (f"{quad.triple} ." for quad in store.quads_for_pattern(None, None, None, DefaultGraph()))


def _digest(line: str) -> bytes:
    """Return what stands for a line in a set of millions."""
    return blake2b(line.encode(), digest_size=12).digest()


def _compared(ours: set[bytes], remote: Remote, count: int, progress: Progress) -> tuple[set[bytes], list[str]]:
    """Return the digests of what of ours a graph has, and the lines of what else it has."""
    there, others = set[bytes](), list[str]()
    for done, line in enumerate(remote.lines(count), 1):
        digest = _digest(line)
        if digest in ours:
            there.add(digest)
        else:
            others.append(line)
        progress("compare", min(done, count), count)
    return there, others


def _told(counts: Iterator[int], stage: str, total: int, progress: Progress) -> int:
    done = 0
    for count in counts:
        done += count
        progress(stage, done, total)
    return done


def _ensure_held(remote: Remote, lines: Iterator[str], endpoint: str) -> int:
    """Ask for triples one by one, and return how many there were."""
    asked = 0
    for line in lines:
        if not remote.count(line):
            raise StoreError(f"{endpoint}: the store took this triple and does not find it, report it to us: {line}")
        asked += 1
    return asked
