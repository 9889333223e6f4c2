"""The named queries, and what the first lines of a query file say: its title, what it answers, its parameters.

A query file begins with comment lines, ``# title:``, ``# zh:``, ``# en:`` and a line for each parameter,
``# parameter: NAME ?variable TYPE | zh | en``, and ``# node: column ?variable`` says which variable of its WHERE is
the thing that a column names. The type says what a value is: a name of a thing (``Region``,
``Industry`` or another kind; ``Entity`` for all of them), a name or notation of a vocabulary or of what lies below it
(``concept:SCHEME``), a notation of a ``period``, one of some words (``choice:WORD,WORD``), a ``date`` (ISO) or a
``text``. Without a value the variable is free and the query gives all rows; what only some rows have is
asked for as a condition,
``FILTER(!BOUND(?variable) || EXISTS { … ?variable … })``, never by binding the variable in an OPTIONAL.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import get_args

from kg.errors import QueryError
from kg.model import Kind
from kg.resources import ONTOLOGY

QUERIES = ONTOLOGY / "queries"
KINDS: tuple[Kind, ...] = get_args(Kind)

_HEADER = re.compile(r"\A(?:#.*\n)*")
_LINE = re.compile(r"# (title|zh|en|parameter|node|parts): (\S.*)")
_TYPES = ("Entity", *KINDS, r"concept:[\w-]+", r"choice:[\w,]+", "period", "date", "text")
_PARAMETER = re.compile(rf"([a-z]+) \?(\w+) ({'|'.join(_TYPES)}) \| (\S.*?) \| (\S.*)")
_NODE = re.compile(r"(\w+) \?(\w+)")
_PARTS = re.compile(r"\?(\w+) (\w+(?:,\w+)*)")
_TAKEN = ("context", "format", "help", "lang", "limit", "offset")  # what commands and the server take


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query: its name, the variable that its value binds, and what a value is."""

    name: str
    variable: str
    type: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query with what its first lines say of it; a query without such lines has no title and no parameters."""

    name: str
    text: str
    title: str = ""
    zh: str = ""
    en: str = ""
    parameters: tuple[Parameter, ...] = ()
    nodes: Mapping[str, str] = field(default_factory=dict)  # column → the variable of what it names
    leads: "Query | None" = None  # what the rows of a page begin with: see kg.ask.pages
    parts: tuple[str, tuple[str, ...]] | None = None  # of leads: a variable and the classes by which it parts the rows

    def parameter(self, name: str) -> Parameter:
        """Return the parameter of a name.

        Raises QueryError when the query has none.
        """
        for one in self.parameters:
            if one.name == name:
                return one
        known = ", ".join(one.name for one in self.parameters) or "none"
        raise QueryError(f"{self.name}: this query has no parameter {name}; it has {known}")


@cache
def names() -> tuple[str, ...]:
    """Return the names of the queries that come with the ontology.

    >>> "leaderboard" in names()
    True
    """
    return tuple(sorted(path.stem for path in QUERIES.glob("*.rq")))


def find(asked: str) -> Query:
    """Return a named query, that of a ``.rq`` file, or the SPARQL text itself.

    Raises QueryError when it is none of them, or when its parameters cannot be understood.

    >>> find("posts").zh
    '谁在哪里任什么职务，属哪个机关、什么职级，何时始任卸任，出自哪篇文献的哪一句'
    """
    if asked in names():
        return _named(asked)
    if asked.endswith(".rq"):
        return read(Path(asked))
    if "{" in asked:
        return parsed("the query", asked)
    raise QueryError(f"{asked}: no such query; give a .rq file, SPARQL text, or one of: {', '.join(names())}")


@cache
def _named(name: str) -> Query:
    query, leads = read(QUERIES / f"{name}.rq"), QUERIES / "pages" / f"{name}.rq"
    return replace(query, leads=read(leads)) if leads.is_file() else query


def read(path: Path) -> Query:
    """Return the query of a file.

    Raises QueryError when the file cannot be read, or when its parameters cannot be understood.
    """
    try:
        return parsed(path.stem, path.read_text(encoding="utf8"))
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: this query file cannot be read ({error}); give a file in UTF-8") from error


def parsed(name: str, text: str) -> Query:
    """Return a query from its text.

    Raises QueryError for a parameter that cannot be understood.

    >>> header = "# zh: 谁在哪里任职\\n# parameter: region ?node Region | 地区 | a region\\n"
    >>> parsed("mine", header + "SELECT ?node WHERE { ?post fz:at ?node }").parameters[0].variable
    'node'
    """
    found: dict[str, str] = {}
    parameters: dict[str, Parameter] = {}
    nodes: dict[str, str] = {}
    header = _HEADER.match(text)
    for line in header[0].splitlines() if header else ():
        if not (match := _LINE.fullmatch(line.rstrip())):
            continue
        if match[1] == "node":
            nodes.update([_node(name, match[2])])
            continue
        if match[1] != "parameter":
            found[match[1]] = match[2]
            continue
        parts = _PARAMETER.fullmatch(match[2])
        if not parts or parts[1] in (*_TAKEN, *parameters):
            raise QueryError(
                f"{name}: {line} is no parameter; write # parameter: NAME ?variable TYPE | zh | en, each name once, "
                "with Region or another kind of thing, Entity, concept:SCHEME, choice:WORD,WORD, period, date or text "
                "for TYPE"
            )
        parameters[parts[1]] = Parameter(*parts.groups())
    title, zh, en = (found.get(key, "") for key in ("title", "zh", "en"))
    classes = _parts(name, found["parts"]) if "parts" in found else None
    return Query(name, text, title, zh, en, tuple(parameters.values()), nodes, parts=classes)


def _node(name: str, told: str) -> tuple[str, str]:
    if not (parts := _NODE.fullmatch(told)):
        raise QueryError(f"{name}: # node: {told} is no column and its variable; write # node: COLUMN ?variable")
    return parts[1], parts[2]


def _parts(name: str, told: str) -> tuple[str, tuple[str, ...]]:
    if not (parts := _PARTS.fullmatch(told)):
        raise QueryError(f"{name}: # parts: {told} is no variable and classes; write # parts: ?variable Class,Class")
    return parts[1], tuple(parts[2].split(","))
