"""The vocabulary of figures, as expressions compiled from the lexicons."""

import re
from collections.abc import Mapping
from functools import cache, partial

import kg.resources
from kg.annotate.names.carriers.suffixes import suffixes as name_suffixes
from kg.resources import Row, alternatives, lexicon, patterns

JOINTS = re.compile("、|以及|和|与")
"""What joins the members of a list: a closed class of the grammar."""


def _column(name: str, role: str = "") -> list[str]:
    rows = lexicon(name)
    first = next(iter(rows[0]))
    return [row[first] for row in rows if not role or role in row["role"].split()]


@cache
def verbs() -> Mapping[str, Row]:
    """Return the rows of the verbs of figures by verb."""
    return {row["verb"]: row for row in lexicon("figure_verbs")}


@cache
def suffixes() -> Mapping[str, str]:
    """Return what is put behind a noun to name what a figure says of it, by the name of the row."""
    return {row["id"]: row["suffix"] for row in lexicon("indicator_suffixes")}


pattern = partial(kg.resources.pattern, "figures")


@cache
def closing_verb() -> re.Pattern[str]:
    """Match at the end of what stands before a quantity: a link, rank or growth verb with the adverbs around it."""
    adverbs = alternatives(_column("openers"))
    tails = alternatives(word for role in ("link", "growth", "rank") for word in _column("figure_verbs", role))
    return re.compile(f"(?:{adverbs})*(?P<verb>{tails})(?:了|到|至|{adverbs})*$")


@cache
def action() -> re.Pattern[str]:
    """Match an action verb, or several that make one (新开工改造), at the beginning of what is measured."""
    verbs = alternatives(_column("figure_verbs", "action"))
    return re.compile(f"(?:{verbs})+(?:[、和]{verbs})*")


@cache
def opener() -> re.Pattern[str]:
    """Match an adverb or auxiliary at the beginning."""
    return re.compile(alternatives(_column("openers")))


def plays(verb: str, role: str) -> bool:
    """Return whether a verb has a role: link, rank, growth or action.

    >>> plays("增长", "growth"), plays("引进", "growth")
    (True, False)
    """
    return role in verbs().get(verb, {"role": ""})["role"].split()


@cache
def closing_adverb() -> re.Pattern[str]:
    """Match the adverbs and auxiliaries at the end."""
    return re.compile(f"(?:{alternatives(_column('openers'))})+$")


@cache
def ending(name: str) -> re.Pattern[str]:
    """Match one of a lexicon's nouns at the end."""
    return re.compile(f"{alternatives(_column(name))}$")


@cache
def status_word() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return the expression of the words that tell goals from results, and what each tells."""
    rows = {row["word"]: row["status"] for row in lexicon("status_words")}
    return re.compile(alternatives(rows)), rows


@cache
def carrier() -> re.Pattern[str]:
    """Match a suffix of names that is longer than two characters, for a region may be part of such a name."""
    return re.compile(alternatives(suffix for suffix in name_suffixes() if len(suffix) > 2))


def town_and_country(noun: str) -> list[str]:
    """Return the two measures that one word for town and country holds, or none.

    >>> town_and_country("城乡居民收入"), town_and_country("城乡融合")
    (['城镇居民收入', '农村居民收入'], [])
    """
    row = next(row for row in patterns("figures") if row.id == "town-and-country")
    match = row.regex.match(noun)
    return [part + noun[match.end() :] for part in row.more["members"].split("、")] if match else []
