"""When a figure holds and whether it is a target, a result or a plan: dates, the course of a paper, verbs."""
