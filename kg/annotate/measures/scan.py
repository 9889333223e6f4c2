"""Scan: the rows of a pattern file as one expression that finds where any of them begins."""

import re
from functools import cache

from kg.resources import patterns

_GROUP = re.compile(r"[(][?]P<[a-z0-9]+>")


@cache
def anywhere(name: str) -> re.Pattern[str]:
    """Return one expression for all rows of ``pipelines/patterns/NAME.jsonl``, without their groups.

    Each row tells in ``first`` the characters that its matches begin with, as in a character class, so that most
    positions of a text are passed over at the price of one look.

    >>> anywhere("periods").search("力争到2027年底翻番").group()
    '2027年底'
    """
    rows = patterns(name)
    first = "".join(dict.fromkeys(row.more["first"] for row in rows))
    return re.compile(f"(?=[{first}])(?:" + "|".join(_GROUP.sub("(?:", row.regex.pattern) for row in rows) + ")")
