"""The frozen values that cross the borders between rooms.

Offsets are in characters, begin inclusive and end exclusive. *Source* offsets count in the text of the file as
decoded; *clean* offsets count in ``CleanText.text``, also the text of the spaCy ``Doc``, one token a character.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias, get_args

Kind: TypeAlias = Literal["Person", "Region", "Organization", "Platform", "Industry", "Project", "Fund", "Policy"]
BlockKind: TypeAlias = Literal["title", "heading", "paragraph", "byline", "furniture"]
Comparator: TypeAlias = Literal["=", ">", ">=", "<", "<=", "~"]
Status: TypeAlias = Literal["target", "achieved", "planned"]
Standing: TypeAlias = Literal["reached", "expected"]
EventKind: TypeAlias = Literal["meeting", "inspection", "signing", "publication", "other"]
Predicate: TypeAlias = Literal[
    "locatedIn",
    "developsIndustry",
    "operates",
    "invests",
    "undertakes",
    "cooperatesWith",
    "pursues",
    "leads",
    "hasFund",
]


@dataclass(frozen=True, slots=True)
class Document:
    """One document unit: a whole file, or one region's section of it.

    ``source[begin:end]`` is the unit's part of the file's text; ``date`` is an ISO date, a year, or "" when none is
    printed; ``heading`` is the region or platform that heads a section (莲都区), or "".
    """

    identifier: str
    paper: str
    path: str
    digest: str
    encoding: str
    source: str
    begin: int
    end: int
    date: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of clean text with one part in the layout; headings and paragraphs are read, furniture is not."""

    kind: BlockKind
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class CleanText:
    """Clean text, its blocks (parted by one line feed), and the source offset of every character."""

    text: str
    origins: tuple[int, ...]
    blocks: tuple[Block, ...]

    def source_span(self, begin: int, end: int) -> tuple[int, int]:
        """Return the source offsets of the clean characters from ``begin`` to ``end`` (not empty)."""
        return self.origins[begin], self.origins[end - 1] + 1


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """An entity as a fact calls it: its kind, a name, and its GB/T 2260 code when it is a region of the register."""

    kind: Kind
    text: str
    code: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Where a fact is stated: clean offsets within its document, inside one sentence or a few in a row."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in the text: ``form`` is what is printed (周书记, 莲都), ``name`` whom it names.

    ``confidence``, here and in the other facts, is how likely the fact is read right.
    """

    name: Name
    form: str
    quote: Quote
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Post:
    """A person holds a post: 市委副书记、市长 are two.

    ``attested`` is the period for which the text says that it is held, mostly the document's date; ``began`` and
    ``ended`` are those in which it says that the holding began and ended. A period is as in the guide; ``..2024-01-18``
    is not later than that day, ``..`` at some time, "" what is not said.
    """

    person: Name
    title: str
    at: Name
    quote: Quote
    attested: str = ""
    began: str = ""
    ended: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Relation:
    """A direct relation between two entities; ``status`` is achieved for what is there, being built too, or planned."""

    subject: Name
    predicate: Predicate
    object: Name
    quote: Quote
    status: Status = "achieved"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantified target, result or plan; ``value`` counts in ``unit`` as printed, ``period`` is as in the guide."""

    status: Status
    about: Name
    indicator: str
    scope: str
    comparator: Comparator
    value: Decimal
    unit: str
    period: str
    quote: Quote
    industry: Name | None = None
    project: Name | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, inspection, signing or publication; ``date`` is ISO, a span ``a..b``, ``--12-06`` or ""."""

    name: str
    kind: EventKind
    date: str
    place: Name | None
    participants: tuple[Name, ...]
    quote: Quote
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Stage:
    """A project, company or platform reaches a stage: ``stage`` is a notation of the vocabulary project-stages.

    ``date`` is as a figure's period, for a month without a year ``--09``, or "" when the text does not tell.
    """

    thing: Name
    stage: str
    date: str
    standing: Standing
    quote: Quote
    confidence: float = 1.0


Fact: TypeAlias = Mention | Post | Relation | Figure | Event | Stage
# The slots of each kind of fact that hold names.
_NAMED: Mapping[type, tuple[str, ...]] = {
    kind: tuple(slot for slot, held in kind.__annotations__.items() if Name.__name__ in str(held))
    for kind in get_args(Fact)
}


def names(fact: Fact) -> tuple[Name, ...]:
    """Return the names that a fact has, in order.

    >>> county = Name("Region", "沂水县", "371323")
    >>> [name.text for name in names(Relation(county, "developsIndustry", Name("Industry", "食用菌"), Quote(0, 9)))]
    ['沂水县', '食用菌']
    """
    held = [getattr(fact, slot) for slot in _NAMED[type(fact)]]
    return tuple(one for value in held for one in (value if isinstance(value, tuple) else (value,)) if one)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one document: its clean text, its sentences (clean offsets) and its facts, names still strings.

    ``home`` is the region or platform that "we" and 全县 are; ``date`` is the document's, or the one its paper gives.
    """

    document: Document
    clean: CleanText
    sentences: tuple[tuple[int, int], ...]
    home: Name | None
    date: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A thing of the graph: ``key`` makes its IRI and depends on nothing but what it is."""

    kind: Kind
    key: str
    label: str
    aliases: tuple[str, ...] = ()
    official: bool = False


Identities: TypeAlias = Mapping[tuple[str, Kind, str], str]
"""What readers decided: by document ("" for all), kind and key of a thing, the key of the thing that it is."""
BY_READER = "a reader's correction"


@dataclass(frozen=True, slots=True)
class Link:
    """How a name of a document was linked: the entity, or None with the reason; candidates are entity keys."""

    document: str
    name: Name
    entity: Entity | None
    score: float
    reason: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """All readings with the entity of every (document identifier, name) of their facts."""

    readings: tuple[Reading, ...]
    links: tuple[Link, ...]
