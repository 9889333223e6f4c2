"""Linked facts as triples: facts apart from their evidence, one named graph a document, held against the shapes."""

from kg.graph.documents import DocumentGraph, graphs
from kg.graph.gate import Doubt, Passed, passed
from kg.graph.shapes import Finding, check, place

__all__ = ["DocumentGraph", "Doubt", "Finding", "Passed", "check", "graphs", "passed", "place"]
