"""Short ways of naming again what the text has named: 该公司, 小镇, the zone whose paper this is."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.annotate.names.suffixes import suffixes
from kg.annotate.names.view import Found, View
from kg.resources import alternatives, patterns

_REACH = 400  # characters back to the name that is meant


@cache
def _bare() -> re.Pattern[str]:
    words = [text for text, suffix in suffixes().items() if suffix.kind in ("Platform", "Fund") or text == "公司"]
    return re.compile(f"(?:(?<=[，。；：、\\n])|^|(?P<this>[该本]))(?P<word>{alternatives(words)})(?=[\\u4e00-\\u9fff（])")


def anaphora(view: View, named: Sequence[Found], taken: Sequence[Found]) -> Iterator[Found]:
    """Yield bare suffix words that open a clause or follow 该, as the last name before them with that suffix."""
    free = [True] * len(view.text)
    for f in (*named, *taken):
        free[f.begin : f.end] = [False] * (f.end - f.begin)
    order = sorted(named, key=lambda f: f.end)
    for match in _bare().finditer(view.text):
        begin, end = match.span()
        if not all(free[begin:end]) or view.sentence_at(begin) is None:
            continue
        last = [f for f in order if begin - _REACH <= f.end <= begin and f.name.text.endswith(match["word"])]
        if last:
            yield Found(begin, end, last[-1].name)
    yield from _zone(view, free)


def _zone(view: View, free: list[bool]) -> Iterator[Found]:
    """Yield 开发区, 集聚区（开发区） … in the paper of one zone as that zone."""
    home = view.setting.home
    if home is None or home.kind != "Platform":
        return
    pattern = patterns("zones")[0]
    for match in pattern.regex.finditer(view.text):
        begin, end = match.span("form")
        if view.text[begin - 1 : begin] == "（" or not all(free[begin:end]) or view.sentence_at(begin) is None:
            continue
        again = pattern.regex.match(view.text, end + 1) if view.text[end : end + 1] == "（" else None
        end = again.end() + 1 if again and view.text[again.end() : again.end() + 1] == "）" else end
        yield Found(begin, end, home)
