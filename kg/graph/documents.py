"""One named graph a document: the triples of its facts and of their evidence.

A document says most by itself (``Draft``). What one answer is given to by all documents, such as the last stage of a
project, hangs on the claims of the others too: it is in the graphs of the documents that attest the answer.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from decimal import Decimal

from pyoxigraph import NamedNode, Triple

from kg import BASE
from kg.claims import Claim, Claims, Rule, claim
from kg.graph import passages, stated
from kg.graph.conflicts import RULES as CONFLICTS
from kg.graph.conflicts import conflicts
from kg.graph.conflicts.disputed import Disputed
from kg.graph.conflicts.figures import counted
from kg.graph.conflicts.seats import held
from kg.graph.entities import entity
from kg.graph.figures.measures import measures
from kg.graph.figures.progress import RULES as COUNTING
from kg.graph.figures.progress import Counted, counting, progress
from kg.graph.figures.statement import figure
from kg.graph.nodes import Naming, decimal, describe, period, term
from kg.graph.posts import post
from kg.graph.regions import RULES as REGIONS
from kg.graph.regions import mentioned, within
from kg.graph.stages import RULES as STAGES
from kg.graph.stages import latest, reached, stage
from kg.graph.stated import Stated, Things
from kg.model import Entity, Event, Fact, Figure, Linked, Mention, Name, Post, Quote, Reading, Relation, Stage, Status

SURE = "sure"
STATUS = "status"
_PLANNED = frozenset({"planned"})


def _surest(before: Set[str], after: Set[str]) -> Set[str]:
    """Return the confidences that were the highest, or now are."""
    then, now = max(before, key=float, default=""), max(after, key=float, default="")
    return set() if then == now else {then, now}


def _planned(before: Set[str], after: Set[str]) -> Set[str]:
    """Return whom it concerns that a relation was only planned by all that state it, or now is."""
    return set() if (before == _PLANNED) == (after == _PLANNED) else _PLANNED


RULES: Mapping[str, Rule] = {**REGIONS, **STAGES, **COUNTING, **CONFLICTS, SURE: _surest, STATUS: _planned}


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
    made = drafts(linked, base)
    return whole(made, claimed(made, Claims(RULES)))


def drafts(linked: Linked, base: str = BASE) -> list["Draft"]:
    """Return what every document says by itself, sorted by identifier."""
    naming, entities = Naming(base), _entities(linked)
    readings = sorted(linked.readings, key=lambda reading: reading.document.identifier)
    return [Draft(reading, Things(naming, entities[reading.document.identifier])) for reading in readings]


def claimed(made: Iterable["Draft"], claims: Claims) -> Claims:
    """Return claims with what these documents claim now."""
    for draft in made:
        claims.replace(draft.graph.identifier, RULES, draft.claims())
    return claims


def whole(made: Iterable["Draft"], claims: Claims) -> list[DocumentGraph]:
    """Return the graphs of documents with what hangs on others too; all claims are known, their own too."""
    return [draft.whole(claims) for draft in made]


def _entities(linked: Linked) -> Mapping[str, Mapping[Name, Entity]]:
    found = defaultdict[str, dict[Name, Entity]](dict)
    for link in linked.links:
        if link.entity is not None:
            found[link.document][link.name] = link.entity
    return found


class Draft:
    """Collects the triples of one document, fact by fact; ``graph`` has all but what hangs on other documents."""

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
        self.staged: list[tuple[Entity, Stage]] = []
        self.disputed: list[Disputed] = []
        self.sure = defaultdict[NamedNode, float](float)
        self.statements: dict[NamedNode, Status] = {}
        self._build()

    def _build(self) -> None:
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
        for thing, forms in self.forms.items():
            self.graph.facts.update(entity(thing, forms, self.things.naming))

    @property
    def regions(self) -> list[Entity]:
        """The regions that the document mentions."""
        return [thing for thing in self.forms if thing.kind == "Region"]

    def claims(self) -> set[Claim]:
        """Return what the document says that other documents can say too, and that one answer is given to."""
        return {
            *mentioned(self.regions),
            *reached(self.staged),
            *counting(self.counted),
            *(one.claim() for one in self.disputed),
            *(claim(SURE, node.value, str(confidence)) for node, confidence in self.sure.items()),
            *(claim(STATUS, node.value, status) for node, status in self.statements.items()),
        }

    def whole(self, claims: Claims) -> DocumentGraph:
        """Return the graph with what hangs on other documents.

        The confidence of a thing or fact is that of the sentence that states it most surely, in the graph that has it;
        a relation is planned where all sentences of all documents say so.
        """
        naming = self.things.naming
        self.graph.facts.update(within(self.regions, claims, naming))
        self.graph.facts.update(latest(self.staged, claims, naming))
        self.graph.facts.update(progress(self.counted, claims))
        self.graph.facts.update(conflicts(self.disputed, claims))
        for node, confidence in self.sure.items():
            if confidence >= max(map(float, claims.values(SURE, node.value))):
                triple = Triple(node, term("fz:confidence"), decimal(Decimal(str(confidence))))
                (self.graph.evidence if node in self.statements else self.graph.facts).add(triple)
        for node, status in self.statements.items():
            if status == "planned" and claims.values(STATUS, node.value) == _PLANNED:
                self.graph.evidence.update(stated.planned(node))
        return self.graph

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
            there = self.statements.get(said.node) == "achieved"
            self.statements[said.node] = "achieved" if there else fact.status
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
            self.disputed += counted(self.counted[-1])
            if fact not in self.measures:
                self.graph.unmeasured[fact.indicator] += 1
        if isinstance(fact, Post):
            person, at = said.names
            self.disputed += held(said.node, person, at, fact)
        if isinstance(fact, Stage):
            self.staged.append((said.names[0], fact))
        return True

    def _counted(self, fact: Figure, said: Stated) -> Counted:
        sentence, measure = passages.sentence(self.reading, fact.quote), self.measures.get(fact)
        about, *within = said.names
        return Counted(self.graph.identifier, said.node, about, within, fact, measure, sentence, self.reading.date)

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
