"""What a build writes for people and other programs: tables, GraphML and a page to explore."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import Store


def export(store: "Store", folder: Path) -> None:
    """Write tables, GraphML, ``network.html`` and ``explorer.html`` of the store into the folder."""
    from kg.export.dossiers import dossiers
    from kg.export.edges import graph, graphml
    from kg.export.explorer.asking import asking
    from kg.export.explorer.contents import contents
    from kg.export.explorer.packing.pack import blocks
    from kg.export.explorer.page import page as explorer
    from kg.export.network import page
    from kg.export.tables import tables

    things = dossiers(store)
    found = contents(store, things)
    tables(found.answers, folder / "tables")
    (folder / "graph.graphml").write_bytes(graphml(graph(things)))
    (folder / "network.html").write_text(page(things), encoding="utf8", newline="\n")
    (folder / "explorer.html").write_text(explorer({**blocks(found), **asking(store)}), encoding="utf8", newline="\n")
