"""Columns of whole numbers over one table of strings: small when compressed, quick to read in a browser."""

import gzip
import json
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

Column: TypeAlias = list[int]


class Strings:
    """The strings of a block, each once; 0 is the empty string.

    >>> strings = Strings()
    >>> strings.column(["缙云县", "", "缙云县"]), strings.all
    ([1, 0, 1], ['', '缙云县'])
    """

    def __init__(self) -> None:
        self._numbers = {"": 0}

    @property
    def all(self) -> list[str]:
        """The strings in the order of their numbers."""
        return list(self._numbers)

    def number(self, text: str) -> int:
        """Return the number of a string, a new one if it has none yet."""
        return self._numbers.setdefault(text, len(self._numbers))

    def column(self, texts: Iterable[str]) -> Column:
        """Return the numbers of strings."""
        return [self.number(text) for text in texts]


def lists(name: str, numbers: Iterable[Sequence[int]]) -> dict[str, Column]:
    """Return lists of numbers as two columns: how many each has, and all of them.

    >>> lists("alias", [[1], [], [2, 3]])
    {'aliasCount': [1, 0, 2], 'alias': [1, 2, 3]}
    """
    numbers = list(numbers)
    return {f"{name}Count": [len(some) for some in numbers], name: [one for some in numbers for one in some]}


def block(content: Mapping[str, Any]) -> str:
    """Return what can be written as JSON as gzip in base64; the same content gives the same characters."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    # A lone half of a surrogate pair is no character of any encoding: none reaches a browser.
    return b64encode(gzip.compress(text.encode("utf8", "replace"), 6, mtime=0)).decode("ascii")
