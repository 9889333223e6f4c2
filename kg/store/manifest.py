"""Of what a graph was made: its documents, each with the name of its reading, and the options of the build.

The manifest is a file of the build like any other (``documents.json``): it gets in place with the graph that it is of.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.model import Document
from kg.store.staging import settle

MANIFEST = "documents.json"
_KEPT = tuple(name for name in Document.__slots__ if name != "source")


@dataclass(frozen=True, slots=True)
class Options:
    """What a build was asked for beside its papers: it holds for what is added later.

    ``decided`` and ``version`` are digests: of what readers had decided, of the code and the knowledge that made it.
    """

    base: str
    least: float = 0.0
    corrections: str = ""
    decided: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a build, with the date that it prints; ``date`` is that which it has from its paper.

    ``reading`` names the file of what was read of it, which has the source too where ``document`` has none.
    """

    document: Document
    date: str
    reading: str

    @property
    def file(self) -> str:
        """Return the name of the document's file."""
        return self.document.path.replace("\\", "/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The options and the documents of a build, by identifier.

    ``triples`` are how many of facts and of evidence it has, ``views`` the files that were made of them for people.
    """

    options: Options
    entries: Mapping[str, Entry]
    triples: tuple[int, int] = (0, 0)
    views: tuple[str, ...] = ()

    def unchanged(self, then: "Manifest") -> set[str]:
        """Return the identifiers of the documents that are as they were."""
        both = self.entries.keys() & then.entries.keys()
        as_was = ((name, self.entries[name], then.entries[name]) for name in both)
        return {name for name, now, old in as_was if now is old or (now.reading, now.file) == (old.reading, old.file)}

    def write(self, directory: Path) -> None:
        """Write the manifest into a new directory, a document a line."""
        lines = (json.dumps(_plain(entry), ensure_ascii=False) for _, entry in sorted(self.entries.items()))
        head = json.dumps(asdict(self.options), ensure_ascii=False)
        text = f'{{"options": {head},\n"triples": {json.dumps(self.triples)},\n"views": {json.dumps(self.views)},\n'
        text += '"documents": [\n' + ",\n".join(lines) + "\n]}\n"
        (directory / MANIFEST).write_text(text, encoding="utf8", newline="\n")


def read(directory: Path) -> Manifest | None:
    """Return the manifest of a build, None where there is none that this version can read."""
    try:
        found = json.loads((directory / MANIFEST).read_text(encoding="utf8"))
        entries = map(_entry, found["documents"])
        by_name = {entry.document.identifier: entry for entry in entries}
        return Manifest(Options(**found["options"]), by_name, tuple(found["triples"]), tuple(found["views"]))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def ensure_built(directory: Path) -> None:
    """Raise StoreError where there is no finished build."""
    settle(directory)
    if not (directory / MANIFEST).is_file():
        raise _missing(directory)


def wanted(directory: Path) -> Manifest:
    """Return the manifest of a build; raises StoreError where there is none."""
    if (found := read(directory)) is None:
        raise _missing(directory)
    return found


def _missing(directory: Path) -> StoreError:
    return StoreError(f"{directory}: no build that can be changed here; make one with fangzhi build PATH -o DIR")


def _plain(entry: Entry) -> dict[str, object]:
    document = {name: getattr(entry.document, name) for name in _KEPT}
    return {**document, "path": entry.file, "from_paper": entry.date, "reading": entry.reading}


def _entry(plain: dict[str, object]) -> Entry:
    date, reading = str(plain.pop("from_paper")), str(plain.pop("reading"))
    return Entry(Document(**plain, source=""), date, reading)  # type: ignore[arg-type]
