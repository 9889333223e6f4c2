"""What was read of a document, kept as JSON until its build is done.

Only what costs time is kept: sentences, home, date and facts. The text is read and cleaned anew.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.model import CleanText, Document, Event, Fact, Figure, Mention, Name, Post, Quote, Reading, Relation

_KINDS: Mapping[str, Callable[..., Any]] = {
    kind.__name__: kind for kind in (Mention, Post, Relation, Figure, Event, Name, Quote, Decimal)
}


def keep(reading: Reading, path: Path) -> None:
    """Write a reading to a file; a file that is there was written whole."""
    kept = {
        "sentences": reading.sentences,
        "home": _plain(reading.home),
        "date": reading.date,
        "facts": [_plain(fact) for fact in reading.facts],
    }
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf8")
    draft.replace(path)


def kept(path: Path, document: Document, clean: CleanText) -> Reading:
    """Return the reading of a document that ``keep`` wrote."""
    found = json.loads(path.read_text(encoding="utf8"))
    sentences = tuple((begin, end) for begin, end in found["sentences"])
    facts: tuple[Fact, ...] = tuple(map(_value, found["facts"]))
    return Reading(document, clean, sentences, _value(found["home"]), found["date"], facts)


def _plain(value: Any) -> Any:
    """Return a value of the model as JSON: a dataclass as a list that its name heads."""
    match value:
        case Name() | Quote() | Mention() | Post() | Relation() | Figure() | Event():
            return [type(value).__name__, *(_plain(getattr(value, field.name)) for field in fields(value))]
        case Decimal():
            return ["Decimal", str(value)]
        case tuple():
            return ["tuple", *map(_plain, value)]
    return value


def _value(plain: Any) -> Any:
    if not isinstance(plain, list):
        return plain
    name, *parts = plain
    values = tuple(map(_value, parts))
    return values if name == "tuple" else _KINDS[name](*values)
