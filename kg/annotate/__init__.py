"""Clean text → spaCy Doc: layers of words, names and measures with their normalised values."""
