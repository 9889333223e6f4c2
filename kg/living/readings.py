"""Reading documents: from what is kept where it still holds, else with the pipeline, and then kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import kg
from kg.clean import clean
from kg.living.documents import dates
from kg.model import Document, Reading
from kg.resources import ONTOLOGY, PIPELINES
from kg.store import readings
from kg.store.manifest import Entry

# (what is being done, how much of it is done, how much there is)
Progress: TypeAlias = Callable[[str, int, int], None]


class Readings:
    """The readings that a folder keeps, of the documents that it has (``kept``) and of those that it will have."""

    def __init__(self, folder: Path, kept: Mapping[str, Entry], current: bool = False) -> None:
        """Take what a folder keeps; ``current`` says that it was read by this program with the knowledge of now."""
        self.folder, self.kept, self.current = folder, kept, current

    def entries(self, documents: Mapping[str, Document]) -> dict[str, Entry]:
        """Return the documents, sorted, with the dates of their papers and the names of their readings."""
        known = dates(documents, self.kept, self._source)
        return {name: self._entry(document, known[name]) for name, document in sorted(documents.items())}

    def _entry(self, document: Document, date: str) -> Entry:
        kept = self.kept.get(document.identifier)
        if self.current and kept and kept.document is document and kept.date == date:
            return kept
        return Entry(document, date, _digest(replace(document, date=date)))

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

    def _whole(self, entry: Entry) -> Document:
        return replace(entry.document, date=entry.date, source=self._source(entry.document))

    def _source(self, document: Document) -> str:
        return document.source or readings.source(self._path(self.kept[document.identifier].reading))

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
