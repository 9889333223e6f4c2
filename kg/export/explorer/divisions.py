"""Where the counties of the register stand on the map: at their points, else about where their prefecture is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from math import cos, hypot, pi, radians, sin
from statistics import fmean, median

from kg import register
from kg.ask.answers import Answer
from kg.register import Region
from kg.resources import lexicon

# Kilometres: of a degree, of a prefecture in which no county has a point, and of a city whose district is looked for.
_DEGREE, _USUAL, _CITY = 111.0, 40.0, 12.0
# A place is looked for on rings around the prefecture, so far apart and at so many angles.
_RINGS, _ANGLES = (0.4, 0.55, 0.7), 16
_DISTRICT = "district"

_Point = tuple[float, float]  # latitude and longitude, in degrees


@cache
def divisions() -> Answer:
    """Return every county, and prefectures without a point: code, latitude, longitude, "1" where these are reckoned.

    >>> answer = divisions()
    >>> answer.columns, [row for row in answer.rows if row[0] == "331122"]
    (('code', 'latitude', 'longitude', 'about'), [('331122', '28.6539', '120.0669', '')])
    """
    known = {row["code"]: (row["latitude"], row["longitude"]) for row in lexicon("region_points")}
    points = {code: (float(latitude), float(longitude)) for code, (latitude, longitude) in known.items()}
    counties = [one for one in register.regions().values() if one.level == "county"]
    found = {one.code: (*known[one.code], "") for one in counties if one.code in known}
    found |= {code: (f"{place[0]:.2f}", f"{place[1]:.2f}", "1") for code, place in _reckoned(counties, points)}
    return Answer(("code", "latitude", "longitude", "about"), tuple((code, *found[code]) for code in sorted(found)))


def _reckoned(counties: Iterable[Region], points: Mapping[str, _Point]) -> Iterator[tuple[str, _Point]]:
    """Yield places for counties without a point, and for what they lie in where that has none either."""
    below = defaultdict[str, list[Region]](list)
    for one in counties:
        below[one.parent].append(one)
    taken = [points[one.code] for own in below.values() for one in own if one.code in points]
    for parent, own in sorted(below.items()):
        there = [points[one.code] for one in own if one.code in points]
        missing = [one for one in own if one.code not in points]
        centre = points.get(parent) or (fmean(y for y, _ in there), fmean(x for _, x in there))
        if parent not in points:
            yield parent, centre
        wide = max(median(_away(centre, one) for one in there) if there else _USUAL, _CITY)
        near = [
            centre,
            *(one for one in taken if abs(one[0] - centre[0]) + abs(one[1] - centre[1]) < 3 * wide / _DEGREE),
        ]
        for one in missing:
            place = _free(centre, _CITY if one.kind == _DISTRICT else wide, near)
            taken.append(place)
            near.append(place)
            yield one.code, place


def _free(centre: _Point, reach: float, taken: Sequence[_Point]) -> _Point:
    """Return the place on the rings around a centre that is furthest from all that are near and taken."""
    rings = (list(_ring(centre, reach * share)) for share in _RINGS)
    return max(chain.from_iterable(rings), key=lambda place: min(_away(place, one) for one in taken))


def _ring(centre: _Point, reach: float) -> Iterator[_Point]:
    for turn in range(_ANGLES):
        angle = 2 * pi * turn / _ANGLES
        north, east = reach * cos(angle) / _DEGREE, reach * sin(angle) / _DEGREE / cos(radians(centre[0]))
        yield round(centre[0] + north, 2), round(centre[1] + east, 2)


def _away(one: _Point, other: _Point) -> float:
    """Return how many kilometres two places are apart."""
    return hypot(one[0] - other[0], (one[1] - other[1]) * cos(radians(one[0]))) * _DEGREE
