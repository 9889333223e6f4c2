"""The weight of a name: how much its words tell which one is meant, beside those that tell nothing."""

import re
from dataclasses import dataclass
from functools import cache

from kg import register
from kg.annotate.names.carriers.suffixes import suffixes
from kg.annotate.names.view import View
from kg.industries import known
from kg.resources import alternatives, lexicon, words


@dataclass(frozen=True, slots=True)
class Weight:
    """How much the part of a name before its suffix tells: a trade name, a place, other telling characters."""

    proper: bool
    place: bool
    telling: int


def weigh(view: View, begin: int, end: int, vague: str = "vague_words") -> Weight:
    """Return how much the words of a name tell which one is meant; ``vague`` is the lexicon of those that do not."""
    index, telling, proper, place = max(view.word_at(begin), 0), 0, False, False
    while index < len(view.words) and view.words[index][0] < end:
        word_begin, word_end, tag = view.words[index]
        word = view.text[max(word_begin, begin) : min(word_end, end)]
        index += 1
        if not word or tag == "w" or word in words(vague) or word in suffixes():
            continue
        if tag == "ORG" and made_of_vague(view.text[word_begin:word_end]):
            continue
        proper = proper or tag in ("ORG", "PER", "nz", "nw")
        place = place or tag == "LOC"
        proper = proper or (tag == "LOC" and len(word) > 2 and word not in register.names())  # 某某路
        telling += len(word) if tag != "LOC" and (len(word) > 1 or tag == "n") else 0
    return Weight(proper, place, telling)


@cache
def _vague() -> re.Pattern[str]:
    whose, vague = alternatives(words("levels")), alternatives(words("vague_words"))
    branch = alternatives([*words("vague_words"), *known()])
    tails = alternatives([*suffixes(), *(row["name"] for row in lexicon("bodies"))])
    return re.compile(f"(?!{whose}(?!级))(?:{vague}{branch}*{tails}|{vague}+{branch}*)")


def made_of_vague(text: str) -> bool:
    """Tell whether a name is put together from words that do not say which one is meant.

    >>> made_of_vague("城市医疗集团"), made_of_vague("南岭投资集团"), made_of_vague("省产业技术研究院")
    (True, False, False)
    """
    return _vague().fullmatch(text) is not None
