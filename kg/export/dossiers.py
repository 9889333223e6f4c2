"""What the graph says of each thing: its names, its facts, and the sentences that state them, ready to be shown."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from kg import terms
from kg.ask.queries import QUERIES
from kg.ask.rows import Row, rows
from kg.export.marks import Mark, marks, quotes

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Store

Group: TypeAlias = Literal["posts", "relations", "figures", "events", "stages", "parts", "mentions"]
_GROUPS: tuple[Group, ...] = get_args(Group)
Names: TypeAlias = Mapping[str, tuple[str, ...]]

_FACTS = QUERIES / "facts"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A sentence with its document, its offsets in the source, and the stretches of it that the fact is about."""

    document: str
    begin: int
    end: int
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a fact: its text, and the IRI of the thing that it names, or ""."""

    text: str
    thing: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as a line of cells (none for a bare mention), with every sentence that states it."""

    cells: tuple[Cell, ...]
    evidence: tuple[Evidence, ...]
    confidence: str = ""


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
        for group in _GROUPS:
            facts = self.facts.get(group, [])
            if left := [f for f in facts if group != "mentions" or not {one.text for one in f.evidence} <= told]:
                yield group, left


def dossiers(store: "Store", only: "NamedNode | None" = None) -> list[Dossier]:
    """Return the dossier of every thing in the store, or of one, in the order of their IRIs."""
    bound = {} if only is None else {"thing": only}
    names = _names(store)
    found: dict[str, Dossier] = {}
    for row in sorted(rows(store, _FACTS / "things.rq", **bound), key=lambda row: (row["thing"], row["class"])):
        thing = row["thing"]
        aliases = tuple(name for name in names[thing] if name != row["label"])
        found[thing] = Dossier(thing, row["class"].removeprefix(terms.FZ), row["label"], aliases)
    for group in _GROUPS:
        gathered: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in rows(store, _FACTS / f"{group}.rq", **bound):
            gathered[row["thing"], _fact(row)].append(row)
        for (thing, _), same in sorted(gathered.items()):
            if thing in found:
                found[thing].facts.setdefault(group, []).append(_stated(group, same, names))
    for dossier in found.values():
        for facts in dossier.facts.values():
            facts.sort(key=lambda fact: ([cell.text for cell in fact.cells], fact.evidence[:1]))
    return list(found.values())


def _names(store: "Store") -> Names:
    """Return the names of every thing, its full name first."""
    known: dict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for row in rows(store, _FACTS / "names.rq"):
        known[row["thing"]].add(row["name"])
        if row["full"]:
            first[row["thing"]] = row["name"]
    return defaultdict(tuple, {k: (first.get(k, ""), *sorted(v - {first.get(k, "")})) for k, v in known.items()})


def _fact(row: Row) -> str:
    """Return what makes rows one fact: its IRI, or the sentence or the pair that stands for it."""
    return row.get("fact") or "|".join(row.get(key, "") for key in ("subject", "object", "document", "begin"))


def _stated(group: Group, same: Iterable[Row], names: Names) -> Stated:
    """Return the rows of one fact as one line with its sentences."""
    found = sorted(same, key=lambda row: tuple(row.values()))
    cells = tuple(_cells(group, found, names))
    words = [word for cell in cells for word in (names[cell.thing] if cell.thing else (cell.text,))]
    if group == "mentions":
        words += names[found[0]["thing"]]
    if group == "figures":
        words += [found[0]["indicator"], found[0]["scope"], found[0]["value"] + found[0]["unit"]]
    return Stated(cells, tuple(dict.fromkeys(_evidence(found, words))), found[0].get("confidence", ""))


def _cells(group: Group, same: list[Row], names: Names) -> Iterator[Cell]:
    row = same[0]

    def named(*things: str) -> Iterator[Cell]:
        return (Cell(names[thing][0], thing) for thing in things if names[thing])

    match group:
        case "posts":
            yield from (*named(row["person"]), Cell(row["title"]), *named(row["at"]))
        case "relations" | "parts":
            predicate = row.get("predicate") or terms.term("partOf")
            yield from (*named(row["subject"]), Cell(terms.label(predicate, "zh")), *named(row["object"]))
        case "figures":
            amount = f"{row['comparator']} {row['value']} {row['unit']}".removeprefix("= ")
            texts = (row["indicator"], row["scope"], amount, row["period"], terms.label(row["class"], "zh"))
            yield from (*named(row["about"]), *(Cell(text) for text in texts))
        case "events":
            who = sorted({one["participant"] for one in same} - {row["place"]})
            kind = Cell(terms.label(row["kind"], "zh"))
            yield from (*named(row["fact"]), kind, Cell(row["date"]), *named(row["place"], *who))
        case "stages":
            yield from (*named(row["thing"]), Cell(terms.label(row["stage"], "zh")), Cell(row["period"]))
            yield Cell(terms.label(row["class"], "zh"))
        case "mentions":
            pass


def _evidence(same: Iterable[Row], words: list[str]) -> Iterator[Evidence]:
    for row in same:
        if not row.get("text"):
            continue
        begin, end = int(row["begin"]), int(row["end"])
        quote = row.get("quote", "")
        if quotes(quote, begin, end):
            places = marks(row["text"], begin, end, quote, words)
            yield Evidence(row["document"], begin, end, row["text"], places)
