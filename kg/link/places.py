"""Places: the regions of a document, by code, by name, or by the county that a town lies in."""

from functools import cache

from kg import register
from kg.link import regions
from kg.link.verdicts import Verdict, unlinked
from kg.model import Name
from kg.resources import lexicon


@cache
def _local_suffixes() -> tuple[str, ...]:
    return tuple(row["suffix"] for row in lexicon("place_suffixes"))


def judge(name: Name, near: regions.Path) -> Verdict:
    """Return the region that a name means in a document whose home has the path ``near``.

    A division of the register is its code; a macro-region its name; a town or village its name with the code of the
    county around it, so that two towns of one name stay two.

    >>> judge(Name("Region", "缙云县", "331122"), ()).key, judge(Name("Region", "城关镇"), regions.path("331122")).key
    ('331122', '城关镇-331122')
    """
    if name.code:
        label = regions.full_name(name.code) or name.text
        return Verdict(name.code, label, 1.0, "its code in the register", seat=regions.path(name.code))
    if name.text in register.macro_regions():
        label = register.macro_regions()[name.text]
        return Verdict(label, label, 1.0, "a macro-region of the register")
    if not name.text.endswith(_local_suffixes()):
        return Verdict(name.text, name.text, 0.7, "a place outside the register, by its name", seat=(name.text,))
    code, rest = regions.leading(name.text, near)
    around = code or (near[-1] if near else "")
    if not around:
        return unlinked("a town or village, but the document does not tell of which county")
    if town := register.township(rest, around):
        reason = "the one township of that name in the region " + (
            "named with it" if code else "of the document's home"
        )
        return Verdict(
            town.code, town.name, 0.95 if code else 0.9, reason, seat=(*regions.path(town.parent), town.name)
        )
    reason = "the town or village of that name in the region named with it" if code else "that of the document's home"
    return Verdict(f"{rest}-{around}", rest, 0.9 if code else 0.8, reason, seat=(*regions.path(around), rest))
