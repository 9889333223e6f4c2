"""An invented county, of which named queries know something, and what their parameters may be given in a graph."""

from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg import terms
from kg.ask.filled import Term
from kg.ask.queries import KINDS, Parameter

COUNTY = Path(__file__).parent / "data" / "county.ttl"
DATE = NamedNode(terms.PREFIXES["xsd"] + "date")


def candidates(store: Store, parameter: Parameter) -> Sequence[Term]:
    """Return what a parameter may be bound to, what is said most of first."""
    kind, _, rest = parameter.type.partition(":")
    match kind:
        case "date":
            return [Literal(f"{year}-06-01", datatype=DATE) for year in (2023, 2024, 2026, 2027)]
        case "choice":
            return [Literal(word) for word in rest.split(",")]
        case "concept":
            scheme = next(iter(terms.scheme(rest).values())).rpartition("/")[0]
            text = f"SELECT DISTINCT ?x WHERE {{ ?x skos:inScheme <{scheme}> }}"
        case _:
            classes = KINDS if kind == "Entity" else ("Period",) if kind == "period" else (kind,)
            named = " ".join(f"fz:{name}" for name in classes)
            text = f"SELECT DISTINCT ?x WHERE {{ VALUES ?class {{ {named} }} ?x a ?class }}"
    found = store.query(text, prefixes=dict(terms.PREFIXES))
    assert isinstance(found, QuerySolutions)
    said = {row["x"]: sum(1 for _ in store.quads_for_pattern(None, None, row["x"])) for row in found}
    return sorted(said, key=lambda x: (-said[x], str(x)))
