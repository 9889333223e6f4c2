"""From papers to a knowledge graph: the one place that sees every room."""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import kg
from kg.clean import clean
from kg.errors import InputError
from kg.export.explorer.page import ensure_bundled
from kg.graph import passed
from kg.link import link
from kg.model import Document, Reading
from kg.read import find, read, year
from kg.report import Failure, Report, report
from kg.resources import PIPELINES
from kg.review.applied import Corrected, applied
from kg.review.corrections import FILE as CORRECTIONS
from kg.review.corrections import Correction, identities
from kg.review.corrections import read as read_corrections
from kg.store import Staging, ensure_free, open_store, readings, write_jsonld, write_store, write_turtle

# (what is being done, how much of it is done, how much there is)
Progress: TypeAlias = Callable[[str, int, int], None]

# A volume of a gazetteer has a million characters: what is longer was not made to be read as one document.
LONGEST = 1_000_000


def build(
    paths: Sequence[Path],
    out: Path,
    base: str = kg.BASE,
    progress: Progress = lambda stage, done, total: None,
    exports: bool = True,
    least: float = 0.0,
    corrections: Path | None = None,
) -> Report:
    """Build the graph of all documents under the paths into a folder, and return what was found.

    Facts with a confidence below ``least`` are left out and counted; what readers decided (``corrections``, else the
    folder's own file of them) goes before what was read; what the shapes forbid is left out and told. Without
    ``exports`` only Turtle and the report are written. Files that cannot be read are listed in the report. Raises
    InputError when none can, or when a correction cannot be understood, StoreError when the folder cannot be written;
    the last good output is then as it was.
    """
    files, decided = find(paths), read_corrections(corrections or out / CORRECTIONS)
    staging = Staging(out)
    with staging.opened(), _seldom_collected():
        ensure_free(out)
        if exports:
            ensure_bundled()
        documents, failures = _read(files)
        if not documents:
            raise InputError(f"no document can be read: {failures[0].reason}")
        corrected = _corrected(_readings(documents, staging.readings, progress), decided)
        linked = link((_sure(reading, least) for reading in corrected.readings), corrected.identities)
        through = passed(linked, base)
        write_turtle(through.graphs, staging.new)
        found = report(through, linked, failures, corrected, least)
        progress("graph", 1, 1)
        if exports:
            write_store(through.graphs, staging.new)
            write_jsonld(through.graphs, base, staging.new)
            found = replace(found, conflicts=_exported(staging.new, base))
            progress("export", 1, 1)
        found.write(staging.new)
        ensure_free(out)
        staging.commit()
    return found


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let Python look for cyclic garbage seldom: a build makes much that lasts and little that is cyclic."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _read(files: Iterable[Path]) -> tuple[list[Document], list[Failure]]:
    """Return the documents of the files, each with the date of its paper, and the files that failed."""
    documents, failures = dict[str, Document](), list[Failure]()
    for file in files:
        try:
            found = read(file)
            for document in found:
                _ensure_usable(document, documents.get(document.identifier))
            documents.update((document.identifier, document) for document in found)
        except InputError as error:
            failures.append(Failure(file.name, str(error)))
    return list(_dated(documents.values())), failures


def _ensure_usable(document: Document, other: Document | None) -> None:
    if other:
        message = f"its document {document.identifier} is in {other.path} already; rename one of them"
        raise InputError(f"{document.path}: {message}")
    if (length := document.end - document.begin) > LONGEST:
        message = f"{length} characters are more than the {LONGEST} that one document may have; cut it into several"
        raise InputError(f"{document.path}: {message}")


def _dated(documents: Iterable[Document]) -> Iterator[Document]:
    """Yield the documents; one without a date takes the date of its paper."""
    documents = sorted(documents, key=lambda document: document.identifier)
    papers = defaultdict[str, list[Document]](list)
    for document in documents:
        papers[document.paper].append(document)
    dates = {paper: _date(units) for paper, units in papers.items()}
    for document in documents:
        yield document if document.date else replace(document, date=dates[document.paper])


def _date(units: Sequence[Document]) -> str:
    """Return the one date that units of a paper print; where none prints any, the year that they name most."""
    known = {unit.date for unit in units} - {""}
    if not known:
        return year(unit.source[unit.begin : unit.end] for unit in units)
    return known.pop() if len(known) == 1 else ""


def _readings(documents: Sequence[Document], kept: Path, progress: Progress) -> Iterator[Reading]:
    """Yield what is read of each document, from an interrupted build where that had come so far."""
    paths = {document.identifier: kept / f"{_digest(document)}.json" for document in documents}
    new = (document for document in documents if not paths[document.identifier].is_file())
    read_now = _read_now(new)
    for done, document in enumerate(documents):
        progress("read", done, len(documents))
        path = paths[document.identifier]
        if path.is_file():
            yield readings.kept(path, document, clean(document))
        else:
            reading = next(read_now)
            readings.keep(reading, path)
            yield reading
    progress("read", len(documents), len(documents))


def _read_now(documents: Iterable[Document]) -> Iterator[Reading]:
    """Yield the readings of documents; some are annotated together, which is quicker."""
    from kg.annotate.pipeline import annotate
    from kg.annotate.spans import marked
    from kg.extract import facts

    for doc in annotate((document, clean(document)) for document in documents):
        sentences = tuple((begin, end) for begin, end, *_ in marked(doc, "sentences"))
        found = tuple(facts(doc))
        yield Reading(doc._.document, doc._.clean, sentences, doc._.setting.home, doc._.date, found)


def _corrected(readings: Iterable[Reading], decided: Sequence[Correction]) -> Corrected:
    """Return the readings as readers corrected them; the names that a correction has are those of a first linking."""
    same = identities(decided)
    if not decided:
        return Corrected(tuple(readings), same)
    return applied(link(readings, same), decided, same)


def _sure(reading: Reading, least: float) -> Reading:
    return replace(reading, facts=tuple(fact for fact in reading.facts if fact.confidence >= least))


def _exported(directory: Path, base: str) -> tuple[Mapping[str, str], ...]:
    """Write tables, pages and the description of the store of a folder, and return where its documents disagree."""
    from kg.ask.answers import answer
    from kg.ask.queries import find
    from kg.export import export
    from kg.export.void import write_void

    store = open_store(directory)
    export(store, directory)
    write_void(store, directory, base)
    return answer(store, find("conflicts")).as_dicts()


def _digest(document: Document) -> str:
    """Return what a reading depends on: the document, its place in the file, its date, our code and knowledge."""
    parts = (document.digest, document.identifier, str(document.begin), str(document.end), document.date, _version())
    return sha256("\x1f".join(parts).encode()).hexdigest()


@cache
def _version() -> str:
    known = sha256()
    for folder, pattern in ((Path(kg.__file__).parent, "**/*.py"), (PIPELINES, "**/*.*")):
        for path in sorted(folder.glob(pattern)):
            known.update(path.read_bytes())
    return known.hexdigest()
