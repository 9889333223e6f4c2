"""Outposts and enclaves by their hosts: 甲、乙等5个招商分局 are one each, 甲、乙等地飞地平台 is one in all."""

from collections.abc import Iterator, Mapping, Sequence

from kg.annotate.names.carriers.suffixes import suffixes
from kg.annotate.names.view import Found, View
from kg.model import Name
from kg.resources import pattern

_JOINTS = "、和与"
_STATIONED = "驻"
_REACH = 40  # characters back to where a list of hosts begins


def outposts(view: View, regions: Sequence[Found]) -> Iterator[Found]:
    """Yield one platform for every place of a list before an outpost's suffix (甲、乙等5个招商分局)."""
    ends = {f.end: f for f in regions}
    for match in pattern("lists", "outposts").finditer(view.text):
        suffix, at = match["suffix"], match.start()
        counted = match.end("suffix") - at > len(suffix) and not pattern("carriers", "set-up").search(
            view.text, max(0, at - _REACH), at
        )
        odd = _after_joint(view.text, at) if counted and at not in ends else None
        if odd and odd[0] - 1 in ends:  # 甲、乙和某某专班等6个驻外分局
            yield Found(*odd, Name("Platform", view.text[slice(*odd)]), 3)
            at = odd[0] - 1
        while at in ends:
            place = ends[at]
            while place.begin in ends:  # 沪杭甬招商分局: the cities of one string share one
                place = Found(ends[place.begin].begin, place.end, place.name)
            stationed = _stationed(view, place, ends)
            if suffixes()[suffix].needs == "stationed" and not stationed:
                break  # 某某县招商服务中心: its own office
            begin = ends[place.begin - 1].begin if stationed else place.begin
            end = match.end() if at == match.start() else place.end
            yield Found(begin, end, Name("Platform", view.text[begin : place.end] + suffix), 3)
            before = place.begin - 1
            at = before if before > 0 and view.text[before] in _JOINTS else -1


def _stationed(view: View, place: Found, ends: Mapping[int, Found]) -> bool:
    """Tell whether a host is named behind who sends the outpost there (某某县驻上海招商局)."""
    return view.text[place.begin - 1 : place.begin] == _STATIONED and place.begin - 1 in ends


def _after_joint(text: str, end: int) -> tuple[int, int] | None:
    """Return the short last item of a list, from its joint to ``end``."""
    begin = max(text.rfind(joint, max(0, end - 7), end) for joint in _JOINTS) + 1
    return (begin, end) if begin and end - begin > 1 else None


def collective(view: View, regions: Sequence[Found]) -> Iterator[Found]:
    """Yield the one platform of a list of hosts (甲、乙等地飞地平台)."""
    ends = {f.end: f for f in regions}
    for match in pattern("lists", "enclaves").finditer(view.text):
        at = match.start()
        while at in ends:
            begin = ends[at].begin
            at = begin - 1 if view.text[begin - 1 : begin] in _JOINTS else -1
        if match.start() in ends:
            yield Found(begin, match.end(), Name("Platform", match["suffix"]), 3)
