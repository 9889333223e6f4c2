"""The processes that make the answers: one copy of the store, a pool of processes, and what goes between."""
