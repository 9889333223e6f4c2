"""Linked facts as triples: facts apart from their evidence, one named graph a document."""

from kg.graph.documents import DocumentGraph, graphs
from kg.graph.shapes import Finding, check

__all__ = ["Finding", "DocumentGraph", "check", "graphs"]
