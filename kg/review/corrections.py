"""Corrections: what a reader decided of facts and things, in a file that every build applies and that people keep.

A row says who decided what, when and why. Of a fact: ``accept``, ``reject``, or ``mend`` into another statement. Of a
thing (kind ``identity``; its statement is its kind and key, ``person/林海生-沂水县``): ``mend`` names the thing that it
is, in all documents (a merge) or in one (a split).
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import get_args

from kg.errors import InputError
from kg.model import Identities, Kind
from kg.review.statements import FactKind, cells
from kg.store.disk import write_whole

FILE = "corrections.tsv"
IDENTITY = "identity"
VERDICTS = ("accept", "reject", "mend")
_KINDS = (*get_args(FactKind), IDENTITY)


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision; ``sentence`` is for people, the other columns are what it applies to."""

    verdict: str
    kind: str
    document: str
    statement: str
    mend: str
    sentence: str
    who: str
    when: str
    why: str


COLUMNS = tuple(field.name for field in fields(Correction))


def read(path: Path) -> tuple[Correction, ...]:
    """Return the corrections of a file, none when there is no file.

    Raises InputError with file and line for a row that cannot be one.
    """
    return tuple(_checked(row, f"{path}:{line}") for line, row in rows(path, COLUMNS)) if path.is_file() else ()


def rows(path: Path, needed: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a table with tabs between its cells and a header line, each with its line.

    A table saved by a spreadsheet as UTF-16 is read too. Raises InputError for a file without the needed columns.
    """
    try:
        data = path.read_bytes()
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: this table cannot be read ({error}); save it as UTF-8 text with tabs") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t")
    if missing := [name for name in needed if name not in (reader.fieldnames or ())]:
        raise InputError(f"{path}: the header lacks {', '.join(missing)}; keep the header line that review wrote")
    return [(reader.line_num, {name: (row[name] or "").strip() for name in needed}) for row in reader]


def _checked(row: Mapping[str, str], place: str) -> Correction:
    """Return a row as a correction, or raise InputError with what is wrong with it."""
    made = Correction(**row)
    if made.verdict not in VERDICTS:
        raise InputError(f"{place}: {made.verdict or 'nothing'} is no verdict; write accept, reject or mend")
    if made.kind not in _KINDS:
        raise InputError(f"{place}: {made.kind or 'nothing'} is no kind; it is one of {', '.join(_KINDS)}")
    if (made.verdict == "mend") != bool(made.mend):
        raise InputError(f"{place}: the column mend is for the verdict mend, which needs it: what the row should say")
    if not made.who or not made.when:
        raise InputError(f"{place}: a correction says who decided it and when")
    try:
        date.fromisoformat(made.when)
        for text in (made.statement, made.mend):
            if made.kind == IDENTITY:
                thing(text) if text or text is made.statement else None
            elif text:
                cells(made.kind, text)  # type: ignore[arg-type]
    except (ValueError, InputError) as error:
        raise InputError(f"{place}: {error}") from error
    if not made.document and made.kind != IDENTITY:
        raise InputError(f"{place}: a correction of a fact names its document; keep that column as review wrote it")
    return made


def thing(text: str) -> tuple[Kind, str]:
    """Return the kind and the key of a thing.

    >>> thing("person/林海生-沂水县")
    ('Person', '林海生-沂水县')
    """
    word, slash, key = text.partition("/")
    if not slash or not key or word.capitalize() not in get_args(Kind):
        raise InputError(f"{text or 'nothing'} is no thing: write its kind and key, such as person/林海生-沂水县")
    return word.capitalize(), key  # type: ignore[return-value]


def taken(path: Path, who: str, when: str) -> tuple[Correction, ...]:
    """Return the decisions of a reviewed table: its rows with a verdict, decided by ``who`` on the day ``when``.

    Raises InputError with file and line for a verdict that cannot be applied.
    """
    decided = []
    columns = [name for name in COLUMNS if name not in ("who", "when")]
    for line, row in rows(path, columns):
        if row["verdict"]:
            decided.append(_checked({**row, "who": who, "when": when}, f"{path}:{line}"))
    return tuple(decided)


def keep(path: Path, table: Path, who: str, when: str) -> tuple[int, int]:
    """Add the decisions of a reviewed table to a file of corrections; return how many they are, and how many are kept.

    The last word on a statement counts. Raises InputError when something cannot be applied or written; the file is then
    as it was.
    """
    fresh = taken(table, who, when)
    last = {(c.kind, c.document, c.statement): c for c in (*read(path), *fresh)}
    identities(last.values())
    _write(path, last.values())
    return len(fresh), len(last)


def _write(path: Path, corrections: Iterable[Correction]) -> None:
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, COLUMNS, delimiter="\t", lineterminator="\n")
    table.writeheader()
    table.writerows(map(asdict, corrections))
    try:
        write_whole(path, text.getvalue(), "utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: the corrections cannot be written ({error}); give a folder that can be") from error


def digest(corrections: Sequence[Correction]) -> str:
    """Return what tells corrections from others, "" when there are none."""
    return sha256(repr(corrections).encode()).hexdigest() if corrections else ""


def identities(corrections: Iterable[Correction]) -> Identities:
    """Return which thing is which other one.

    Raises InputError for things that are each other in a circle.
    """
    same = dict[tuple[str, Kind, str], str]()
    for one in corrections:
        if one.kind == IDENTITY and one.verdict == "mend":
            (kind, key), (other, into) = thing(one.statement), thing(one.mend)
            if kind != other:
                raise InputError(f"{one.statement} cannot be {one.mend}: they are things of two kinds")
            same[one.document, kind, key] = into
    for document, kind, key in same:
        passed = {key}
        while step := same.get((document, kind, key)):
            if step in passed:
                raise InputError(f"{kind.lower()}/{step} is itself in a circle of corrections; take one of them out")
            passed.add(step)
            key = step
    return same
