"""What was read of a document, kept as JSON for good: a reading is read again only when what it rests on has changed.

A file is named after all that its reading depends on, so that it never changes, and a build that is interrupted finds
what it had read. The source stands in it too, so that a document can be read again when its own file is elsewhere.
What costs no time is made anew: the clean text.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.model import CleanText, Document, Event, Figure, Mention, Name, Post, Quote, Reading, Relation, Stage
from kg.store.disk import write_whole

READINGS = "readings"
_KINDS: Mapping[str, Callable[..., Any]] = {
    kind.__name__: kind for kind in (Mention, Post, Relation, Figure, Event, Stage, Name, Quote, Decimal)
}


def keep(reading: Reading, path: Path) -> None:
    """Write a reading to a file; a file that is there was written whole, and is on the disk."""
    kept = (reading.document.source, reading.sentences, reading.home, reading.date, reading.facts)
    write_whole(path, json.dumps(kept, ensure_ascii=False, default=_plain))


def kept(path: Path, document: Document, clean: Callable[[Document], CleanText]) -> Reading:
    """Return the reading of a document that ``keep`` wrote; the document is given without its source.

    Raises StoreError when the file is not there or is damaged.
    """
    source, sentences, home, date, facts = _parts(path, _value)
    document = replace(document, source=source)
    return Reading(document, clean(document), tuple(map(tuple, sentences)), home, date, tuple(facts))


def source(path: Path) -> str:
    """Return the source text that a kept reading rests on; raises StoreError as ``kept`` does."""
    text: str = _parts(path, None)[0]
    return text


def names(folder: Path) -> set[str]:
    """Return the names of the readings that a folder keeps."""
    return {path.stem for path in folder.iterdir()}


def _parts(path: Path, hook: Callable[[dict[str, Any]], Any] | None) -> list[Any]:
    try:
        parts: list[Any] = json.loads(path.read_text(encoding="utf8"), object_hook=hook)
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: this reading cannot be read ({error}); remove it, build all papers again") from error
    return parts


def _plain(value: Any) -> dict[str, list[Any]]:
    """Return a value of the model as JSON: the name of its class, and what it is made of."""
    parts = [str(value)] if isinstance(value, Decimal) else [getattr(value, name) for name in value.__slots__]
    return {type(value).__name__: parts}


def _value(plain: dict[str, list[Any]]) -> Any:
    ((name, parts),) = plain.items()
    return _KINDS[name](*(tuple(part) if isinstance(part, list) else part for part in parts))
