"""Score a built graph against annotated facts: precision, recall and F1 for each kind of fact."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from kg.errors import InputError
from kg.model import Kind
from kg.score import alike
from kg.score.alike import Item, matched
from kg.score.facts import Facts, annotated, stated
from kg.score.reliability import Judged

if TYPE_CHECKING:
    from pyoxigraph import Store


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one kind of fact."""

    kind: str
    hits: int
    missed: int
    excess: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 when nothing was found."""
        return self.hits / (self.hits + self.excess) if self.hits + self.excess else 0.0

    @property
    def recall(self) -> float:
        """The share of what is right that was found; 0 when there was nothing to find."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that only one side has: ``missed`` when the annotation has it and the graph has not."""

    kind: str
    document: str
    missed: bool
    text: str

    def __str__(self) -> str:
        return f"{'-' if self.missed else '+'} {self.kind}\t{self.document}\t{self.text}"


@dataclass(frozen=True, slots=True)
class Score:
    """One line for each kind of fact, ``entity`` over all kinds but Policy last, every miss, excess and judgement.

    ``judged`` is empty for a graph that tells no confidence.
    """

    lines: tuple[Line, ...]
    differences: tuple[Difference, ...]
    judged: tuple[Judged, ...] = ()

    def as_json(self) -> str:
        """Return the lines as a JSON object of kind to p, r, f1 and the number of annotated facts."""
        rows = {x.kind: {"p": x.precision, "r": x.recall, "f1": x.f1, "gold": x.hits + x.missed} for x in self.lines}
        return json.dumps(rows, ensure_ascii=False)


_SLOTS = "entity person title at s p o subject indicator scope cmp value unit period status event kind date of who"
_Compared: TypeAlias = tuple[str, tuple[Sequence[Any], Sequence[Item], Sequence[Item]]]


def score(graph: Path, gold: Path) -> Score:
    """Return how the graph of a build compares with the annotations, one JSON file a document unit.

    ``graph`` is a Turtle file, or a folder whose ``*.ttl`` files are one graph. Raises InputError for a folder
    without Turtle, a folder without annotations, or a file that cannot be read.
    """
    documents, counts, differences = stated(_load(graph)), dict[str, Counter[str]](), list[Difference]()
    judged = list[Judged]()
    for annotation in _annotations(gold):
        document = annotation["doc"]
        for kind, (hits, missed, excess) in _compared(documents.get(document, {}), annotated(annotation)):
            counts.setdefault(kind, Counter()).update(hits=len(hits), missed=len(missed), excess=len(excess))
            differences += (Difference(kind, document, True, _shown(item)) for item in missed)
            differences += (Difference(kind, document, False, _shown(item)) for item in excess)
            judged += _judged(kind, [(item, True) for item, _ in hits] + [(item, False) for item in excess])
    lines = [Line(kind, count["hits"], count["missed"], count["excess"]) for kind, count in counts.items()]
    # Where policy ends and rhetoric begins even careful readers disagree: the headline leaves Policy out.
    parts = [x for x in lines if x.kind.startswith("entity:") and x.kind != "entity:Policy"]
    hits, missed, excess = (sum(column) for column in zip(*((x.hits, x.missed, x.excess) for x in parts), strict=True))
    total = Line("entity", hits, missed, excess)
    return Score((*lines, total), tuple(differences), tuple(judged))


def _judged(kind: str, items: Iterable[tuple[Item, bool]]) -> Iterator[Judged]:
    """Yield each fact with its confidence and whether it is right; a figure is right in all its slots."""
    if kind != "target":
        yield from (Judged(kind, i["confidence"], right) for i, right in items if i.get("confidence") is not None)


def _compared(found: Facts, gold: Facts) -> Iterator[_Compared]:
    """Yield each kind of fact with its pairs, what was missed and what is in excess."""
    for kind in get_args(Kind):
        have, want = ([x for x in side.get("entities", ()) if x["type"] == kind] for side in (found, gold))
        yield f"entity:{kind}", matched(have, want, alike.same_names("entity"))
    yield "post", matched(found.get("posts", ()), gold["posts"], alike.same_post)
    for kind, pursued in (("relation", False), ("pursues", True)):
        relations = (side.get("relations", ()) for side in (found, gold))
        have, want = ([x for x in side if (x["p"] == "pursues") == pursued] for side in relations)
        yield kind, matched(have, want, alike.same_relation)
    figures = found.get("targets", ()), gold["targets"]
    yield "target", matched(*figures, alike.same_slots, alike.same_target)
    yield "target-full", matched(*figures, alike.same_slots)
    events = matched(found.get("events", ()), gold["events"], alike.same_event_name, alike.same_event)
    yield "event", events
    yield "participant", _participants(gold["events"], *events)


def _participants(gold: Sequence[Item], pairs: Sequence[alike.Pair], _: Sequence[Item], excess: Sequence[Item]) -> Any:
    """Compare who took part: at events that were found with their annotated ones, at events in excess with nothing."""
    sure = [want for want in gold if not want.get("optional")]
    wanted = [{"of": want["name"], "who": who} for want in sure for who in want["who"].values()]
    paired = [(item, want["name"]) for item, want in pairs] + [(item, "") for item in excess]
    found = [{"of": name, "who": who} for item, name in paired for who in item["who"].values()]
    return matched(found, wanted, lambda item, want: item["of"] == want["of"] and bool(item["who"] & want["who"]))


def _shown(item: Item) -> str:
    """Return an item as its slots, each entity as its forms; document, identifiers and participants are left out."""
    values = (value for slot, value in item.items() if slot in _SLOTS.split() and value)
    return " ".join("/".join(sorted(value)) if isinstance(value, frozenset) else str(value) for value in values)


def _load(graph: Path) -> "Store":
    from pyoxigraph import RdfFormat, Store

    files = sorted(graph.glob("*.ttl")) if graph.is_dir() else [graph]
    if not files:
        raise InputError(f"{graph}: no Turtle file here; give the folder of a build, or a .ttl file")
    store = Store()
    for file in files:
        try:
            store.bulk_load(path=str(file), format=RdfFormat.TURTLE)
        except (OSError, SyntaxError) as error:
            raise InputError(f"{file}: not readable as Turtle ({error}); build the folder anew") from error
    return store


def _annotations(gold: Path) -> Iterator[Mapping[str, Any]]:
    files = sorted(gold.glob("*.json"))
    if not files:
        raise InputError(f"{gold}: no annotations here; give a folder with one JSON file a document unit")
    for file in files:
        try:
            yield json.loads(file.read_text(encoding="utf8"))
        except (OSError, ValueError) as error:
            raise InputError(f"{file}: not readable as JSON ({error}); see the annotation guide") from error
