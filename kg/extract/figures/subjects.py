"""Subjects: the region, platform, project, organization or fund that a figure is about."""

from collections.abc import Iterable

from kg.annotate.quantities import Quantity
from kg.extract.figures import words
from kg.extract.figures.indicators import Measure, pattern
from kg.extract.figures.page import Page
from kg.extract.figures.phrases import Phrase
from kg.model import Kind, Name

_CARRIERS: frozenset[Kind] = frozenset({"Platform", "Project"})
_REACH = 240


def subject(page: Page, phrase: Phrase, quantity: Quantity, measured: Measure, spoken: Name | None) -> Name | None:
    """Return whom a figure is about: the fund whose size it is, the subject of its item, what an attribute is of, or home.

    ``spoken`` is the subject that the sentence has named so far.
    """
    if measured.size and (fund := _fund(page, phrase)):
        return fund
    if phrase.about and phrase.about.kind != "Region":
        return phrase.about
    if pattern("again").search(phrase.noun) and (company := last(page, phrase.begin, frozenset({"Organization"}))):
        return company
    if is_attribute(measured.indicator) and (spoken is None or spoken.kind == "Region"):
        carrier = last(page, phrase.begin, _CARRIERS)
        if carrier and carrier != page.setting.home:
            return carrier
    return phrase.about or spoken or page.setting.home


def _fund(page: Page, phrase: Phrase) -> Name | None:
    """Return the fund that a noun names; a bare 产业基金 names none."""
    for offset in range(phrase.begin, phrase.begin + len(phrase.verb) + 2):
        if (named := page.names.get(offset)) and named[1].kind == "Fund":
            return named[1]
    return Name("Fund", phrase.noun) if len(phrase.noun) > _SHORTEST_FUND else None


_SHORTEST_FUND = 5


def last(page: Page, offset: int, kinds: Iterable[Kind]) -> Name | None:
    """Return the last name of some kinds before an offset, in the same paragraph or shortly before."""
    for at in range(offset, max(offset - _REACH, -1), -1):
        if (named := page.names.get(at)) and named[1].kind in kinds:
            return named[1]
    return None


def is_attribute(indicator: str) -> bool:
    """Return whether an indicator is fixed beforehand of a project or platform: investment, area, capacity.

    >>> is_attribute("总投资"), is_attribute("固定资产投资增速")
    (True, False)
    """
    match = words.ending("planned_attributes").search(indicator)
    return match is not None and match.start() <= 4
