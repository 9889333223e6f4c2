"""What a build found, and what it could not do: ``report.json`` for programs, ``report.md`` for readers."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.graph.passages import sentence
from kg.industries import chain
from kg.model import Link, Linked, Name, Quote, Reading, names
from kg.report.doubts import Doubted, doubted
from kg.report.page import markdown
from kg.review.applied import Corrected

if TYPE_CHECKING:
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


@dataclass(frozen=True, slots=True)
class Record:
    """What the report of a build takes from one document, kept with it.

    ``things`` are the kind, key and label of each thing that it names, ``left_out`` what shapes forbid in it.
    """

    document: DocumentReport
    things: tuple[tuple[str, str, str], ...]
    unmeasured: Mapping[str, int]
    left_out: tuple[Doubted, ...]

    def as_json(self) -> str:
        """Return the record as text."""
        return json.dumps(self, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> dict[str, Any]:
    """Return what a record is made of, by name; ``asdict`` would copy every text of it."""
    return {name: getattr(value, name) for name in value.__slots__}


def record(text: str) -> Record:
    """Return the record that a text is of."""
    told = json.loads(text)
    document = told["document"]
    for part, kind in (("unlinked", Unlinked), ("links", Linkage)):
        document[part] = tuple(kind(**{**one, "candidates": tuple(one["candidates"])}) for one in document[part])
    left_out = tuple(Doubted(**one) for one in told["left_out"])
    return Record(DocumentReport(**document), tuple(map(tuple, told["things"])), told["unmeasured"], left_out)


def records(through: "Passed", before: Linked, doubtful: Mapping[str, Mapping[str, int]]) -> Iterator[Record]:
    """Yield the records of documents; ``before`` is what was linked before the shapes were asked.

    ``doubtful`` counts the facts of a document that were less sure than the build asked for.
    """
    links, left_out = defaultdict[str, list[Link]](list), defaultdict[str, list[Doubted]](list)
    for link in through.linked.links:
        links[link.document].append(link)
    for row in doubted(through.left_out, before):
        left_out[row.document].append(row)
    for draft in through.drafts:
        name = draft.graph.identifier
        entities = {link.entity for link in links[name] if link.entity}
        yield Record(
            _document(draft.reading, draft.graph, links[name], doubtful.get(name, {})),
            tuple(sorted((one.kind, one.key, one.label) for one in entities)),
            dict(draft.graph.unmeasured),
            tuple(left_out[name]),
        )


def report(
    told: Iterable[Record],
    triples: tuple[int, int],
    failed: Iterable[Failure] = (),
    least: float = 0.0,
    corrected: Corrected | None = None,
    doubts: Iterable[Doubted] = (),
) -> Report:
    """Return the report of a build from the records of its documents, without where these disagree.

    ``triples`` are how many of facts and of evidence it has, ``doubts`` what the shapes doubt in it, ``least`` how sure
    its facts are at least.
    """
    told = sorted(told, key=lambda one: one.document.document)
    things = {(kind, key): label for one in told for kind, key, label in one.things}
    facts = sum((Counter(one.document.facts) for one in told), Counter[str]())
    unmeasured = sum((Counter(one.unmeasured) for one in told), Counter[str]())
    untied = {label for (kind, _), label in things.items() if kind == "Industry" and not chain(label)}
    return Report(
        tuple(one.document for one in told),
        tuple(failed),
        _sorted(Counter(kind for kind, _ in things)),
        tuple(sorted(untied)),
        dict(sorted(unmeasured.items(), key=lambda one: (-one[1], one[0]))),
        _sorted(facts),
        *triples,
        round(triples[1] / facts.total(), 2) if facts else 0.0,
        least,
        corrected.corrections if corrected else 0,
        tuple(Idle(c.statement, c.document, c.who, c.when, why) for c, why in (corrected.stale if corrected else ())),
        tuple(row for one in told for row in one.left_out),
        tuple(doubts),
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
