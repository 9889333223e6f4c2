"""Review: what a build doubts, as a table for people, and what people decided, applied at every build."""
