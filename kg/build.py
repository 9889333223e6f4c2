"""From papers to a knowledge graph that lives: the one place that sees every room.

``build`` makes the graph of papers, ``add`` and ``remove`` change it. Each gives the bytes that a build from scratch of
the same documents gives, and reads only what it has not read before. A folder is held by one of them at a time; what
they write gets in place all at once (``kg.store.staging``), and what was read stays even where they are killed.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import kg
from kg.export.explorer.page import ensure_bundled
from kg.graph import passed
from kg.link import link
from kg.living.documents import gathered, with_added, without
from kg.living.readings import Progress, Readings
from kg.model import Document, Reading
from kg.read import find
from kg.report import Failure, Report, report
from kg.review.applied import Corrected, applied
from kg.review.corrections import FILE as CORRECTIONS
from kg.review.corrections import Correction, identities
from kg.review.corrections import read as read_corrections
from kg.store import Staging, ensure_free, manifest, open_store, write_jsonld, write_store, write_turtle
from kg.store.manifest import Manifest, Options
from kg.store.readings import sweep

__all__ = ["Built", "Progress", "add", "build", "remove"]

# The documents that there will be and the files that failed, of what is known of those that there are.
_Chosen = Callable[[Manifest], tuple[Mapping[str, Document], Sequence[Failure]]]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found, and the documents that came, were replaced, went and stayed."""

    report: Report
    added: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]


def _silent(stage: str, done: int, total: int) -> None:
    pass


def build(
    paths: Sequence[Path],
    out: Path,
    base: str = kg.BASE,
    progress: Progress = _silent,
    exports: bool = True,
    least: float = 0.0,
    corrections: Path | None = None,
) -> Built:
    """Build the graph of all documents under the paths into a folder, and of no others.

    Facts with a confidence below ``least`` are left out and counted; what readers decided (``corrections``, else the
    folder's own file of them) goes before what was read; what the shapes forbid is left out and told. Without
    ``exports`` only Turtle and the report are written. Files that cannot be read are listed in the report. Raises
    InputError when none can, or when a correction cannot be understood, StoreError when the folder cannot be written;
    the last good output is then as it was.
    """
    files = find(paths)
    options = Options(base, least, str(corrections.resolve()) if corrections else "")
    read_corrections(corrections or out / CORRECTIONS)
    return _changed(out, lambda _: gathered(files), progress, options, exports)


def add(out: Path, paths: Sequence[Path], progress: Progress = _silent) -> Built:
    """Add the documents under the paths to the graph of a folder, with the options of its build.

    A document that the graph has is replaced. Raises InputError when no file can be read, StoreError when the folder
    has no build or cannot be written.
    """
    manifest.wanted(out)
    files = find(paths)

    def chosen(now: Manifest) -> tuple[Mapping[str, Document], Sequence[Failure]]:
        found, failures = gathered(files)
        return with_added(now.entries, found), failures

    return _changed(out, chosen, progress)


def remove(out: Path, names: Sequence[str], progress: Progress = _silent) -> Built:
    """Take documents out of the graph of a folder: by identifier, or all of a file by its name.

    Raises InputError for a name that no document has, and when none would be left, StoreError as ``add`` does.
    """
    manifest.wanted(out)
    return _changed(out, lambda now: (without(now.entries, names), ()), progress)


def _changed(
    out: Path, chosen: _Chosen, progress: Progress, options: Options | None = None, exports: bool = True
) -> Built:
    """Make the graph of the documents that are chosen, with the options of the last build unless given."""
    staging = Staging(out)
    with staging.opened(), _seldom_collected():
        ensure_free(out)
        if exports:
            ensure_bundled()
        before = manifest.read(out) if options else manifest.wanted(out)
        before = before or Manifest(options or Options(kg.BASE), {})
        wanted, failures = chosen(before)
        kept = Readings(staging.readings, before.entries)
        now = Manifest(options or before.options, kept.entries(wanted))
        found = _made(now, kept.read(list(now.entries.values()), progress), failures, staging, progress, exports)
        now.write(staging.new)
        ensure_free(out)
        staging.commit()
        sweep(staging.readings, (entry.reading for entry in now.entries.values()))
    return _told(found, before, now)


def _told(found: Report, before: Manifest, now: Manifest) -> Built:
    """Return what was found, with what became of the documents."""
    then, left = before.entries, now.entries
    same = {name for name in left.keys() & then.keys() if left[name].reading == then[name].reading}
    parts = (left.keys() - then.keys(), (left.keys() & then.keys()) - same, then.keys() - left.keys(), same)
    return Built(found, *(tuple(sorted(part)) for part in parts))


def _made(
    now: Manifest,
    readings: Iterable[Reading],
    failures: Sequence[Failure],
    staging: Staging,
    progress: Progress,
    exports: bool,
) -> Report:
    """Write the graph of readings, and what is made of it, into the new folder; return what was found."""
    base, least = now.options.base, now.options.least
    decided = read_corrections(Path(now.options.corrections or staging.directory / CORRECTIONS))
    corrected = _corrected(readings, decided)
    linked = link((_sure(reading, least) for reading in corrected.readings), corrected.identities)
    through = passed(linked, base)
    write_turtle(through.graphs, staging.new)
    found = report(through, linked, failures, corrected, least)
    progress("graph", 1, 1)
    if exports:
        write_store(through.graphs, staging.new)
        write_jsonld(through.graphs, base, staging.new)
        found = replace(found, conflicts=_exported(staging.new, base))
        progress("export", 1, 1)
    found.write(staging.new)
    return found


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let Python look for cyclic garbage seldom: a build makes much that lasts and little that is cyclic."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _corrected(readings: Iterable[Reading], decided: Sequence[Correction]) -> Corrected:
    """Return the readings as readers corrected them; the names that a correction has are those of a first linking."""
    same = identities(decided)
    if not decided:
        return Corrected(tuple(readings), same)
    return applied(link(readings, same), decided, same)


def _sure(reading: Reading, least: float) -> Reading:
    return replace(reading, facts=tuple(fact for fact in reading.facts if fact.confidence >= least))


def _exported(directory: Path, base: str) -> tuple[Mapping[str, str], ...]:
    """Write tables, pages and the description of the store of a folder, and return where its documents disagree."""
    from kg.ask.answers import answer
    from kg.ask.queries import find
    from kg.export import export
    from kg.export.void import write_void

    store = open_store(directory)
    export(store, directory)
    write_void(store, directory, base)
    return answer(store, find("conflicts")).as_dicts()
