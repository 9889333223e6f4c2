"""Read files into documents: text in UTF-8 or GB18030, the date it prints, and the sections that it is cut into."""

import hashlib
from pathlib import Path

from kg.errors import InputError
from kg.model import Document
from kg.read.dates import printed_date
from kg.read.decode import decode
from kg.read.files import find
from kg.read.sections import Section, sections
from kg.read.years import year

__all__ = ["find", "read", "year"]

_ONE_LINE_FEED = str.maketrans(dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"))


def read(path: Path) -> list[Document]:
    """Return the document units of a file: itself, or one for each section headed by a region and its official.

    A unit's identifier is the file's stem, for a section ``stem#heading``; all units share the source text and the date
    of their page. Raises InputError for a file that cannot be opened, is empty, or is not text in UTF-8 or GB18030.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path}: the file cannot be read ({error.strerror}); check that it is there and yours to read"
        ) from error
    source, codec = decode(data, path)
    digest = hashlib.sha256(data).hexdigest()
    text = source.translate(_ONE_LINE_FEED)  # as long as the source, so the offsets are the same
    date = printed_date(text, path.stem)
    units = sections(text)
    return [
        Document(
            identifier=identifier,
            paper=path.stem.split("#")[0],
            path=str(path),
            digest=digest,
            encoding=codec,
            source=source,
            begin=unit.begin,
            end=unit.end,
            date=date,
            heading=unit.heading,
        )
        for identifier, unit in zip(_identifiers(path.stem, units), units, strict=True)
    ]


def _identifiers(stem: str, units: list[Section]) -> list[str]:
    """Return ``stem#heading`` for each section, the stem for the page's own text, numbered where one comes again."""
    found: list[str] = []
    for unit in units:
        name = f"{stem}#{unit.heading}" if unit.heading and len(units) > 1 else stem
        again = sum(other == name or other.startswith(f"{name}~") for other in found)
        found.append(f"{name}~{again + 1}" if again else name)
    return found
