"""The documents of a graph that lives: which there are, what was read of each, and what is to be read again."""
