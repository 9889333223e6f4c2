"""Clusters: industries and bases whose size a magnitude names, one or several (千亿级的甲、乙两大产业集群)."""

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.figures import words
from kg.resources import alternatives, lexicon

_CLOSERS = "，。；：！？\n（"
# What joins the members of a list: grammar.


@cache
def _head() -> re.Pattern[str]:
    """Match the head of a cluster where its noun phrase ends."""
    heads = alternatives(row["noun"] for row in lexicon("cluster_heads"))
    return re.compile(f"{heads}(?={words.pattern('cluster-ends').pattern})")


def head_behind(text: str, begin: int, end: int) -> re.Match[str] | None:
    """Return the head of what a magnitude that ends at an offset is the size of, the last one of a list, or None.

    >>> text = "打造千亿级的水泵、电机两大产业集群，"
    >>> found = head_behind(text, text.index("的"), len(text))
    >>> found and found.group()
    '产业集群'
    """
    stop = min((at for mark in _CLOSERS if (at := text.find(mark, begin, end)) >= 0), default=end)
    return next(iter(list(_head().finditer(text, begin, stop))[-1:]), None)


def clusters(text: str, begin: int, noun: str) -> Sequence[str]:
    """Return the noun of each cluster that a magnitude that ends at an offset sizes, with its head, or nothing.

    ``noun`` is what stands before the magnitude: 水泵、电机两大｜千亿级｜集群.

    >>> clusters("集群。", 0, "水泵、电机两大"), clusters("的以水泵为主的农机产业集群和电机集群", 0, "")
    (['水泵集群', '电机集群'], ['农机产业集群', '电机集群'])
    """
    head = head_behind(text, begin, len(text))
    if head is None:
        return []
    said = text[begin : head.start()].removeprefix("的")
    if again := words.pattern("magnitude").search(said):  # 千亿级水泵、｜百亿级电机产业集群
        said = said[: again.start()]
        if not said:
            return []
    listed = said or noun
    counted = words.pattern("in-all").search(listed)
    listed = words.pattern("resting-on").sub("", listed[: counted.start()] if counted else listed)
    parts = words.JOINTS.split(listed) if said or counted else [listed]
    return [_headed(part, head.group()) for part in parts]


def _headed(part: str, head: str) -> str:
    """Return a member of a list with the head that closes it, or with its own."""
    own = words.ending("cluster_heads").search(part)
    return part if own and own.start() else part + head
