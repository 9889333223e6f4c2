"""What the shapes said of a build, as rows for readers: each with the fact in words and the sentence that states it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Linked, Name
from kg.review.statements import kind_of, statement

if TYPE_CHECKING:
    from kg.graph import Doubt


@dataclass(frozen=True, slots=True)
class Doubted:
    """A fact that a shape forbids or doubts: which shape, what it says, the fact in words, and where it is stated.

    ``begin`` and ``end`` are source offsets of the sentence. A finding about a whole document has no kind of fact; its
    statement is then the node that it is about.
    """

    shape: str
    kind: str
    statement: str
    document: str
    begin: int
    end: int
    sentence: str
    confidence: float
    zh: str
    en: str


def doubted(found: Iterable["Doubt"], linked: Linked) -> Iterator[Doubted]:
    """Yield a row for each doubt; things go by their full names, as the links of the build give them."""
    labels = {(one.document, one.name): one.entity.label for one in linked.links if one.entity}
    for one in found:
        check, place, fact = one.finding.check, one.place, one.fact

        def label(name: Name, document: str = place.document) -> str:
            return labels.get((document, name), name.text)

        yield Doubted(
            check.shape,
            kind_of(fact) if fact else "",
            statement(fact, label) if fact else one.finding.node.value,
            place.document,
            place.begin,
            place.end,
            place.sentence,
            fact.confidence if fact else 1.0,
            check.zh,
            check.en,
        )
