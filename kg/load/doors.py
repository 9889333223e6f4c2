"""The addresses of a triple store: where it is asked, where it is changed, where whole graphs are taken in."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from kg.errors import InputError

# How a query address ends, and where then updates and graphs go: Virtuoso; Oxigraph; Fuseki; GraphDB and RDF4J.
_KNOWN = (
    (re.compile(r"/sparql-auth"), "/sparql-auth", "/sparql-graph-crud-auth"),
    (re.compile(r"/query"), "/update", "/store"),
    (re.compile(r"(.*/[^/]+)/(?:query|sparql)"), r"\1/update", r"\1/data"),
    (re.compile(r"(.*/repositories/[^/]+)"), r"\1/statements", r"\1/rdf-graphs/service"),
)


@dataclass(frozen=True, slots=True)
class Doors:
    """Where a store takes queries, updates and, where it has the Graph Store Protocol, graphs (else "")."""

    query: str
    update: str
    graphs: str = ""


def doors(endpoint: str, update: str = "") -> Doors:
    """Return the addresses of a store from that of its queries, and that of its updates where no rule knows it.

    A store that no rule knows takes queries and updates at one address. Raises InputError for what is no address, or
    one with a password in it.

    >>> doors("http://localhost:7878/query").graphs
    'http://localhost:7878/store'
    >>> doors("http://localhost:3030/方志/sparql").update
    'http://localhost:3030/方志/update'
    >>> doors("http://localhost:7001/").update
    'http://localhost:7001/'
    """
    for url in filter(None, (endpoint, update)):
        _ensure_usable(url)
    if update:
        return Doors(endpoint, update)
    parts = urlsplit(endpoint)
    for known, updates, graphs in _KNOWN:
        if match := known.fullmatch(parts.path.rstrip("/")):
            paths = (match.expand(path) for path in (updates, graphs))
            return Doors(endpoint, *(urlunsplit(parts._replace(path=path)) for path in paths))
    return Doors(endpoint, endpoint)


def _ensure_usable(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"{url}: not the address of a store; give one such as http://localhost:7878/query")
    if parts.username or parts.password:
        raise InputError(
            f"{parts.hostname}: a password in an address is seen by others; take it out and set FANGZHI_USER and "
            "FANGZHI_PASSWORD, or FANGZHI_TOKEN, in the environment"
        )
