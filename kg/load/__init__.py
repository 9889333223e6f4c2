"""A build into a triple store that runs somewhere: over HTTP, exactly, and again and again."""

from kg.load.sync import Loaded, load

__all__ = ["Loaded", "load"]
