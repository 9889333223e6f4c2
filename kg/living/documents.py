"""The documents of a build: what files give, what goes of those that there were, the dates that papers give."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from kg.errors import InputError
from kg.living.index import Index
from kg.model import Document
from kg.read import read, year
from kg.report import Failure

# A volume of a gazetteer has a million characters: what is longer was not made to be read as one document.
LONGEST = 1_000_000
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """How the documents of a graph are to change: those put in, by identifier, those to go, and files that failed."""

    put: Mapping[str, Document]
    gone: Set[str] = frozenset()
    failures: Sequence[Failure] = ()


def alone(files: Iterable[Path], kept: Index) -> Chosen:
    """Choose the documents of files, and no others; raises InputError as ``added`` does."""
    put, failures = _gathered(files)
    return Chosen(put, set(kept.documents()) - put.keys(), failures)


def added(files: Iterable[Path], kept: Index) -> Chosen:
    """Choose the documents of files beside those of a graph.

    Those of one identifier, and those that came from a file of the same name before, make room. Raises InputError when
    no file can be read.
    """
    put, failures = _gathered(files)
    before = {name for document in put.values() for name in kept.of_file(Path(document.path).name)}
    return Chosen(put, before - put.keys(), failures)


def _gathered(files: Iterable[Path]) -> tuple[dict[str, Document], list[Failure]]:
    """Return the documents of files by identifier, and the files that failed."""
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


def without(names: Sequence[str], kept: Index, count: int) -> Chosen:
    """Choose the documents of a graph, which has so many, but those of some identifiers, or of files of these names.

    Raises InputError for a name that no document has, and when no document would be left.
    """
    gone = set[str]()
    for name in names:
        if not (meant := {name} if kept.entry(name) else _of_file(name, kept)):
            raise InputError(f"{name}: no such document is in the graph; {_near(name, kept.documents())}")
        gone |= meant
    if len(gone) == count:
        raise InputError("no document would be left in the graph; remove its folder, or build other papers into it")
    return Chosen({}, gone)


def _of_file(name: str, kept: Index) -> set[str]:
    """Return the documents of files of a name, which may lack its ending."""
    return kept.of_file(name) | kept.of_stem(name)


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


def date_of(units: Sequence[Document], text: Callable[[Document], str]) -> str:
    """Return the date of those units of a paper that print none: the one that the others print.

    Where none prints any it is the year that they name most, for which the texts are asked for.
    """
    known = {unit.date for unit in units} - {""}
    if not known:
        return year(text(unit)[unit.begin : unit.end] for unit in units)
    return known.pop() if len(known) == 1 else ""
