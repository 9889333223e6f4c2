"""One graph of a store somewhere: counted, read, added to and taken from, over SPARQL 1.1."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from kg.errors import StoreError
from kg.load.doors import Doors
from kg.load.wire import Wire

_FORM, _UPDATE, _TURTLE = "application/x-www-form-urlencoded", "application/sparql-update", "text/turtle"
_RESULTS, _TRIPLES = "application/sparql-results+json", "application/n-triples"
# Virtuoso compiles an update into SQL, of which it takes so much and no more.
_STATEMENTS = 500
# What proxies let through as they are set up (nginx: one megabyte), and what a store takes as one transaction at ease.
_BYTES = 900_000
_PAGE = 100_000
_NEWLINE = "\n"


class Remote:
    """A graph of a store, named, or the default graph ("")."""

    def __init__(self, wire: Wire, doors: Doors, graph: str) -> None:
        self._wire, self._doors, self.graph = wire, doors, graph

    def count(self, pattern: str = "?s ?p ?o") -> int:
        """Return how many triples the graph has, or how often a pattern is found in it."""
        text = f"SELECT (COUNT(*) AS ?n) WHERE {{ {self._in(pattern)} }}"  # Virtuoso answers ASK with a table
        answer = self._wire.send(self._doors.query, urlencode({"query": text}).encode(), _FORM, _RESULTS)
        try:
            found = parse_query_results(answer.content, format=QueryResultsFormat.JSON)
        except SyntaxError as error:
            kind = answer.headers.get("content-type", "nothing")
            raise StoreError(
                f"{self._doors.query}: no store takes queries here, it answers with {kind}; give the address of queries"
            ) from error
        assert isinstance(found, QuerySolutions)
        return int(next(iter(found))["n"].value)

    def lines(self, count: int) -> Iterator[str]:
        """Yield the triples of the graph, of which there are so many, as lines of N-Triples.

        A store may give fewer at a time than it is asked for: what is next is what follows those that came.
        """
        done = 0
        while done < count:
            text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {self._in('?s ?p ?o')} }} LIMIT {_PAGE} OFFSET {done}"
            answer = self._wire.send(self._doors.query, urlencode({"query": text}).encode(), _FORM, _TRIPLES)
            before = done
            try:
                for quad in parse(answer.content, format=RdfFormat.N_TRIPLES):
                    done += 1
                    yield f"{quad.triple} ."
            except SyntaxError as error:
                raise StoreError(f"{self._doors.query}: what the store gives is no N-Triples ({error})") from error
            if done == before:
                return

    def add(self, lines: Iterable[str]) -> Iterator[int]:
        """Add triples, and yield how many each request had."""
        if not self._doors.graphs:
            yield from self._update("INSERT", lines)
            return
        name = {"graph": self.graph} if self.graph else {"default": ""}
        for chunk in _chunks(lines, _BYTES):
            self._wire.send(self._doors.graphs, _NEWLINE.join(chunk).encode(), _TURTLE, **name)
            yield len(chunk)

    def remove(self, lines: Iterable[str]) -> Iterator[int]:
        """Take triples away, and yield how many each request had."""
        return self._update("DELETE", lines)

    def _update(self, verb: str, lines: Iterable[str]) -> Iterator[int]:
        for chunk in _chunks(lines, _BYTES, _STATEMENTS):
            text = f"{verb} DATA {{ {self._in(_NEWLINE.join(chunk))} }}"
            self._wire.send(self._doors.update, text.encode(), _UPDATE)
            yield len(chunk)

    def _in(self, pattern: str) -> str:
        return f"GRAPH <{self.graph}> {{ {pattern} }}" if self.graph else pattern


def _chunks(lines: Iterable[str], most: int, longest: int | None = None) -> Iterator[list[str]]:
    """Yield lines together, of so many bytes or so many lines at most."""
    chunk, size = list[str](), 0
    for line in lines:
        length = len(line.encode()) + 1
        if chunk and (size + length > most or len(chunk) == longest):
            yield chunk
            chunk, size = [], 0
        chunk.append(line)
        size += length
    if chunk:
        yield chunk
