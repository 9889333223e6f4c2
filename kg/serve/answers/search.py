"""Search, and the first page."""

import json
from dataclasses import asdict
from typing import Any

from kg.ask.queries import find, names
from kg.serve.answers.graph import Answer, Graph, chosen, text
from kg.serve.answers.html import kind_label, page

FORMS = {"application/json": "json", "text/html": "html"}
_ON_PAGE = 100


def search(graph: Graph, q: str, limit: int, accept: str | None, lang: str, here: str) -> Answer:
    """Return the things that a text names, as JSON or as a page."""
    if chosen(accept, FORMS) == "text/html":
        found = graph.index.search(q, _ON_PAGE)
        return page(graph, "found.html", lang, here, q=q, found=found, kinds=_labels(graph, lang), most=_ON_PAGE)
    return json_of([asdict(one) for one in graph.index.search(q, limit)])


def front(graph: Graph, files: list[list[Any]], lang: str, here: str) -> Answer:
    """Return the first page: how much there is of what, and where to go; ``files`` are names with their sizes."""
    queries = [find(name) for name in names()]
    kinds = _labels(graph, lang)
    return page(
        graph, "front.html", lang, here, counts=graph.counts, size=graph.size, kinds=kinds, files=files, queries=queries
    )


def json_of(found: object) -> Answer:
    """Return an answer that is JSON."""
    return text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "application/json")


def _labels(graph: Graph, lang: str) -> dict[str, str]:
    return {kind: kind_label(kind, lang) for kind in graph.counts}
