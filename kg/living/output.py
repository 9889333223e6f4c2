"""What a build writes into its new folder: the store, its files and their report, and tables and pages for people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kg.graph import doubted, doubts
from kg.graph.nodes import Naming
from kg.link import link
from kg.living.change import Balance, change, scratch
from kg.living.index import INDEX, write_index
from kg.living.making import Work
from kg.living.readings import Progress, Readings
from kg.living.task import Task
from kg.model import Reading
from kg.report import Failure, Record, Report, record, records, report
from kg.report.doubts import doubted as told
from kg.review.applied import Corrected, applied
from kg.review.corrections import Correction, identities
from kg.store import STORE, open_store, write_files, write_jsonld
from kg.store.manifest import Manifest


class Output:
    """The files of a build, made of those of the last one where these hold for most of it, else from scratch."""

    def __init__(
        self, old: Path, new: Path, task: Task, shelf: Readings, decided: Sequence[Correction], progress: Progress
    ) -> None:
        self.old, self.new, self.task, self.shelf, self.progress = old, new, task, shelf, progress
        self.base, self.least, self.index = task.options.base, task.options.least, task.index
        self.doubtful = dict[str, Mapping[str, int]]()
        self.corrected = Corrected((), identities(decided))
        self.work = Work(self.base, self._quietly, None if task.whole else self.index, self.corrected.identities)
        self._decided = decided

    def graph(self) -> Balance:
        """Write the store of the graph and its index; return what came and went."""
        read = self.shelf.read([*self.task.fresh.values()], self.progress)
        if self._decided:
            same = self.corrected.identities
            self.corrected = applied(link(read, same), self._decided, same)
            read = iter(self.corrected.readings)
        self.work.drop(self.task.gone)
        self.work.make(map(self._sure, read))
        self._graphs = self.work.graphs()
        if not self.task.whole:
            gone = [Naming(self.base).thing("document", name) for name in self.task.gone]
            balance = change(self.old, self.new, self._graphs, gone)
        else:
            balance = scratch(self.old, self.new, self._graphs)
        self.made = {one.document.document: one for one in records(self.work.through, self.work.linked, self.doubtful)}
        self._remember()
        self.progress("graph", 1, 1)
        return balance

    def files(self) -> tuple[int, int]:
        """Write Turtle and N-Quads; return how many triples of facts and of evidence there are."""
        triples = write_files(self._graphs if self.task.whole else open_store(self.new), self.new)
        self.progress("files", 1, 1)
        return triples

    def report(self, triples: tuple[int, int], failures: Sequence[Failure]) -> Report:
        """Return the report of the whole graph, without where its documents disagree."""
        store = open_store(self.new)
        naming = Naming(self.base)
        names = {*self.index.documents(), *self.task.fresh} - {*self.task.gone}
        by_name = {naming.thing("document", name): name for name in names}
        found = doubted(store)
        drafts = self.work.also(by_name[finding.document] for finding in found)
        rows = tuple(told(doubts(store, found, drafts), self.work.linked))
        return report(self._records(), triples, failures, self.least, self.corrected, rows)

    def exports(self, found: Report) -> Report:
        """Write tables, pages and the description of the graph; return the report with where documents disagree."""
        from kg.ask.answers import answer
        from kg.ask.queries import find
        from kg.export import export
        from kg.export.void import write_void

        store = open_store(self.new)
        write_jsonld(self.new, self.base)
        export(store, self.new)
        write_void(store, self.new, self.base)
        self.progress("export", 1, 1)
        return replace(found, conflicts=answer(store, find("conflicts")).as_dicts())

    def write(self, found: Report | None) -> Manifest:
        """Write the report, if there is one, and the manifest, which is returned."""
        if found:
            found.write(self.new)
        views = {path.name for path in self.new.iterdir()} - {STORE, INDEX}
        made = Manifest(self.task.options, self.task.documents, tuple(sorted(views)))
        made.write(self.new)
        return made

    def _remember(self) -> None:
        """Write the index, with the entries and records that are new or others than before."""
        texts = {name: one.as_json() for name, one in self.made.items()}
        fresh = {name: text for name, text in texts.items() if text != self.index.record(name)}
        old = None if self.task.whole else self.old
        write_index(old, self.new, self.work.claims.changes(), self.task.fresh, fresh, self.task.gone)

    def _records(self) -> Iterator[Record]:
        """Yield the records of all documents."""
        yield from self.made.values()
        for name in {*self.index.documents()} - {*self.made, *self.task.gone}:
            yield record(self.index.record(name))

    def _quietly(self, names: Iterable[str]) -> Iterator[Reading]:
        entries = [one for name in names if (one := self.task.fresh.get(name) or self.index.entry(name))]
        return map(self._sure, self.shelf.read(entries, lambda stage, done, total: None))

    def _sure(self, reading: Reading) -> Reading:
        """Return a reading without the facts that are less sure than asked for, which are counted."""
        unsure = Counter(type(fact).__name__ for fact in reading.facts if fact.confidence < self.least)
        self.doubtful[reading.document.identifier] = unsure
        return replace(reading, facts=tuple(fact for fact in reading.facts if fact.confidence >= self.least))
