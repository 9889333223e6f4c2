"""The corpus: every name of every document gets its entity, and every entity its label and the names printed for it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from kg.link import bodies, persons, places, regions
from kg.link.forms import POINTERS, is_bare, is_zone_word, plain, take_apart
from kg.link.verdicts import Verdict, same_as
from kg.model import BY_READER, Entity, Identities, Kind, Link, Linked, Mention, Name, Post, Reading, names
from kg.resources import lexicon, pattern

_BODIES: tuple[Kind, ...] = ("Platform", "Organization", "Project", "Fund")
Verdicts = Mapping[Name, Verdict]


def link(readings: Iterable[Reading], identities: Identities = MappingProxyType({})) -> Linked:
    """Return the readings with the entity of every name in their facts, and why; their order changes nothing.

    A name that cannot be told stays unlinked, with its candidates and the reason. The rules are those of
    ``kg.link.places``, ``kg.link.bodies`` and ``kg.link.persons``; only the last look beyond the document. What
    readers decided goes before them: ``identities`` says which thing is which other one.
    """
    ordered = tuple(sorted(readings, key=lambda reading: reading.document.identifier))
    verdicts = _decided(ordered, _nested(ordered, [_impersonal(reading) for reading in ordered]), identities)
    sightings = [list(_sightings(*pair)) for pair in zip(ordered, verdicts, strict=True)]
    known = persons.judge(sighting for found in sightings for sighting in found)
    verdicts = [
        {**found, **_personal(reading, seen, known)}
        for reading, found, seen in zip(ordered, verdicts, sightings, strict=True)
    ]
    verdicts = _decided(ordered, verdicts, identities)
    entities = _entities(ordered, verdicts)
    links = (
        Link(reading.document.identifier, name, entities.get((name.kind, v.key)), v.score, v.reason, v.candidates)
        for reading, found in zip(ordered, verdicts, strict=True)
        for name, v in sorted(found.items())
    )
    return Linked(ordered, tuple(links))


def _nested(readings: Sequence[Reading], verdicts: Sequence[Verdicts]) -> list[Verdicts]:
    """Return the verdicts in which a body that papers of a region and of a place in it call alike is one.

    Where two places side by side have a body of that name, each keeps its own.
    """
    homes = [regions.home_of(reading).path for reading in readings]
    seats = defaultdict[tuple[Kind, str], set[regions.Path]](set)
    for home, found in zip(homes, verdicts, strict=True):
        for name, verdict in found.items():
            if verdict.reason == bodies.BY_HOME and home:
                seats[name.kind, verdict.label].add(home)
    same = dict[tuple[Kind, str], str]()
    for (kind, label), paths in seats.items():
        inward = sorted(paths, key=len)
        if all(regions.within(inner, outer) for outer, inner in pairwise(inward)):
            keys = [f"{label}-{regions.full_name(path[-1])}" for path in inward]
            same.update(((kind, key), keys[0]) for key in keys[1:])
    reason = "its name, in papers of a region and of a place in it"

    def whole(name: Name, verdict: Verdict) -> Verdict:
        key = same.get((name.kind, verdict.key))
        return replace(verdict, key=key, reason=reason) if key else verdict

    return [{name: whole(name, verdict) for name, verdict in found.items()} for found in verdicts]


def _decided(readings: Iterable[Reading], verdicts: Sequence[Verdicts], identities: Identities) -> list[Verdicts]:
    """Return the verdicts with the identities that a reader decided."""
    if not identities:
        return list(verdicts)
    labels = {(name.kind, v.key): v.label for found in verdicts for name, v in found.items()}

    def decided(document: str, name: Name, verdict: Verdict) -> Verdict:
        key = verdict.key
        while into := identities.get((document, name.kind, key)) or identities.get(("", name.kind, key)):
            key = into
        label = labels.get((name.kind, key), verdict.label)
        return verdict if key == verdict.key else replace(verdict, key=key, label=label, score=1.0, reason=BY_READER)

    return [
        {name: decided(reading.document.identifier, name, verdict) for name, verdict in found.items()}
        for reading, found in zip(readings, verdicts, strict=True)
    ]


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


def _personal(reading: Reading, seen: list[persons.Sighting], known: Mapping[tuple[str, str], Verdict]) -> Verdicts:
    document = reading.document.identifier
    found = dict[Name, Verdict]()
    for name in {name for fact in reading.facts for name in names(fact) if name.kind == "Person"}:
        if not persons.address(name.text)[1]:
            found[name] = known[document, name.text]
            continue
        meant = persons.addressed(name.text, seen)
        if isinstance(meant, Verdict):
            found[name] = meant
        else:
            reason = "the one person of that surname and office in the document"
            found[name] = same_as(known[document, meant.name], 0.9, reason)
    return found


def _entities(readings: Iterable[Reading], verdicts: Iterable[Verdicts]) -> dict[tuple[Kind, str], Entity]:
    """Return every entity by kind and key, its label the most frequent one, its aliases the names printed for it."""
    labels = defaultdict[tuple[Kind, str], Counter[str]](Counter)
    forms = defaultdict[tuple[Kind, str], set[str]](set)
    official, offices = set[str](), set[str]()
    for reading, found in zip(readings, verdicts, strict=True):
        for name, verdict in found.items():
            labels[name.kind, verdict.key][verdict.label] += 1
            forms[name.kind, verdict.key] |= {plain(name.text), verdict.alias} - {""}
            if name.kind == "Organization" and verdict.seat not in ((), regions.NATION):
                offices.add(verdict.key)
        for fact in reading.facts:
            if isinstance(fact, Mention):
                forms[fact.name.kind, found[fact.name].key].add(plain(fact.form))
            elif isinstance(fact, Post) and found[fact.at].seat:
                official.add(found[fact.person].key)
    found_entities = dict[tuple[Kind, str], Entity]()
    for (kind, key), counted in labels.items():
        label = min(counted, key=lambda text: (-counted[text], text))
        aliases = sorted(form for form in forms[kind, key] - {label} if _is_name(kind, form, key in offices))
        if key:
            found_entities[kind, key] = Entity(kind, key, label, tuple(aliases), kind == "Person" and key in official)
    return found_entities


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
