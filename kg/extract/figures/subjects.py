"""Subjects: the region, platform, project, organization or fund that a figure is about."""

from kg.extract.figures import words
from kg.extract.figures.casts import Cast
from kg.extract.figures.clauses import Item
from kg.extract.figures.indicators.measures import Measure
from kg.extract.figures.indicators.phrases import Phrase
from kg.extract.figures.page import Page
from kg.model import Kind, Name

_THINGS: frozenset[Kind] = frozenset({"Platform", "Project", "Fund"})
# How far behind 投资12亿元建设 the name of what is built begins.
_BUILT_REACH = 4
# Characters by which 该… points back to a name, and those at its end among which they stand.
_ENDS = (2, 3, 4)
_TAIL = 6


def subject(
    page: Page, item: Item, phrase: Phrase, measured: Measure, spoken: Name | None, cast: Cast, report: bool, many: bool
) -> Name | None:
    """Return whom a figure is about: the thing whose size it is, its item's subject, its attribute's bearer, or home.

    ``spoken`` is the subject that the sentence has named so far; in a ``report`` who opens a clause does not act in
    the next; ``many`` says that the sentence counts projects, whose investment is their region's.
    """
    about = phrase.about
    if thing := phrase.owner or _whose(page, item, measured, cast):
        return thing
    if cast.headed and (about is None or about.kind == "Organization" and bears(measured)):
        return cast.headed
    if about and about.kind != "Region":
        return about
    behind_count = item.listed and phrase.begin == item.left  # 为37户｜企业发放
    if not (report or behind_count) and _says_again(page, phrase, measured) and (company := cast.pointed(phrase.begin)):
        return company
    if words.pattern("of-fund").fullmatch(measured.indicator) and (fund := cast.fund(phrase.begin)):
        return fund
    fixed = bears(measured) or phrase.works or words.pattern("of-carrier").match(measured.indicator) is not None
    if words.pattern("of-a-fund").match(page.text, phrase.begin) and (fund := _fund_before(cast, phrase)):
        return fund
    if cast.chief and words.pattern("as-a-whole").match(page.text, cast.scene.begin):
        return cast.chief
    if not many and cast.project and _is_the_project(page, phrase, cast):
        return cast.project
    thing = cast.last_thing(cast.scene.begin, phrase.begin) or cast.thing
    if fixed and not many and thing and _may_bear(thing, measured):
        return thing
    there = words.pattern("already").match(page.text, item.clause) is not None
    then = words.pattern("since-then").match(page.text, item.clause) is not None
    founded = None if report or not (there or then) else cast.set_up(phrase.begin)
    if founded and (there or founded.kind == "Organization"):
        return founded
    own = phrase.works and spoken is not None and spoken.kind == "Project"  # 12个项目竣工，其中某某项目…，建成后产值…
    if many and fixed and spoken and spoken.kind not in ("Region", "Platform") and not own:
        spoken = None
    if about or spoken:
        return about or spoken
    if not report and not measured.of and (thing := cast.made(phrase.begin)):
        return thing
    if report:
        return page.setting.home
    places_only = many or words.pattern("of-places").search(measured.indicator) is not None
    return (None if places_only else cast.lead(phrase.begin)) or cast.actor(phrase.begin, places_only)


def that_thing(cast: Cast) -> Name | None:
    """Return the thing of the sentence before to which a sentence points by the end of its name (该生产线…)."""
    found = words.pattern("that-thing").match(cast.scene.text, cast.scene.begin)
    ends = (found["noun"][:size] in cast.thing.text[-_TAIL:] for size in _ENDS) if found and cast.thing else ()
    return cast.thing if any(ends) else None


def _fund_before(cast: Cast, phrase: Phrase) -> Name | None:
    """Return the fund that a sentence has named before a phrase."""
    named = cast.scene.between(cast.scene.begin, phrase.begin, "Fund")
    return named[-1].name if named else None


def _may_bear(thing: Name, measured: Measure) -> bool:
    """Return whether a thing may have what is measured: tenants a park has, a works has none."""
    tenants = words.pattern("to-come-in").search(measured.indicator)
    return not tenants or thing.kind == "Platform" or words.pattern("tenanted").search(thing.text) is not None


def _whose(page: Page, item: Item, measured: Measure, cast: Cast) -> Name | None:
    """Return the thing that the indicator's noun names, or that an investment builds (投资12亿元建设某某项目)."""
    if measured.of:
        return None if cast.several(item.left, item.mark.begin) else cast.named(item.left, item.right_end)
    if words.pattern("invests").search(measured.indicator) and (
        built := words.pattern("builds").match(page.text, item.mark.end)
    ):
        named = (page.names[at][1] for at in range(built.end(), built.end() + _BUILT_REACH) if at in page.names)
        return next((name for name in named if name.kind in _THINGS), None)
    return None


def _says_again(page: Page, phrase: Phrase, measured: Measure) -> bool:
    """Return whether an item, or the clause before it, is about 企业 or 该公司: one that was named before."""
    again = words.pattern("again")
    if words.pattern("of-firms").search(measured.indicator):
        return False  # 现有｜企业｜356家
    return bool(again.search(page.text[phrase.begin : phrase.begin + 4]) or again.search(measured.said))


def _is_the_project(page: Page, phrase: Phrase, cast: Cast) -> bool:
    """Return whether an item's sentence speaks of 项目 again before it, and names none itself."""
    begin, end = cast.scene.begin, phrase.begin
    named = cast.scene.between(begin, end, "Project", "Platform", "Fund")
    return not named and words.pattern("project-again").search(page.text, max(begin - 1, 0), end) is not None


def bears(measured: Measure) -> bool:
    """Return whether a measure is fixed beforehand of a project or platform, or of a stage of it (一期投资)."""
    return is_attribute(measured.indicator) or is_attribute("".join(measured.scope[:1]) + measured.indicator)


def is_attribute(indicator: str) -> bool:
    """Return whether an indicator is fixed beforehand of a project or platform: investment, area, capacity.

    >>> is_attribute("一期总投资"), is_attribute("年产汽车座椅"), is_attribute("固定资产投资增速")
    (True, True, False)
    """
    return words.pattern("attribute").fullmatch(indicator) is not None
