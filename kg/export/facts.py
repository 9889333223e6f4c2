"""What the graph says, fact by fact: who and what each fact joins, its values, and the sentences that state it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from kg.ask.queries import QUERIES
from kg.ask.rows import Row, rows
from kg.export.marks import Mark, figured, marks, quotes

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Store

Group: TypeAlias = Literal["posts", "relations", "figures", "events", "stages", "parts", "mentions"]
GROUPS: tuple[Group, ...] = get_args(Group)
Names: TypeAlias = Mapping[str, tuple[str, ...]]
_Rows: TypeAlias = Mapping[tuple[str, ...], list[Row]]

FACTS = QUERIES / "facts"
# The columns of a group that name things; the first is what the fact is about.
THINGS: Mapping[Group, tuple[str, ...]] = {
    "posts": ("person", "at"),
    "relations": ("subject", "object"),
    "figures": ("about", "industry", "project"),
    "events": ("fact", "place", "participant"),
    "stages": ("about",),
    "parts": ("subject", "object"),
    "mentions": ("thing",),
}
# Words of a fact that its sentence may hold, beside the names of its things.
_WORDS = ("title", "indicator", "scope", "period", "date")


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A sentence with its document, its offsets in the source, and the stretches of it that the fact is about."""

    document: str
    begin: int
    end: int
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: its IRI ("" for one that has none), what it says by column, with every sentence that states it.

    A column of ``THINGS`` has IRIs of things, several where several take part.
    """

    group: Group
    iri: str = ""
    says: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()

    def one(self, column: str) -> str:
        """Return the value of a column that has one at most, or ""."""
        return next(iter(self.says.get(column, ())), "")

    @property
    def things(self) -> tuple[str, ...]:
        """The things that it joins, what it is about first, each once."""
        return tuple(dict.fromkeys(thing for column in THINGS[self.group] for thing in self.says.get(column, ())))


def facts(store: "Store", names: Names, only: "NamedNode | None" = None) -> Iterator[Fact]:
    """Yield every fact of the store, or of one thing, in the order of groups and IRIs."""
    bound = {} if only is None else {"thing": only}
    found = {group: _gathered(group, rows(store, FACTS / f"{group}.rq", **bound)) for group in GROUPS}
    passages = _passages(store, found.values(), everything=only is None)
    for group, gathered in found.items():
        for _, same in sorted(gathered.items()):
            yield _fact(group, same, passages, names)


def _gathered(group: Group, found: Iterable[Row]) -> _Rows:
    """Return the rows of each fact, by its IRI, or by all it says where it has none."""
    gathered: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in found:
        gathered[(row["fact"],) if "fact" in row else tuple(row.values())].append(row)
    return gathered


def _passages(store: "Store", found: Iterable[_Rows], everything: bool) -> Mapping[str, Row]:
    """Return the passages that the rows name."""
    from pyoxigraph import NamedNode

    query = FACTS / "passages.rq"
    if everything:
        return {row["passage"]: row for row in rows(store, query)}
    named = {row.get("passage", "") for gathered in found for same in gathered.values() for row in same} - {""}
    asked = [NamedNode(passage) for passage in sorted(named)]
    return {row["passage"]: row for row in rows(store, query, passage=asked)} if asked else {}


def _fact(group: Group, same: list[Row], passages: Mapping[str, Row], names: Names) -> Fact:
    first = same[0]
    says = {column: tuple(sorted({row[column] for row in same} - {""})) for column in first}
    sources = {(row["passage"], row.get("quote", "")) for row in same if row.get("passage") in passages}
    fact = Fact(group, first.get("fact", ""), says)
    words = [name for thing in fact.things for name in names[thing]] if sources else []
    words += [first[column] for column in _WORDS if len(first.get(column, "")) > 1]
    number = (first["value"], first["unit"], first["indicator"]) if group == "figures" else None
    evidence = (_evidence(passages[passage], quote, words, number) for passage, quote in sources)
    return Fact(group, fact.iri, says, tuple(sorted({one for one in evidence if one})))


def _evidence(passage: Row, quote: str, words: Iterable[str], number: tuple[str, str, str] | None) -> Evidence | None:
    begin, end, text = int(passage["begin"]), int(passage["end"]), passage["text"]
    if not text or not quotes(quote, begin, end):
        return None
    near = [*figured(*number, text)] if number else []
    # Where nothing says which words of the sentence are meant, all that fit are.
    words = [*words, *near] if not quote else words
    return Evidence(passage["document"], begin, end, text, marks(text, begin, end, quote, words, near))
