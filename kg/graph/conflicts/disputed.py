"""What documents say of one question, where two of them may not both be right."""

from collections.abc import Callable, Mapping, Set
from typing import NamedTuple, TypeAlias

from pyoxigraph import NamedNode

from kg.claims import Claim, claim

# The values of a question → those that state a conflict, each with what their statement conflicts with.
Rivals: TypeAlias = Callable[[Set[str]], Mapping[str, Set[str]]]


class Disputed(NamedTuple):
    """What a document says of a question that cannot have two answers: its node, and its value for the others."""

    topic: str
    key: str
    node: NamedNode
    value: str

    def claim(self) -> Claim:
        """Return it as a claim."""
        return claim(self.topic, self.key, self.value)
