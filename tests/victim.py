"""A process that is warm (all is imported, the pipeline is loaded) and forks one for every command that is to be killed.

Each line of its input is a command as JSON: its words, and when it is killed: before the n-th step that it takes in the
file system (``step``), or after so many seconds (``seconds``). It answers each with the status (negative: the signal),
the steps taken and the seconds that they took.
"""

import gc
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from select import select
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

PAPER = "沁水县委书记沈一诺出席招商大会。沁水县力争2026年规上工业产值突破800亿元，发展食用菌产业。项目落户沁水县。\n"
_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_STEPS = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.truncate", "shutil.rmtree"}


def warmed() -> Callable[[list[str]], None]:
    """Return the command line, ready to run.

    Nothing that was done for it has left a thread (a store in a folder would), so that a fork is whole.
    """
    from pyoxigraph import Quad, Store

    import kg.build  # noqa: F401
    from kg.cli import main
    from kg.export import export
    from kg.graph import doubted
    from kg.living.making import Work
    from kg.living.readings import _read_now, version
    from kg.read import read

    with TemporaryDirectory() as folder:
        paper, out = Path(folder) / "paper.txt", Path(folder) / "out"
        paper.write_text(PAPER, encoding="utf8")
        out.mkdir()
        work, store = Work(kg.BASE, lambda names: ()), Store()
        work.make(_read_now(read(paper)))
        for graph in work.graphs():
            store.extend(Quad(one.subject, one.predicate, one.object) for one in graph.facts | graph.evidence)
        doubted(store)
        export(store, out)
    version()
    gc.freeze()  # what is never looked at is never copied

    def run(words: list[str]) -> None:
        sys.argv = ["fangzhi", *words]
        main()

    return run


def victim(run: Callable[[list[str]], None], words: list[str], step: int | None, report: int) -> None:
    """Run a command in this process, which ends with it."""
    taken = 0

    def noted(event: str, given: tuple[Any, ...]) -> None:
        nonlocal taken
        if event in _STEPS or (event == "open" and isinstance(given[2], int) and given[2] & _WRITE):
            taken += 1
            if taken == step:
                os.kill(os.getpid(), signal.SIGKILL)

    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    sys.addaudithook(noted)
    status = 0
    try:
        run(words)
    except SystemExit as done:
        status = done.code if isinstance(done.code, int) else 0
    os.write(report, str(taken).encode())
    os._exit(status)


def main() -> None:
    run = warmed()
    print("warm", flush=True)
    for line in sys.stdin:
        given = json.loads(line)
        begun, (reader, writer) = monotonic(), os.pipe()
        if not (child := os.fork()):
            victim(run, given["words"], given.get("step"), writer)
        os.close(writer)
        if not select([reader], [], [], given.get("seconds"))[0]:
            os.kill(child, signal.SIGKILL)
        taken = int(os.read(reader, 20) or 0)
        os.close(reader)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(json.dumps({"status": status, "steps": taken, "seconds": monotonic() - begun}), flush=True)


if __name__ == "__main__":
    main()
