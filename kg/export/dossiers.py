"""What the graph says of each thing: its names and its facts, ready to be shown."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg import terms
from kg.ask.rows import Row, rows
from kg.export.facts import FACTS, GROUPS, Evidence, Fact, Group, Names, facts

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Store


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a fact: its text, and the IRI of the thing that it names, or ""."""

    text: str
    thing: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as a line of cells, none for a bare mention."""

    cells: tuple[Cell, ...]
    fact: Fact

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every sentence that states it."""
        return self.fact.evidence


@dataclass(slots=True)
class Dossier:
    """A thing of the graph: its class (Person, Event, ...), its full name, its other names and its facts."""

    thing: str
    kind: str
    label: str
    aliases: tuple[str, ...]
    facts: dict[Group, list[Stated]] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How much the documents say of it: its facts and the sentences that mention it."""
        return sum(map(len, self.facts.values()))

    @property
    def shown(self) -> Iterator[tuple[Group, list[Stated]]]:
        """The facts by group, without the mentions in sentences that another fact shows."""
        told = {
            one.text for group in self.facts if group != "mentions" for f in self.facts[group] for one in f.evidence
        }
        for group in GROUPS:
            facts = self.facts.get(group, [])
            if left := [f for f in facts if group != "mentions" or not {one.text for one in f.evidence} <= told]:
                yield group, left


def dossiers(store: "Store", only: "NamedNode | None" = None) -> list[Dossier]:
    """Return the dossier of every thing in the store, or of one, in the order of their IRIs."""
    bound = {} if only is None else {"thing": only}
    names = _names(store) if only is None else _Asked(store)
    found: dict[str, Dossier] = {}
    for row in sorted(rows(store, FACTS / "things.rq", **bound), key=lambda row: (row["thing"], row["class"])):
        thing = row["thing"]
        aliases = tuple(name for name in names[thing] if name != row["label"])
        found[thing] = Dossier(thing, row["class"].removeprefix(terms.FZ), row["label"], aliases)
    for fact in facts(store, names, only):
        stated = Stated(tuple(_cells(fact, names)), fact)
        for thing in fact.things:
            if thing in found:
                found[thing].facts.setdefault(fact.group, []).append(stated)
    for dossier in found.values():
        for own in dossier.facts.values():
            own.sort(key=lambda stated: ([cell.text for cell in stated.cells], stated.evidence[:1]))
    return list(found.values())


class _Asked(dict[str, tuple[str, ...]]):
    """The names of things, asked of the store one by one: a dossier names few of all that there are."""

    def __init__(self, store: "Store") -> None:
        super().__init__()
        self._store = store

    def __missing__(self, thing: str) -> tuple[str, ...]:
        from pyoxigraph import NamedNode

        self[thing] = _named(rows(self._store, FACTS / "names.rq", thing=NamedNode(thing))).get(thing, ())
        return self[thing]


def _names(store: "Store") -> Names:
    """Return the names of every thing, its full name first."""
    return defaultdict(tuple, _named(rows(store, FACTS / "names.rq")))


def _named(found: Iterable[Row]) -> Names:
    known: dict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for row in found:
        known[row["thing"]].add(row["name"])
        if row["full"]:
            first[row["thing"]] = row["name"]
    return {k: (first.get(k, ""), *sorted(v - {first.get(k, "")})) for k, v in known.items()}


def _cells(fact: Fact, names: Names) -> Iterator[Cell]:
    def named(things: Sequence[str]) -> Iterator[Cell]:
        return (Cell(names[thing][0], thing) for thing in things if names[thing])

    def labelled(column: str) -> Cell:
        return Cell(terms.label(fact.one(column), "zh"))

    first, *others = fact.things
    match fact.group:
        case "posts":
            yield from (*named([first]), Cell(fact.one("title")), *named(others))
        case "relations":
            yield from (*named([first]), labelled("predicate"), *named(others))
            yield from (Cell(terms.label(status, "zh")) for status in fact.says["status"])
        case "parts":
            yield from (*named([first]), Cell(terms.label(terms.term("partOf"), "zh")), *named(others))
        case "figures":
            amount = f"{fact.one('comparator')} {fact.one('value')} {fact.one('unit')}".removeprefix("= ")
            texts = (fact.one("indicator"), fact.one("scope"), amount, fact.one("period"))
            yield from (*named([first]), *map(Cell, texts), labelled("class"))
        case "events":
            yield from (*named([first]), labelled("kind"), Cell(fact.one("date")), *named(others))
        case "stages":
            yield from (*named([first]), labelled("stage"), Cell(fact.one("period")), labelled("class"))
        case "mentions":
            pass
