"""People: names that LAC sees, or that stand beside a post, and that begin with a surname."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from kg import register
from kg.annotate.names.view import Found, View
from kg.model import Name
from kg.resources import lexicon, patterns, words

# LAC cuts a given name off before 、 or 等 now and then (戴邦|和): a lone character left over is taken back.
_LIST = frozenset("、和及与")
_REST = re.compile("[\\u4e00-\\u9fff](?=[、，。等])")
_HAN = re.compile("[\\u4e00-\\u9fff]{2,4}")
_AFTER_TITLE = re.compile("[ :：]?([\\u4e00-\\u9fff]{2,4})(?=$|[\\n、，。])")
_BORNE = re.compile("[\\u4e00-\\u9fff]{2,5}")
_PLACES = ("LOC", "ORG", "nz")
_FOREIGN = re.compile("[\\u4e00-\\u9fff]{1,8}(?:·[\\u4e00-\\u9fff]{1,8})+")


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    rows = lexicon("surnames")
    return tuple(frozenset(r["surname"] for r in rows if r["kind"] == kind) for kind in ("single", "compound"))  # type: ignore[return-value]


@cache
def _rows() -> dict[str, re.Pattern[str]]:
    return {p.id: p.regex for p in patterns("people")}


def is_name(text: str) -> bool:
    """Tell whether Han characters read as a person's name: surname and one or two more, or a foreign name with dots.

    >>> is_name("王建国"), is_name("欧阳文"), is_name("推进"), is_name("买买提·艾力")
    (True, True, False, True)
    """
    single, compound = _surnames()
    if "·" in text:
        return bool(_FOREIGN.fullmatch(text))
    if not _HAN.fullmatch(text):
        return False
    return (text[:2] in compound and 3 <= len(text) <= 4) or (text[0] in single and 2 <= len(text) <= 3)


def people(view: View) -> Iterator[Found]:
    """Yield the persons named in the sentences."""
    seen = Counter(view.text[b:e] for b, e, tag in view.words if tag == "PER")
    borne = {end for _, end in view.titles}
    for index, (begin, end, tag) in enumerate(view.words):
        if tag != "PER":
            continue
        text = view.text
        following = view.words[index + 1] if index + 1 < len(view.words) else (0, 0, "")
        if begin - 1 in borne and end - begin <= 2 and is_name(text[begin - 1 : end]):
            begin -= 1  # LAC took a rare surname for a word
        elif (
            end - begin == 2
            and following[1] - following[0] == 1
            and _REST.match(text, end)
            and not _rows()["told"].match(text, end)
            and following[2] in ("c", "p", "v", "a", "n")
        ):
            end += 1
        elif end - begin < 3 and seen[text[begin : begin + 3]] and begin + 3 <= len(text):
            end = begin + 3  # LAC lost the last character here and kept it elsewhere
        else:
            end = _said(view, begin, end, seen)
        fits = is_name(text[begin:end]) or (begin in borne and _BORNE.fullmatch(text, begin, end))
        if fits and view.sentence_at(begin) and not _no_person(view, begin, end):
            yield Found(begin, end, Name("Person", text[begin:end]), 4)
    yield from _beside_titles(view)


def supported(view: View, found: Sequence[Found]) -> list[Found]:
    """Return the persons whom something but LAC speaks for: a post, a verb of speaking or doing, or a list with one.

    LAC takes parts of words for persons now and then (文体|康旅); a name that has support once in a document has it.
    """
    posts = {offset for span in view.titles for offset in span}
    backed = {f.name.text for f in found if f.rank < 4 or _told(view, f, posts)}
    listed = {f.end: f for f in found}
    for f in sorted(found, key=lambda f: f.begin):
        before = listed.get(f.begin - 1)
        if view.text[f.begin - 1 : f.begin] in _LIST and before and before.name.text in backed:
            backed.add(f.name.text)
    for f in sorted(found, key=lambda f: -f.begin):
        after = next((g for g in found if g.begin == f.end + 1), None)
        if view.text[f.end : f.end + 1] in _LIST and after and after.name.text in backed:
            backed.add(f.name.text)
    return [f for f in found if f.name.text in backed]


def _told(view: View, found: Found, posts: set[int]) -> bool:
    """Tell whether a post stands at either side of a name, or a word behind it that goes with persons."""
    near = {found.begin, found.begin - 1, found.end, found.end + 1}
    if near & posts:
        return True
    if _rows()["named"].search(view.text, max(0, found.begin - 4), found.begin):
        return True
    index = view.word_at(found.end)
    begin, end, _ = view.words[index] if index >= 0 else (-1, -1, "")
    following = view.text[begin:end] if begin == found.end else ""
    return following in words("person_words") or following[:2] in words("person_words")


def _fits(text: str) -> bool:
    return is_name(text) and text not in register.names() and text[1:] not in register.names()


def _said(view: View, begin: int, end: int, seen: Counter[str]) -> int:
    """Return where a name ends when LAC took the verb behind it for part of it: the document knows the shorter one."""
    short, whole = view.text[begin : end - 1], view.text[begin:end]
    said = (seen[short] and _rows()["said"].search(whole)) or _rows()["told"].match(view.text, end - 1)
    return end - 1 if end - begin == 3 and (said or seen[short] > seen[whole]) else end


def _no_person(view: View, begin: int, end: int) -> bool:
    """Tell whether what LAC took for a person is a place of the setting, a verb before a quotation, or a doctrine."""
    text = view.text[begin:end]
    if any(p.regex.search(text) for p in patterns("people") if p.id == "direction"):
        return True
    if any(text in (region.name, region.short) for region in view.setting.chain):
        return True
    if any(_rows()[kind].match(view.text, end) for kind in ("district", "works", "doctrine")):
        return True
    return view.text[end : end + 1] == "“" or bool(_rows()["byline"].search(view.text, max(0, begin - 24), begin))


def _beside_titles(view: View) -> Iterator[Found]:
    """Yield a name that stands alone behind a post, as in a by-line (县委书记 某某), where LAC saw none."""
    for _, end in view.titles:
        match = _AFTER_TITLE.match(view.text, end)
        if match and _fits(match[1]):
            last = _said(view, match.start(1), match.end(1), Counter())
            yield Found(match.start(1), last, Name("Person", view.text[match.start(1) : last]), 4)
    for begin, _ in view.titles:
        for start in (begin - 3, begin - 2):
            index = view.word_at(start) if start >= 0 else -1
            word = view.words[index] if index >= 0 else (-1, -1, "")
            other = word == (start, begin, "n") or word[2] in _PLACES  # 项目负责人: a word, no name
            if word[0] == start and not other and _fits(view.text[start:begin]):
                yield Found(start, begin, Name("Person", view.text[start:begin]), 3)
                break
