"""The graph as the explorer page carries it: one block to begin with, and one of sentences and answers for later.

``app/data/packed.ts`` reads what is written here, ``app/data/types.ts`` says what it means.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from kg import terms
from kg.ask.rows import Row
from kg.export.dossiers import Dossier
from kg.export.explorer.contents import Contents
from kg.export.explorer.packing.columns import Strings, block, lists
from kg.export.explorer.packing.layout import columns as placed
from kg.export.explorer.packing.layout import homes, layout
from kg.export.explorer.packing.pinyin import readings
from kg.export.explorer.packing.sentences import sentences
from kg.export.explorer.packing.told import VALUES, code, ends, identifier, kind, parents, value, year
from kg.export.facts import GROUPS, Fact

_DOCUMENT = ("document", "title", "publisher", "date")


def blocks(contents: Contents) -> dict[str, str]:
    """Return the blocks of a page by name: ``graph``, and ``evidence`` with sentences and answers."""
    facts = _facts(contents.things)
    documents = _documents(contents, facts)
    order = {row["document"]: number for number, row in enumerate(documents)}
    graph = _Graph(contents, facts, documents, order).content()
    return {"graph": block(graph), "evidence": block(sentences(contents, facts, order))}


def graph(contents: Contents) -> str:
    """Return the block ``graph`` alone; without facts nothing is laid out."""
    facts = _facts(contents.things)
    documents = _documents(contents, facts)
    order = {row["document"]: number for number, row in enumerate(documents)}
    return block(_Graph(contents, facts, documents, order).content())


def _facts(things: Sequence[Dossier]) -> list[Fact]:
    """Return every fact once but for mentions, those of a group together, in the order of what they are about."""
    numbers = {thing.thing: number for number, thing in enumerate(things)}
    found = {
        id(stated.fact): stated.fact
        for thing in things
        for group, own in thing.facts.items()
        if group != "mentions"
        for stated in own
    }
    order = {group: number for number, group in enumerate(GROUPS)}
    known = (fact for fact in found.values() if fact.things and fact.things[0] in numbers)
    return sorted(known, key=lambda fact: (order[fact.group], numbers[fact.things[0]], fact.things, fact.iri))


def _documents(contents: Contents, facts: Iterable[Fact]) -> list[Row]:
    """Return the documents that are known or that a sentence is of, in the order of their identifiers."""
    found = {row["document"]: row for row in reversed(contents.documents)}
    mentions = (stated.fact for thing in contents.things for stated in thing.facts.get("mentions", ()))
    for group in (facts, mentions):
        for document in {one.document for fact in group for one in fact.evidence} - set(found):
            found[document] = dict.fromkeys(_DOCUMENT, "") | {"document": document}
    return [row for _, row in sorted(found.items())]


class _Graph:
    """The block of things, facts and documents, being made."""

    def __init__(
        self, contents: Contents, facts: Sequence[Fact], documents: Sequence[Row], order: Mapping[str, int]
    ) -> None:
        self.contents, self.facts, self.documents, self.order = contents, facts, documents, order
        self.numbers = {thing.thing: number for number, thing in enumerate(contents.things)}
        self.strings = Strings()
        self.words: dict[str, tuple[str, str]] = {}

    def content(self) -> dict[str, Any]:
        """Return the block as what can be written as JSON; the strings come when all have been met."""
        names = (name for thing in self.contents.things for name in (thing.label, *thing.aliases))
        things, facts = self._things(), self._facts()
        return {
            "things": things,
            "facts": facts,
            "values": self._values(),
            "documents": self._documents(),
            "readings": readings(names),
            "whole": self._whole(things["parent"], facts),
            "words": self.words,
            "strings": self.strings.all,
        }

    def _documents(self) -> dict[str, list[int]]:
        """Return the documents with their articles, of which one has none or several."""
        articles = {row["document"]: list[Row]() for row in self.documents}
        for row in self.contents.articles:
            if row["document"] in articles:
                articles[row["document"]].append(row)
        return {
            **{name: self._column(row[name] for row in self.documents) for name in _DOCUMENT},
            **lists("article", [self._column(row["title"] for row in own) for own in articles.values()]),
            "articleBegin": [int(row["begin"]) for own in articles.values() for row in own],
        }

    def _column(self, texts: Iterable[str]) -> list[int]:
        return self.strings.column(texts)

    def _codes(self, iris: Iterable[str]) -> list[str]:
        return [code(iri, self.words) for iri in iris]

    def _things(self) -> dict[str, list[int]]:
        things, above = self.contents.things, parents(self.facts)
        return {
            "iri": self._column(thing.thing for thing in things),
            "kind": self._column(self._codes(terms.term(thing.kind) for thing in things)),
            "label": self._column(thing.label for thing in things),
            **lists("alias", [self._column(thing.aliases) for thing in things]),
            **lists("type", [self._column(self._codes(self.contents.types.get(thing.thing, ()))) for thing in things]),
            # The number of a thing and one more: 0 is none.
            "parent": [self.numbers.get(above.get(thing.thing, ""), -1) + 1 for thing in things],
            "weight": [thing.weight for thing in things],
        }

    def _facts(self) -> dict[str, list[int]]:
        facts = self.facts
        dates = {row["document"]: row["date"] for row in self.documents}
        known = [[end for end in ends(fact) if end[1] in self.numbers] for fact in facts]
        return {
            "group": self._column(fact.group for fact in facts),
            "id": self._column(identifier(fact) for fact in facts),
            "kind": self._column(self._codes(kind(fact) for fact in facts)),
            "subject": [self.numbers[fact.things[0]] for fact in facts],
            "confidence": self._column(fact.one("confidence") for fact in facts),
            "year": [year(fact, dates) for fact in facts],
            **lists("end", [[self.numbers[thing] for _, thing in own] for own in known]),
            "role": self._column(self._codes(role for own in known for role, _ in own)),
            **lists("document", [sorted({self.order[one.document] for one in fact.evidence}) for fact in facts]),
        }

    def _whole(self, parents: Sequence[int], facts: Mapping[str, Sequence[int]]) -> dict[str, Any]:
        """Return where the things lie in the whole graph."""
        things, ends = self.contents.things, iter(facts["end"])
        counted = zip(facts["subject"], facts["endCount"], strict=True)
        pairs = {(one, next(ends)) for one, count in counted for _ in range(count)}
        if not facts["subject"]:
            return placed(layout(0, [], {}, []))
        regions = [number for number, thing in enumerate(things) if thing.kind == "Region"]
        home = homes([parent - 1 for parent in parents], regions)
        edges = sorted(pair for pair in pairs if pair[0] != pair[1])
        return placed(layout(len(things), edges, home, [thing.weight for thing in things]))

    def _values(self) -> dict[str, dict[str, list[int]]]:
        """Return the values of the facts of each group, in the order of the facts."""
        found = {}
        for group, same in groupby(self.facts, key=lambda fact: fact.group):
            own = [*same]
            found[group] = {
                column: self._column(value(fact, column, self.words) for fact in own) for column in VALUES[group]
            }
        return found
