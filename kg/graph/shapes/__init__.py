"""Does what documents add to a graph hold to the shapes of the ontology?"""

from kg.graph.shapes.checks import Check, Severity, checks
from kg.graph.shapes.findings import Finding, check, doubted, forbidden
from kg.graph.shapes.glance import suspect
from kg.graph.shapes.places import Place, place, stating

__all__ = [
    "Check",
    "Finding",
    "Place",
    "Severity",
    "check",
    "checks",
    "doubted",
    "forbidden",
    "place",
    "stating",
    "suspect",
]
