"""One process that applies SPARQL updates to a copy of the store, and ends.

``python -m kg.serve.work.rewriting DIR MEMORY`` reads the updates as a JSON list from standard input, and writes a list
of what each was refused for, "" for none.
"""

import json
import sys
from pathlib import Path

from pyoxigraph import Store

from kg.errors import QueryError
from kg.serve.answers.graph import RefusedError
from kg.serve.answers.sparql import ensure_local
from kg.serve.work.process import bound
from kg.store import change


def main(directory: str, memory: str) -> None:
    """Apply the updates of standard input; one that is refused changes nothing."""
    bound(int(memory))
    store = Store(str(Path(directory) / "store"))
    json.dump([_applied(store, update) for update in json.load(sys.stdin)], sys.stdout)
    store.flush()


def _applied(store: Store, update: str) -> str:
    try:
        ensure_local(update)
        change(store, update)
    except (QueryError, RefusedError) as error:
        return str(error)
    return ""


if __name__ == "__main__":
    main(*sys.argv[1:])
