"""What each named query answers about the sample papers: with ``python tests/answers.py`` written anew.

A file of ``tests/ask/answers`` is the answer of a query without parameters, one CSV line a row; what changes with every
training (the confidence) and what other tests hold (the sentences) is left out.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import Store

from kg.ask.answers import Answer, answer
from kg.ask.queries import find, names
from kg.build import build
from kg.store import open_store

ROOT = Path(__file__).parents[1]
ANSWERS = Path(__file__).parent / "ask" / "answers"


def sample(folder: Path) -> Path:
    """Build the sample papers into a folder and return it."""
    build([ROOT / "pipelines" / "samples"], folder)
    return folder


def answers(store: Store) -> Iterator[tuple[str, str]]:
    """Yield each named query's name and its answer as CSV."""
    for query in map(find, names()):
        found = answer(store, query)
        kept = [n for n, column in enumerate(found.columns) if "entence" not in column and column != "confidence"]
        rows = dict.fromkeys(tuple(row[n] for n in kept) for row in found.rows)
        text = Answer(tuple(found.columns[n] for n in kept), tuple(rows)).as_csv()
        yield query.name, text.replace("\r\n", "\n")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        for path in ANSWERS.glob("*.csv"):
            path.unlink()
        ANSWERS.mkdir(exist_ok=True)
        for name, text in answers(open_store(sample(Path(folder) / "out"))):
            (ANSWERS / f"{name}.csv").write_text(text, "utf8")
