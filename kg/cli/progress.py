"""How far a long command has come: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.build import Progress


@contextmanager
def progress() -> "Iterator[Progress]":
    """Give what shows (stage, done, total) on stderr."""
    if not sys.stderr.isatty():
        yield _plain
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done)

        yield show


def _plain(stage: str, done: int, total: int) -> None:
    if 10 * done // total != 10 * (done - 1) // total:  # ten lines a stage are enough, and the last is one of them
        print(f"{stage} {done}/{total}", file=sys.stderr, flush=True)
