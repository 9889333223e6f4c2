"""Linked facts as triples: facts apart from their evidence, one named graph a document, held against the shapes."""

from kg.graph.documents import RULES, DocumentGraph, Draft, claimed, graphs, whole
from kg.graph.gate import Doubt, Passed, doubts, passed
from kg.graph.shapes import Finding, check, doubted, place

__all__ = [
    "RULES",
    "DocumentGraph",
    "Doubt",
    "Draft",
    "Finding",
    "Passed",
    "check",
    "claimed",
    "doubted",
    "doubts",
    "graphs",
    "passed",
    "place",
    "whole",
]
