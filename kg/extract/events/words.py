"""The words and patterns that events are told with."""

import re
from functools import cache, partial

from kg.resources import alternatives, lexicon, pattern

regex = partial(pattern, "events")


@cache
def verbs(part: str) -> re.Pattern[str]:
    """Return the words of a part of the lexicon of events as one pattern.

    >>> verbs("sign").search("双方签署协议")[0]
    '签署'
    """
    return re.compile(alternatives(row["word"] for row in lexicon("event_words") if row["part"] == part))
