"""Questions and their answers: the named queries, the values of their parameters, and the rows that the store gives."""
