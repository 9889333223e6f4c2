"""Background: numbers that are no figures: of the country, of what a body once was, of who was there, of ways."""

from kg.extract.figures import words
from kg.extract.figures.clauses import Item
from kg.extract.figures.indicators.phrases import Phrase
from kg.extract.figures.page import Page

_PERSONS = frozenset({"person", "person-time"})
_PAID_REACH = 12  # characters behind an amount or share in which the text says that it is given


def is_background(page: Page, item: Item, phrase: Phrase) -> bool:
    """Return whether a figure is about the country or the world, about what a body once was, or about who was there.

    A rank among the country's is our own.
    """
    if words.pattern("grown-from").search(page.text, item.clause, item.mark.begin):
        return True  # 从一家60人的小厂
    away = item.mark.quantity.kind == "length" and words.pattern("distance")
    if away and away.fullmatch(page.text, item.clause, item.mark.begin):
        return True  # 距某某高铁站｜3公里
    if words.pattern("began-with").match(page.text, item.mark.end):
        return True  # 以3万元起家
    if words.pattern("one-of").match(page.text, item.mark.end):
        return True  # 103名“优秀村支书”之一
    if item.mark.quantity.kind == "count" and words.pattern("ranked-among").match(page.text, item.mark.end):
        return True  # 居全市12个县区第5位
    if words.pattern("on-condition").match(page.text, item.mark.end):
        return True  # 产值达到2000万元以上的，给予…
    if _is_ceiling(page, item):
        return True  # 单个项目每年不超过20万元, 按投资额10%给予补助
    stop = min((at for mark in "、，；。" if (at := page.text.find(mark, item.mark.end)) >= 0), default=len(page.text))
    if item.mark.quantity.kind in _PERSONS and (
        words.pattern("attendance").search(page.text, item.mark.end, stop)
        or words.pattern("so-honoured").match(page.text, item.mark.end)
    ):
        return True  # 120名企业家和30家商会参加, 4人获此殊荣
    said = page.text[phrase.begin : item.mark.begin]
    return item.mark.label != "ordinal" and words.pattern("background").search(said) is not None


def _is_ceiling(page: Page, item: Item) -> bool:
    """Return whether an amount or share is only what is given at most, or given of something: a rule, no figure."""
    row = "given-of" if item.mark.quantity.unit == "%" else "ceiling"
    found = words.pattern(row).search(page.text, item.clause, item.mark.end + _PAID_REACH)
    return found is not None and found.start() <= item.mark.begin < found.end()


def of_counted(page: Page, item: Item) -> bool:
    """Return whether a rank only says what is counted (4项｜指标增速居全省｜第一)."""
    ranked = words.pattern("ranked-counts").search(page.text, item.clause, item.mark.begin)
    return item.mark.label == "ordinal" and ranked is not None
