"""Figures as triples: what is measured, of whom, how much, when, and which results count towards which targets."""
