"""Policies: programmes known across China, quoted slogans that are put into practice, titled rules and plans."""

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick

from kg.annotate.names.view import Found, View
from kg.model import Name
from kg.resources import lexicon, pattern, patterns

_QUOTES = "“”《》「」"


@cache
def _known() -> tuple[ahocorasick.Automaton, dict[str, str]]:
    forms = {
        f: row["name"] for row in lexicon("policies") for f in (row["name"], *filter(None, row["aliases"].split("|")))
    }
    forms |= {row["name"]: row["name"] for row in lexicon("policies")}
    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, form)
    automaton.make_automaton()
    return automaton, forms


def policies(view: View) -> Iterator[Found]:
    """Yield the policies that the sentences name."""
    automaton, forms = _known()
    for last, form in automaton.iter_long(view.text):
        begin = last + 1 - len(form)
        if view.sentence_at(begin):
            yield Found(begin, last + 1, Name("Policy", forms[form]), 1)
    for row in patterns("policies"):
        for match in row.regex.finditer(view.text) if "sure" in row.more else ():
            listed: re.Match[str] | None = match
            while listed and view.sentence_at(listed.start("name")):
                begin, end = listed.span("name")
                yield Found(begin, end, Name("Policy", canonical(listed["name"])), 1 if row.more["sure"] else 0)
                listed = pattern("policies", "next").match(view.text, end)  # 实施甲工程、乙行动


def canonical(text: str) -> str:
    """Return a policy's name without quotation marks: a quotation that can stand alone, else all.

    >>> canonical("“1+3+N”工业布局"), canonical("“雏鹰”计划"), canonical("“五链共建”行动")
    ('1+3+N工业布局', '雏鹰计划', '五链共建')
    """
    if quoted := pattern("policies", "core").fullmatch(text):
        return quoted["name"]
    return text.translate({ord(c): None for c in _QUOTES})
