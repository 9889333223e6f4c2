"""A verdict: what one name of a document was taken for, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.link import regions
from kg.model import BY_READER, Identities, Name


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a name was taken for: ``key`` is "" when it was not linked.

    ``seat`` is the path of the region that the thing governs or is; () where it is no region's own, or a nation's.
    ``alias`` is the form spelled out with its region (丽水市发改委 for 市发改委), where it is not the label itself.
    """

    key: str
    label: str
    score: float
    reason: str
    candidates: tuple[str, ...] = ()
    seat: regions.Path = ()
    alias: str = ""


def unlinked(reason: str, *candidates: str) -> Verdict:
    """Return the verdict that a name stays unlinked."""
    return Verdict("", "", 0.0, reason, tuple(sorted(candidates)))


def same_as(verdict: Verdict, score: float, reason: str) -> Verdict:
    """Return the verdict that a name means the same as another, for a reason of its own."""
    return replace(verdict, score=score, reason=reason, candidates=(verdict.key,), alias="")


def decided(found: dict[str, Mapping[Name, Verdict]], identities: Identities) -> dict[str, Mapping[Name, Verdict]]:
    """Return the verdicts of documents with the identities that a reader decided."""
    if not identities:
        return found
    labels = {(name.kind, v.key): v.label for verdicts in found.values() for name, v in verdicts.items()}

    def whole(document: str, name: Name, verdict: Verdict) -> Verdict:
        key = verdict.key
        while into := identities.get((document, name.kind, key)) or identities.get(("", name.kind, key)):
            key = into
        label = labels.get((name.kind, key), verdict.label)
        return verdict if key == verdict.key else replace(verdict, key=key, label=label, score=1.0, reason=BY_READER)

    return {
        document: {name: whole(document, name, verdict) for name, verdict in verdicts.items()}
        for document, verdicts in found.items()
    }
