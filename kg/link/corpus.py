"""The corpus: every name of every document gets its entity, and every entity its label and the names printed for it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from kg.claims import Claims
from kg.link import bodies, labels, nested, persons, places, regions
from kg.link.forms import POINTERS, is_bare, is_zone_word, plain, take_apart
from kg.link.verdicts import Verdict, decided, same_as
from kg.model import Entity, Identities, Kind, Link, Linked, Mention, Name, Post, Reading, names
from kg.resources import lexicon, pattern

RULES = {nested.TOPIC: nested.concerned, persons.TOPIC: persons.concerned, labels.TOPIC: labels.concerned}

_BODIES: tuple[Kind, ...] = ("Platform", "Organization", "Project", "Fund")
Verdicts = Mapping[Name, Verdict]


def link(readings: Iterable[Reading], identities: Identities = MappingProxyType({})) -> Linked:
    """Return the readings with the entity of every name in their facts, and why; their order changes nothing.

    A name that cannot be told stays unlinked, with its candidates and the reason. The rules are those of
    ``kg.link.places``, ``kg.link.bodies`` and ``kg.link.persons``. What readers decided goes before them:
    ``identities`` says which thing is which other one.
    """
    corpus = Corpus(Claims(RULES), identities)
    corpus.take(readings)
    return corpus.linked()


class Corpus:
    """Documents that are linked together, and with all others of a graph by their claims.

    Identities that readers decided are seen in the documents that are taken: all must be, where there are any.
    """

    def __init__(self, claims: Claims, identities: Identities = MappingProxyType({})) -> None:
        self.claims, self.identities = claims, identities
        self.readings: dict[str, Reading] = {}
        self._local: dict[str, Verdicts] = {}

    def take(self, readings: Iterable[Reading]) -> None:
        """Take further documents, and claim what they say of names that others may have too."""
        taken = {reading.document.identifier: reading for reading in readings}
        self.readings |= taken
        self.readings = dict(sorted(self.readings.items()))
        for document, reading in taken.items():
            self._local[document] = found = _impersonal(reading)
            self.claims.replace(document, (nested.TOPIC,), nested.claims(found, regions.home_of(reading).path))
        placed = self._placed()
        for document, reading in taken.items():
            seen = {persons.claimed(sighting) for sighting in _sightings(reading, placed[document])}
            self.claims.replace(document, (persons.TOPIC,), seen)

    def linked(self) -> Linked:
        """Return the documents that are taken with the entities of their names, and claim the labels of these."""
        found = self._placed()
        for document, reading in self.readings.items():
            found[document] = {**found[document], **self._personal(reading, found[document])}
        found = decided(found, self.identities)
        for document, verdicts in found.items():
            self.claims.replace(document, (labels.TOPIC,), labels.claims(verdicts))
        links = [
            Link(document, name, entities.get((name.kind, v.key)), v.score, v.reason, v.candidates)
            for document, verdicts in found.items()
            for entities in (_entities(self.readings[document], verdicts, self.claims),)
            for name, v in sorted(verdicts.items())
        ]
        return Linked(tuple(self.readings.values()), tuple(links))

    def _placed(self) -> dict[str, Verdicts]:
        """Return what the names mean, all but the persons."""
        homes = {document: regions.home_of(reading).path for document, reading in self.readings.items()}
        found = {document: nested.whole(self._local[document], homes[document], self.claims) for document in homes}
        return decided(found, self.identities)

    def _personal(self, reading: Reading, found: Verdicts) -> Verdicts:
        seen = list(_sightings(reading, found))
        known = {sighting.name: persons.judged(sighting, self.claims) for sighting in seen}
        told = dict[Name, Verdict]()
        for name in {name for fact in reading.facts for name in names(fact) if name.kind == "Person"}:
            if not persons.address(name.text)[1]:
                told[name] = known[name.text]
                continue
            meant = persons.addressed(name.text, seen)
            if isinstance(meant, Verdict):
                told[name] = meant
            else:
                reason = "the one person of that surname and office in the document"
                told[name] = same_as(known[meant.name], 0.9, reason)
        return told


def _impersonal(reading: Reading) -> Verdicts:
    """Return what the names of a document mean, all but the persons, which the whole corpus decides."""
    home = regions.home_of(reading)
    by_kind = defaultdict[Kind, set[Name]](set)
    for fact in reading.facts:
        for name in names(fact):
            by_kind[name.kind].add(name)
    found = {name: places.judge(name, home.path) for name in by_kind["Region"]}
    for kind in _BODIES:
        found |= bodies.judge(by_kind[kind], kind, home)
    for name in by_kind["Industry"] | by_kind["Policy"]:
        found[name] = Verdict(plain(name.text).upper(), plain(name.text), 1.0, "its name")
    return found


def _sightings(reading: Reading, found: Verdicts) -> Iterator[persons.Sighting]:
    anchors, titles = defaultdict[str, set[persons.Anchor]](set), defaultdict[str, set[str]](set)
    for fact in reading.facts:
        if isinstance(fact, Post) and found[fact.at].key:
            anchors[fact.person.text].add(persons.Anchor(found[fact.at].seat, found[fact.at].label))
            titles[fact.person.text].add(fact.title)
    home = regions.home_of(reading)
    everybody = {name.text for fact in reading.facts for name in names(fact) if name.kind == "Person"}
    for name in sorted(text for text in everybody if not persons.address(text)[1]):
        yield persons.Sighting(home.document, name, frozenset(anchors[name]), frozenset(titles[name]), home.path)


def _entities(reading: Reading, found: Verdicts, claims: Claims) -> dict[tuple[Kind, str], Entity]:
    """Return the entities of a document by kind and key; the names and the office of each are what it attests."""
    told = dict[tuple[Kind, str], str]()
    forms = defaultdict[tuple[Kind, str], set[str]](set)
    official, offices = set[str](), set[str]()
    for name, verdict in found.items():
        told[name.kind, verdict.key] = verdict.label
        forms[name.kind, verdict.key] |= {plain(name.text), verdict.alias} - {""}
        if name.kind == "Organization" and verdict.seat not in ((), regions.NATION):
            offices.add(verdict.key)
    for fact in reading.facts:
        if isinstance(fact, Mention):
            forms[fact.name.kind, found[fact.name].key].add(plain(fact.form))
        elif isinstance(fact, Post) and found[fact.at].seat:
            official.add(found[fact.person].key)
    entities = dict[tuple[Kind, str], Entity]()
    for (kind, key), printed in told.items():
        if key:
            label = labels.label(kind, key, printed, claims)
            aliases = sorted(form for form in forms[kind, key] - {label} if _is_name(kind, form, key in offices))
            entities[kind, key] = Entity(kind, key, label, tuple(aliases), kind == "Person" and key in official)
    return entities


@cache
def _self_words() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("self_words"))


def _is_name(kind: Kind, form: str, office: bool) -> bool:
    """Say whether a printed form is a name wherever it stands, unlike 全市, 该公司 and 市委; 开发区 counts as one.

    The 成都 of 成都、武汉招商局 is no name of the first of the two, nor is 成都等5个招商局.
    """
    if form in _self_words() or kind not in _BODIES:
        return form not in _self_words()
    if pattern("counted", "several").search(form) and kind == "Platform":
        return False
    taken = take_apart(form)
    if regions.is_name(form) or (office and not taken.code):
        return False
    return not is_bare(taken, kind) or (is_zone_word(taken) and form[0] not in POINTERS)
