"""Who takes part: those who attend, preside, speak, award, receive or sign, in the sentences about an event."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.meetings import regex
from kg.extract.scene import Named, Scene
from kg.model import Name
from kg.resources import alternatives, lexicon


def attending(scene: Scene) -> Iterator[Name]:
    """Yield the persons that a sentence shows taking part, in order: with a verb of attendance behind them.

    A sentence that ends with a name is a by-line in the text (平川县县长 周明远): the speaker's.
    """
    for person in persons(scene):
        after = scene.text[person.end : scene.end]
        if not after or (_verb().search(after) and not regex("cited").search(after)):
            yield person.name


def persons(scene: Scene) -> Iterator[Named]:
    """Yield the persons named in a sentence."""
    return (n for n in scene.names if n.name.kind == "Person")


def parties(scene: Scene) -> Iterator[Name]:
    """Yield the organizations named in a sentence about a signing, but for those inside the title of a person."""
    for n in scene.names:
        if n.name.kind == "Organization":
            yield n.name


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(alternatives(row["word"] for row in lexicon("event_words") if row["part"] == "attend"))
