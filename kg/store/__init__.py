"""The embedded Oxigraph store, its Turtle and N-Quads, and the way a build's files get in place at once."""

from kg.store.jsonld import write_jsonld
from kg.store.quads import ask, change, ensure_free, open_store, write_store, write_triples, write_turtle
from kg.store.staging import Staging, settle

__all__ = [
    "Staging",
    "ask",
    "change",
    "ensure_free",
    "open_store",
    "settle",
    "write_jsonld",
    "write_store",
    "write_triples",
    "write_turtle",
]
