"""What each means brings: the scores of a build with all of them, and without each in turn.

Run it with pairs of a folder of texts and one of their annotations: ``python tests/benchmarks/means.py
../shared/corpus/units ../shared/gold/dev tests/gold/units tests/gold/facts``. A means is taken away by putting
something that finds nothing in its place; the rest of the rules is as it ships.
"""

import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from kg.annotate.lac import Analyser
from kg.annotate.setting import Setting
from kg.build import build
from kg.score import score

KINDS = ("entity", "post", "relation", "target", "target-full", "event", "participant")
_words = Analyser.words


def _unnamed(self: Analyser, sentences: list[str]) -> list[list[tuple[int, int, str]]]:
    """Return the segmenter's words with the names that it sees taken for plain nouns."""
    kinds = {"PER": "n", "LOC": "n", "ORG": "n"}
    return [[(begin, end, kinds.get(tag, tag)) for begin, end, tag in words] for words in _words(self, sentences)]


WITHOUT: Mapping[str, Mapping[str, Any]] = {
    "nothing": {},
    "the segmenter's names": {"kg.annotate.lac.Analyser.words": _unnamed},
    "who “we” are": {"kg.annotate.setting.find": lambda *given: Setting(None)},
    "words that point back": {
        f"kg.annotate.names.{way}": lambda *given: () for way in ("anaphora", "defined", "called")
    },
}
LEAST = (0.5, 0.8, 0.9)


def measured(texts: Path, gold: Path, least: float = 0.0) -> Mapping[str, float]:
    """Return the F1 of each kind of fact of a build."""
    with tempfile.TemporaryDirectory() as out:
        build([texts], Path(out), upto="graph", least=least)
        return {line.kind: line.f1 for line in score(Path(out), gold).lines}


def main(pairs: list[Path]) -> None:
    """Print a table for each pair of texts and annotations: a row a means taken away, a column a kind of fact."""
    for texts, gold in zip(pairs[::2], pairs[1::2], strict=True):
        print(f"\n{texts}\n{'without':24} {' '.join(f'{kind:>11}' for kind in KINDS)}")
        for label, replaced in WITHOUT.items():
            with ExitStack() as stack:
                for place, other in replaced.items():
                    stack.enter_context(patch(place, other))
                _print(label, measured(texts, gold))
        for least in LEAST:
            _print(f"facts below {least}", measured(texts, gold, least))


def _print(label: str, scores: Mapping[str, float]) -> None:
    print(f"{label:24} {' '.join(f'{scores[kind]:11.3f}' for kind in KINDS)}", flush=True)


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
