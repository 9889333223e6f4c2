"""Corrections applied: readings in, readings as the corrections want them out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kg import register
from kg.errors import InputError
from kg.model import (
    BY_READER,
    Event,
    Fact,
    Figure,
    Identities,
    Kind,
    Link,
    Linked,
    Mention,
    Name,
    Post,
    Reading,
    Relation,
    Stage,
)
from kg.review.corrections import IDENTITY, Correction, thing
from kg.review.statements import kind_of, mended, statement


class Stale(NamedTuple):
    """A correction that changed nothing, and why: its fact is no longer read, or its names are not found."""

    correction: Correction
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """Readings as readers want them, which thing is which other one, and the corrections that had no effect."""

    readings: tuple[Reading, ...]
    identities: Identities
    stale: tuple[Stale, ...] = ()
    corrections: int = 0


def applied(linked: Linked, corrections: Sequence[Correction], identities: Identities) -> Corrected:
    """Return the linked readings with the corrections of their facts applied."""
    by_document = defaultdict[str, list[Correction]](list)
    for one in corrections:
        if one.kind != IDENTITY:
            by_document[one.document].append(one)
    links = defaultdict[str, list[Link]](list)
    for link in linked.links:
        links[link.document].append(link)
    stale, readings = list[Stale](), list[Reading]()
    for reading in linked.readings:
        identifier = reading.document.identifier
        for one in by_document.pop(identifier, ()):
            try:
                reading = _Names(links[identifier], reading).applied(one)
            except InputError as error:
                stale.append(Stale(one, str(error)))
        readings.append(reading)
    stale += [Stale(one, "the document is not in this build") for left in by_document.values() for one in left]
    stale += _stale_identities(linked, corrections)
    return Corrected(tuple(readings), identities, tuple(stale), len(corrections))


def _stale_identities(linked: Linked, corrections: Iterable[Correction]) -> Iterator[Stale]:
    """Yield the identities that joined nothing: no name was linked by a correction to their thing."""
    joined = {
        (one.document, one.entity.kind, one.entity.key)
        for one in linked.links
        if one.entity and one.reason == BY_READER
    }
    joined |= {("", kind, key) for _, kind, key in joined}
    for one in corrections:
        if one.kind == IDENTITY and one.verdict == "mend" and (one.document, *thing(one.mend)) not in joined:
            yield Stale(one, "no such thing is in the documents of this build")


class _Names:
    """The names of one document as a reader knows them."""

    def __init__(self, links: Iterable[Link], reading: Reading) -> None:
        self.reading = reading
        self.labels: Mapping[Name, str] = {one.name: one.entity.label if one.entity else one.name.text for one in links}

    def label(self, name: Name) -> str:
        return self.labels.get(name, name.text)

    def named(self, text: str, kinds: Sequence[Kind]) -> Name:
        """Return the name of the document that is called so, or a new one, its kind printed before it.

        Raises InputError when nothing is called so and no kind is printed.
        """
        word, colon, rest = text.partition(":")
        if colon and word in kinds:
            text, kinds = rest, (word,)  # type: ignore[assignment]
        known = [name for name in self.labels if name.kind in kinds and text in (self.label(name), name.text)]
        if known:
            return min(known, key=lambda name: (self.label(name) != text, name))
        if kinds[:1] == ("Region",) and (region := register.choose(text, ())):
            return region.as_name
        if len(kinds) == 1:
            return Name(kinds[0], text)
        place = self.reading.document.identifier
        raise InputError(f"nothing in {place} is called {text}; write its kind before it: Organization:{text}")

    def applied(self, one: Correction) -> Reading:
        """Return the reading with one correction applied; raises InputError when there is nothing to apply it to."""
        facts = self.reading.facts
        meant = [f for f in facts if kind_of(f) == one.kind and statement(f, self.label) == one.statement]
        if not meant:
            raise InputError("no such fact is read from the document now")
        if one.verdict == "accept":
            changed = [replace(f, confidence=1.0) if f in meant else f for f in facts]
        elif one.kind == "mention":
            names = {f.name for f in meant if isinstance(f, Mention)}
            fresh = {mended(f, one.mend, self.named) for f in meant} if one.mend else set()
            into = next((f.name for f in fresh if isinstance(f, Mention)), None)
            changed = [made for f in facts if (made := _renamed(f, lambda name: into if name in names else name))]
        else:
            sure = {f: mended(f, one.mend, self.named) if one.mend else None for f in meant}
            changed = [made for f in facts if (made := sure.get(f, f))]
        return replace(self.reading, facts=tuple(changed))


def _renamed(fact: Fact, name: Callable[[Name], Name | None]) -> Fact | None:
    """Return a fact with other names in it; None when it rests on a name that is no more."""
    match fact:
        case Mention():
            now = name(fact.name)
            return replace(fact, name=now, confidence=fact.confidence if now == fact.name else 1.0) if now else None
        case Post():
            person, at = name(fact.person), name(fact.at)
            return replace(fact, person=person, at=at) if person and at else None
        case Relation():
            subject, other = name(fact.subject), name(fact.object)
            return replace(fact, subject=subject, object=other) if subject and other else None
        case Figure():
            about = name(fact.about)
            industry = name(fact.industry) if fact.industry else None
            project = name(fact.project) if fact.project else None
            return replace(fact, about=about, industry=industry, project=project) if about else None
        case Event():
            place = name(fact.place) if fact.place else None
            return replace(fact, place=place, participants=tuple(_kept(map(name, fact.participants))))
        case Stage():
            thing = name(fact.thing)
            return replace(fact, thing=thing) if thing else None


def _kept(names: Iterable[Name | None]) -> Iterator[Name]:
    yield from (name for name in names if name)
