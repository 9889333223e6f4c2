"""The report of a build for readers: ``report.md``."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.report import DocumentReport, Report
    from kg.report.doubts import Doubted

_FEW = 30


def markdown(found: "Report") -> Iterator[str]:
    """Yield the lines of the report for readers."""
    yield from ("# What this build found", "")
    yield f"- documents read: {len(found.documents)}; failed: {len(found.failed)}"
    yield f"- things: {_listed(found.entities)}"
    if found.untied:
        yield f"- industries on no chain: {len(found.untied)} ({', '.join(found.untied)})"
    yield f"- facts: {_listed(found.facts)}"
    if unknown := sum(found.unmeasured.values()):
        yield f"- figures whose indicator is not in the vocabulary: {unknown} of {found.facts.get('Figure', 0)}"
    yield f"- triples: {found.triples}; of evidence {found.evidence_triples}, {found.evidence_per_fact} a fact"
    if found.corrections:
        idle = f"; {len(found.idle_corrections)} had no effect" if found.idle_corrections else ""
        yield f"- corrections of readers: {found.corrections}{idle}"
    if found.least_confidence:
        yield f"- left out: what is less sure than {found.least_confidence:g}"
    yield f"- shapes: {len(found.left_out)} facts left out, {len(found.doubted)} doubted"
    if found.failed:
        yield from ("", "## Files that could not be read", "")
        yield from (f"- {failure.reason}" for failure in found.failed)
    yield from _table("Documents", map(_row, found.documents))
    unlinked = [(one.document, name) for one in found.documents for name in one.unlinked]
    yield from _table(
        "Names that were not linked",
        (
            {
                "document": document,
                "name": one.name,
                "why": ": ".join(filter(None, (one.reason, ", ".join(one.candidates)))),
                "sentence": one.sentence,
            }
            for document, one in unlinked
        ),
    )
    yield from _table("Left out: what a shape forbids", map(_doubt, found.left_out))
    yield from _table("Doubted: what a shape asks a reader to look at", map(_doubt, found.doubted))
    few = list(found.unmeasured.items())[:_FEW]
    yield from _table(
        "Indicators that the vocabulary does not have, the most frequent of them",
        ({"printed": indicator, "figures": count} for indicator, count in few),
    )
    yield from _table("Corrections without effect", map(asdict, found.idle_corrections))
    yield from _table("Where documents disagree", found.conflicts)


def _row(one: "DocumentReport") -> Mapping[str, object]:
    return {
        "document": one.document,
        "date": one.date,
        "home": one.home,
        "characters": one.characters,
        "after cleaning": one.clean_characters,
        "passages": one.passages,
        "facts": _listed(one.facts),
        "less sure than asked": _listed(one.doubtful),
        "not in the graph": _listed(one.lost),
    }


def _doubt(one: "Doubted") -> Mapping[str, object]:
    return {
        "shape": one.shape,
        "why": f"{one.zh}; {one.en}",
        "kind": one.kind,
        "fact": one.statement,
        "document": one.document,
        "characters": f"{one.begin}-{one.end}",
        "sentence": one.sentence,
    }


def _table(title: str, rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield a headed table, or nothing when it has no row."""
    for number, row in enumerate(rows):
        if not number:
            yield from ("", f"## {title}", "", f"| {' | '.join(row)} |", "|" + " --- |" * len(row))
        cells = (str(cell).replace("|", "\\|").replace("\n", " ") for cell in row.values())
        yield f"| {' | '.join(cells)} |"


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in counts.items()) or "none"
