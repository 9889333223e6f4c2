"""The names of all things, to be searched."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import Store

from kg import terms
from kg.ask.rows import rows
from kg.export.facts import FACTS


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A thing that was found: its full name, its class, its IRI, and which of its names was found."""

    name: str
    kind: str
    iri: str
    matched: str


class Index:
    """The names of the things of a store."""

    def __init__(self, store: Store) -> None:
        things = {(row["thing"], row["class"]): row["label"] for row in rows(store, FACTS / "things.rq")}
        names: dict[str, list[str]] = {}
        for row in rows(store, FACTS / "names.rq"):
            names.setdefault(row["thing"], []).append(row["name"])
        kinds = ((iri, kind.removeprefix(terms.FZ), label) for (iri, kind), label in things.items())
        found = sorted(Found(label, kind, iri, name) for iri, kind, label in kinds for name in names[iri])
        self._names: Sequence[tuple[str, Found]] = [(_plain(one.matched), one) for one in found]

    def search(self, asked: str, limit: int) -> list[Found]:
        """Return the things that go by a name, then those with a name that begins so, then those that hold it.

        The shorter name goes first, and a thing is there once.
        """
        wanted = _plain(asked)
        if not wanted:
            return []
        ranked = [
            ((name != wanted, not name.startswith(wanted), len(name), one.name != one.matched), one)
            for name, one in self._names
            if wanted in name
        ]
        ranked.sort(key=lambda pair: (pair[0], pair[1]))
        best: dict[str, Found] = {}
        for _, one in ranked:
            best.setdefault(one.iri, one)
            if len(best) == limit:
                break
        return list(best.values())


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()
