"""Personal names: what reads as one, and where it ends."""

import re
from collections.abc import Mapping
from functools import cache

from kg import register
from kg.annotate.names.view import View
from kg.resources import lexicon, pattern

_HAN = re.compile("[\\u4e00-\\u9fff]{2,4}")
_FOREIGN = re.compile("[\\u4e00-\\u9fff]{1,8}(?:·[\\u4e00-\\u9fff]{1,8})+")
_FUNCTION = frozenset({"p", "c", "u", "d", "r"})
_DEEDS = frozenset({"v", "vd", "d", "ad", "p", "c", "u", "r", "f", "m", "q", "xc", "TIME"})
_NOUNS = frozenset({"n", "vn", "an", "a", "s"})
_THINGS = frozenset({"n", "r", "s", "vn", "LOC", "ORG", "TIME"})
_PLACES = frozenset({"LOC", "ORG"})
_LISTED = ("、", "，")
_LONGEST = 3
SURE, FAIR = 3, 2
"""Grades of what follows a name: a mark or a word that goes with persons; a small word that may."""


@cache
def _surnames() -> Mapping[str, frozenset[str]]:
    kinds = ("single", "compound", "rare")
    return {kind: frozenset(r["surname"] for r in lexicon("surnames") if r["kind"] == kind) for kind in kinds}


def is_surname(text: str) -> bool:
    """Tell whether a text is a surname.

    >>> is_surname("汤"), is_surname("期")
    (True, False)
    """
    return any(text in names for names in _surnames().values())


def is_name(text: str, borne: bool = False) -> bool:
    """Tell whether Han characters read as a person's name: surname and one or two more, or a foreign name with dots.

    ``borne`` says that a title stands before it, where a surname may be one that mostly is an ordinary word.

    >>> is_name("王建国"), is_name("欧阳文"), is_name("推进"), is_name("买买提·艾力")
    (True, True, False, True)
    """
    if "·" in text:
        return bool(_FOREIGN.fullmatch(text))
    if not _HAN.fullmatch(text):
        return False
    kinds = _surnames()
    double = text[:2] in kinds["compound"] and 3 <= len(text) <= 4
    return double or (2 <= len(text) <= 3 and (text[0] in kinds["single"] or (borne and text[0] in kinds["rare"])))


def grade(view: View, end: int) -> int:
    """Return how well a name could end at an offset: SURE, FAIR, 1 where LAC ends a word, 0 inside of one."""
    if pattern("people", "told").match(view.text, end - 1):
        return 0
    match = pattern("people", "follower").match(view.text, end)
    if match and match.lastgroup:
        return SURE
    return (FAIR if match else 1) if _apart(view, end) else 0


def _apart(view: View, offset: int) -> bool:
    """Tell whether no word of LAC's runs over an offset, but for what is too long for a person (秦月|一道)."""
    index = view.word_at(offset)
    begin, end, tag = view.words[index] if index >= 0 else (offset, offset, "")
    return begin == offset or end <= offset or (tag == "PER" and end - begin > _LONGEST)


def ends(view: View, begin: int, borne: bool) -> list[int]:
    """Return where a name that begins at ``begin`` may end by its characters, dotted names first."""
    dotted = _FOREIGN.match(view.text, begin)
    if dotted and "p" not in (tag for *_, tag in view.words_in(begin, view.text.index("·", begin))):
        dot = view.text.rfind("·", begin, dotted.end())
        return list(range(dot + 2, dotted.end() + 1))
    last = min(begin + 4, len(view.text))
    return [end for end in range(begin + 2, last + 1) if is_name(view.text[begin:end], borne)]


def unread(view: View, begin: int, end: int, alone: bool) -> bool:
    """Tell whether what stands where a name may stand can be one that LAC has not seen: no ordinary word or phrase.

    ``alone`` says that a mark or list parts it from what follows, so that a noun of two characters may be a name.
    A word of three characters that begins with a surname is a name more often than not, whatever LAC takes it for.
    """
    words = view.words[view.word_at(begin) : view.word_at(end - 1) + 1]
    (first, last, tag), *others = words
    governs = tag in _FUNCTION and pattern("people", "coverb").fullmatch(view.text, first, last)  # 由|王强, 和|企业
    if tag == "p" and view.text[end : end + 1] in _LISTED:  # what a preposition governs is followed by none
        governs = None
    if others and governs and (others[0][2] in _THINGS or others[0][2] == "PER" and tag != "d"):
        return others[0][1] - others[0][0] == 1
    if pattern("people", "thing").search(view.text, begin, end) or (tag in _PLACES and last < end):
        return False
    if any(tag == "PER" for *_, tag in words) or (first, last) != (begin, end):
        return True
    if tag in _PLACES:
        return view.text[begin:end] not in register.names()
    return end - begin > 2 or not (tag in _DEEDS or (tag in _NOUNS and not alone))


def unknown(view: View, begin: int, end: int) -> bool:
    """Tell whether LAC reads three characters or more as a word that is no noun, or takes part of them for a person."""
    words = view.words[view.word_at(begin) : view.word_at(end - 1) + 1]
    whole = words[0][:2] == (begin, end) and words[0][2] not in _NOUNS
    return end - begin > 2 and words[0][0] == begin and (whole or any(tag == "PER" for *_, tag in words))
