"""Shared phrases: numbers that are given out over a list, 城镇和农村居民收入分别增长4.3%、5.5%."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.figures import words
from kg.extract.figures.clauses import Item, Mark
from kg.extract.figures.indicators import takes_behind
from kg.extract.figures.indicators.antecedents import antecedents
from kg.extract.figures.indicators.clusters import clusters
from kg.extract.figures.indicators.openings import BODIES
from kg.extract.figures.indicators.phrases import Phrase, parse
from kg.extract.figures.page import Page

# What joins the members of a list, and its numbers: grammar.
_NUMBER = re.compile("[0-9零一二两三四五六七八九十百千万亿]")
_BETWEEN = re.compile("[、和与及，]?")


def phrases(page: Page, items: Sequence[Item]) -> Iterator[tuple[Item, Phrase]]:
    """Yield each item with its phrase; a number with nothing before it shares the phrase of the one before.

    Where 分别 gives a list of numbers to a list of nouns of the same length, each gets its own noun, with the measure
    that the last noun carries for all (城镇和农村居民人均可支配收入); and so it is where two lists of one length meet
    (甲、乙普及率超过｜98%、85%), or a list of numbers goes on from one given out before.
    """
    at, floor, shared_out = 0, 0, 0
    while at < len(items):
        first = items[at] if items[at].left >= floor else replace(items[at], left=floor)
        end = at + 1
        while end < len(items) and _is_bare(page, items[end]):
            end += 1
        phrase = parse(page, first)
        group = [first, *items[at + 1 : end]]
        nouns: list[str] = []
        separate = words.pattern("separately").search(page.text, first.left, first.mark.begin) is not None
        goes_on = not (phrase.noun or phrase.verb) and len(group) == shared_out
        separate = separate or len(group) > 1 and (goes_on or len(members(phrase.noun)) == len(group))
        if separate:
            shared = words.pattern("compared").sub("", phrase.noun)
            nouns = _of_named(page, first, members(words.pattern("separately").sub("", shared)))
            nouns = _ahead_of(phrase.noun) or _ranked_of(phrase) or nouns
            group = _of_one_unit(group)
            if len(nouns) != len(group):
                nouns = _told_before(page, first, phrase, len(group))
        for index, item in enumerate(group):
            noun = nouns[index] if len(nouns) == len(group) else phrase.noun
            share = (index, len(group)) if separate and len(group) > 1 else (0, 0)
            shared_out = share[1]
            item = _as_first(page, first.mark, item) if separate else item
            if alike := _each(page, item, phrase) if len(group) == 1 else []:
                yield from ((item, one) for one in alike)
                continue
            if item.mark.label == "growth-word" and len(each := _grown_of(phrase)) > 1:
                yield from ((item, replace(phrase, noun=one)) for one in each)
                continue
            if sized := _sized(page, item, phrase):
                yield from ((item, replace(phrase, noun="", behind=one)) for one in sized)
                continue
            behind, whole = phrase, phrase
            if index:
                behind = parse(page, item)
                whole = replace(phrase, behind=behind.behind, predicate=behind.predicate, owner=behind.owner)
                whole = replace(whole, behind_end=behind.behind_end)
            yield item, whole if (noun, share) == (whole.noun, whole.share) else replace(whole, noun=noun, share=share)
            floor = behind.behind_end if behind.whole or takes_behind(behind, item.mark.quantity) else 0
        at = end


def _each(page: Page, item: Item, phrase: Phrase) -> list[Phrase]:
    """Return the phrases of the members of a list that have one number each, or none.

    省级、市级工程中心各｜2家; 甲项目、乙项目从签约到开工用时｜96天.
    """
    took = words.pattern("took").search(phrase.noun + phrase.closing)
    done = took and words.pattern("from-to").search(took.string, 0, took.start())
    if took and done:
        each = [_told_of(page, item, phrase, one) for one in words.JOINTS.split(phrase.noun[: done.start()])]
        own = [replace(one, noun=done.group(), closing=took.group()) for one in each if one.about]
        return own if len(own) > 1 else []
    shared = None if phrase.behind else words.pattern("each").fullmatch(phrase.noun)
    found = members(shared["list"]) if shared else []
    return [_told_of(page, item, phrase, one) for one in found] if len(found) > 1 else []


def _ahead_of(noun: str) -> list[str]:
    """Return by what a measure is compared with each of several others: 高于全国、全省 is 高于全国 and 高于全省."""
    found = words.pattern("ahead").search(noun)
    if found is None or not found["verb"] or not (than := words.JOINTS.split(found["than"]))[1:]:
        return []
    return [noun[: found.start("than")] + other for other in than]


def _ranked_of(phrase: Phrase) -> list[str]:
    """Return what is ranked of several measures: 总量、增速居全省 is 总量居全省 and 增速居全省."""
    found = words.pattern("ranked").fullmatch(words.pattern("separately").sub("", phrase.noun))
    if found is None or len(named := members(found["noun"])) < 2:  # noqa: PLR2004
        return []
    return [noun + found.string[found.end("noun") :] for noun in named]


def _of_one_unit(group: Sequence[Item]) -> list[Item]:
    """Return the numbers of a list with the unit that the last prints in full: 0.4个、0.2个百分点."""
    last = group[-1].mark.quantity
    return [
        replace(item, mark=replace(item.mark, quantity=replace(quantity, unit=last.unit, kind=last.kind)))
        if last.kind == "point" and (quantity := item.mark.quantity).kind == "count"
        else item
        for item in group
    ]


def _told_before(page: Page, item: Item, phrase: Phrase, count: int) -> list[str]:
    """Return the members of a list in the clause before, for numbers that name none: …产业回升，分别增长｜8%和9%."""
    of_goal = words.pattern("of-budget").search(phrase.noun)
    if phrase.verb or phrase.noun and not of_goal:
        return []
    done = words.suffixes()["done"] if of_goal else ""
    return [member + done for member in antecedents(page.text, item, count)]


def _told_of(page: Page, item: Item, phrase: Phrase, member: str) -> Phrase:
    """Return the phrase of one member of a list with a number each: a noun, or the body that it is about."""
    names = (page.names[at] for at in range(item.left, item.mark.begin) if at in page.names)
    body = next((name for end, name in names if name.kind in BODIES and page.text[:end].endswith(member)), None)
    return replace(phrase, about=body, noun="", part=True) if body else replace(phrase, noun=member)


def _grown_of(phrase: Phrase) -> list[str]:
    """Return the members of a list that all double or begin (甲类和乙类企业｜零突破), with the head of the last."""
    found = members(phrase.noun) if not phrase.verb else []
    head = words.ending("counted_heads").search(found[-1]) if found else None
    return [one if head is None or one.endswith(head.group()) else one + head.group() for one in found]


def _sized(page: Page, item: Item, phrase: Phrase) -> Sequence[str]:
    """Return the clusters that a magnitude sizes (千亿级的甲、乙两大产业集群), or none."""
    return clusters(page.text, item.mark.end, phrase.noun) if item.mark.quantity.comparator == "~" else []


def _of_named(page: Page, item: Item, nouns: list[str]) -> list[str]:
    """Return the nouns of a list; of named bodies (甲园区、乙园区产值分别…) each has what stands behind the last."""
    inside = ((at, *page.names[at]) for at in range(item.left, item.mark.begin) if at in page.names)
    named = sorted(page.text[at:end] for at, end, name in inside if name.kind in BODIES)
    owners = [next((name for name in reversed(named) if noun.startswith(name)), "") for noun in nouns]
    return (
        [nouns[-1].removeprefix(owners[-1]).removeprefix("的")] * len(nouns)
        if len(nouns) > 1 and all(owners)
        else nouns
    )


def _as_first(page: Page, first: Mark, item: Item) -> Item:
    """Return a number of a shared list with the comparator in front of the first: 分别超过98%、85%."""
    comparator = first.quantity.comparator
    leads = comparator != "=" and _NUMBER.match(page.text, first.begin) is None
    if not leads or item.mark.quantity.comparator != "=":
        return item
    return replace(item, mark=replace(item.mark, quantity=replace(item.mark.quantity, comparator=comparator)))


def _is_bare(page: Page, item: Item) -> bool:
    return (
        item.listed
        and _BETWEEN.fullmatch(page.text, item.left - (page.text[item.left - 1] == "、"), item.mark.begin) is not None
    )


def members(noun: str) -> list[str]:
    """Return the members of a list of nouns, each with the measure that the last one carries.

    >>> members("城镇和农村居民人均可支配收入"), members("事故起数、死亡人数")
    (['城镇居民人均可支配收入', '农村居民人均可支配收入'], ['事故起数', '死亡人数'])
    >>> members("城乡居民人均可支配收入")
    ['城镇居民人均可支配收入', '农村居民人均可支配收入']
    """
    if both := words.town_and_country(noun):
        return both
    found = words.JOINTS.split(noun)
    measure = words.ending("indicator_heads").search(found[-1])
    tail = measure.group() if measure and measure.start() else ""
    carried = tail and words.pattern("share").search(tail)
    return [part + tail if _lacks(part, tail, bool(carried)) else part for part in found]


def _lacks(part: str, tail: str, carried: bool) -> bool:
    """Return whether a member needs the measure of the last: it has none, or the measure is a share of it."""
    return not part.endswith(tail) and (carried or not words.ending("indicator_heads").search(part))
