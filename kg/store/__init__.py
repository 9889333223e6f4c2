"""The embedded Oxigraph store, its Turtle and N-Quads, and the way a build's files get in place at once."""

from kg.store.clone import cloned
from kg.store.files import write_files, write_triples
from kg.store.jsonld import write_jsonld
from kg.store.quads import STORE, ask, change, ensure_free, load_portions, open_store, write_store
from kg.store.staging import Staging, settle

__all__ = [
    "STORE",
    "Staging",
    "ask",
    "change",
    "cloned",
    "ensure_free",
    "load_portions",
    "open_store",
    "settle",
    "write_files",
    "write_jsonld",
    "write_store",
    "write_triples",
]
