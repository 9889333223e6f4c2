"""A county's own zone by its kind alone: 经开区 in the county's paper, 县先进制造业开发区, 该县高新区."""

from collections.abc import Iterator, Sequence

from kg.annotate.names.carriers.suffixes import sort_of
from kg.annotate.names.view import Found, View
from kg.model import Name
from kg.resources import pattern, words

_GROUNDS = frozenset({"zone", "park"})
_BEFORE = frozenset({"", "w", "p", "v", "c", "d", "TIME"})  # behind nouns, numbers and pronouns it is another's or any
_SURE = 3


def ours(view: View, named: Sequence[Found]) -> Iterator[Found]:
    """Yield each bare zone of a county's paper as the county's, unless the text has named another place's before it."""
    if view.setting.home is None or not view.setting.chain or view.setting.chain[0].level != "county":
        return
    county = view.setting.chain[0]
    zones = [f for f in named if f.name.kind == "Platform" and sort_of(f.name.text) in _GROUNDS]
    for match in pattern("zones", "ours").finditer(view.text):
        begin, form = match.start(), match["form"]
        if view.sentence_at(begin) is None or not _stands_alone(view, *match.span()):
            continue
        whole = [f for f in zones if f.name.text.endswith(form) and f.end - f.begin > len(match[0])]
        own = [f.name for f in whole if f.name.text.startswith(county.short)]
        told = _whole(view, form, own)
        if told or match["unit"] or not (any(f.end <= begin for f in whole) or _has_zone(zones, county.short)):
            front = county.short if sort_of(form) == "zone" else county.name
            yield Found(begin, match.end(), told or Name("Platform", front + form), _SURE)


def _whole(view: View, form: str, own: Sequence[Name]) -> Name | None:
    """Return the zone that the paper is about, or that it names in full, when it is of that kind."""
    home = view.setting.home
    return home if home and home.kind == "Platform" and home.text.endswith(form) else next(iter(own), None)


def _has_zone(zones: Sequence[Found], county: str) -> bool:
    """Tell whether a text names a zone of the county in full, which a bare word of another kind may mean."""
    return any(sort_of(f.name.text) == "zone" and f.name.text.startswith(county) for f in zones)


def _stands_alone(view: View, begin: int, end: int) -> bool:
    """Tell whether words end where a zone begins and ends, and no noun is before it that would tell which one it is."""
    tail = any(view.text.startswith(word, end) for word in words("carrier_tails"))
    index = view.word_at(begin)
    apart = index >= 0 and view.words[index][0] == begin
    return apart and (tail or view.ends_word(end)) and view.tag_at(begin - 1) in _BEFORE
