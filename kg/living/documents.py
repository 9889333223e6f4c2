"""The documents of a build: what files give, what a graph has of before, and the dates that papers give their units."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from kg.errors import InputError
from kg.model import Document
from kg.read import read, year
from kg.report import Failure
from kg.store.manifest import Entry

# A volume of a gazetteer has a million characters: what is longer was not made to be read as one document.
LONGEST = 1_000_000
_NEAR = 8


def gathered(files: Iterable[Path]) -> tuple[dict[str, Document], list[Failure]]:
    """Return the documents of files by identifier, and the files that failed.

    Raises InputError when there is none that can be read.
    """
    found, failures = dict[str, Document](), list[Failure]()
    for file in files:
        try:
            units = read(file)
            for unit in units:
                _ensure_usable(unit, found.get(unit.identifier))
            found.update((unit.identifier, unit) for unit in units)
        except InputError as error:
            failures.append(Failure(file.name, str(error)))
    if not found:
        raise InputError(f"no document can be read: {failures[0].reason}")
    return found, failures


def _ensure_usable(document: Document, other: Document | None) -> None:
    if other:
        message = f"its document {document.identifier} is in {other.path} already; rename one of them"
        raise InputError(f"{document.path}: {message}")
    if (length := document.end - document.begin) > LONGEST:
        message = f"{length} characters are more than the {LONGEST} that one document may have; cut it into several"
        raise InputError(f"{document.path}: {message}")


def with_added(kept: Mapping[str, Entry], added: Mapping[str, Document]) -> dict[str, Document]:
    """Return the documents of a graph with others added.

    Those of one identifier, and those that came from a file of the same name before, make room.
    """
    files = {Path(document.path).name for document in added.values()}
    return {name: entry.document for name, entry in kept.items() if entry.file not in files} | dict(added)


def without(kept: Mapping[str, Entry], names: Sequence[str]) -> dict[str, Document]:
    """Return the documents of a graph but those of some identifiers, or of files of these names.

    Raises InputError for a name that no document has, and when no document would be left.
    """
    gone = set[str]()
    for name in names:
        of_file = {one for one, entry in kept.items() if name in (entry.file, Path(entry.file).stem)}
        if not (meant := {name} & kept.keys() or of_file):
            raise InputError(f"{name}: no such document is in the graph; {_near(name, kept)}")
        gone |= meant
    left = {name: entry.document for name, entry in kept.items() if name not in gone}
    if not left:
        raise InputError("no document would be left in the graph; remove its folder, or build other papers into it")
    return left


def _near(name: str, known: Iterable[str]) -> str:
    """Return a clause that offers the documents whose names look like one, or the first that there are.

    >>> _near("sign", ["city-gazette", "signing", "county-page"])
    'near it: signing'
    """
    ordered = sorted(known, key=lambda one: (len(one), one))
    found = [one for one in ordered if name in one or one in name]
    found += [one for one in get_close_matches(name, ordered, _NEAR, 0.5) if one not in found]
    if found:
        return f"near it: {', '.join(found[:_NEAR])}"
    return f"it has {', '.join(sorted(ordered)[:_NEAR])}{' …' if len(ordered) > _NEAR else ''}"


def dates(units: Mapping[str, Document], kept: Mapping[str, Entry], text: Callable[[Document], str]) -> dict[str, str]:
    """Return the date of every document: its own, or else that of its paper.

    A paper whose units are all kept has the dates that it had; of another that prints none, the texts are asked for.
    """
    papers, before = _papers(units.values()), _papers(entry.document for entry in kept.values())
    found = dict[str, str]()
    for paper, own in papers.items():
        if own == before.get(paper):
            found |= {unit.identifier: kept[unit.identifier].date for unit in own}
        else:
            given = "" if all(unit.date for unit in own) else _date(own, text)
            found |= {unit.identifier: unit.date or given for unit in own}
    return found


def _papers(units: Iterable[Document]) -> Mapping[str, list[Document]]:
    papers = defaultdict[str, list[Document]](list)
    for unit in sorted(units, key=lambda unit: unit.identifier):
        papers[unit.paper].append(unit)
    return papers


def _date(units: Sequence[Document], text: Callable[[Document], str]) -> str:
    """Return the one date that units of a paper print; where none prints any, the year that they name most."""
    known = {unit.date for unit in units} - {""}
    if not known:
        return year(text(unit)[unit.begin : unit.end] for unit in units)
    return known.pop() if len(known) == 1 else ""
