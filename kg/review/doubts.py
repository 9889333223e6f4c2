"""Doubts: what a build is not sure of, as rows that a reader decides: facts, names without a thing, likely doubles."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import unquote

from kg import register
from kg.ask.queries import QUERIES
from kg.ask.rows import Row, rows
from kg.errors import StoreError
from kg.resources import lexicon
from kg.review.corrections import IDENTITY
from kg.review.statements import BAR, FactKind

if TYPE_CHECKING:
    from pyoxigraph import Store

FILE = "review.tsv"
COLUMNS = ("verdict", "mend", "kind", "statement", "document", "sentence", "confidence", "reason", "why")
_PARTS: Mapping[FactKind, tuple[str, ...]] = {
    "mention": ("kind", "name"),
    "post": ("person", "title", "at"),
    "relation": ("subject", "predicate", "object"),
    "figure": ("about", "indicator", "scope", "amount", "period", "status"),
    "event": ("name", "kind", "date", "place", "participants"),
    "stage": ("thing", "stage", "date", "standing"),
}


def write(directory: Path, below: float) -> tuple[Path, int]:
    """Write ``review.tsv`` into the folder of a build, and return the file and its number of rows.

    Raises StoreError when the folder has no build, or cannot be written.
    """
    from kg.store import open_store

    path = directory / FILE
    found = list(doubts(open_store(directory), directory / "report.json", below))
    try:
        path.write_text(table(found), encoding="utf8", newline="")
    except OSError as error:
        raise StoreError(f"{path}: the table cannot be written ({error}); free space or close it elsewhere") from error
    return path, len(found)


def doubts(store: "Store", report: Path, below: float) -> Iterator[Row]:
    """Yield what is to be decided: what shapes forbid or doubt, things that may be one, names without a thing, then
    facts, the least sure first.

    Raises StoreError when the report of the build cannot be read.
    """
    told = _told(report)
    yield from _shaped(told)
    yield from _doubles(rows(store, QUERIES / "review" / "thing.rq"))
    yield from _unlinked(told)
    facts = [_row(kind, row) for kind in get_args(FactKind) for row in _stated(store, kind)]
    weak = [row for row in facts if float(row["confidence"]) < below]
    yield from sorted(weak, key=lambda row: (float(row["confidence"]), row["document"], row["kind"], row["statement"]))


def table(found: Iterable[Row]) -> str:
    """Return the rows as a table with tabs, which a spreadsheet opens (it begins with a byte order mark)."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, delimiter="\t", lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(found)
    return "\ufeff" + text.getvalue()


def _stated(store: "Store", kind: FactKind) -> Iterator[Row]:
    found = rows(store, QUERIES / "review" / f"{kind}.rq")
    if kind != "event":
        yield from found
        return
    events = defaultdict[tuple[str, ...], list[Row]](list)
    for row in found:
        row["date"] = "..".join(filter(None, (row["begin"], row["end"])))
        events[tuple(row[name] for name in ("document", "name", "kind", "date", "place", "confidence"))].append(row)
    for same in events.values():
        yield {**same[0], "participants": "、".join(sorted({row["participant"] for row in same} - {""}))}


def _row(kind: FactKind, row: Row) -> Row:
    return {
        "kind": kind,
        "statement": BAR.join(row[part] for part in _PARTS[kind]),
        "document": row["document"],
        "sentence": row["text"],
        "confidence": row["confidence"],
        "reason": " as ".join(filter(None, ("read with little confidence", row.get("planned")))),
    }


def _told(report: Path) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(report.read_text(encoding="utf8"))
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{report}: the report of the build cannot be read ({error}); write it: fangzhi export DIR"
        ) from error
    if not told.keys() >= {"documents", "left_out", "doubted"}:
        raise StoreError(f"{report}: the report of the build is not one of this version; build again")
    return told


def _shaped(told: Mapping[str, Any]) -> Iterator[Row]:
    """Yield the facts that a shape keeps out of the graph or doubts, but for those that a reader has accepted."""
    for group, word in (("left_out", "left out"), ("doubted", "doubted")):
        for row in told[group]:
            if row["kind"] and (group == "left_out" or row["confidence"] < 1):
                kept = {name: row[name] for name in ("kind", "statement", "document", "sentence")}
                reason = f"{word}: {row['zh']}; {row['en']}"
                yield {**kept, "confidence": str(row["confidence"]), "reason": reason}


def _unlinked(told: Mapping[str, Any]) -> Iterator[Row]:
    """Yield the names that no thing could be found for; their facts are not in the graph."""
    for document in told["documents"]:
        for name in document["unlinked"]:
            reason = "not linked: " + ": ".join(filter(None, (name["reason"], ", ".join(name["candidates"]))))
            found = {"kind": "mention", "statement": BAR.join((name["kind"], name["name"])), "reason": reason}
            yield {**found, "document": document["document"], "sentence": name["sentence"]}


def _doubles(things: Iterable[Row]) -> Iterator[Row]:
    """Yield pairs of things that may be one: of one name, or of one but for the place or the legal form."""
    by_kind = defaultdict[str, dict[str, list[str]]](lambda: defaultdict(list))
    for row in things:
        by_kind[row["kind"]][row["name"]].append(unquote("/".join(row["thing"].rsplit("/", 2)[-2:])))
    for kind, names in sorted(by_kind.items()):
        for name, found in sorted(names.items()):
            first, *others = sorted(found)
            yield from (_pair(one, first, "both go by one name") for one in others)
            for longer in _longer(name, names) if kind != "Person" else ():
                yield _pair(first, sorted(names[longer])[0], "one name is the other with its place or legal form")


def _longer(name: str, names: Mapping[str, Any]) -> Iterator[str]:
    if len(name) > 2:
        for other in names:
            if (
                other.endswith(name)
                and other.removesuffix(name) in register.names()
                or other.startswith(name)
                and other.removeprefix(name) in _legal_forms()
            ):
                yield other


def _legal_forms() -> frozenset[str]:
    return frozenset(row["suffix"] for row in lexicon("name_suffixes") if row["sort"] == "company")


def _pair(one: str, other: str, reason: str) -> Row:
    return {"kind": IDENTITY, "statement": one, "reason": f"{reason}: {other}"}
