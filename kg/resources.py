"""Where the knowledge lies, and how it is read: the one module that knows the places of ontology/ and pipelines/.

A lexicon is a TSV file: comment lines (#) with title, source and licence, a header line, rows. A pattern file is JSON
Lines: each row has ``id``, ``pattern`` (a regular expression in which ``{{lexicon.column}}`` or
``{{lexicon.column?key=value}}`` stands for the alternatives of that column, longest first) and ``example``,
which the pattern must match; what else it holds is the extractor's.
"""

import csv
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError

_PACKAGE = Path(__file__).parent
_ROOT = _PACKAGE if (_PACKAGE / "pipelines").is_dir() else _PACKAGE.parent
ONTOLOGY = _ROOT / "ontology"
PIPELINES = _ROOT / "pipelines"

Row = Mapping[str, str]
_HEADER = re.compile("^[^#\n].*", re.MULTILINE)
_PLACE = re.compile(r"\{\{(\w+)\.(\w+)(?:\?(\w+)=([^}]*))?\}\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern with its identifier, its example and what else its row says."""

    id: str
    regex: re.Pattern[str]
    example: str
    more: Mapping[str, Any]


@cache
def lexicon(name: str) -> tuple[Row, ...]:
    """Return the rows of ``pipelines/lexicons/NAME.tsv``.

    Raises KnowledgeError for a missing file, a row of another width than the header, or a first column that repeats.

    >>> lexicon("units")[0]["unit"]
    '亿元'
    """
    return _table(PIPELINES / "lexicons" / f"{name}.tsv", 1)


def section(name: str, start: str) -> tuple[Row, ...]:
    """Return the rows of a long lexicon, sorted by its first column, in which that begins with ``start``.

    The other rows are not looked at, which makes a section of a register of tens of thousands cheap.

    >>> [row["name"] for row in section("townships", "33112210")][:2]
    ['壶镇镇', '新建镇']
    """
    text = _text(PIPELINES / "lexicons" / f"{name}.tsv")
    header = next(_HEADER.finditer(text))[0].split("\t")
    begin, last = text.find(f"\n{start}") + 1, text.rfind(f"\n{start}") + 1
    lines = text[begin : text.index("\n", last)].split("\n") if begin else []
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines)


@cache
def model(name: str) -> tuple[Row, ...]:
    """Return the rows of ``pipelines/models/NAME.tsv``, which training wrote; the first two columns tell rows apart.

    Raises KnowledgeError as ``lexicon`` does.
    """
    return _table(PIPELINES / "models" / f"{name}.tsv", 2)


@cache
def _text(path: Path) -> str:
    if not path.is_file():
        raise KnowledgeError(f"{path}: no such file; add it or mend the name that asks for it")
    return path.read_text("utf8")


def _table(path: Path, keys: int) -> tuple[Row, ...]:
    lines = enumerate(_text(path).split("\n"), 1)
    numbered = [(n, line) for n, line in lines if line.strip() and line[0] != "#"]
    records = list(csv.reader((line for _, line in numbered), delimiter="\t", quoting=csv.QUOTE_NONE))
    header, seen = records[0], set[tuple[str, ...]]()
    for (number, _), record in zip(numbered[1:], records[1:], strict=True):
        if len(record) != len(header):
            raise KnowledgeError(f"{path}:{number}: {len(record)} columns, but the header has {len(header)}")
        if (key := tuple(record[:keys])) in seen:
            raise KnowledgeError(f"{path}:{number}: {' '.join(key)} is there twice; keep one row")
        seen.add(key)
    return tuple(dict(zip(header, record, strict=True)) for record in records[1:])


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a lexicon whose first column is ``word``.

    >>> "县" in words("levels")
    True
    """
    return frozenset(row["word"] for row in lexicon(name))


def alternatives(words: Iterable[str]) -> str:
    """Return a regular expression group for the words, of which the longest that stands there is tried first.

    Where none can begin, one look passes all of them over; what some begin with alike is looked at once.

    >>> alternatives(["区", "开放区", "开发区", "开发"])
    '(?:(?=[区开])(?:区|开(?:发(?:区)?|放(?:区))))'
    """
    found = sorted(set(words) - {""})
    first = "".join(dict.fromkeys(re.escape(word[0]) for word in found))
    return f"(?:(?=[{first}])(?:{_branches(found)}))" if found else "(?:)"


def _branches(words: Iterable[str]) -> str:
    """Return the branches of a group for words that are sorted."""
    parts = []
    for first, some in groupby(words, key=lambda word: word[0]):
        ends = [word[1:] for word in some]
        longer = _branches(filter(None, ends))
        parts.append(re.escape(first) + (f"(?:{longer})" + "?" * ("" in ends) if longer else ""))
    return "|".join(parts)


def _fill(match: re.Match[str]) -> str:
    name, column, key, value = match.groups()
    rows = [row for row in lexicon(name) if key is None or row[key] in value.split("|")]
    return alternatives([row[column] for row in rows if row[column]])


@cache
def patterns(name: str) -> tuple[Pattern, ...]:
    """Return the compiled rows of ``pipelines/patterns/NAME.jsonl``, in the order of the file.

    Raises KnowledgeError for a row that is not JSON, does not compile, or does not match its own example.
    """
    path = PIPELINES / "patterns" / f"{name}.jsonl"
    if not path.is_file():
        raise KnowledgeError(f"{path}: no such pattern file; add the file or mend the name that asks for it")
    found = []
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            regex = re.compile(_PLACE.sub(_fill, row["pattern"]))
            example = row["example"]
        except (ValueError, KeyError, re.error) as error:
            raise KnowledgeError(
                f"{path}:{number}: not a pattern row ({error}); it needs id, pattern, example"
            ) from error
        if not regex.search(example):
            raise KnowledgeError(f"{path}:{number}: {row['id']} does not match its own example {example}")
        more = {k: v for k, v in row.items() if k not in ("id", "pattern", "example")}
        found.append(Pattern(row["id"], regex, example, more))
    return tuple(found)


@cache
def pattern(name: str, row: str) -> re.Pattern[str]:
    """Return the regular expression of one row of a pattern file.

    Raises KnowledgeError when the file has no such row.

    >>> bool(pattern("carriers", "output").search("年产6万吨"))
    True
    """
    for found in patterns(name):
        if found.id == row:
            return found.regex
    raise KnowledgeError(
        f"{PIPELINES / 'patterns' / name}.jsonl: no row {row}; add it or mend the name that asks for it"
    )
