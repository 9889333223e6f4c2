"""One named graph a document: the triples of its facts and of their evidence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pyoxigraph import NamedNode, Triple

from kg import BASE
from kg.graph import passages, stated
from kg.graph.entities import entity
from kg.graph.figures.measures import measures
from kg.graph.figures.progress import Counted, progress
from kg.graph.figures.statement import figure
from kg.graph.nodes import Naming, decimal, describe, period, term
from kg.graph.posts import post
from kg.graph.regions import within
from kg.graph.stages import latest, stage
from kg.graph.stated import Stated, Things
from kg.model import Entity, Event, Fact, Figure, Linked, Mention, Name, Post, Quote, Reading, Relation, Stage


@dataclass(slots=True)
class DocumentGraph:
    """The triples of one document, with counts for the report: facts by kind, and facts whose names were not linked.

    ``unmeasured`` counts the figures whose indicator the vocabulary of indicators does not have, by what is printed;
    ``sources`` are the facts behind a node (the mentions, for a thing), ``named`` the facts that a thing has a part in.
    """

    identifier: str
    name: NamedNode
    facts: set[Triple] = field(default_factory=set)
    evidence: set[Triple] = field(default_factory=set)
    passages: int = 0
    stated: Counter[str] = field(default_factory=Counter)
    unlinked: Counter[str] = field(default_factory=Counter)
    unmeasured: Counter[str] = field(default_factory=Counter)
    sources: defaultdict[NamedNode, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    named: defaultdict[NamedNode, list[Fact]] = field(default_factory=lambda: defaultdict(list))


def graphs(linked: Linked, base: str = BASE) -> list[DocumentGraph]:
    """Return the graph of every document, sorted by identifier; the union of them is the graph of the build."""
    naming = Naming(base)
    entities = _entities(linked)
    readings = sorted(linked.readings, key=lambda reading: reading.document.identifier)
    built = [_Builder(reading, Things(naming, entities[reading.document.identifier])) for reading in readings]
    made = {builder.graph.identifier: builder.build() for builder in built}
    regions = {thing.key for builder in built for thing in builder.forms if thing.kind == "Region"}
    for builder in built:
        made[builder.graph.identifier].facts.update(builder.names(regions))
    for identifier, triple in progress(one for builder in built for one in builder.counted):
        made[identifier].facts.add(triple)
    for identifier, triple in latest(one for builder in built for one in builder.staged):
        made[identifier].facts.add(triple)
    surest = _surest(builder.sure for builder in built)
    for builder in built:
        builder.graph.facts.update(surest[node] for node in builder.sure if node not in builder.statements)
        builder.graph.evidence.update(surest[node] for node in builder.statements)
    return list(made.values())


def _surest(documents: Iterable[Mapping[NamedNode, float]]) -> Mapping[NamedNode, Triple]:
    """Return the confidence of every thing and fact as a triple: that of the sentence that states it most surely."""
    most = dict[NamedNode, float]()
    for sure in documents:
        for node, confidence in sure.items():
            most[node] = max(confidence, most.get(node, 0.0))
    value = {confidence: decimal(Decimal(str(confidence))) for confidence in set(most.values())}
    return {node: Triple(node, term("fz:confidence"), value[confidence]) for node, confidence in most.items()}


def _entities(linked: Linked) -> Mapping[str, Mapping[Name, Entity]]:
    found = defaultdict[str, dict[Name, Entity]](dict)
    for link in linked.links:
        if link.entity is not None:
            found[link.document][link.name] = link.entity
    return found


class _Builder:
    """Collects the triples of one document, fact by fact."""

    def __init__(self, reading: Reading, things: Things) -> None:
        self.reading, self.things = reading, things
        identifier = reading.document.identifier
        self.graph = DocumentGraph(identifier, things.naming.document(reading.document))
        self.forms = defaultdict[Entity, set[str]](set)
        self.implied: dict[Entity, NamedNode] = {}
        self.passages: dict[Quote, NamedNode] = {}
        self.measures = measures(
            (passages.sentence(reading, fact.quote), fact) for fact in reading.facts if isinstance(fact, Figure)
        )
        self.counted: list[Counted] = []
        self.staged: list[tuple[str, NamedNode, Stage]] = []
        self.sure = defaultdict[NamedNode, float](float)
        self.statements = set[NamedNode]()

    def build(self) -> DocumentGraph:
        """Return the graph with all but the names of entities, which wait for what other documents mention."""
        for fact in self.reading.facts:
            done = self._mention(fact) if isinstance(fact, Mention) else self._fact(fact)
            (self.graph.stated if done else self.graph.unlinked)[type(fact).__name__] += 1
        for thing, passage in self.implied.items():
            if thing not in self.forms:  # 市长 names its city without printing it
                self._mentions(passage, thing)
        for name, thing in self.things.entities.items():
            if thing in self.forms or thing in self.implied:
                self.forms[thing].add(name.text)
        if self.graph.evidence:
            self.graph.evidence.update(passages.document(self.reading, self.things.naming))
            self.graph.facts.update(period(self.reading.date, self.things.naming)[1])
        self.graph.passages = len(self.passages)
        return self.graph

    def names(self, regions: set[str]) -> set[Triple]:
        """Return class and names of every entity of the document, and the regions that its regions lie in."""
        naming = self.things.naming
        triples = {triple for thing, forms in self.forms.items() for triple in entity(thing, forms, naming)}
        return triples.union(within((e for e in self.forms if e.kind == "Region"), regions, naming))

    def _mention(self, fact: Mention) -> bool:
        found = self.things.find(fact.name)
        for thing in found:
            self.forms[thing].add(fact.form)
            self._mentions(self._passage(fact), thing)
            self._weigh(self.things.naming.entity(thing), fact)
        return bool(found)

    def _weigh(self, node: NamedNode, fact: Fact) -> None:
        self.graph.sources[node].append(fact)
        self.sure[node] = max(self.sure[node], fact.confidence)

    def _mentions(self, passage: NamedNode, thing: Entity) -> None:
        self.graph.evidence.add(Triple(passage, term("schema:mentions"), self.things.naming.entity(thing)))

    def _fact(self, fact: Post | Relation | Figure | Event | Stage) -> bool:
        if not (said := self._state(fact)):
            return False
        passage = self._passage(fact)
        self._weigh(said.node, fact)
        if isinstance(fact, Relation):  # which has a node as evidence alone
            self.statements.add(said.node)
        words = passages.quoted(self.reading, fact.quote, self.things.naming)
        self.graph.facts.update(said.facts)
        self.graph.evidence.update(said.evidence)
        self.graph.evidence.add(Triple(said.node, term("prov:wasDerivedFrom"), passage))
        self.graph.evidence.add(Triple(said.node, term("prov:wasQuotedFrom"), words))
        if isinstance(fact, Post) and fact.attested != self.reading.date:
            self.graph.evidence.update(describe(passage, ("fz:asOf", period(fact.attested, self.things.naming)[0])))
        for thing in said.names:
            self.graph.named[self.things.naming.entity(thing)].append(fact)
            self.implied.setdefault(thing, passage)
        if isinstance(fact, Figure):
            self.counted.append(self._counted(fact, said))
            if fact not in self.measures:
                self.graph.unmeasured[fact.indicator] += 1
        if isinstance(fact, Stage):
            self.staged.append((self.graph.identifier, self.things.naming.entity(said.names[0]), fact))
        return True

    def _counted(self, fact: Figure, said: Stated) -> Counted:
        sentence, measure = passages.sentence(self.reading, fact.quote), self.measures.get(fact)
        return Counted(self.graph.identifier, said.node, said.names[0], fact, measure, sentence, self.reading.date)

    def _state(self, fact: Post | Relation | Figure | Event | Stage) -> Stated | None:
        match fact:
            case Post():
                return post(fact, self.things)
            case Relation():
                return stated.relation(fact, self.things)
            case Figure():
                return figure(fact, self.things, self.measures.get(fact), self.reading.date)
            case Event():
                return stated.event(fact, self.things, self.graph.identifier)
            case Stage():
                return stage(fact, self.things)

    def _passage(self, fact: Fact) -> NamedNode:
        quote = passages.sentence(self.reading, fact.quote)
        if quote not in self.passages:
            self.passages[quote] = passages.passage_node(self.reading, quote, self.things.naming)
            self.graph.evidence.update(passages.passage(self.reading, quote, self.things.naming))
        return self.passages[quote]
