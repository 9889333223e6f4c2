"""A verdict: what one name of a document was taken for, and why."""

from dataclasses import dataclass, replace

from kg.link import regions


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
