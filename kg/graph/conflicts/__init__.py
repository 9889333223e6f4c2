"""Statements that cannot both be right: two values of one figure, two holders of one seat at a time."""

from collections.abc import Iterable, Iterator, Mapping, Set

from pyoxigraph import NamedNode, Triple

from kg.claims import Claims, Rule
from kg.graph.conflicts import figures, seats
from kg.graph.conflicts.disputed import Disputed, Rivals
from kg.graph.nodes import term

_RIVALS: Mapping[str, Rivals] = {figures.TOPIC: figures.rivals, seats.TOPIC: seats.rivals}


def conflicts(disputed: Iterable[Disputed], claims: Claims) -> Iterator[Triple]:
    """Yield what the statements of a document conflict with, by all documents.

    Of two figures the lower one says so, of two posts that whose holder's name comes first: in the graph of the
    document that tells it, or of the first one of several that tell of a post.
    """
    for one in dict.fromkeys(disputed):
        for other in sorted(_RIVALS[one.topic](claims.values(one.topic, one.key)).get(one.value, ())):
            yield Triple(one.node, term("fz:conflictsWith"), NamedNode(other))


def _concerned(rivals: Rivals) -> Rule:
    """Return the rule that those are concerned who have other rivals than before."""

    def rule(before: Set[str], after: Set[str]) -> Set[str]:
        then, now = rivals(before), rivals(after)
        return {value for value in after if then.get(value, set()) != now.get(value, set())}

    return rule


RULES: Mapping[str, Rule] = {topic: _concerned(rivals) for topic, rivals in _RIVALS.items()}
