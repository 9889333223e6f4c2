"""Pages, Chinese first and in English on demand; whatever a text says is text on them."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg import terms
from kg.export.facts import Evidence
from kg.serve.answers.graph import Answer, Graph, text

PAGES = Path(__file__).parents[1] / "page"
LANGUAGES = ("zh", "en")
# Keys that go into a path as they are: one segment or two that no browser takes for something else.
_PLAIN = re.compile(r"""(?!\.{1,2}/)[^\x00-\x20/?#"<>\\^`{|}]+/(?!\.{1,2}\Z)[^\x00-\x20/?#"<>\\^`{|}]+""")

_KEPT = "/%:;,=@&$!'()*+~"


def page(graph: Graph, name: str, lang: str, here: str, status: int = 200, **values: Any) -> Answer:
    """Return a page made from a template; ``here`` is its address without the language."""
    lang = lang if lang in LANGUAGES else LANGUAGES[0]
    joined = "&" if "?" in here else "?"
    other = f"{here}{joined}lang=en" if lang == "zh" else here

    def address(iri: str, form: str = "page", **more: str) -> str:
        given = dict(more) if lang == "zh" or form != "page" else {**more, "lang": lang}
        return place(graph.base, iri, form, **given)

    told = (
        _templates()
        .get_template(name)
        .render(
            lang=lang,
            other=other,
            t=lambda zh, en: zh if lang == "zh" else en,
            address=address,
            pieces=pieces,
            **values,
        )
    )
    return text(told, "text/html; charset=utf-8", status)


def place(base: str, iri: str, form: str, **parameters: str) -> str:
    """Return the path of what is said of an IRI here: a ``page`` or ``data``.

    >>> place("urn:x/", "urn:x/region/331122", "page"), place("urn:x/", "urn:y", "data", format="text/turtle")
    ('/page/region/331122', '/data?iri=urn%3Ay&format=text%2Fturtle')
    """
    key = iri.removeprefix(base)
    own = key != iri and _PLAIN.fullmatch(key)
    path = f"/{form}/{quote(key, safe=_KEPT)}" if own else f"/{form}"
    given = parameters if own else {"iri": iri, **parameters}
    asked = "&".join(f"{name}={quote(value, safe='')}" for name, value in given.items())
    return f"{path}?{asked}" if asked else path


def pieces(evidence: Evidence) -> Iterable[tuple[str, bool]]:
    """Yield the pieces of a sentence, each with whether the fact is about it."""
    done = 0
    for begin, end in evidence.marks:
        yield evidence.text[done:begin], False
        yield evidence.text[begin:end], True
        done = end
    yield evidence.text[done:], False


def kind_label(kind: str, lang: str) -> str:
    """Return how a class is called."""
    return terms.label(terms.term(kind), lang if lang in LANGUAGES else LANGUAGES[0])


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(PAGES)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
