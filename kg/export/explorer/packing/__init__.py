"""The data of the explorer page: columns over tables of strings, small to carry and quick to read."""
