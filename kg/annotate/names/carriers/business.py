"""Lines of business: how the short names of companies end."""

from functools import lru_cache

from kg.resources import words


@lru_cache(1 << 16)
def firm_end(text: str) -> int:
    """Return how much of a text's end is a line of business, with which short names of companies end.

    >>> firm_end("瀚星光电"), firm_end("瀚星")
    (2, 0)
    """
    return max((len(word) for word in words("firm_words") if text.endswith(word)), default=0)
