"""The vocabulary of units, ontology/vocab/units.ttl: written by ``make docs`` from pipelines/lexicons/units.tsv, a concept a row."""

from collections.abc import Iterator

from kg import terms
from kg.graph.nodes import safe
from kg.resources import ONTOLOGY, Row, lexicon

VOCABULARY = ONTOLOGY / "vocab" / "units.ttl"
SCHEME = "https://w3id.org/fangzhi/vocab/units"
HEAD = """# Units and classifiers of figures, each with what it measures and how many of its base unit it is.
# Made of pipelines/lexicons/units.tsv by make docs: change them there. Licence: Apache-2.0, as the project.
@prefix currency: <http://qudt.org/vocab/currency/> .
@prefix kind: <https://w3id.org/fangzhi/vocab/quantity-kinds/> .
@prefix qudt: <http://qudt.org/schema/qudt/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix unit: <http://qudt.org/vocab/unit/> .
"""


def vocabulary() -> str:
    """Return the vocabulary as Turtle."""
    rows = lexicon("units")
    names = '"计量单位"@zh, "Units"@en'
    tops = ",\n        ".join(_iri(row["unit"]) for row in rows)
    scheme = f"<{SCHEME}> a skos:ConceptScheme ;\n    skos:prefLabel {names} ;\n    skos:hasTopConcept {tops} .\n"
    return "\n".join((HEAD, scheme, *(" ;\n    ".join(_said(row)) + " .\n" for row in rows)))


def _said(row: Row) -> Iterator[str]:
    yield f"{_iri(row['unit'])} a skos:Concept"
    yield f'skos:notation "{row["unit"]}"'
    yield f'skos:prefLabel "{row["unit"]}"@zh, "{row["en"]}"@en'
    yield f'skos:example "{row["example"]}"@zh'
    yield f"qudt:hasQuantityKind kind:{terms.concept('quantity-kinds', row['quantity']).rpartition('/')[2]}"
    if row["base"] != row["unit"]:
        yield f"qudt:scalingOf {_iri(row['base'])}"
    yield f"qudt:conversionMultiplier {row['factor'] if '.' in row['factor'] else row['factor'] + '.0'}"
    if row["qudt"]:
        # A currency matches that of QUDT; its multiples have no unit there.
        yield f"skos:exactMatch {'currency' if row['quantity'] == 'money' else 'unit'}:{row['qudt']}"
    if row["ucum"]:
        yield f'qudt:ucumCode "{row["ucum"]}"'
    yield f"skos:topConceptOf <{SCHEME}>"
    yield f"skos:inScheme <{SCHEME}>"


def _iri(unit: str) -> str:
    return f"<{SCHEME}/{safe(unit)}>"


if __name__ == "__main__":
    VOCABULARY.write_text(vocabulary(), "utf8")
