"""The description of this interface, OpenAPI 3.1: what can be asked, and how it is answered."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import kg
from kg.ask.queries import Query, find, names

_WRITTEN = Path(__file__).parents[1] / "page" / "openapi.json"
_PART = {"limit": "So many rows; on a page 100, else all.", "offset": "Begin behind so many rows."}
_NUMBER = {"type": "integer", "minimum": 0, "maximum": 999_999_999}


@cache
def description() -> dict[str, Any]:
    """Return the description: what is written of it, and a path for each of the named queries."""
    found: dict[str, Any] = json.loads(_WRITTEN.read_text(encoding="utf8"))
    found["info"]["version"] = kg.__version__
    found["paths"] |= {f"/queries/{name}": _path(find(name)) for name in names()}
    return found


def _path(query: Query) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = [
        {"name": one.name, "in": "query", "description": f"{one.en} ({one.zh})", "schema": _schema(one.type)}
        for one in query.parameters
    ]
    answers: dict[str, Any] = {
        "application/json": {"schema": {"type": "array", "items": {"type": "object"}}},
        "text/csv": {"schema": {"type": "string"}},
        "text/html": {"schema": {"type": "string"}},
    }
    for name, meant in _PART.items():
        parameters.append({"name": name, "in": "query", "description": meant, "schema": _NUMBER})
    told = "The media type of the answer; it goes before what is accepted."
    parameters.append({"name": "format", "in": "query", "description": told, "schema": {"enum": list(answers)}})
    said = {"operationId": query.name, "summary": query.title, "description": f"{query.en} ({query.zh})"}
    refused = {"$ref": "#/components/responses/Refused"}
    statuses: dict[str, Any] = {"200": {"description": "The rows.", "content": answers}}
    statuses |= dict.fromkeys(("400", "406", "503", "504"), refused)
    return {"get": {**said, "tags": ["queries"], "parameters": parameters, "responses": statuses}}


def _schema(type: str) -> dict[str, Any]:
    kind, _, words = type.partition(":")
    match kind:
        case "choice":
            return {"type": "string", "enum": words.split(",")}
        case "date":
            return {"type": "string", "format": "date"}
        case _:
            return {"type": "string", "maxLength": 1000}
