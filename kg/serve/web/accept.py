"""Content negotiation (RFC 9110, section 12.5.1)."""

import re
from collections.abc import Sequence

_RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*((?:;[^;]*)*)\Z", re.ASCII)
_QUALITY = re.compile(r";\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?=;|\Z)", re.IGNORECASE | re.ASCII)


def choose(accept: str | None, offers: Sequence[str]) -> str | None:
    """Return the offer that a client likes best, the first of equals, or None when it accepts none of them.

    A range that cannot be read counts for nothing; a header without a range that can be read is as none.

    >>> choose("text/csv;q=0.5, application/*;q=0.9", ["text/csv", "application/json"])
    'application/json'
    >>> choose("image/png", ["text/csv"]) is None
    True
    """
    ranges = [found for part in (accept or "").split(",") if (found := _RANGE.match(part))]
    if not ranges:
        return offers[0]
    liked = {offer: _liked(offer, ranges) for offer in offers}
    best = max(offers, key=lambda offer: liked[offer])
    return best if liked[best] > 0 else None


def _liked(offer: str, ranges: Sequence[re.Match[str]]) -> float:
    """Return the quality of the range that speaks most exactly of a media type."""
    type, _, rest = offer.partition(";")[0].partition("/")
    found = 0.0
    exactness = -1
    for one in ranges:
        name, sub = one[1].lower(), one[2].lower()
        if name in (type, "*") and sub in (rest, "*") and (name != "*" or sub == "*"):
            exact = (name != "*") + (sub != "*")
            quality = _QUALITY.search(one[3])
            if exact > exactness:
                found, exactness = float(quality[1]) if quality else 1.0, exact
    return found
