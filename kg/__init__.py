"""fangzhi: officials, regions, platforms, industries and targets from what China's regions publish, as a graph."""

__version__ = "0.1.0"
