"""The answers: each is a function of a graph and of what was asked, and says how the answer begins and what it is.

They run in a process of their own (``kg.serve.work.process``) and know nothing of HTTP but status and media type.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from kg.serve.answers.explorer import explore, explored, explorer, papered, tabled, wholly
from kg.serve.answers.graph import Answer, Graph, RefusedError
from kg.serve.answers.named import named, queries
from kg.serve.answers.search import front, search
from kg.serve.answers.sparql import graph_store, query, service
from kg.serve.answers.things import data, ontology, thing

Kind: TypeAlias = Callable[..., Answer]

KINDS: Mapping[str, Kind] = {
    "query": query,
    "graph": graph_store,
    "service": service,
    "thing": thing,
    "data": data,
    "ontology": ontology,
    "search": search,
    "front": front,
    "queries": queries,
    "named": named,
    "explorer": explorer,
    "explored": explored,
    "explore": explore,
    "papered": papered,
    "tabled": tabled,
    "wholly": wholly,
}

__all__ = ["KINDS", "Answer", "Graph", "RefusedError"]
