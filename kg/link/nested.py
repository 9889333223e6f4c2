"""Nested places: a body that papers of a region and of a place in it call alike is one.

Where two places side by side have a body of that name, each keeps its own.
"""

import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from itertools import pairwise

from kg.claims import Claim, Claims, claim
from kg.link import bodies, regions
from kg.link.verdicts import Verdict
from kg.model import Kind, Name

TOPIC = "body"


def claims(found: Mapping[Name, Verdict], home: regions.Path) -> set[Claim]:
    """Return the bodies that a document has by a name that does not tell their place, with the document's home."""
    return {claim(TOPIC, f"{kind}/{label}", json.dumps(home)) for kind, label in _by_home(found, home)}


def concerned(before: Set[str], after: Set[str]) -> Set[str]:
    """Return the homes whose bodies of a name belong to another place than before."""
    then, now = _outermost(before), _outermost(after)
    return set() if then == now else after


def whole(found: Mapping[Name, Verdict], home: regions.Path, claims: Claims) -> Mapping[Name, Verdict]:
    """Return the verdicts of a document, those bodies of it that have their place in a region around its home there."""
    same = dict[tuple[Kind, str], str]()
    for kind, label in _by_home(found, home):
        outer = _outermost(claims.values(TOPIC, f"{kind}/{label}"))
        if outer and outer != home:
            same[kind, _key(label, home)] = _key(label, outer)
    reason = "its name, in papers of a region and of a place in it"
    return {
        name: replace(verdict, key=same[name.kind, verdict.key], reason=reason)
        if (name.kind, verdict.key) in same
        else verdict
        for name, verdict in found.items()
    }


def _by_home(found: Mapping[Name, Verdict], home: regions.Path) -> set[tuple[Kind, str]]:
    if not home:
        return set()
    return {(name.kind, verdict.label) for name, verdict in found.items() if verdict.reason == bodies.BY_HOME}


def _outermost(homes: Iterable[str]) -> regions.Path:
    """Return the region around all homes, when each lies in the next; () when two are side by side."""
    inward = sorted((tuple(json.loads(home)) for home in homes), key=len)
    if all(regions.within(inner, outer) for outer, inner in pairwise(inward)):
        return inward[0] if inward else ()
    return ()


def _key(label: str, home: regions.Path) -> str:
    return f"{label}-{regions.full_name(home[-1])}"
