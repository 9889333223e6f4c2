"""Titles and the people who may bear them, as they stand in a sentence."""

from dataclasses import dataclass

from kg.model import Name


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a sentence; ``body`` is where its body may begin: behind the title or name before it."""

    begin: int
    end: int
    text: str
    body: int


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in full, and where."""

    begin: int
    end: int
    name: Name
