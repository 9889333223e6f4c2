"""Annotated sentences: the inline markup of ``pipelines/training`` read as documents and their annotations.

A case is a line ``HOME|TEXT`` (or ``HOME@DATE|TEXT``): whose paper it is, and one or a few sentences in which every
name and figure is marked; the lines below it that begin with a tab are its posts, relations, events and stages::

    沂水县|<Person>林海生</Person>力争税收<figure indicator=税收 value=7 unit=亿 status=target>7亿</figure>。

``⏎`` is a line feed of the source. A file with a stage in it has them all; a file without one tells none. The
annotation has the shape of the annotation guide's JSON files.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

from kg.errors import InputError
from kg.model import Document, Kind
from kg.resources import PIPELINES

TRAINING = PIPELINES / "training"
DATE = "2023-02-18"
_TAG = re.compile(r"<(?P<close>/?)(?P<kind>\w+)(?P<slots>(?: \w+=[^<>\s=]*)*)>")
_SLOT = re.compile(r"(\w+)=(\S*)")
_SPACE = re.compile(r"[⏎\s]")
_COMPARATORS = {"eq": "=", "gt": ">", "ge": ">=", "lt": "<", "le": "<=", "approx": "~"}
_FACTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "post": ("posts", ("person", "title", "at")),
    "relation": ("relations", ("s", "p", "o")),
    "event": ("events", ("name", "kind", "date", "place", "participants")),
    "stage": ("stages", ("thing", "stage", "date", "standing")),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a case: offsets in its text, the kind of name or ``figure``, and the slots given."""

    begin: int
    end: int
    kind: str
    slots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """One annotated passage: ``text`` as a file would print it, its marks in the order they open, and its facts."""

    identifier: str
    home: str
    date: str
    text: str
    marks: tuple[Mark, ...]
    facts: tuple[tuple[str, ...], ...]
    staged: bool = False
    """Whether its file tells the stages of its cases."""

    def document(self) -> Document:
        """Return the case as a document whose section is headed by its home."""
        digest = sha256(self.text.encode()).hexdigest()
        name = self.identifier
        return Document(name, name, f"{name}.txt", digest, "utf8", self.text, 0, len(self.text), self.date, self.home)

    def annotation(self) -> dict[str, Any]:
        """Return the annotation as one JSON file of the guide would hold it."""
        made: dict[str, Any] = {"doc": self.identifier, "date": self.date, "targets": [], "posts": [], "relations": []}
        made |= {"events": [], "entities": list(self._entities())}
        made |= {"stages": []} if self.staged else {}
        made["targets"] = [self._target(mark) for mark in self.marks if mark.kind == "figure"]
        for name, *cells in self.facts:
            kind, slots = _FACTS[name]
            fact: dict[str, Any] = dict(zip(slots, cells, strict=True))
            if kind == "events":
                fact["participants"] = [who for who in fact["participants"].split("、") if who]
            made[kind].append(fact)
        return made

    def _printed(self, mark: Mark) -> str:
        return _SPACE.sub("", self.text[mark.begin : mark.end])

    def _entities(self) -> Iterator[dict[str, Any]]:
        names: dict[tuple[str, str], list[str]] = {}
        for mark in self.marks:
            if mark.kind != "figure":
                name = mark.slots.get("name") or self._printed(mark)
                names.setdefault((mark.kind, name), [name]).append(self._printed(mark))
        for (kind, _), forms in names.items():
            yield {"type": kind, "names": list(dict.fromkeys(forms))}
        if self.home not in {name for _, name in names}:  # whose paper it is may be told without being printed
            yield from ({"type": kind, "names": [self.home], "optional": True} for kind in ("Region", "Platform"))

    def _target(self, mark: Mark) -> dict[str, Any]:
        slots = mark.slots
        return {
            "subject": slots.get("about") or self.home,
            "indicator": slots["indicator"],
            "scope": slots.get("scope", ""),
            "cmp": _COMPARATORS[slots.get("cmp", "eq")],
            "value": float(slots["value"]),
            "unit": slots.get("unit", ""),
            "period": slots.get("period", ""),
            "status": slots["status"],
        }


def cases(path: Path = TRAINING) -> Iterator[Case]:
    """Yield the cases of a file, or of every ``*.txt`` in a folder, in order.

    Raises InputError with file and line for what is malformed, or where there is none.
    """
    files = [path] if path.is_file() else sorted(path.glob("*.txt"))
    if not files:
        raise InputError(f"{path}: no annotated sentences here; train in a checkout, a package does not carry them")
    for file in files:
        lines = file.read_text(encoding="utf8").splitlines()
        staged = any(line.startswith("\tstage\t") for line in lines)
        heads = [n for n, line in enumerate(lines) if line[:1] not in ("", "#", "\t")]
        for n in heads:
            below = n + 1
            while below < len(lines) and lines[below][:1] == "\t":
                below += 1
            try:
                yield replace(_case(f"{file.stem}-{n + 1}", lines[n], lines[n + 1 : below]), staged=staged)
            except (ValueError, KeyError) as error:
                raise InputError(
                    f"{file}:{n + 1}: not an annotated sentence ({error}); see kg/train/markup.py"
                ) from error


def _case(identifier: str, line: str, below: list[str]) -> Case:
    head, bar, marked = line.partition("|")
    if not bar:
        raise ValueError("no | behind the home")
    home, _, date = head.partition("@")
    text, marks = _unmarked(marked)
    facts = tuple(tuple(fact.lstrip("\t").split("\t")) for fact in below)
    for name, *cells in facts:
        if name not in _FACTS or len(cells) != len(_FACTS[name][1]):
            raise ValueError(f"{name} is no post, relation, event or stage with all its cells")
    return Case(identifier, home, date or DATE, text.replace("⏎", "\n"), marks, facts)


def _unmarked(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Return a text without its marks, and the marks.

    >>> _unmarked("走进<Platform>云岭<Industry>电商</Industry>产业园</Platform>")[0]
    '走进云岭电商产业园'
    """
    text, at, opened, marks = "", 0, list[tuple[str, int, Mapping[str, str]]](), list[Mark]()
    for tag in _TAG.finditer(marked):
        text, at = text + marked[at : tag.start()], tag.end()
        if tag["kind"] not in (*get_args(Kind), "figure"):
            raise ValueError(f"{tag['kind']} is no kind of name")
        if not tag["close"]:
            opened.append((tag["kind"], len(text), dict(_SLOT.findall(tag["slots"]))))
        elif not opened or opened[-1][0] != tag["kind"]:
            raise ValueError(f"{tag[0]} closes nothing")
        else:
            kind, begin, slots = opened.pop()
            marks.append(Mark(begin, len(text), kind, slots))
    text += marked[at:]
    if opened or "<" in text:
        raise ValueError("a mark is not closed")
    return text, tuple(sorted(marks, key=lambda mark: (mark.begin, -mark.end)))
