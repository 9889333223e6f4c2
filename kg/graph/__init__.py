"""Linked facts as triples: facts apart from their evidence, one named graph a document."""

from kg.graph.documents import DocumentGraph, graphs
from kg.graph.shapes import Checked, check

__all__ = ["Checked", "DocumentGraph", "check", "graphs"]
