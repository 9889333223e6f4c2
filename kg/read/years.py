"""The year of a paper that prints no date: the one that its texts plan for or look back on most."""

from collections import Counter
from collections.abc import Iterable

from kg.resources import patterns


def year(texts: Iterable[str]) -> str:
    """Return the year that the texts of one paper name most, or "" when none leads.

    A year with month and day dates an event, not the paper; one behind 到 or 至 lies ahead of it. The year in the name
    of a yearly event or list (2021江淮第十二届投资洽谈会, 2025江淮企业100强) is the paper's.

    >>> year(["2021年，全县计划引进项目30个。", "力争到2025年翻一番，2021年完成投资10亿元。"])
    '2021'
    >>> year(["2019年9月10日签约。"])
    ''
    """
    printed = (m["year"] for text in texts for row in patterns("years") for m in row.regex.finditer(text))
    counted = Counter(printed).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return ""
    return counted[0][0]
