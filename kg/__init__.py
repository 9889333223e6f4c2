"""fangzhi: officials, regions, platforms, industries and targets from what China's regions publish, as a graph."""

__version__ = "0.8.0"

# What the IRIs of things begin with, unless a build says otherwise.
BASE = "https://w3id.org/fangzhi/id/"
