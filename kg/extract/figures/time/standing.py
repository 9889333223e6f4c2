"""Standing: the status of a figure and its period, from what is told around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.figures import words
from kg.extract.figures.clauses import Item
from kg.extract.figures.indicators.behind import had
from kg.extract.figures.indicators.gathered import event_part
from kg.extract.figures.indicators.measures import Measure
from kg.extract.figures.indicators.phrases import Phrase
from kg.extract.figures.page import Page
from kg.extract.figures.subjects import bears
from kg.extract.figures.time.course import Course, Stretch
from kg.extract.figures.time.dates import is_day, is_past
from kg.extract.figures.time.told import is_done, is_now, period, status
from kg.model import Name, Status

_CLAUSE_ENDS = frozenset("，；。：\n")
_OPENING_REACH = 12  # characters within which a period opens a sentence


@dataclass(frozen=True, slots=True)
class Opening:
    """What leads a sentence: where the one begins that it goes on from (by ； or 其中), and its first quantity.

    From ``joined`` on, sentences are joined by ；. ``told`` is the period of the results that the paragraph told last,
    ``place`` the one that opens the sentence as a whole.
    """

    begin: int = 0
    stated: int = 0
    joined: int = 0
    told: str = ""
    place: Name | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A figure but for its standing: its item, phrase and measure, whom it is about, and where its sentence begins."""

    opening: Opening
    begin: int
    item: Item
    phrase: Phrase
    measured: Measure
    about: Name


def standing(page: Page, running: Course, said: Said) -> tuple[Status, str]:
    """Return status and period; what a project will be or make has none but a printed one."""
    item, phrase = said.item, said.phrase
    stretch = running.at(said.begin)
    when = _when(page, said, stretch)
    if _is_there(page, said):
        return "achieved", ""
    if not stretch.sure and _is_awaited(page, said):
        return "target", ""
    told = _status(page, said, stretch, when) or _aims(item, phrase, said.about) or stretch.status
    spent = words.pattern("invests").search(said.measured.indicator) is not None
    if phrase.works and told == "target" or told == "planned" and (phrase.works or not _counts(page, said)):
        when = period(page, _bracket(page, item), item.mark.begin) or ""
    elif said.about.kind == "Project" and told == "achieved" and not spent:
        when = period(page, said.opening.begin, item.mark.begin) or ""
        when = "" if is_day(when) else when
    elif said.about.kind != "Fund" and (
        told == "planned" or (told == running.stretches[0].status and (told == "target" or _is_over(page)))
    ):
        when = when or page.title_period
    goes_on = told == "achieved" or told == "planned" and spent and _counts(page, said) and not phrase.works
    if goes_on and not when and _goes_on(page, said):
        when = said.opening.told
    if words.pattern("of-year").match(said.measured.indicator):
        when = when[:4] or page.date[:4]
    return told, when


def _bracket(page: Page, item: Item) -> int:
    """Return where the clause of a figure begins, or the bracket in it (甲厂（已完成2亿元）和乙厂（｜总投资7亿元）)."""
    end = item.mark.begin
    opened = page.text.rfind("（", item.clause, end)
    return opened if opened > page.text.rfind("）", item.clause, end) else item.clause


def _is_awaited(page: Page, said: Said) -> bool:
    """Return whether a clause says behind what it counts that it is still to come (5个项目｜近期有望签约)."""
    before = status(page, [(said.item.clause, said.item.mark.begin)])
    counted = said.item.mark.quantity.kind == "count" and said.about.kind in ("Region", "Platform")
    return (
        counted
        and before is None
        and any(words.pattern("awaited").search(page.text, begin, end) for begin, end in _behind(page, said))
    )


def _is_there(page: Page, said: Said) -> bool:
    """Return whether what is counted must be there, to be made stronger (做优做强｜5个｜国家级集群) or built upon."""
    if had(page, said.item):
        return True
    counted = said.item.mark.quantity.kind == "count" and said.phrase.behind
    return bool(counted) and words.pattern("strengthens").match(page.text, said.item.clause) is not None


def _counts(page: Page, said: Said) -> bool:
    """Return whether what is planned may be of a period: of a region, or of the projects that a zone counts."""
    zone = said.about.kind == "Platform" and said.phrase.owner is None
    counted = words.pattern("projects").search(page.text, said.begin, said.item.mark.begin)
    counted = counted or words.pattern("cost-of").match(page.text, said.item.mark.end)
    return said.about.kind == "Region" or zone and counted is not None


def _goes_on(page: Page, said: Said) -> bool:
    """Return whether a place's results go on in the months that the sentence before prints, and none of its own."""
    part = "-" in said.opening.told
    now = is_now(page, said.opening.begin, said.item.mark.begin, said.opening.told)
    return part and said.about.kind in ("Region", "Platform") and not now


def _is_over(page: Page) -> bool:
    """Return whether the title's period is over, so that the text tells its results; it is in a paper of no day."""
    part_of_year = "-" in page.title_period and page.title_period[:4] == page.date
    return part_of_year or is_past(page.title_period, page.date)


