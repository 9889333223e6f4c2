"""The facts of a build in a form that can be compared: what each is about, what it says, and where it stands."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import terms
from kg.ask.queries import QUERIES
from kg.ask.rows import Row, rows

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Store

_QUERIES = QUERIES / "diff"
_BATCH = 1000  # nodes that one query is asked for


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: its name for readers, what of it says that two facts are about the same, and what they say."""

    name: str
    query: str
    about: tuple[str, ...]
    says: tuple[str, ...]


KINDS = (
    Kind("documents", "document", ("identifier",), ("identifier", "date", "title", "publisher", "source")),
    Kind("things", "thing", ("fact",), ("name", "alias", "class", "kind")),
    Kind("posts", "post", ("person", "at"), ("name", "title", "place", "began", "ended")),
    Kind("relations", "relation", ("subject", "object"), ("name", "predicate", "other", "status")),
    Kind(
        "figures",
        "figure",
        ("about", "indicator", "scope"),
        ("name", "indicator", "scope", "amount", "period", "class"),
    ),
    Kind("events", "event", ("name", "kind"), ("name", "kind", "first", "last", "place", "participant")),
    Kind("stages", "stage", ("about", "stage"), ("name", "stage", "period", "class")),
)


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence that states a fact: its document, where it begins in the source, its text."""

    document: str
    begin: int
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: what it is about, what it says (a text for each part of its kind, "" for none), and its sentences."""

    node: str
    about: tuple[str, ...]
    says: tuple[str, ...]
    confidence: float
    sentences: tuple[Sentence, ...]

    @property
    def told(self) -> frozenset[tuple[str, str]]:
        """Its sentences, wherever in their documents they stand."""
        return frozenset((one.document, one.text) for one in self.sentences)


def facts(store: "Store", kind: Kind, nodes: Collection[str]) -> Mapping[str, Fact]:
    """Return those facts of a kind that the nodes are, by their nodes."""
    told = _rows(store, kind.query, nodes)
    sentences = _rows(store, "evidence", told)
    return {node: _fact(node, kind, same, sentences.get(node, ())) for node, same in told.items()}


def _rows(store: "Store", query: str, nodes: Collection[str]) -> Mapping[str, list[Row]]:
    """Return the rows of a query about each node, asked in batches."""
    # What says how a fact stands in its sentences is a query of its own: joined with optional parts it is slow.
    found = defaultdict[str, list[Row]](list)
    asked = [_node(one) for one in sorted(nodes)]
    for begin in range(0, len(asked), _BATCH):
        for row in rows(store, _QUERIES / f"{query}.rq", fact=asked[begin : begin + _BATCH]):
            found[row["fact"]].append(row)
    return found


def _fact(node: str, kind: Kind, same: Sequence[Row], sentences: Iterable[Row]) -> Fact:
    about = tuple(same[0][name] for name in kind.about)
    says = tuple(_joined(row[name] for row in same) for name in kind.says)
    found = sorted(Sentence(row["document"], int(row["begin"]), row["text"]) for row in sentences)
    return Fact(node, about, says, float(same[0].get("confidence") or 0), tuple(found))


def _joined(values: Iterator[str]) -> str:
    """Return the values of a part in one text; a class, a property or a concept goes by its label."""
    return "、".join(sorted({terms.label(one, "zh") if "://" in one else one for one in values} - {""}))


def _node(iri: str) -> "NamedNode":
    from pyoxigraph import NamedNode

    return NamedNode(iri)
