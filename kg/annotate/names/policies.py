"""Policies: programmes known across China, quoted slogans that are put into practice, titled rules and plans."""

from collections.abc import Iterator
from functools import cache

import ahocorasick

from kg.annotate.names.view import Found, View
from kg.model import Name
from kg.resources import lexicon, patterns

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
    for pattern in patterns("policies"):
        for match in pattern.regex.finditer(view.text):
            if view.sentence_at(match.start("name")):
                begin, end = match.span("name")
                yield Found(begin, end, Name("Policy", canonical(match["name"])), 1 if pattern.more["sure"] else 0)


def canonical(text: str) -> str:
    """Return a policy's name without quotation marks.

    >>> canonical("“1+3+N”工业布局")
    '1+3+N工业布局'
    """
    return text.translate({ord(c): None for c in _QUOTES})
