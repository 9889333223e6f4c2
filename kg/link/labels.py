"""Labels: the one name that a thing goes by in all documents, where these write it in several ways.

What a thing is tells its label but for the case of Latin letters (5G产业, 5g产业): capitals go first.
"""

from collections.abc import Mapping, Set

from kg.claims import Claim, Claims, claim
from kg.link.verdicts import Verdict
from kg.model import Kind, Name

TOPIC = "label"


def claims(found: Mapping[Name, Verdict]) -> set[Claim]:
    """Return the labels of a document that another may write otherwise."""
    return {_claim(name.kind, v.key, v.label) for name, v in found.items() if v.key and _cased(v.label)}


def concerned(before: Set[str], after: Set[str]) -> Set[str]:
    """Return the labels whose documents must be told of another one."""
    return set() if before and after and min(before) == min(after) else after


def label(kind: Kind, key: str, printed: str, claims: Claims) -> str:
    """Return the label of a thing that a document prints in some way."""
    return min(claims.values(TOPIC, f"{kind}/{key}"), default=printed) if _cased(printed) else printed


def _claim(kind: Kind, key: str, text: str) -> Claim:
    return claim(TOPIC, f"{kind}/{key}", text)


def _cased(text: str) -> bool:
    """Say whether a text can be written in capitals and without.

    >>> _cased("5G产业"), _cased("食用菌")
    (True, False)
    """
    return text.lower() != text.upper()
