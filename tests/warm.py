"""The command line in processes that need no time to start: forked from one that is warm.

``Warm`` is that process (all is imported, the pipeline is loaded), as a test has it. Each line of its input is a command
as JSON: its words; how large a file it may write (``room``); and when it is killed: before the n-th step that it takes in
the file system (``step``), or after so many seconds (``seconds``). It answers each with the status (negative: the
signal), what was printed, the steps taken and the seconds that they took.
"""

import gc
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import inf
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


class Warm:
    """A warm process that runs commands, each in a process of its own; without fork (Windows) there is none."""

    present = hasattr(os, "fork")

    def __init__(self) -> None:
        here = {"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": "", "COLUMNS": "100"}
        self._process = subprocess.Popen(
            [sys.executable, __file__], env=here, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf8"
        )
        assert self._process.stdout and self._process.stdout.readline() == "warm\n"

    def run(self, *words: object, **how: float) -> dict[str, Any]:
        """Run a command to its end and return the answer."""
        assert self._process.stdin and self._process.stdout
        print(json.dumps({"words": [*map(str, words)], **how}), file=self._process.stdin, flush=True)
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def close(self) -> None:
        """End the process."""
        self._process.communicate("")


@cache
def _shared() -> Warm:
    return Warm()


def fangzhi(*words: object, **room: float) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, without the seconds that one takes to start."""
    done = _shared().run(*words, seconds=300, **room)
    return subprocess.CompletedProcess(words, done["status"], done["stdout"], done["stderr"])


def command(run: Callable[[list[str]], None], given: Mapping[str, Any], streams: Sequence[int], report: int) -> None:
    """Run a command in this process, which ends with it."""
    taken, step = 0, given.get("step")

    def noted(event: str, about: tuple[Any, ...]) -> None:
        nonlocal taken
        if event in _STEPS or (event == "open" and isinstance(about[2], int) and about[2] & _WRITE):
            taken += 1
            if taken == step:
                os.kill(os.getpid(), signal.SIGKILL)

    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    if room := given.get("room"):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    sys.addaudithook(noted)
    status = 1
    try:
        run(given["words"])
        status = 0
    except SystemExit as done:
        status = done.code if isinstance(done.code, int) else 0
    finally:  # this process ends here, whatever happens
        if error := sys.exception():
            sys.excepthook(type(error), error, error.__traceback__)
        for printed in (sys.stdout, sys.stderr):
            printed.flush()
        os.write(report, str(taken).encode())
        os._exit(status)


def read(child: int, pipes: Sequence[int], seconds: float | None) -> list[bytes]:
    """Return what comes through the pipes of a child until they are closed, killing it when its time is over."""
    found, left = dict.fromkeys(pipes, b""), {*pipes}
    end = inf if seconds is None else monotonic() + seconds
    while left:
        for pipe in select(left, [], [], None if end == inf else max(0, end - monotonic()))[0]:
            if piece := os.read(pipe, 65536):
                found[pipe] += piece
            else:
                left.remove(pipe)
                os.close(pipe)
        if left and monotonic() >= end:
            os.kill(child, signal.SIGKILL)
            end = inf
    return list(found.values())


def main() -> None:
    run, nothing = warmed(), os.open(os.devnull, os.O_RDONLY)
    print("warm", flush=True)
    for line in sys.stdin:
        given, begun = json.loads(line), monotonic()
        readers, writers = zip(os.pipe(), os.pipe(), os.pipe(), strict=True)
        if not (child := os.fork()):
            command(run, given, (nothing, *writers[1:]), writers[0])
        for writer in writers:
            os.close(writer)
        taken, out, err = read(child, readers, given.get("seconds"))
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        answer = {"status": status, "steps": int(taken or 0), "seconds": monotonic() - begun}
        print(json.dumps({**answer, "stdout": out.decode(), "stderr": err.decode()}), flush=True)


if __name__ == "__main__":
    main()
