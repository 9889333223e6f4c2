"""The neighbours of one thing as a page of its own, for a notebook or a mail."""

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.export.dossiers import Dossier, dossiers
from kg.export.network import page

if TYPE_CHECKING:
    from pyoxigraph import Store


def neighbours(store: "Store", thing: Dossier) -> str:
    """Return the network page of a thing, the things that its facts name, and the facts between them."""
    near = {cell.thing for facts in thing.facts.values() for fact in facts for cell in fact.cells} - {"", thing.thing}
    return page([thing, *(found for iri in sorted(near) for found in dossiers(store, NamedNode(iri)))], thing.thing)
