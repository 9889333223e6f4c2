"""What a finished build holds against the shapes, listed shape by shape for ``fangzhi check``."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pyoxigraph import Literal

from kg.graph import Finding, check, place
from kg.graph.nodes import term

if TYPE_CHECKING:
    from pyoxigraph import Store


def findings(store: "Store") -> tuple[Finding, ...]:
    """Return what does not hold to the shapes in a store, what must not be in it first."""
    return tuple(sorted(check(store), key=lambda finding: finding.check.severity))


def listed(store: "Store", found: Sequence[Finding]) -> Iterator[str]:
    """Yield a line for each demand that is not met, with how often, and below it one for each finding."""
    for one, same in groupby(found, key=lambda finding: finding.check):
        these = list(same)
        yield f"{one.severity} {one.shape} {len(these)}: {one.zh}; {one.en}"
        for finding in these:
            where = place(store, finding)
            yield f"  {where.document} {where.begin}-{where.end}  {_thing(store, finding)}  {where.sentence}"


def _thing(store: "Store", finding: Finding) -> str:
    """Return a thing by its full name, anything else by the end of its IRI; then the value at fault."""
    labels = store.quads_for_pattern(finding.node, term("skos:prefLabel"), None)
    names = [quad.object.value for quad in labels if isinstance(quad.object, Literal)]
    parts = [min(names, default=unquote("/".join(finding.node.value.rsplit("/", 2)[-2:])))]
    if finding.value is not None:
        parts.append(unquote(finding.value.value.rpartition("/")[2]))
    return " → ".join(parts)
