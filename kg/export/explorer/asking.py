"""What the explorer's SPARQL tab asks: the triples of a graph, the named queries with their parameters, the terms."""

from pathlib import Path
from typing import Any

from kg import terms
from kg.ask.queries import KINDS, Parameter, Query, find, names
from kg.export.explorer.columns import block

# Characters of Turtle (some 400,000 triples) that a browser still loads and asks quickly; beyond, a server does.
LARGEST = 8_000_000
_FILES = ("graph.ttl", "evidence.ttl")


def asking(folder: Path) -> dict[str, str]:
    """Return the blocks ``asking`` and, of a graph that is not too large for a page, ``triples``."""
    content = {"prefixes": dict(terms.PREFIXES), "terms": _terms(), "queries": [_query(find(name)) for name in names()]}
    files = [folder / name for name in _FILES]
    if sum(file.stat().st_size for file in files) > LARGEST:
        return {"asking": block(content)}
    turtle = "".join(file.read_text(encoding="utf8") for file in files)
    return {"asking": block(content), "triples": block({"turtle": turtle})}


def _terms() -> list[list[str]]:
    """Return every term of the ontology: its short form and how it is called in Chinese and in English."""
    called = ([terms.label(iri, lang) for lang in ("zh", "en")] for iri in terms.own())
    return [[f"fz:{iri.removeprefix(terms.FZ)}", *labels] for iri, labels in zip(terms.own(), called, strict=True)]


def _query(query: Query) -> dict[str, Any]:
    told = {"name": query.name, "title": query.title, "zh": query.zh, "en": query.en, "text": query.text}
    return {**told, "parameters": [_parameter(one) for one in query.parameters]}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    kind, _, more = parameter.type.partition(":")
    told = {"name": parameter.name, "variable": parameter.variable, "zh": parameter.zh, "en": parameter.en}
    match kind:
        case "concept":
            return {**told, "type": kind, "of": [next(iter(terms.scheme(more).values())).rpartition("/")[0]]}
        case "choice":
            return {**told, "type": kind, "of": more.split(",")}
        case "period" | "date" | "text":
            return {**told, "type": kind, "of": []}
    return {**told, "type": "thing", "of": list(KINDS) if kind == "Entity" else [kind]}
