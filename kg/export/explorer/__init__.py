"""The explorer: one HTML file, opened from disk, to search and walk the graph with the sentence of every fact."""
