"""The named queries and their answers."""

from collections.abc import Mapping
from dataclasses import asdict
from urllib.parse import urlencode

from kg.ask.answers import answer
from kg.ask.queries import Query, find, names
from kg.serve.answers.graph import Answer, Graph, RefusedError, asked, chosen, text
from kg.serve.answers.html import page
from kg.serve.answers.search import FORMS, json_of

_ROWS = {"application/json": "json", "text/csv": "csv", "text/html": "html"}
_ON_PAGE = 100


def queries(graph: Graph, accept: str | None, lang: str, here: str) -> Answer:
    """Return the named queries with their parameters, as JSON or as a page."""
    found = [find(name) for name in names()]
    if chosen(accept, FORMS) == "text/html":
        return page(graph, "queries.html", lang, here, queries=found)
    return json_of([told(query) for query in found])


def named(
    graph: Graph,
    name: str,
    values: Mapping[str, str],
    limit: int | None,
    offset: int,
    format: str,
    accept: str | None,
    lang: str,
    here: str,
) -> Answer:
    """Return the answer of a named query as JSON, CSV or a page; ``format`` goes before what is accepted.

    It has so many rows, all of them without a limit, or 100 on a page, which leads on to the next.
    """
    if name not in names():
        raise RefusedError(404, f"no query of this name is here; there are {', '.join(names())}")
    query, type = find(name), asked(format, accept, _ROWS)
    size = _ON_PAGE if limit is None and type == "text/html" else limit
    found = answer(graph.store, query, values, size, offset)
    if type == "text/csv":
        return text(found.as_csv(), "text/csv; charset=utf-8")
    if type == "application/json":
        return json_of(found.as_dicts())
    csv, json = (_address(name, **values, format=form) for form in list(_ROWS)[1::-1])
    shown = {"limit": str(limit)} if limit else {}
    more = _address(name, **values, **shown, offset=str(offset + len(found.rows)), lang=lang) if found.more else ""
    links = {"CSV": csv, "JSON": json}
    given = {"values": values, "offset": offset, "links": links, "more": more}
    return page(graph, "rows.html", lang, here, query=query, found=found, given=given)


def _address(name: str, **given: str) -> str:
    return f"/queries/{name}?{urlencode(given)}"


def told(query: Query) -> dict[str, object]:
    """Return what is known of a query: its name, what it answers, its parameters."""
    parameters = [{key: value for key, value in asdict(one).items() if key != "variable"} for one in query.parameters]
    return {"name": query.name, "title": query.title, "zh": query.zh, "en": query.en, "parameters": parameters}
