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
_ON_PAGE = 1000


def queries(graph: Graph, accept: str | None, lang: str, here: str) -> Answer:
    """Return the named queries with their parameters, as JSON or as a page."""
    found = [find(name) for name in names()]
    if chosen(accept, FORMS) == "text/html":
        return page(graph, "queries.html", lang, here, queries=found)
    return json_of([told(query) for query in found])


def named(
    graph: Graph, name: str, values: Mapping[str, str], format: str, accept: str | None, lang: str, here: str
) -> Answer:
    """Return the answer of a named query as JSON, CSV or a page; ``format`` goes before what is accepted."""
    if name not in names():
        raise RefusedError(404, f"no query of this name is here; there are {', '.join(names())}")
    query, type = find(name), asked(format, accept, _ROWS)
    found = answer(graph.store, query, values)
    if type == "text/csv":
        return text(found.as_csv(), "text/csv; charset=utf-8")
    if type == "application/json":
        return json_of(found.as_dicts())
    rows = found.rows[:_ON_PAGE]
    csv, json = (f"{here}{'&' if '?' in here else '?'}{urlencode({'format': form})}" for form in list(_ROWS)[1::-1])
    return page(graph, "rows.html", lang, here, query=query, values=values, found=found, rows=rows, csv=csv, json=json)


def told(query: Query) -> dict[str, object]:
    """Return what is known of a query: its name, what it answers, its parameters."""
    parameters = [{key: value for key, value in asdict(one).items() if key != "variable"} for one in query.parameters]
    return {"name": query.name, "title": query.title, "zh": query.zh, "en": query.en, "parameters": parameters}
