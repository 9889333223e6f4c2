"""Reading documents: from what is kept where it still holds, else with the pipeline, and then kept."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import kg
from kg.clean import clean
from kg.living.documents import date_of
from kg.living.index import Index
from kg.model import Document, Reading
from kg.resources import ONTOLOGY, PIPELINES
from kg.store import readings
from kg.store.manifest import Entry

# (what is being done, how much of it is done, how much there is)
Progress: TypeAlias = Callable[[str, int, int], None]


class Readings:
    """The readings that a folder keeps: of the documents in its index (``kept``), and of those that will be."""

    def __init__(self, folder: Path, kept: Index) -> None:
        self.folder, self.kept = folder, kept

    def entries(self, put: Mapping[str, Document], gone: Set[str]) -> dict[str, Entry]:
        """Return the entries, sorted, of documents that are put in, and of all whose paper these or others leave.

        A paper whose units are all as they were has the date that it had.
        """
        found = dict[str, Entry]()
        for paper, documents in self._papers(put, gone).items():
            kept = [one for name in sorted(self.kept.of_paper(paper)) if (one := self.kept.entry(name))]
            before = {one.document.identifier: one for one in kept}
            left = {name: one.document for name, one in before.items() if name not in {*put, *gone}}
            own = dict(sorted({**left, **documents}.items()))
            as_was = list(own.values()) == [one.document for one in kept]
            given = "" if as_was or all(unit.date for unit in own.values()) else date_of([*own.values()], self._source)
            for name, unit in own.items():
                date = before[name].date if as_was else unit.date or given
                found[name] = Entry(unit, date, _digest(replace(unit, date=date)))
        return dict(sorted(found.items()))

    def _papers(self, put: Mapping[str, Document], gone: Set[str]) -> Mapping[str, Mapping[str, Document]]:
        """Return the documents that are put into each paper, none for a paper that only loses some."""
        papers = defaultdict[str, dict[str, Document]](dict)
        for name, document in put.items():
            papers[document.paper][name] = document
        for name in (*put, *gone):
            if kept := self.kept.entry(name):
                papers.setdefault(kept.document.paper, {})
        return papers

    def read(self, entries: Sequence[Entry], progress: Progress) -> Iterator[Reading]:
        """Yield what is read of documents, from what is kept where that holds; what is read now is kept."""
        paths = [self._path(entry.reading) for entry in entries]
        new = (self._whole(entry) for entry, path in zip(entries, paths, strict=True) if not path.is_file())
        read_now = _read_now(new)
        for done, (entry, path) in enumerate(zip(entries, paths, strict=True)):
            progress("read", done, len(entries))
            if path.is_file():
                yield readings.kept(path, replace(entry.document, date=entry.date), clean)
            else:
                reading = next(read_now)
                readings.keep(reading, path)
                yield reading
        if entries:
            progress("read", len(entries), len(entries))

    def forget(self, outdated: Set[str], wanted: Set[str] | None) -> None:
        """Remove readings: those that are outdated, or where all that are wanted are known, all others."""
        for name in outdated if wanted is None else readings.names(self.folder) - wanted:
            self._path(name).unlink(missing_ok=True)

    def _whole(self, entry: Entry) -> Document:
        return replace(entry.document, date=entry.date, source=self._source(entry.document))

    def _source(self, document: Document) -> str:
        if document.source:
            return document.source
        kept = self.kept.entry(document.identifier)
        assert kept, "a document without its source is one of the index"
        return readings.source(self._path(kept.reading))

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"


def _read_now(documents: Iterable[Document]) -> Iterator[Reading]:
    """Yield the readings of documents; some are annotated together, which is quicker."""
    from kg.annotate.pipeline import annotate
    from kg.annotate.spans import marked
    from kg.extract import facts

    for doc in annotate((document, clean(document)) for document in documents):
        sentences = tuple((begin, end) for begin, end, *_ in marked(doc, "sentences"))
        found = tuple(facts(doc))
        yield Reading(doc._.document, doc._.clean, sentences, doc._.setting.home, doc._.date, found)


def _digest(document: Document) -> str:
    """Return what a reading depends on: the document, its place in the file, its date, our code and knowledge."""
    parts = (document.digest, document.identifier, str(document.begin), str(document.end), document.date, _version())
    return sha256("\x1f".join(parts).encode()).hexdigest()


@cache
def version() -> str:
    """Return what a graph depends on beside its readings: our code and all knowledge."""
    return sha256((_version() + _hashed(ONTOLOGY, "**/*.*")).encode()).hexdigest()


@cache
def _version() -> str:
    return _hashed(Path(kg.__file__).parent, "**/*.py") + _hashed(PIPELINES, "**/*.*")


def _hashed(folder: Path, pattern: str) -> str:
    known = sha256()
    for path in sorted(folder.glob(pattern)):
        known.update(path.read_bytes())
    return known.hexdigest()
