"""What an answer is made of, and what it is made from."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol, TypeAlias

from pyoxigraph import QuerySolutions, RdfFormat, Store, Triple, serialize

from kg import terms
from kg.ask.rows import rows
from kg.export.explorer.served import whole
from kg.export.facts import FACTS
from kg.serve.answers.index import Index
from kg.serve.answers.tables import Tables
from kg.serve.web.accept import choose
from kg.store import ask, open_store


class Out(Protocol):
    """Where an answer is written."""

    def write(self, data: bytes, /) -> int:
        """Write some bytes."""

    def flush(self) -> None:
        """Send nothing on."""


Write: TypeAlias = Callable[[Out], object]


class RefusedError(Exception):
    """A question is not answered: a status of HTTP and one sentence."""

    def __init__(self, status: int, told: str) -> None:
        super().__init__(told)
        self.status = status


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its media type, what writes its body, its status and further headers."""

    type: str
    write: Write
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


class Graph:
    """The graph of a build: its store, open for reading, and what the IRIs of its things begin with."""

    def __init__(self, directory: Path, base: str) -> None:
        self.base = base
        self._directory = directory
        self.store: Store = open_store(directory)

    @cached_property
    def tables(self) -> Tables:
        """The tables of the explorer's views."""
        return Tables(self.store, self._directory)

    @cached_property
    def packed(self) -> str:
        """What the explorer's page holds of the whole graph, where no build has written it."""
        return whole(self.store)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many things there are of each class that has any."""
        found = rows(self.store, FACTS / "counts.rq")
        return {row["class"].removeprefix(terms.FZ): int(row["things"]) for row in found}

    @cached_property
    def size(self) -> int:
        """How many statements there are."""
        found = ask(self.store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        assert isinstance(found, QuerySolutions)
        return int(next(found)[0].value)

    @cached_property
    def index(self) -> Index:
        """The names of all things, gathered when they are first asked for."""
        return Index(self.store)


# The ways to write a graph, the one that is given unasked first.
GRAPHS: Mapping[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}


def text(written: str, type: str = "text/plain; charset=utf-8", status: int = 200) -> Answer:
    """Return an answer that is a text."""
    return Answer(type, lambda out: out.write(written.encode()), status)


def triples(found: Iterable[Triple], type: str, prefixes: Mapping[str, str] = terms.PREFIXES) -> Answer:
    """Return an answer that is a graph, in one of ``GRAPHS``."""
    return Answer(type, lambda out: serialize(found, out, GRAPHS[type], prefixes=dict(prefixes)))  # type: ignore[arg-type]


def chosen(accept: str | None, offers: Mapping[str, object]) -> str:
    """Return the media type that is liked best.

    Raises RefusedError when none of the offers is accepted.
    """
    if (type := choose(accept, list(offers))) is None:
        raise RefusedError(406, f"not in a form that you accept; there are {', '.join(offers)}")
    return type


def asked(format: str, accept: str | None, offers: Mapping[str, object]) -> str:
    """Return the media type that is asked for in so many words, or else the one that is liked best.

    Raises RefusedError when it is none of the offers.
    """
    if format and format not in offers:
        raise RefusedError(400, f"no such format; there are {', '.join(offers)}")
    return format or chosen(accept, offers)
