"""The files of a build, to be downloaded."""

from collections.abc import Mapping
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response

# In the order in which the first page lists them.
_TYPES: Mapping[str, str] = {
    "explorer.html": "text/html",
    "network.html": "text/html",
    "graph.ttl": "text/turtle",
    "evidence.ttl": "text/turtle",
    "graph.nq": "application/n-quads",
    "graph.jsonld": "application/ld+json",
    "void.ttl": "text/turtle",
    "graph.graphml": "application/xml",
    "report.md": "text/markdown; charset=utf-8",
    "report.json": "application/json",
}
# The pages bring their own policy, which lets their own scripts run.
_PAGE = {"content-security-policy": "base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'"}


def files(directory: Path) -> dict[str, Path]:
    """Return the files that can be downloaded, by their names: those that a build writes, and nothing beside them."""
    found = {name: directory / name for name in _TYPES}
    found |= {f"tables/{path.name}": path for path in sorted((directory / "tables").glob("*.csv"))}
    return {name: path for name, path in found.items() if path.is_file()}


def download(directory: Path, name: str) -> Response:
    """Return a file as a response.

    Raises HTTPException (404) when the build has none of that name.
    """
    if (path := files(directory).get(name)) is None:
        raise HTTPException(404, "the build has no file of this name")
    type = _TYPES.get(name, "text/csv; charset=utf-8")
    return FileResponse(path, media_type=type, headers=_PAGE if type == "text/html" else None)
