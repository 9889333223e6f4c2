"""A change of what one document claims concerns those others whose answer is now another one, and no others."""

from collections.abc import Iterator, Mapping, Set

import pytest

from kg.claims import Claim, Claims, Kept
from kg.graph.stages import reached
from kg.link import labels
from kg.link.verdicts import Verdict
from kg.living.making import RULES
from kg.model import Entity, Name, Quote, Stage

PROJECT = Entity("Project", "云岭光电基地项目-阳城县", "云岭光电基地项目")


class Known(Kept):
    """Claims as an index has them."""

    def __init__(self, claims: Mapping[str, Set[Claim]]) -> None:
        self.claims = claims

    def asked(self, topic: str, key: str) -> Iterator[tuple[str, str]]:
        return ((c.value, name) for name, own in self.claims.items() for c in own if (c.topic, c.key) == (topic, key))

    def of(self, document: str) -> Set[Claim]:
        return self.claims.get(document, frozenset())


def at(stage: str) -> set[Claim]:
    return set(reached([(PROJECT, Stage(Name("Project", PROJECT.label), stage, "", "reached", Quote(0, 1)))]))


def called(text: str) -> set[Claim]:
    return labels.claims({Name("Industry", text): Verdict(text.upper(), text, 1.0, "")})


@pytest.mark.parametrize(
    ("known", "fresh", "concerned"),
    [
        (at("signing"), at("production"), True),
        (at("production"), at("signing"), False),
        (at("signing"), at("signing"), False),
        (called("5g产业"), called("5G产业"), True),
        (called("5G产业"), called("5g产业"), False),
    ],
)
def test_whom_a_document_concerns_that_comes_or_goes(known: set[Claim], fresh: set[Claim], concerned: bool) -> None:
    coming = Claims(RULES, Known({"a": known}))
    coming.replace("b", RULES, fresh)
    going = Claims(RULES, Known({"a": known, "b": fresh}))
    going.replace("b", RULES, frozenset())
    assert ("a" in coming.concerned(), "a" in going.concerned()) == (concerned, concerned)
    assert coming.changes() == ({"b": set()}, {"b": fresh})
    assert going.changes() == ({"b": fresh}, {"b": set()})
