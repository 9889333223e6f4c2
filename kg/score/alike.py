"""When a found fact is the annotated one: texts without what does not count, entities by the forms they go by."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, TypeAlias

from kg.graph.figures.periods import span

Item: TypeAlias = Mapping[str, Any]
Same: TypeAlias = Callable[[Item, Item], bool]
Pair: TypeAlias = tuple[Item, Item]

_UNHEARD = re.compile(r"[\s\"“”‘’'、,，·•《》<>「」]")
_PLAN = re.compile("(十.?五)(?:时期|期间)?")


@cache
def normal(text: str) -> str:
    """Return the text without what does not count: widths, case, spaces, quotes, commas and dots.

    >>> normal("“双招 双引”")
    '双招双引'
    """
    return _UNHEARD.sub("", unicodedata.normalize("NFKC", text)).lower()


@cache
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset((text,))


def similar(one: str, other: str) -> bool:
    """Say whether one text holds the other (two characters at least), or half of their bigrams are shared.

    >>> similar("规上工业产值", "工业产值"), similar("亩均税收", "项目投资")
    (True, False)
    """
    short, long = sorted((normal(one), normal(other)), key=len)
    if short == long or (len(short) >= 2 and short in long):
        return True
    left, right = _pairs(short), _pairs(long)
    return 4 * len(left & right) >= len(left) + len(right)


def years(period: str) -> str:
    """Return a period as it is compared: a five-year plan as its years, no hyphens before a month and day.

    >>> years("十四五时期"), years("--12-06")
    ('2021..2025', '12-06')
    """
    text = normal(period)
    if (plan := _PLAN.fullmatch(text)) and (days := span(plan[1])):
        return f"{days[0].year}..{days[1].year}"
    return text.replace("--", "").replace("/", "..")


def matched(found: Iterable[Item], wanted: Iterable[Item], *tests: Same) -> tuple[list[Pair], list[Item], list[Item]]:
    """Pair found and wanted items one to one, the strictest test first; return pairs, missed and excess.

    A wanted item that is marked optional counts for neither side.
    """
    excess, left = list(found), list(wanted)
    pairs: list[Pair] = []
    for same in tests:
        unmatched = []
        for item in excess:
            place = next((i for i, want in enumerate(left) if same(item, want)), None)
            if place is None:
                unmatched.append(item)
            else:
                pairs.append((item, left.pop(place)))
        excess = unmatched
    return [p for p in pairs if not p[1].get("optional")], [w for w in left if not w.get("optional")], excess


def same_names(*slots: str) -> Same:
    """Return the test that the entities of all these slots meet."""
    return lambda item, want: all(item[slot] & want[slot] for slot in slots)


def same_post(item: Item, want: Item) -> bool:
    """Say whether two posts are one: title, person and place."""
    return normal(item["title"]) == normal(want["title"]) and same_names("person", "at")(item, want)


def same_relation(item: Item, want: Item) -> bool:
    """Say whether two relations are one; cooperation has no direction."""
    if item["p"] != want["p"]:
        return False
    mirrored = {**want, "s": want["o"], "o": want["s"]} if want["p"] == "cooperatesWith" else want
    same = same_names("s", "o")
    return same(item, want) or same(item, mirrored)


def same_stage(item: Item, want: Item) -> bool:
    """Say whether two stages are one: thing and stage, reached or expected, and the same date or none."""
    return (
        same_names("thing")(item, want)
        and item["stage"] == want["stage"]
        and item["standing"] == want["standing"]
        and years(item["date"]) == years(want["date"])
    )


def same_target(item: Item, want: Item) -> bool:
    """Say whether two figures are one: value, unit, subject, similar indicators (alone or with their scopes)."""
    return (
        abs(float(item["value"]) - want["value"]) < 1e-9
        and normal(item["unit"]) == normal(want["unit"])
        and bool(item["subject"] & want["subject"])
        and (
            similar(item["indicator"], want["indicator"])
            or similar(item["indicator"] + item["scope"], want["indicator"] + want["scope"])
        )
    )


def same_slots(item: Item, want: Item) -> bool:
    """Say whether two figures are one and agree in comparator, status and period."""
    slots = item["cmp"] == want["cmp"] and item["status"] == want["status"]
    return slots and years(item["period"]) == years(want["period"]) and same_target(item, want)


def same_event_name(item: Item, want: Item) -> bool:
    """Say whether an event goes by the annotated name."""
    return normal(want["name"]) in item["event"]


def same_event(item: Item, want: Item) -> bool:
    """Say whether two events of one kind have similar names or one date."""
    if item["kind"] != want["kind"]:
        return False
    day = want["date"].lstrip("-")
    return any(similar(name, want["name"]) for name in item["event"]) or bool(day and item["date"].endswith(day))
