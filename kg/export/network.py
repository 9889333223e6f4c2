"""The network page: one HTML file made with pyvis, opened from disk, that asks nothing of any network."""

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import terms
from kg.export.dossiers import Dossier, Stated
from kg.export.edges import graph
from kg.export.layout import layout

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pyvis.network import Network

# More nodes than this are a hairball to the eye and slow to a machine without a graphics card.
LIMIT = 400
_PAGE = Path(__file__).parent / "page"
_LIBRARY = "lib/vis-9.1.2"
_COLOURS: Mapping[str, str] = {
    "Region": "#2563a8",
    "Platform": "#d9730d",
    "Organization": "#7a4fa3",
    "Person": "#c0392b",
    "Industry": "#2e8b57",
    "Project": "#8a5a2b",
    "Fund": "#b8920b",
    "Policy": "#0e8a94",
    "Event": "#6b7785",
}
_OPTIONS = {
    "nodes": {
        "shape": "dot",
        "borderWidth": 1.5,
        "font": {"face": "sans-serif", "color": "#1f2933", "strokeWidth": 4, "strokeColor": "#ffffff"},
        "scaling": {"label": {"drawThreshold": 7}},
    },
    "edges": {
        "color": {"color": "#c3cad3", "highlight": "#54606e", "hover": "#8b97a5"},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "smooth": False,
        "font": {"size": 0, "align": "middle", "strokeWidth": 4, "strokeColor": "#ffffff"},
    },
    "interaction": {"hover": True, "hideEdgesOnDrag": True, "keyboard": False},
    "physics": {"enabled": False},
}


def page(things: Sequence[Dossier], centre: str = "") -> str:
    """Return the page of the ``LIMIT`` things that the documents say most of; it says how many it leaves out.

    With the IRI of a thing as ``centre`` it is the page of its neighbours, and opens with what is said of that thing.
    """
    shown = sorted(things, key=lambda thing: (thing.thing != centre, -thing.weight, thing.thing))[:LIMIT]
    numbers = {thing.thing: number for number, thing in enumerate(shown)}
    network = _network(graph(shown), numbers)
    scripts = [_library(network, "vis-network.min.js"), (_PAGE / "network.js").read_text(encoding="utf8")]
    network.templateEnv.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    network.templateEnv.globals.update(
        policy=_policy(scripts),
        scripts=scripts,
        styles=[_library(network, "vis-network.css"), (_PAGE / "network.css").read_text(encoding="utf8")],
        classes=_classes(shown),
        dossiers=[_plain(thing, numbers) for thing in shown],
        total=len(things),
        centre=shown[0].label if centre else "",
    )
    return str(network.generate_html())


def _network(found: "MultiDiGraph[str]", numbers: Mapping[str, int]) -> "Network":
    """Return the pyvis network of the graph, each node at its place; parallel edges become one."""
    from jinja2 import Environment, FileSystemLoader
    from networkx import Graph
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    # pyvis's own template loads Bootstrap from a content network, whatever one asks: ours replaces it.
    network.templateEnv = Environment(loader=FileSystemLoader([_PAGE, network.template_dir]), autoescape=True)
    network.path = "network.html"
    network.set_options(json.dumps(_OPTIONS))
    radii = _radii(found)
    places = layout(Graph(found), radii)
    for node, data in found.nodes(data=True):
        (x, y), size, kind = places[node], radii[node], data["kind"]
        font = {"size": 8 + round(size * 0.8)}
        network.add_node(
            numbers[node], _short(data["label"]), color=_COLOURS[kind], x=x, y=y, size=size, font=font, kind=kind
        )
    joined: dict[tuple[int, int], list[tuple[str, bool]]] = {}
    for source, target, data in found.edges(data=True):
        joined.setdefault((numbers[source], numbers[target]), []).append((data["label"], data["planned"]))
    for (begin, end), told in sorted(joined.items()):
        label, planned = "、".join(sorted({label for label, _ in told})), all(planned for _, planned in told)
        network.add_edge(begin, end, label=label, **({"dashes": True} if planned else {}))
    return network


def _radii(found: "MultiDiGraph[str]") -> dict[str, int]:
    """Return the radius of every node, by the root of its weight; the more nodes, the more the strongest stands out."""
    roots = {node: sqrt(data["weight"]) for node, data in found.nodes(data=True)}
    least, most = min(roots.values(), default=0), max(roots.values(), default=0)
    span = 20 + min(34, len(roots) // 10)
    return {node: 10 + round(span * (root - least) / ((most - least) or 1)) for node, root in roots.items()}


def _short(label: str) -> str:
    """Return a label that fits under a node; the panel has the whole of it."""
    plain = "".join(character for character in label if character.isprintable())
    return plain if len(plain) <= 14 else f"{plain[:13]}…"


def _library(network: "Network", name: str) -> str:
    """Return the vis-network that pyvis brings, line ends as a browser hashes them, no pointer to its source map."""
    return re.sub("//# sourceMappingURL=.*", "", Path(network.template_dir, _LIBRARY, name).read_text(encoding="utf8"))


def _policy(scripts: Sequence[str]) -> str:
    """Return a Content-Security-Policy under which only these scripts run and nothing is fetched."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:"


def _classes(shown: Sequence[Dossier]) -> list[dict[str, Any]]:
    counts = Counter(thing.kind for thing in shown)
    return [
        {"kind": kind, "label": terms.label(terms.term(kind), "zh"), "colour": colour, "count": counts[kind]}
        for kind, colour in _COLOURS.items()
        if counts[kind]
    ]


def _plain(thing: Dossier, numbers: Mapping[str, int]) -> dict[str, Any]:
    """Return a dossier as the page's script reads it; a cell that names a thing on the page has its number."""
    facts = [[group, [_line(fact, numbers) for fact in found]] for group, found in thing.shown]
    return {"kind": thing.kind, "label": thing.label, "aliases": thing.aliases, "iri": thing.thing, "facts": facts}


def _line(fact: Stated, numbers: Mapping[str, int]) -> dict[str, Any]:
    return {
        "cells": [[cell.text, numbers.get(cell.thing, -1)] for cell in fact.cells if cell.text],
        "evidence": [[e.document, e.begin, e.end, e.text, e.marks] for e in fact.evidence],
    }
