"""What was read of a document, kept as JSON until its build is done.

Only what costs time is kept: sentences, home, date and facts. The text is read and cleaned anew.
"""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.model import CleanText, Document, Event, Figure, Mention, Name, Post, Quote, Reading, Relation, Stage

_KINDS: Mapping[str, Callable[..., Any]] = {
    kind.__name__: kind for kind in (Mention, Post, Relation, Figure, Event, Stage, Name, Quote, Decimal)
}


def keep(reading: Reading, path: Path) -> None:
    """Write a reading to a file; a file that is there was written whole."""
    kept = (reading.sentences, reading.home, reading.date, reading.facts)
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(kept, ensure_ascii=False, default=_plain), encoding="utf8")
    draft.replace(path)


def kept(path: Path, document: Document, clean: CleanText) -> Reading:
    """Return the reading of a document that ``keep`` wrote."""
    sentences, home, date, facts = json.loads(path.read_text(encoding="utf8"), object_hook=_value)
    return Reading(document, clean, tuple(map(tuple, sentences)), home, date, tuple(facts))


def _plain(value: Any) -> dict[str, list[Any]]:
    """Return a value of the model as JSON: the name of its class, and what it is made of."""
    parts = [str(value)] if isinstance(value, Decimal) else [getattr(value, name) for name in value.__slots__]
    return {type(value).__name__: parts}


def _value(plain: dict[str, list[Any]]) -> Any:
    ((name, parts),) = plain.items()
    return _KINDS[name](*(tuple(part) if isinstance(part, list) else part for part in parts))
