"""Texts that a scanner or a careless hand has spoilt are read as far as they go: no rule stumbles over them."""

import random
import re
from pathlib import Path

import pytest
from texts import annotated

from kg.extract import facts

PAPERS = sorted((Path(__file__).parents[1] / "gold" / "units").glob("*.txt"))
NOISE = "，。、“”（）等和与的在12三亿元\n"


def spoilt(text: str, seed: int) -> str:
    """Return some sentences of a text out of their order, with signs lost and signs put in."""
    chance = random.Random(seed)
    sentences = [part for part in re.split(r"(?<=[。；\n])", text) if part]
    kept = chance.sample(sentences, min(len(sentences), 15))
    signs = (
        chance.choice(NOISE) if (throw := chance.random()) < 0.02 else "" if throw < 0.05 else sign
        for sign in "".join(kept)
    )
    return "".join(signs)


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_spoilt_texts_are_read_and_every_fact_has_its_words(path: Path) -> None:
    text = path.read_text("utf8")
    doc = annotated(spoilt(text, seed=len(text)))
    for fact in facts(doc):
        assert 0 <= fact.quote.begin < fact.quote.end <= len(doc._.clean.text)
