"""Companies by how they are named: a place, a trade name, a line of business (浙江瀚星光电), as papers shorten them."""

from collections.abc import Iterator
from functools import cache

from kg import register
from kg.annotate.names.carriers.business import firm_end
from kg.annotate.names.carriers.suffixes import suffix_of
from kg.annotate.names.towns import town_end
from kg.annotate.names.view import Found, View, touches
from kg.industries import known
from kg.model import Name
from kg.resources import lexicon, pattern, words

_PROPER = frozenset({"ORG", "PER", "nz", "nw", "LOC"})
_SHORT, _LONG = 2, 4  # characters of a trade name
_OPENING = frozenset("\n。；")  # what a sentence begins behind
_LED = 6  # characters before a name that may lead to it


def firms(view: View) -> Iterator[Found]:
    """Yield what begins with a place and its trade name, and ends in lines of business, where a name may end.

    Without a place it is one where the segmenter sees a body, or a word says so: what a company has behind it, 企业 or
    a visit before it.
    """
    for index, (begin, end, tag) in enumerate(view.words):
        if tag not in _PROPER or not view.sentence_at(begin) or touches(begin, end, view.titles):
            continue
        place = register.front(view.text[begin:end])
        last = _last(view, index, begin + place)
        if last and _ends(view, last) and (place or tag == "ORG" or _said(view, begin, last)):
            yield Found(begin, last, Name("Organization", view.text[begin:last]), -1)


def _said(view: View, begin: int, end: int) -> bool:
    """Tell whether a word beside a name says that it is a company's."""
    led = pattern("bodies", "firm-led").search(view.text, max(begin - _LED, 0), begin)
    opens = pattern("bodies", "firm-acts").match(view.text, end) if view.text[begin - 1 : begin] in _OPENING else None
    return bool(led or opens or any(pattern("bodies", row).match(view.text, end) for row in ("of-firm", "firm-again")))


def _last(view: View, index: int, trade: int) -> int:
    """Return where the lines of business end that stand behind a trade name, 0 where it is none or none stand there."""
    begin, end, _ = view.words[index]
    if end == trade:  # the place is a word of its own
        index += 1
        begin, end, tag = view.words[index] if index < len(view.words) else (0, 0, "")
        if begin != trade or tag not in _PROPER:
            return 0
    text = view.text[trade:end]
    front = text[: len(text) - firm_end(text)]
    if not _is_trade_name(front):
        return 0
    last, told = end, len(front) < len(text)
    for begin, end, _ in view.words[index + 1 : index + 4]:
        if begin != last or firm_end(view.text[begin:end]) != end - begin:
            break
        last, told = end, True
    headed = trade > view.words[index][0] and pattern("bodies", "firm-head").match(view.text, last)
    return last if told or headed else 0


def _is_trade_name(text: str) -> bool:
    if not _SHORT <= len(text) <= _LONG or text in register.names() or text in register.macro_regions():
        return False
    common = text in known() or text in words("firm_words") or text in words("vague_words")
    return not common and suffix_of(text) is None and not town_end().search(text)


def _ends(view: View, end: int) -> bool:
    """Tell whether a company's name may end there: before no other noun but one that tells who or what is its own."""
    if pattern("bodies", "of-firm").match(view.text, end):
        return True
    word = view.words[view.word_at(end - 1)]
    marked = view.text[word[0] : word[1]] in _closed()
    after = view.tag_at(end)
    return after in ("w", "p", "c", "u", "") if marked else after not in ("n", "nz", "vn", "LOC", "ORG", "m", "f", "s")


@cache
def _closed() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("firm_words") if row["use"] == "mark")
