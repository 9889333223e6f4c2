"""Of what a graph was made: the options of its build, and how many documents and which views it has.

The manifest is a file of the build like any other (``build.json``): it gets in place with the graph that it is of. The
documents are in the index, an entry each, so that a change writes only the entries that it changes.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.model import Document
from kg.store.staging import settle

MANIFEST = "build.json"
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

    def same(self, other: "Entry | None") -> bool:
        """Say whether the document is as another entry has it."""
        return other is not None and (self.reading, self.file) == (other.reading, other.file)

    def as_json(self) -> str:
        """Return the entry as text, without the source."""
        document = {name: getattr(self.document, name) for name in _KEPT}
        plain = {**document, "path": self.file, "from_paper": self.date, "reading": self.reading}
        return json.dumps(plain, ensure_ascii=False)


def entry(text: str) -> Entry:
    """Return the entry that a text is of."""
    plain: dict[str, Any] = json.loads(text)
    date, reading = plain.pop("from_paper"), plain.pop("reading")
    return Entry(Document(**plain, source=""), date, reading)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The options of a build, how many documents it has, and the files that were made of its store."""

    options: Options
    documents: int = 0
    views: tuple[str, ...] = ()

    def write(self, directory: Path) -> None:
        """Write the manifest into a new directory."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        (directory / MANIFEST).write_text(text + "\n", encoding="utf8", newline="\n")


def read(directory: Path) -> Manifest | None:
    """Return the manifest of a build, None where there is none that this version can read."""
    try:
        found = json.loads((directory / MANIFEST).read_text(encoding="utf8"))
        return Manifest(Options(**found["options"]), found["documents"], tuple(found["views"]))
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
