"""Facts as triples: each kind of fact gives its node, what it says, and whom it names."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.graph.concepts import described
from kg.graph.nodes import Naming, day, describe, term, zh
from kg.model import Entity, Event, Name, Relation


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact in triples: ``facts`` say it, ``evidence`` makes a node of it where it has none, ``names`` are in it."""

    node: NamedNode
    facts: tuple[Triple, ...]
    evidence: tuple[Triple, ...]
    names: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Things:
    """How one document's names become nodes: a name that was not linked has none."""

    naming: Naming
    entities: Mapping[Name, Entity]

    def find(self, *names: Name | None) -> list[Entity]:
        """Return the entities of the names that are linked, in order."""
        return [self.entities[name] for name in names if name is not None and name in self.entities]

    def node(self, name: Name | None) -> NamedNode | None:
        """Return the node of a name, or None."""
        return next(map(self.naming.entity, self.find(name)), None)


def relation(fact: Relation, things: Things) -> Stated | None:
    """State a relation directly, and once more as a statement that can carry its evidence."""
    names = things.find(fact.subject, fact.object)
    if len(names) < 2:
        return None
    subject, object_ = map(things.naming.entity, names)
    predicate = term(f"fz:{fact.predicate}")
    node = things.naming.fact("statement", subject.value, fact.predicate, object_.value)
    evidence = describe(
        node,
        ("rdf:type", term("rdf:Statement")),
        ("rdf:subject", subject),
        ("rdf:predicate", predicate),
        ("rdf:object", object_),
    )
    return Stated(node, (Triple(subject, predicate, object_),), evidence, tuple(names))


def planned(statement: NamedNode) -> tuple[Triple, ...]:
    """Say of the statement of a relation that what it says is only planned."""
    concept = terms.concept("statuses", "planned")
    return (*describe(statement, ("fz:status", NamedNode(concept))), *described(concept))


def event(fact: Event, things: Things, where: str) -> Stated:
    """State an event; ``where`` (the document, for one without a date) keeps two of the same name apart."""
    places, participants = things.find(fact.place), things.find(*fact.participants)
    key = "-".join((fact.name, fact.date or where, *(place.key for place in places)))
    node = things.naming.thing("event", key)
    kind = NamedNode(terms.concept("event-kinds", fact.kind))
    begin, _, end = fact.date.partition("..")
    triples = describe(
        node,
        ("rdf:type", term("fz:Event")),
        ("skos:prefLabel", zh(fact.name)),
        ("fz:eventKind", kind),
        ("schema:startDate", day(begin)),
        ("schema:endDate", day(end)),
        ("schema:location", things.node(fact.place)),
        *(("fz:participant", things.naming.entity(entity)) for entity in participants),
    )
    return Stated(node, (*triples, *described(kind.value)), (), (*places, *participants))


@cache
def labelled(kind: str, label: str, naming: Naming) -> tuple[NamedNode, tuple[Triple, ...]]:
    """Return a node for a title or an indicator, and the triples that label it."""
    node = naming.thing(kind, label)
    return node, describe(node, ("rdf:type", term("skos:Concept")), ("skos:prefLabel", zh(label)))
