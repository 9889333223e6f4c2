"""Standing: whether a stage is reached or expected, and when."""

from kg.extract.figures.page import Page
from kg.extract.figures.time.course import Stretch
from kg.extract.figures.time.dates import is_day
from kg.extract.scene import Scene
from kg.extract.stages.dates import Dates
from kg.extract.stages.things import Told
from kg.extract.stages.words import Verb, before, part, rule, telling
from kg.model import Standing

_DAY = 10  # characters of an ISO date
_AT_WORK = frozenset({"fitting-out", "installation"})  # which are told while they go on


def standing(
    scene: Scene, page: Page, verb: Verb, who: Told, stretch: Stretch, dates: Dates
) -> tuple[Standing, str] | None:
    """Return whether a stage is reached or expected and its date; None when the text says that it is not."""
    if _denied(scene, verb):
        return None
    begin, _ = scene.clause(verb.begin)
    end = verb.begin if verb.going else verb.end
    word = _word(page, who.bound, end) if stretch.sure else _of_sentence(scene, page, begin, end)
    when = dates.near(begin, verb.end)
    if when is None:
        when = stretch.period if stretch.sure else dates.opening(scene, verb.begin)
    if rule("soon").match(scene.text, verb.end):
        word = "ahead"
    if word is None:
        today = dates.today(verb.begin)
        over = is_day(when or "") and not _later(when or "", today)
        called = verb.begin == who.begin and not over  # 开工建设某项目 in a plan calls to do it
        ahead = _later(when or "", today) or (stretch.status == "target" and (stretch.sure or called))
        word = "ahead" if ahead else "done"
    if word in ("ahead", "push"):
        return None if verb.going else ("expected", when or "")
    at_work = verb.going or verb.stage in _AT_WORK or rule("going-on").match(scene.text, verb.end)
    now = word == "now" or (at_work and not _word(page, who.bound, verb.begin))
    return "reached", when or (dates.today(verb.begin) if now else "")


def _of_sentence(scene: Scene, page: Page, clause: int, end: int) -> str | None:
    """Return what the last telling word of a clause tells, else whether the sentence before it looks ahead."""
    if word := _word(page, clause, end):
        return word
    return "ahead" if _word(page, scene.begin, clause) == "ahead" else None


def _denied(scene: Scene, verb: Verb) -> bool:
    """Tell whether a word before that for the stage denies it (尚未开工)."""
    at = verb.begin
    while word := before(scene.text, scene.begin, at):
        if part(word[0]) == "not":
            return True
        at = word.start()
    return False


def _word(page: Page, begin: int, end: int) -> str | None:
    """Return what the last telling word between two offsets tells: done, now or ahead; None where there is none."""
    found = [told for first, last, told in telling(page.text, begin, end) if page.edge(first) and page.edge(last)]
    return found[-1] if found else None


def _later(when: str, today: str) -> bool:
    """Tell whether a period is to come on a day, both with a year or both without.

    >>> _later("2020-10", "2020-09-14"), _later("--08", "--09-14"), _later("2021", "2020-09-14"), _later("2020", "2020")
    (True, False, True, False)
    """
    dated = when[:4].isdigit() or when.startswith("--")
    if not dated or not today or when.startswith("--") != today.startswith("--") or ".." in when:
        return False
    size = min(len(when), len(today), _DAY)
    return when[:size] > today[:size] if "H" not in when and "Q" not in when else when[:4] > today[:4]
