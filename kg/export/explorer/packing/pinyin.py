"""How the characters of names are read, so that a name is found by its pinyin or the initials of it."""

import re
from collections import defaultdict
from collections.abc import Iterable

_CHINESE = re.compile(r"[\u3400-\u9fff]+")
# A longer name is a text that nobody cut: its first characters are enough to find it.
_LONGEST = 64


def readings(names: Iterable[str]) -> dict[str, str]:
    """Return the readings of every Chinese character of the names, apart by a space: as these names have it, and alone.

    >>> readings(["重庆市A区", "重点"])
    {'区': 'qu', '市': 'shi', '庆': 'qing', '点': 'dian', '重': 'chong zhong'}
    """
    from pypinyin import lazy_pinyin

    found: dict[str, set[str]] = defaultdict(set)
    runs = {run for name in names for run in _CHINESE.findall(name[:_LONGEST])}
    for run in (*runs, *set("".join(runs))):
        spelled = lazy_pinyin(run)
        # What it cannot read stays together and comes out shorter.
        if len(spelled) == len(run):
            for character, reading in zip(run, spelled, strict=True):
                found[character].add(reading)
    return {character: " ".join(sorted(known)) for character, known in sorted(found.items())}
