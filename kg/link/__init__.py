"""Linking: facts whose names are strings in, the same facts with the entity of every name out."""

from kg.link.corpus import RULES, Corpus, link

__all__ = ["RULES", "Corpus", "link"]
