"""Companies by what they do: who pays for a project bears a name, whatever LAC takes it for (华岭投资5亿元的…项目)."""

from collections.abc import Iterator

from kg import register
from kg.annotate.names.carriers.suffixes import after_role, suffix_of
from kg.annotate.names.carriers.weight import made_of_vague
from kg.annotate.names.towns import town_end
from kg.annotate.names.view import Found, View, touches
from kg.industries import known
from kg.model import Name
from kg.resources import pattern, words

_PROPER = frozenset({"ORG", "PER", "nz", "nw"})
_NOUNS = _PROPER | {"LOC", "n", "j"}
_LONGEST = 10


def investors(view: View) -> Iterator[Found]:
    """Yield who stands before 投资…元的 or 共同投资, and with whom, or who signs: nouns alone, one of them proper."""
    for match in pattern("lists", "comes").finditer(view.text):
        if view.sentence_at(match.start()) and (found := _company(view, match.end("name"), match.start("name"))):
            yield from [found] if found.begin == match.start("name") and suffix_of(found.name.text) is None else []
    for match in pattern("lists", "pays").finditer(view.text):
        end, sentence = match.start(), view.sentence_at(match.start())
        while sentence and (found := _company(view, end, sentence[0])):
            if suffix_of(found.name.text) is None:
                yield found
            joint = pattern("lists", "with").search(view.text, sentence[0], found.begin)
            end = joint.start() if joint else -1
            sentence = sentence if joint else None


def _company(view: View, end: int, floor: int) -> Found | None:
    """Return the company whose name ends at an offset."""
    begin, tags = end, set[str]()
    while begin > floor and view.text[begin - 1] not in "，。；：、":
        first, last, tag = view.words[view.word_at(begin - 1)]
        if last != begin or tag not in _NOUNS or view.text[first:last] in words("name_boundaries"):
            break
        begin, tags = first, tags | {tag}
    begin += after_role(view.text[begin:end])
    text = view.text[begin:end]
    place = next((last for first, last, _ in register.find(text) if first == 0), 0)
    own = text[place:]
    proper = bool(tags & _PROPER) or (place and "LOC" in tags)
    told = own and own not in known() and own not in words("vague_words") and not made_of_vague(text)
    if not told or not proper or not 1 < len(text) <= _LONGEST or touches(begin, end, view.titles):
        return None
    end_in = suffix_of(text)
    if end_in and end_in.sort != "company":
        return None
    other = text in register.macro_regions() or text.endswith(tuple(words("body_not_ends"))) or town_end().search(text)
    return None if other else Found(begin, end, Name("Organization", text), 2)
