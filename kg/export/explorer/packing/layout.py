"""Where things lie in the drawing of the whole graph: in round blocks by region, computed once and the same every time.

A force layout of all nodes at once takes minutes; blocks are small, and their places among each other are few.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Points: TypeAlias = NDArray[float64]

Edge: TypeAlias = tuple[int, int]

# A larger block is divided by who is joined with whom.
_LARGEST = 300
# More blocks are a crowd: the smallest are put together.
_MOST, _POOL = 400, 150
_ROOM = 26.0  # units for the radius of a block, by the root of how many lie in it
_GAP = 30.0
_PULLS, _PUSHES = 50, 120


@dataclass(frozen=True, slots=True)
class Laid:
    """A place for each node, and the blocks: the number of the node that names it (-1 for none), centre and radius."""

    places: tuple[tuple[int, int], ...]
    blocks: tuple[tuple[int, int, int, int], ...]


def layout(count: int, edges: Sequence[Edge], home: Mapping[int, int], weight: Sequence[int]) -> Laid:
    """Return where nodes 0 to ``count`` lie; ``home`` is the node in whose block one belongs, if that is known.

    >>> layout(3, [(0, 1), (1, 2)], {0: 0, 1: 0}, [5, 1, 1]).blocks[0][0]
    0
    """
    import numpy as np

    blocks = _blocks(count, edges, home, weight)
    of = {node: number for number, (_, members) in enumerate(blocks) for node in members}
    inner: dict[int, list[Edge]] = defaultdict(list)
    outer: Counter[Edge] = Counter()
    for one, other in edges:
        if of[one] == of[other]:
            inner[of[one]].append((one, other))
        else:
            outer[min(of[one], of[other]), max(of[one], of[other])] += 1
    radii = np.array([_ROOM * len(members) ** 0.5 for _, members in blocks])
    centres = _packed(radii, outer)
    places = np.zeros((count, 2))
    for number, (_, members) in enumerate(blocks):
        places[members] = centres[number] + _spread(members, inner[number]) * radii[number]
    named = zip(blocks, centres, radii, strict=True)
    return Laid(
        tuple((round(x), round(y)) for x, y in places),
        tuple((head, round(x), round(y), round(radius)) for (head, _), (x, y), radius in named),
    )


def _blocks(
    count: int, edges: Sequence[Edge], home: Mapping[int, int], weight: Sequence[int]
) -> list[tuple[int, list[int]]]:
    """Return the members of each block with the one that names it, -1 where nothing does, the largest block first."""
    gathered: dict[int, list[int]] = defaultdict(list)
    for node, head in enumerate(_heads(count, edges, home)):
        gathered[head].append(node)
    parts = [
        part
        for members in gathered.values()
        for part in (_divided(members, edges) if len(members) > _LARGEST else [members])
    ]
    parts.sort(key=lambda part: (-len(part), part))
    named = []
    for part in parts[:_MOST]:
        heads = set(part) & gathered.keys()
        # What lies nowhere and is too little to be divided has no name in common.
        nameless = part is gathered.get(-1)
        named.append((-1 if nameless else max(heads or part, key=lambda node: (weight[node], -node)), part))
    return named + [(-1, part) for part in _pooled(sorted(parts[_MOST:]))]


def _pooled(parts: Iterable[list[int]]) -> Iterator[list[int]]:
    """Yield parts put together, as many as a block may well hold."""
    pool: list[int] = []
    for part in parts:
        if pool and len(pool) + len(part) > _POOL:
            yield pool
            pool = []
        pool = pool + part
    if pool:
        yield pool


def _heads(count: int, edges: Sequence[Edge], home: Mapping[int, int]) -> list[int]:
    """Return the node in whose block each lies: its home, or that of most that it is joined with; -1 for none."""
    near: dict[int, list[int]] = defaultdict(list)
    for one, other in edges:
        near[one].append(other)
        near[other].append(one)
    heads = dict(home)
    for _ in range(2):
        known = dict(heads)
        for node in range(count):
            if node not in known:
                votes = Counter(known[other] for other in near[node] if other in known)
                if votes:
                    heads[node] = min(votes, key=lambda head: (-votes[head], head))
    return [heads.get(node, -1) for node in range(count)]


def _divided(members: Sequence[int], edges: Iterable[Edge]) -> Iterable[list[int]]:
    """Return the communities of a block, those of one or two members together."""
    from networkx import Graph
    from networkx.algorithms.community import louvain_communities

    own = set(members)
    graph: Graph[int] = Graph()
    graph.add_nodes_from(members)
    graph.add_edges_from(edge for edge in edges if own.issuperset(edge))
    found = sorted(sorted(part) for part in louvain_communities(graph, seed=1))
    few = [node for part in found if len(part) < 3 for node in part]
    return [part for part in found if len(part) >= 3] + ([few] if few else [])


def _spread(members: Sequence[int], edges: Sequence[Edge]) -> "Points":
    """Return places in a circle of radius 1: a sunflower, pulled by the edges and pushed apart where there are any."""
    import numpy as np

    count = len(members)
    turn = np.arange(count) * 2.399963
    far = np.sqrt((np.arange(count) + 0.5) / count)
    places = np.stack([np.cos(turn) * far, np.sin(turn) * far], axis=1)
    if count < 3 or count > 2 * _LARGEST or not edges:
        return places * 0.85
    numbers = {node: number for number, node in enumerate(members)}
    one, other = np.array([(numbers[a], numbers[b]) for a, b in edges]).T
    degree = np.bincount(np.concatenate([one, other]), minlength=count)[:, None] + 1.0
    near = 1.6 / count**0.5
    for pull in range(_PULLS):
        apart = places[:, None, :] - places[None, :, :]
        square = (apart**2).sum(axis=2) + near**2 / 50
        move = (apart * (near**2 / square)[..., None] * 0.35).sum(axis=1)
        along = places[other] - places[one]
        np.add.at(move, one, along * 0.5)
        np.add.at(move, other, along * -0.5)
        move = move / degree - places * 0.05
        length = np.sqrt((move**2).sum(axis=1, keepdims=True)) + 1e-9
        places = places + move / length * np.minimum(length, 0.12 * (1 - pull / _PULLS) + 0.002)
    places = places - places.mean(axis=0)
    widest = max(float(np.sqrt((places**2).sum(axis=1)).max()), 1e-9)
    spread: Points = places / widest * 0.92
    return spread


def _packed(radii: "Points", joined: Mapping[Edge, int]) -> "Points":
    """Return centres for circles that do not overlap, those that are joined near each other."""
    import numpy as np

    room = radii + _GAP / 2
    around = np.cumsum(room**2)
    turn = np.arange(len(radii)) * 2.399963
    far = np.sqrt(around - room**2 / 2) * 1.25
    places = np.stack([np.cos(turn) * far, np.sin(turn) * far], axis=1)
    pairs = sorted(joined.items())
    ends = np.array([pair for pair, _ in pairs], dtype=int).reshape(-1, 2)
    pull = np.array([min(count, 20) for _, count in pairs])[:, None] / 20
    # Who is pulled by many comes to their middle and never beyond: else the places of large graphs grow without end.
    pulls = np.bincount(ends.ravel(), np.repeat(pull, 2), minlength=len(radii))[:, None]
    gently = 0.06 / np.maximum(1, 0.12 * pulls)
    for push in range(_PUSHES):
        if push < _PUSHES // 3 and len(pairs):
            one, other = ends.T
            along = (places[other] - places[one]) * pull
            np.add.at(places, one, along * gently[one])
            np.add.at(places, other, -along * gently[other])
        apart = places[:, None, :] - places[None, :, :]
        distance = np.sqrt((apart**2).sum(axis=2)) + 1e-6
        overlap = np.clip(room[:, None] + room[None, :] - distance, 0, None)
        np.fill_diagonal(overlap, 0)
        if push > _PUSHES // 3 and not overlap.any():
            break
        # The larger of two moves less.
        share = (room[None, :] ** 2 / (room[:, None] ** 2 + room[None, :] ** 2))[..., None]
        places = places * 0.998 + (apart / distance[..., None] * overlap[..., None] * share).sum(axis=1) * 0.6
    return places


def homes(parents: Sequence[int], regions: Iterable[int]) -> dict[int, int]:
    """Return for each node the nearest region above it, itself if it is one; ``parents`` has -1 for none.

    >>> homes([-1, 0, 1, -1], [0, 1])
    {0: 0, 1: 1, 2: 1}
    """
    known = set(regions)
    found: dict[int, int] = {}
    for node in range(len(parents)):
        at, steps = node, 0
        while at >= 0 and at not in known and steps < 20:
            at, steps = parents[at], steps + 1
        if at in known:
            found[node] = at
    return found


def columns(laid: Laid) -> dict[str, Any]:
    """Return a layout as the columns of a block of the page."""
    return {
        "x": [x for x, _ in laid.places],
        "y": [y for _, y in laid.places],
        "blocks": {name: [block[at] for block in laid.blocks] for at, name in enumerate(("thing", "x", "y", "radius"))},
    }
