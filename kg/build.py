"""From papers to a knowledge graph that lives: the one place that sees every room.

``build`` makes the graph of papers, ``add`` and ``remove`` change it. Each gives the bytes that a build from scratch of
the same documents gives, and reads only what it has not read before. A folder is held by one of them at a time; what
they write gets in place all at once (``kg.store.staging``), and what was read stays even where they are killed.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

import kg
from kg.export.explorer.page import ensure_bundled
from kg.living.documents import gathered, with_added, without
from kg.living.output import Output
from kg.living.readings import Progress, Readings, version
from kg.model import Document
from kg.read import find
from kg.report import Failure, Report
from kg.review.corrections import FILE as CORRECTIONS
from kg.review.corrections import digest
from kg.review.corrections import read as read_corrections
from kg.store import Staging, ensure_free, manifest
from kg.store.manifest import Manifest, Options
from kg.store.readings import sweep

__all__ = ["Built", "Upto", "Progress", "add", "build", "export", "remove"]

Upto: TypeAlias = Literal["graph", "report", "all"]
"""How far a build goes: the graph alone, the report of it too, or all tables and pages as well."""

# The documents that there will be and the files that failed, of what is known of those that there are.
_Chosen = Callable[[Manifest], tuple[Mapping[str, Document], Sequence[Failure]]]


@dataclass(frozen=True, slots=True)
class Built:
    """What became of documents and facts: which came, were replaced, went and stayed, and how many facts came and went.

    ``report`` is None where a build ends with the graph.
    """

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    came: int
    went: int
    failed: tuple[Failure, ...]
    report: Report | None


def _silent(stage: str, done: int, total: int) -> None:
    pass


def build(
    paths: Sequence[Path],
    out: Path,
    base: str = kg.BASE,
    progress: Progress = _silent,
    upto: Upto = "all",
    least: float = 0.0,
    corrections: Path | None = None,
) -> Built:
    """Build the graph of all documents under the paths into a folder, and of no others.

    Facts with a confidence below ``least`` are left out and counted; what readers decided (``corrections``, else the
    folder's own file of them) goes before what was read; what the shapes forbid is left out and told. Files that cannot
    be read are listed in the report. Raises InputError when none can, or when a correction cannot be understood,
    StoreError when the folder cannot be written; the last good output is then as it was.
    """
    files = find(paths)
    options = Options(base, least, str(corrections.resolve()) if corrections else "")
    read_corrections(corrections or out / CORRECTIONS)
    return _changed(out, lambda _: gathered(files), progress, upto, options)


def add(out: Path, paths: Sequence[Path], progress: Progress = _silent, upto: Upto = "all") -> Built:
    """Add the documents under the paths to the graph of a folder, with the options of its build.

    A document that the graph has is replaced. Raises InputError when no file can be read, StoreError when the folder
    has no build or cannot be written.
    """
    manifest.ensure_built(out)
    files = find(paths)

    def chosen(now: Manifest) -> tuple[Mapping[str, Document], Sequence[Failure]]:
        found, failures = gathered(files)
        return with_added(now.entries, found), failures

    return _changed(out, chosen, progress, upto)


def remove(out: Path, names: Sequence[str], progress: Progress = _silent, upto: Upto = "all") -> Built:
    """Take documents out of the graph of a folder: by identifier, or all of a file by its name.

    Raises InputError for a name that no document has, and when none would be left, StoreError as ``add`` does.
    """
    manifest.ensure_built(out)
    return _changed(out, lambda now: (without(now.entries, names), ()), progress, upto)


def export(out: Path, progress: Progress = _silent) -> Built:
    """Write the report, tables and pages of a graph that was left without them; raises StoreError as ``add`` does."""
    manifest.ensure_built(out)
    return _changed(out, lambda now: ({name: one.document for name, one in now.entries.items()}, ()), progress, "all")


def _changed(out: Path, chosen: _Chosen, progress: Progress, upto: Upto, options: Options | None = None) -> Built:
    """Make the graph of the documents that are chosen, with the options of the last build unless given.

    What the new graph does not bring of the views of the last one is taken away: they would no more be true.
    """
    staging = Staging(out)
    with staging.opened(), _seldom_collected():
        ensure_free(out)
        if upto == "all":
            ensure_bundled()
        then = manifest.read(out) if options else manifest.wanted(out)
        then = then or Manifest(options or Options(kg.BASE), {})
        wanted, failures = chosen(then)
        decided = read_corrections(Path((options or then.options).corrections or out / CORRECTIONS))
        options = replace(options or then.options, decided=digest(decided), version=version())
        shelf = Readings(staging.readings, then.entries, then.options.version == options.version)
        now = Manifest(options, shelf.entries(wanted))
        output = Output(out, staging.new, then, now, shelf, decided, progress)
        balance = output.graph()
        report = output.report(failures) if upto != "graph" else None
        if report and upto == "all":
            report = output.exports(report)
        now = output.write(report)
        ensure_free(out)
        staging.commit(set(then.views) - set(now.views))
        sweep(staging.readings, (entry.reading for entry in now.entries.values()))
    before, after = then.entries, now.entries
    both = before.keys() & after.keys()
    same = now.unchanged(then)
    return Built(
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(both - same)),
        tuple(sorted(before.keys() - after.keys())),
        tuple(sorted(same)),
        balance.came,
        balance.went,
        tuple(failures),
        report,
    )


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let Python look for cyclic garbage seldom: a build makes much that lasts and little that is cyclic."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
