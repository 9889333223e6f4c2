"""Subjects: the region, platform, project, organization or fund that a figure is about."""

from kg.annotate.names.suffixes import suffixes
from kg.extract.figures import words
from kg.extract.figures.indicators import Measure
from kg.extract.figures.page import Page
from kg.extract.figures.phrases import Phrase
from kg.model import Kind, Name

_CARRIERS: frozenset[Kind] = frozenset({"Platform", "Project"})
_BODIES: frozenset[Kind] = frozenset({"Organization"})
# How far back the thing may be named that a clause without a subject goes on about; the least length of a name.
_REACH = 240
_SHORTEST_NAME = 5
_CLAUSE_MARKS = "，。；：\n"


def subject(page: Page, phrase: Phrase, measured: Measure, spoken: Name | None, report: bool) -> Name | None:
    """Return whom a figure is about: the thing whose size it is, its item's subject, its attribute's bearer, or home.

    ``spoken`` is the subject that the sentence has named so far; in a ``report`` 企业 are companies in general.
    """
    if measured.of and (thing := _named(page, phrase, measured.of)):
        return thing
    about = phrase.about
    if about and about.kind == "Project" and not is_attribute(measured.indicator):
        about = None
    if about and about.kind != "Region":
        return about
    if not report and _says_again(page, phrase, measured) and (company := _last(page, phrase.begin, _BODIES, False)):
        return company
    if is_attribute(measured.indicator):
        if spoken and spoken.kind in _CARRIERS:
            return spoken
        if carrier := _last(page, phrase.begin, _CARRIERS, True):
            return carrier
    if spoken and spoken.kind == "Project":
        spoken = None
    return about or spoken or page.setting.home


def _says_again(page: Page, phrase: Phrase, measured: Measure) -> bool:
    """Return whether an item, or the clause before it, is about 企业 or 该公司: one that was named before."""
    again = words.pattern("again")
    return bool(again.search(page.text[phrase.begin : phrase.begin + 4]) or again.search(measured.said))


def _named(page: Page, phrase: Phrase, noun: str) -> Name | None:
    """Return the fund, platform or project that a noun names; a bare 产业基金 or 平台 names none."""
    if noun in suffixes():  # 小镇规划面积: the one named before
        return _last(page, phrase.begin, _CARRIERS, False, noun)
    begin = page.text.find(noun, phrase.begin)
    if begin >= 0 and (named := page.names.get(begin)) and named[1].kind in ("Fund", *_CARRIERS):
        return named[1]
    ending = next((noun[at:] for at in range(len(noun)) if noun[at:] in suffixes()), "")
    if len(noun) < _SHORTEST_NAME or not ending or suffixes()[ending].kind not in ("Fund", *_CARRIERS):
        return None
    return Name(suffixes()[ending].kind, noun)


def _last(page: Page, offset: int, kinds: frozenset[Kind], opening: bool, word: str = "") -> Name | None:
    """Return the last name of some kinds, with a word in it, before an offset; ``opening``: one that opens a clause."""
    for at in range(offset, max(offset - _REACH, -1), -1):
        _, name = page.names.get(at, (0, None))
        fits = name and name.kind in kinds and word in name.text and name != page.setting.home
        if fits and (not opening or at == 0 or page.text[at - 1] in _CLAUSE_MARKS):
            return name
    return None


def is_attribute(indicator: str) -> bool:
    """Return whether an indicator is fixed beforehand of a project or platform: investment, area, capacity.

    >>> is_attribute("一期总投资"), is_attribute("固定资产投资增速"), is_attribute("新增工业用地")
    (True, False, False)
    """
    return words.attribute().fullmatch(indicator) is not None
