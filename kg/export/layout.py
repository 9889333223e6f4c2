"""Where the nodes of the network page lie: computed once, with a seed, so that the page need not move."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from networkx import Graph

Point: TypeAlias = tuple[float, float]

_GAP = 100.0  # room between two nodes for a label of some Chinese characters
_PULLS = 80


def layout(graph: "Graph[Any]", radii: Mapping[Any, float]) -> dict[Any, tuple[int, int]]:
    """Return whole coordinates for every node: springs lay out each connected part, and the parts stand in rows."""
    from networkx import connected_components

    parts = sorted(connected_components(graph), key=lambda part: (-len(part), min(part)))
    placed = _rows([_spread(graph.subgraph(part), sorted(part), radii) for part in parts])
    return {node: (round(x), round(y)) for node, (x, y) in placed.items()}


def _spread(part: "Graph[Any]", nodes: Sequence[Any], radii: Mapping[Any, float]) -> dict[Any, Point]:
    """Lay out one connected part, then push apart the nodes that lie closer than they and their labels need."""
    import numpy as np
    from networkx import Graph, spring_layout

    ordered: Graph[Any] = Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_edges_from(sorted((min(pair), max(pair)) for pair in part.edges()))
    size = len(nodes) ** 0.5
    found = spring_layout(ordered, seed=1, iterations=120, k=2.0 / size, scale=_GAP * size * 0.7, method="force")
    # Screens are wide, and labels are wide and low: the drawing is stretched, and vertical room counts more.
    places = np.array([found[node] for node in nodes]) * [1.5, 1.0]
    stretch = np.array([1.0, 1.6])
    radius = np.array([radii[node] for node in nodes])
    room = radius[:, None] + radius[None, :] + _GAP
    for _ in range(_PULLS):
        apart = (places[:, None, :] - places[None, :, :]) * stretch
        distance = np.linalg.norm(apart, axis=2)
        np.fill_diagonal(distance, np.inf)
        push = np.clip(room - distance, 0, None) / distance
        if not push.any():
            break
        places = places + (apart * push[..., None]).sum(axis=1) / stretch * 0.3
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, places, strict=True)}


def _rows(parts: Sequence[Mapping[Any, Point]]) -> dict[Any, Point]:
    """Put the parts side by side in rows as wide as the largest of them needs."""
    placed: dict[Any, Point] = {}
    boxes = [_box(part) for part in parts]
    area = sum((right - left + 2 * _GAP) * (bottom - top + 2 * _GAP) for left, top, right, bottom in boxes)
    width = max([(area * 1.6) ** 0.5, *(right - left + 2 * _GAP for left, _, right, _ in boxes)], default=0)
    x = y = height = 0.0
    for part, (left, top, right, bottom) in zip(parts, boxes, strict=True):
        if x and x + right - left + 2 * _GAP > width:
            x, y, height = 0.0, y + height, 0.0
        placed.update({node: (px - left + x, py - top + y) for node, (px, py) in part.items()})
        x += right - left + 2 * _GAP
        height = max(height, bottom - top + _GAP)
    return placed


def _box(part: Mapping[Any, Point]) -> tuple[float, float, float, float]:
    xs, ys = zip(*part.values(), strict=True)
    return min(xs), min(ys), max(xs), max(ys)
