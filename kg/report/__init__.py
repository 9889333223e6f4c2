"""What a build found, and what it could not do: ``report.json`` for programs, ``report.md`` for readers."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.passages import sentence
from kg.industries import chain
from kg.model import Link, Linked, Name, Quote, Reading, names
from kg.report.doubts import Doubted, doubted
from kg.report.page import markdown
from kg.review.applied import Corrected

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from kg.graph import DocumentGraph, Passed


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A name that was not linked: what is printed, why, what it might have been, and the sentence."""

    name: str
    kind: str
    reason: str
    candidates: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Linkage:
    """A name that was linked: to which key, why, and how surely (0 to 1)."""

    name: str
    entity: str
    reason: str
    score: float
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Idle:
    """A correction that had no effect on this build, and why."""

    statement: str
    document: str
    who: str
    when: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What was read of one document.

    ``doubtful`` counts the facts that were less sure than the build asked for, ``lost`` those that are not in the graph
    because of their names.
    """

    document: str
    file: str
    encoding: str
    date: str
    home: str
    characters: int
    clean_characters: int
    passages: int
    facts: Mapping[str, int]
    doubtful: Mapping[str, int]
    lost: Mapping[str, int]
    unlinked: tuple[Unlinked, ...]
    links: tuple[Linkage, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole of a build.

    ``untied`` are the industries that hang on no chain, ``unmeasured`` the indicators that the vocabulary does not have
    (how many figures each, the most first), ``left_out`` is what shapes forbid in the graph, ``doubted``
    what they doubt in it.
    """

    documents: tuple[DocumentReport, ...]
    failed: tuple[Failure, ...]
    entities: Mapping[str, int]
    untied: tuple[str, ...]
    unmeasured: Mapping[str, int]
    facts: Mapping[str, int]
    triples: int
    evidence_triples: int
    evidence_per_fact: float
    least_confidence: float
    corrections: int
    idle_corrections: tuple[Idle, ...]
    left_out: tuple[Doubted, ...]
    doubted: tuple[Doubted, ...]
    conflicts: tuple[Mapping[str, str], ...] = ()

    def write(self, directory: Path) -> None:
        """Write ``report.json`` and ``report.md`` into a folder."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        (directory / "report.json").write_text(text + "\n", encoding="utf8")
        (directory / "report.md").write_text("\n".join(markdown(self)) + "\n", encoding="utf8")


def report(passed: "Passed", before: Linked, failed: Iterable[Failure], corrected: Corrected, least: float) -> Report:
    """Return the report of a build whose facts are at least so sure, without where its documents disagree.

    ``before`` is what was linked before the shapes were asked.
    """
    linked, graphs = passed.linked, passed.graphs
    readings = {reading.document.identifier: reading for reading in linked.readings}
    doubtful = {
        reading.document.identifier: Counter(type(fact).__name__ for fact in reading.facts if fact.confidence < least)
        for reading in corrected.readings
    }
    links = defaultdict[str, list[Link]](list)
    for link in linked.links:
        links[link.document].append(link)
    entities = {link.entity for link in linked.links if link.entity}
    facts = sum((graph.stated for graph in graphs), Counter[str]())
    unmeasured = sum((graph.unmeasured for graph in graphs), Counter[str]())
    evidence = len(set["Triple"]().union(*(graph.evidence for graph in graphs)))
    return Report(
        tuple(
            _document(readings[graph.identifier], graph, links[graph.identifier], doubtful[graph.identifier])
            for graph in graphs
        ),
        tuple(failed),
        _sorted(Counter(entity.kind for entity in entities)),
        tuple(sorted(entity.label for entity in entities if entity.kind == "Industry" and not chain(entity.label))),
        dict(sorted(unmeasured.items(), key=lambda one: (-one[1], one[0]))),
        _sorted(facts),
        len(set["Triple"]().union(*(graph.facts for graph in graphs))),
        evidence,
        round(evidence / facts.total(), 2) if facts else 0.0,
        least,
        corrected.corrections,
        tuple(Idle(c.statement, c.document, c.who, c.when, reason) for c, reason in corrected.stale),
        tuple(doubted(passed.left_out, before)),
        tuple(doubted(passed.doubted, before)),
    )


def _document(
    reading: Reading, graph: "DocumentGraph", links: Sequence[Link], doubtful: Mapping[str, int]
) -> DocumentReport:
    unit = reading.document
    return DocumentReport(
        unit.identifier,
        Path(unit.path).name,
        unit.encoding,
        reading.date,
        reading.home.text if reading.home else "",
        unit.end - unit.begin,
        len(reading.clean.text),
        graph.passages,
        _sorted(graph.stated),
        _sorted(doubtful),
        _sorted(graph.unlinked),
        tuple(_unlinked(reading, links)),
        tuple(
            Linkage(link.name.text, link.entity.key, link.reason, link.score, link.candidates)
            for link in links
            if link.entity
        ),
    )


def _unlinked(reading: Reading, links: Iterable[Link]) -> Iterator[Unlinked]:
    """Yield each name that was not linked, with the sentence that has it first."""
    first: dict[Name, Quote] = {}
    for fact in reading.facts:
        for name in names(fact):
            first.setdefault(name, fact.quote)
    for link in links:
        if link.entity is None and link.name in first:
            place = sentence(reading, first[link.name])
            text = reading.clean.text[place.begin : place.end]
            yield Unlinked(link.name.text, link.name.kind, link.reason, link.candidates, text)


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))
