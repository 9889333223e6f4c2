"""The kind of a carrier or a body: what a register says of it, else how its name ends."""

import re
from collections.abc import Mapping
from functools import cache

from kg import register, terms
from kg.model import Entity, Kind
from kg.resources import lexicon

_SCHEMES: Mapping[Kind, str] = {"Platform": "platform-kinds", "Organization": "organization-kinds"}
_BRACKET = re.compile("（[^（）]*）")


def kind(thing: Entity) -> str | None:
    """Return the concept of a platform's or an organization's kind, None for what tells none.

    >>> def told(kind_of_thing, name):
    ...     found = kind(Entity(kind_of_thing, name, name))
    ...     return found and terms.notation(found)
    >>> told("Platform", "昆山经济技术开发区"), told("Organization", "昆山市发展和改革委员会")
    ('zone', 'government')
    >>> told("Organization", "昆山市委"), told("Organization", "徽商银行"), told("Organization", "徽商")
    ('party', 'company', None)
    """
    if thing.kind not in _SCHEMES:
        return None
    sort = _registered(thing.kind).get(thing.label) or _told(thing.kind, _BRACKET.sub("", thing.label))
    return terms.concept(_SCHEMES[thing.kind], sort) if sort else None


def _told(kind: Kind, label: str) -> str:
    """Return what the longest ending tells; that of a committee tells only behind the name of its region."""
    endings = _endings(kind)
    for at in range(len(label)):
        if sort := endings.get(label[at:]):
            return sort
        if kind == "Organization" and label[:at] in register.names() and (side := _core().get(label[at:])):
            return side
    return ""


@cache
def _registered(kind: Kind) -> Mapping[str, str]:
    if kind == "Platform":
        return {row["name"]: "zone" for row in lexicon("zones")}
    return {row["name"]: row["side"] for row in lexicon("national_bodies")}


@cache
def _endings(kind: Kind) -> Mapping[str, str]:
    suffixes = {row["suffix"]: row["sort"] for row in lexicon("name_suffixes") if row["kind"] == kind}
    if kind == "Platform":
        return suffixes
    bodies = {form: row["side"] for row in lexicon("bodies") for form in (row["name"], row["short"]) if form}
    return bodies | suffixes


@cache
def _core() -> Mapping[str, str]:
    return {row["word"]: row["side"] for row in lexicon("core_bodies")}