def _status(page: Page, said: Said, stretch: Stretch, when: str) -> Status | None:
    """Return what the words before a figure, the nearest first, and the kind of its indicator say of its status."""
    measured, about, end = said.measured, said.about, said.item.mark.begin
    before = [(_bracket(page, said.item), end), (said.begin, end), (said.opening.begin, said.opening.stated)]
    if bears(measured) and about.kind != "Fund" and not (_is_agreed(page, said) or _makes_now(page, said)):
        if not is_done(page, *before[0]):
            return "planned"
        return "target" if status(page, before[:1], when, page.date) == "target" else "achieved"
    if about.kind in ("Platform", "Project") and words.pattern("plans-to-build").match(measured.indicator):
        return "planned"
    if about.kind == "Project" or said.phrase.works:
        own = period(page, said.item.clause, end) or ""
        done = status(page, before[:1], own, page.date) or measured.leans
        built = words.pattern("completed").search(page.text, *before[0])
        built = built or words.pattern("done-behind").match(page.text, said.item.mark.end, said.item.right_end)
        come: Status = "target" if words.pattern("to-come-in").fullmatch(measured.indicator) else "planned"
        return "achieved" if done == "achieved" or built and done != "target" else come
    if stretch.sure:
        return stretch.status
    told = status(page, [before[0], *_behind(page, said), *before[1:]], when, page.date)
    if told != "target" and words.pattern("of-plan").match(page.text, end):
        return "target"
    still = stretch.quiet and not said.phrase.verb
    return told or measured.leans or ("achieved" if still else None)


def _makes_now(page: Page, said: Said) -> bool:
    """Return whether a place or company makes in a year what a figure says, and is not only to make it (年产5万吨)."""
    indicator, end = said.measured.indicator, said.item.mark.begin
    if said.phrase.works or said.about.kind not in ("Region", "Organization", "Platform"):
        return False
    if words.pattern("yearly-output").fullmatch(indicator):
        now = words.pattern("now").search(page.text, said.begin, end)
        return said.about.kind != "Platform" or now is not None
    able = words.pattern("able").match(indicator) is not None
    return able and words.pattern("to-be").search(page.text, said.begin, end) is None


def _is_agreed(page: Page, said: Said) -> bool:
    """Return whether money is that of the contracts which a place has signed in a period, not at an event."""
    agreed = said.about.kind in ("Region", "Platform") and words.pattern("agreed").fullmatch(said.measured.indicator)
    return bool(agreed) and not _gathers(page, said)


def _gathers(page: Page, said: Said) -> bool:
    """Return whether a sentence tells of an event at which projects are signed or begun (此次集中签约…)."""
    opening, end = said.opening.begin, said.item.mark.begin
    return any(words.pattern(row).search(page.text, opening, end) for row in ("event", "gathered"))


def _behind(page: Page, said: Said) -> Iterator[tuple[int, int]]:
    """Yield what a clause says behind the things that it counts (5个项目｜近期有望签约)."""
    stop = said.item.right_end
    if said.phrase.behind and page.text[stop : stop + 1] in _CLAUSE_ENDS:
        yield said.item.mark.end, stop


def _aims(item: Item, phrase: Phrase, about: Name) -> Status | None:
    """Return that a count, growth or fund with a floor (引进10家以上, 增长5%以上) is aimed at, where no word tells."""
    grows = words.plays(phrase.closing, "growth") and phrase.noun  # not 实到外资2860万美元，增长｜两成以上
    aimed = phrase.verb or grows or about.kind == "Fund"
    return "target" if aimed and item.mark.quantity.comparator == ">=" else None


def _when(page: Page, said: Said, stretch: Stretch) -> str:
    """Return the period of a figure: of a fund only one that its clause prints or that opens its sentence."""
    if said.about.kind != "Fund":
        return _printed(page, said, stretch)
    own = period(page, said.item.clause, said.item.mark.begin)
    return (period(page, said.begin, said.begin + _OPENING_REACH) if own is None else own) or ""


def _printed(page: Page, said: Said, stretch: Stretch) -> str:
    """Return the period that the sentence prints, else that of the stretch; 全年 in a review is the year reviewed.

    What is counted at an event (此次集中签约…) is of the title's period, or of the quarter or half-year that the event
    is named by, and so is what 其中 tells of it; of a day that is printed nothing is told but that it was then.
    What 其中 or ； joins to a sentence has the period of that one; behind 其中 it must open it.
    """
    opening, item = said.opening, said.item
    when = period(page, opening.joined, item.mark.begin)
    if when is None and opening.begin < opening.joined:
        when = period(page, opening.begin, opening.begin + _OPENING_REACH)
        if when and is_day(when):  # 7月21日，记者获悉，｜今年二季度，…。其中，…
            when = period(page, opening.begin, opening.stated)
    told = words.pattern("event").search(page.text, opening.begin, item.mark.begin)
    gathered = told or words.pattern("gathered").search(page.text, opening.begin, item.mark.begin)
    if when is None and (gathered or said.measured.when):
        when = page.title_period or said.measured.when or event_part(page, opening.joined)
        when = when or ("" if told and page.day_before(opening.joined) else None)
    whole = words.pattern("whole-year").search(page.text, opening.joined, item.mark.begin)
    reviewed = stretch.sure or whole and not words.pattern("to-come").search(page.text, item.clause, whole.end())
    if when is None or (reviewed and stretch.status == "achieved" and when[:4] > stretch.period[-4:] > ""):
        return "" if not stretch.sure and is_now(page, said.begin, item.mark.begin, stretch.period) else stretch.period
    return "" if is_day(when) else when
