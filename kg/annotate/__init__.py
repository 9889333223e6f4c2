"""Clean text → spaCy Doc: words, span groups and their normalised values."""
