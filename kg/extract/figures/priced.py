"""Priced: projects of a list that have nothing but an amount behind their names (甲项目6亿元，乙项目（3亿元）)."""

from kg.extract.figures import words
from kg.extract.figures.clauses import Item
from kg.extract.figures.indicators.measures import Head, Measure
from kg.extract.figures.page import Page
from kg.model import Name


def priced(page: Page, item: Item, head: Head) -> tuple[Name, Measure] | None:
    """Return the project right before an amount, and what the amount is: what the sum before is called, or 投资."""
    if item.mark.quantity.kind != "money":
        return None
    end = item.mark.begin - page.text.startswith("（", item.mark.begin - 1)
    ending = (name for at, (stop, name) in page.names.items() if item.clause <= at and stop == end)
    project = next((name for name in ending if name.kind == "Project"), None)
    if project is None:
        return None
    led = words.pattern("sum-of").fullmatch(head.base)
    indicator = led["each"] if led else words.suffixes()["investment"]
    return project, Measure(indicator, (), head)
