"""What a build writes into its new folder: the graph, the report of it, and tables and pages for people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kg.errors import StoreError
from kg.graph import doubted, doubts
from kg.graph.nodes import Naming
from kg.link import link
from kg.living.change import FILES, Balance, change, scratch
from kg.living.index import INDEX, Index, write_index
from kg.living.making import Work
from kg.living.readings import Progress, Readings
from kg.model import Reading
from kg.report import Failure, Record, Report, record, records, report
from kg.report.doubts import doubted as told
from kg.review.applied import Corrected, applied
from kg.review.corrections import Correction, identities
from kg.store import STORE, open_store, write_jsonld
from kg.store.manifest import Manifest


class Output:
    """The files of a build, made of those of the last one where these hold for most of it, else from scratch."""

    def __init__(
        self,
        old: Path,
        new: Path,
        then: Manifest,
        now: Manifest,
        shelf: Readings,
        decided: Sequence[Correction],
        progress: Progress,
    ) -> None:
        self.old, self.new, self.now, self.shelf, self.progress = old, new, now, shelf, progress
        self.base, self.least = now.options.base, now.options.least
        self.doubtful = dict[str, Mapping[str, int]]()
        same = now.unchanged(then)
        # What readers decided is told by the names of a linking of all.
        holds = then.options == now.options and not decided and 2 * len(same) >= len(now.entries)
        self.index = _index(old) if holds else None
        self.gone = sorted(then.entries.keys() - now.entries.keys()) if self.index else []
        self.fresh = [name for name in now.entries if not self.index or name not in same]
        self.triples = then.triples
        self.corrected = Corrected((), identities(decided))
        self.work = Work(self.base, self._quietly, self.index, self.corrected.identities)
        self._decided = decided

    def graph(self) -> Balance:
        """Write the graph, its store and its index; return what came and went."""
        read = self.shelf.read([self.now.entries[name] for name in self.fresh], self.progress)
        if self._decided:
            same = self.corrected.identities
            self.corrected = applied(link(read, same), self._decided, same)
            read = iter(self.corrected.readings)
        self.work.drop(self.gone)
        self.work.make(map(self._sure, read))
        graphs = self.work.graphs()
        if self.index:
            gone = [Naming(self.base).thing("document", name) for name in self.gone]
            balance = change(self.old, self.new, graphs, gone)
            self.triples = (self.triples[0] + balance.triples[0], self.triples[1] + balance.triples[1])
        else:
            balance = scratch(self.old, self.new, graphs)
            self.triples = balance.triples
        self.made = {one.document.document: one for one in records(self.work.through, self.work.linked, self.doubtful)}
        self._remember()
        self.progress("graph", 1, 1)
        return balance

    def report(self, failures: Sequence[Failure]) -> Report:
        """Return the report of the whole graph, without where its documents disagree."""
        store = open_store(self.new)
        naming = Naming(self.base)
        by_name = {naming.thing("document", name): name for name in self.now.entries}
        found = doubted(store)
        drafts = self.work.also(by_name[finding.document] for finding in found)
        rows = tuple(told(doubts(store, found, drafts), self.work.linked))
        return report(self._records(), self.triples, failures, self.least, self.corrected, rows)

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
        views = {path.name for path in self.new.iterdir()} - {*FILES, STORE, INDEX}
        made = replace(self.now, triples=self.triples, views=tuple(sorted(views)))
        made.write(self.new)
        return made

    def _remember(self) -> None:
        """Write the index, with the records that are new or others than before."""
        then = self.index
        texts = {name: one.as_json() for name, one in self.made.items()}
        fresh = {name: text for name, text in texts.items() if not then or text != then.record(name)}
        write_index(self.old if then else None, self.new, self.work.claims.changes(), fresh, self.gone)

    def _records(self) -> Iterator[Record]:
        """Yield the records of all documents."""
        yield from self.made.values()
        for one in map(record, self.index.records() if self.index else ()):
            if one.document.document not in {*self.made, *self.gone}:
                yield one

    def _quietly(self, names: Iterable[str]) -> Iterator[Reading]:
        entries = [self.now.entries[name] for name in names]
        return map(self._sure, self.shelf.read(entries, lambda stage, done, total: None))

    def _sure(self, reading: Reading) -> Reading:
        """Return a reading without the facts that are less sure than asked for, which are counted."""
        unsure = Counter(type(fact).__name__ for fact in reading.facts if fact.confidence < self.least)
        self.doubtful[reading.document.identifier] = unsure
        return replace(reading, facts=tuple(fact for fact in reading.facts if fact.confidence >= self.least))


def _index(folder: Path) -> Index | None:
    """Return the index of a build all of whose files are there to go on from, None where one is lost or damaged."""
    try:
        open_store(folder)
        return Index(folder) if all((folder / name).is_file() for name in FILES) else None
    except StoreError:
        return None
