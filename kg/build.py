"""From papers to a knowledge graph that lives: the one place that sees every room.

``build`` makes the graph of papers, ``add`` and ``remove`` change it. Each gives the bytes that a build from scratch of
the same documents gives, and reads only what it has not read before. A folder is held by one of them at a time; what
they write gets in place all at once (``kg.store.staging``), and what was read stays even where they are killed.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

import kg
from kg.errors import StoreError
from kg.export.explorer.page import ensure_bundled
from kg.living import documents
from kg.living.index import Index
from kg.living.output import Output
from kg.living.readings import Progress, Readings, version
from kg.living.task import planned
from kg.read import find
from kg.report import Failure, Report
from kg.review.corrections import FILE as CORRECTIONS
from kg.review.corrections import digest
from kg.review.corrections import read as read_corrections
from kg.store import Staging, ensure_free, manifest, open_store
from kg.store.manifest import Manifest, Options

__all__ = ["Built", "Upto", "Progress", "add", "build", "export", "remove"]

Upto: TypeAlias = Literal["store", "graph", "report", "all"]
"""How far a build goes: the store alone, its files too, the report of these, or all tables and pages as well."""


@dataclass(frozen=True, slots=True)
class Built:
    """What became of documents (which came, were replaced and went, how many stayed), and of facts (how many).

    ``report`` is None where a build ends before it.
    """

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
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
    return _changed(out, lambda kept, _: documents.alone(files, kept), progress, upto, options)


def add(out: Path, paths: Sequence[Path], progress: Progress = _silent, upto: Upto = "all") -> Built:
    """Add the documents under the paths to the graph of a folder, with the options of its build.

    A document that the graph has is replaced. Raises InputError when no file can be read, StoreError when the folder
    has no build or cannot be written.
    """
    manifest.ensure_built(out)
    files = find(paths)
    return _changed(out, lambda kept, _: documents.added(files, kept), progress, upto)


def remove(out: Path, names: Sequence[str], progress: Progress = _silent, upto: Upto = "all") -> Built:
    """Take documents out of the graph of a folder: by identifier, or all of a file by its name.

    Raises InputError for a name that no document has, and when none would be left, StoreError as ``add`` does.
    """
    manifest.ensure_built(out)
    return _changed(out, lambda kept, count: documents.without(names, kept, count), progress, upto)


def export(out: Path, progress: Progress = _silent) -> Built:
    """Write files, report, tables and pages of a graph that was left without; raises StoreError as ``add`` does."""
    manifest.ensure_built(out)
    return _changed(out, lambda kept, _: documents.Chosen({}), progress, "all")


def _changed(
    out: Path,
    choose: Callable[[Index, int], documents.Chosen],
    progress: Progress,
    upto: Upto,
    options: Options | None = None,
) -> Built:
    """Make the graph of the documents that are chosen of those that there are, whose number is known.

    It has the options of the last build unless given. What the new graph does not bring of the views of the last one is
    taken away: they would no more be true.
    """
    staging = Staging(out)
    with staging.opened(), _seldom_collected():
        ensure_free(out)
        if upto == "all":
            ensure_bundled()
        then, kept = _before(out, options)
        chosen = choose(kept, then.documents)
        decided = read_corrections(Path((options or then.options).corrections or out / CORRECTIONS))
        options = replace(options or then.options, decided=digest(decided), version=version())
        shelf = Readings(staging.readings, kept)
        # What readers decided is told by the names of a linking of all.
        task = planned(chosen, then, options, shelf, then.options == options and not decided and _readable(out))
        output = Output(out, staging.new, task, shelf, decided, progress)
        balance = output.graph()
        triples = output.files() if upto != "store" else None
        report = output.report(triples, chosen.failures) if triples and upto != "graph" else None
        if report and upto == "all":
            report = output.exports(report)
        now = output.write(report)
        ensure_free(out)
        staging.commit(set(then.views) - set(now.views))
        shelf.forget(task.outdated, task.wanted)
    unchanged = task.documents - len(task.added) - len(task.replaced)
    added, replaced, gone = map(tuple, (task.added, task.replaced, task.gone))
    return Built(added, replaced, gone, unchanged, balance.came, balance.went, tuple(chosen.failures), report)


def _before(out: Path, options: Options | None) -> tuple[Manifest, Index]:
    """Return what is known of the last build; one with options of its own can do without."""
    if options is None:
        return manifest.wanted(out), Index(out)
    then = manifest.read(out) or Manifest(options)
    try:
        return then, Index(out)
    except StoreError:
        return replace(then, documents=0), Index()


def _readable(out: Path) -> bool:
    """Say whether the store of a build is there and whole."""
    try:
        return bool(open_store(out))
    except StoreError:
        return False


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let Python look for cyclic garbage seldom: a build makes much that lasts and little that is cyclic."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
