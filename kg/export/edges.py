"""The dossiers as a graph of networkx: things are nodes, and each fact that joins two things is an edge."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from kg.export.dossiers import Cell, Dossier
from kg.export.facts import Group

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def graph(things: Iterable[Dossier]) -> "MultiDiGraph[str]":
    """Return a directed graph: nodes have label, kind, names and weight, edges (some parallel) a label and a kind.

    An edge says too whether what it joins is only ``planned``.
    """
    from networkx import MultiDiGraph

    found: MultiDiGraph[str] = MultiDiGraph()
    things = list(things)
    for thing in things:
        names = "|".join((thing.label, *thing.aliases))
        found.add_node(thing.thing, label=thing.label, kind=thing.kind, names=names, weight=thing.weight)
    for thing in things:
        for source, target, label, kind, planned in sorted(set(_edges(thing))):
            if target in found:
                found.add_edge(source, target, label=label, kind=kind, planned=planned)
    return found


def _edges(thing: Dossier) -> Iterator[tuple[str, str, str, Group, bool]]:
    """Yield the edges of the facts that begin with this thing, so that each fact gives its edges once."""
    for group, facts in thing.facts.items():
        for fact in (fact for fact in facts if fact.cells and group not in ("figures", "mentions")):
            first, *rest = fact.cells
            if first.thing == thing.thing:
                label, planned = next(_texts(rest), ""), bool(fact.fact.says.get("status"))
                yield from ((first.thing, cell.thing, label, group, planned) for cell in rest if cell.thing)


def _texts(cells: Iterable[Cell]) -> Iterator[str]:
    return (cell.text for cell in cells if not cell.thing)


def graphml(found: "MultiDiGraph[str]") -> bytes:
    """Return the graph as GraphML in UTF-8, for Gephi, Cytoscape and yEd."""
    from networkx import write_graphml_xml

    clean, text = found.copy(), BytesIO()
    for _, data in clean.nodes(data=True):
        data.update({key: _printable(value) for key, value in data.items() if isinstance(value, str)})
    write_graphml_xml(clean, text)
    return text.getvalue()


def _printable(text: str) -> str:
    """Return the text without the control characters that XML refuses."""
    return "".join(character for character in text if character.isprintable() or character in "\t\n")
