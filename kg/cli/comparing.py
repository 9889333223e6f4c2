"""The command that compares two builds."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import SOME_FAILED

if TYPE_CHECKING:
    from kg.diff.quads import Change


class Form(StrEnum):
    """How a difference is told."""

    WORDS = "words"
    PATCH = "patch"
    TRIG = "trig"


def diff(
    first: Annotated[Path, typer.Argument(metavar="DIR1", help="A folder that build has written.")],
    second: Annotated[Path, typer.Argument(metavar="DIR2", help="Another, to be held against it.")],
    form: Annotated[Form, typer.Option("--format", help="In words, as RDF Patch, or as TriG.")] = Form.WORDS,
) -> None:
    """Tell what facts came, went and changed from one build to another.

    The status is 0 where the graphs are equal and 1 where they differ. A patch makes the quads of DIR2 out of those of
    DIR1; TriG has a graph DOCUMENT#removed and a graph DOCUMENT#added for each document that differs.
    """
    from kg.diff.comparison import compared
    from kg.diff.patch import patch, write_trig
    from kg.diff.quads import changes
    from kg.diff.words import words

    if form is Form.WORDS:
        found = compared(first, second)
        for line in words(found):
            print(line)
        raise typer.Exit(SOME_FAILED if found.added or found.removed else 0)
    counted = _Counted(changes(first, second))
    if form is Form.PATCH:
        sys.stdout.buffer.writelines(line.encode() for line in patch(counted))
    else:
        write_trig(counted, sys.stdout.buffer)
    raise typer.Exit(SOME_FAILED if counted.count else 0)


class _Counted:
    """Changes that are counted as they pass."""

    def __init__(self, changes: "Iterator[Change]") -> None:
        self.changes, self.count = changes, 0

    def __iter__(self) -> "Iterator[Change]":
        for change in self.changes:
            self.count += 1
            yield change
