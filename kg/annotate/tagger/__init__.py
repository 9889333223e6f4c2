"""The tagger component: a trained second look at the names of the grammar.

The grammar says what it finds and whom a name means; the tagger, which has learned from annotated sentences where the
grammar can be trusted, says which of its names stand, where they begin and end, and which names it has missed.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from kg import register
from kg.annotate.industries import plain
from kg.annotate.names.industries import inside
from kg.annotate.names.view import Found, View
from kg.annotate.spans import Layer, mark, marked
from kg.annotate.tagger.crf import Field, Tagged, field
from kg.annotate.tagger.features import feature_numbers
from kg.model import Kind, Name

# How likely a name must be, by the tagger's own account: to stand though only the grammar has it, to be added though
# only the tagger has it, and to take the place of another name of the grammar.
KEEP, ADD, REPLACE = 0.05, 0.7, 0.9
# What is a policy even careful readers see differently: there the grammar decides alone.
_LEFT_TO_GRAMMAR = "Policy"


@dataclass(frozen=True, slots=True)
class Tag:
    """A stretch of text that may be a name of a kind, and how likely it is."""

    begin: int
    end: int
    kind: Kind
    likely: float


class Tagger:
    """Component: make the span group ``names`` anew, and ``tags`` of how likely each of them is."""

    def __init__(self, given: Field | None = None) -> None:
        """Take a field; the pipeline's own is loaded when it is first needed."""
        self._given = given

    def __call__(self, doc: Doc) -> Doc:
        """Mark the names that stand."""
        spans = [(begin, end) for begin, end, *_ in marked(doc, "sentences")]
        trained = self._given or field()
        tagged = trained.tagged(list(feature_numbers(doc, spans)))
        view, names = View.of(doc), marked(doc, "names")
        begins = [begin for begin, *_ in names]
        found, tags = set[Layer](), list[Tag]()
        for (begin, end), one in zip(spans, tagged, strict=True):
            own = names[bisect_left(begins, begin) : bisect_left(begins, end)]
            judged = _Judged(trained.labels, begin, one)
            chosen = list(_chosen(judged, own))
            tags += chosen
            found.update(layer for tag in chosen for layer in _layers(view, own, tag))
        mark(doc, "names", sorted(found, key=lambda name: (name[0], -name[1], name[3])))
        mark(doc, "tags", ((tag.begin, tag.end, tag.kind, tag.likely) for tag in tags))
        return doc


class _Judged:
    """What the tagger says of one sentence that begins at ``offset``."""

    def __init__(self, labels: Sequence[str], offset: int, tagged: Tagged) -> None:
        self.offset, self.labels = offset, [labels[tag] for tag in tagged.tags]
        self._likely, self._all = tagged.likely, labels

    def likely(self, begin: int, end: int, kind: str) -> float:
        """Return how likely all characters of a stretch are to be in a name of the kind: the least of them tells."""
        columns = [n for n, label in enumerate(self._all) if label[2:] == kind]
        part = self._likely[begin - self.offset : end - self.offset, columns]
        return round(float(part.sum(axis=1).min()), 4)

    def tags(self) -> Iterator[Tag]:
        """Yield the names that the best tags make."""
        begin = -1
        for at, label in enumerate([*self.labels, "O"]):
            if begin >= 0 and not label.startswith("I-"):
                kind: Any = self.labels[begin][2:]
                span = self.offset + begin, self.offset + at
                yield Tag(*span, kind, self.likely(*span, kind))
                begin = -1
            if label.startswith("B-"):
                begin = at


def _chosen(judged: _Judged, names: Sequence[Layer]) -> Iterator[Tag]:
    """Yield the names that stand of the grammar's and the tagger's, none of which overlap."""
    mine = [tag for tag in judged.tags() if tag.kind != _LEFT_TO_GRAMMAR]
    theirs = [Tag(b, e, kind, judged.likely(b, e, kind)) for b, e, kind in _outermost(names)]
    taken: set[int] = set()
    agreed = {(tag.begin, tag.end, tag.kind) for tag in mine} & {(tag.begin, tag.end, tag.kind) for tag in theirs}
    rivals = [tag for tag in mine if any(tag.begin < other.end and other.begin < tag.end for other in theirs)]
    sure = [tag for tag in rivals if (tag.begin, tag.end, tag.kind) in agreed or tag.likely >= REPLACE]
    kept = [tag for tag in theirs if tag.likely >= KEEP or tag.kind == _LEFT_TO_GRAMMAR]
    fresh = [tag for tag in mine if tag not in rivals and tag.likely >= ADD]
    for tag in (*sure, *kept, *fresh):
        if taken.isdisjoint(range(tag.begin, tag.end)):
            taken.update(range(tag.begin, tag.end))
            yield tag


def _outermost(names: Iterable[Layer]) -> Iterator[tuple[int, int, Kind]]:
    reach = 0
    for begin, end, kind, _ in sorted(names, key=lambda name: (name[0], -name[1], name[2])):
        if begin >= reach:
            told: Any = kind
            yield begin, end, told
            reach = end


def _layers(view: View, names: Sequence[Layer], tag: Tag) -> Iterator[Layer]:
    """Yield the names of a stretch: the grammar's with all in them where it has one, else a new one."""
    if any(name[:3] == (tag.begin, tag.end, tag.kind) for name in names):
        yield from (name for name in names if tag.begin <= name[0] and name[1] <= tag.end)
        return
    name = _named(view, tag)
    yield tag.begin, tag.end, tag.kind, name
    if tag.kind == "Platform":
        for part in inside(view, Found(tag.begin, tag.end, name)):
            yield part.begin, part.end, part.name.kind, part.name


def _named(view: View, tag: Tag) -> Name:
    """Return whom a name that only the tagger has found means: what is printed, a region by the register."""
    text = view.text[tag.begin : tag.end]
    match tag.kind:
        case "Region":
            near = tuple(region.code for region in view.setting.chain)
            region = register.choose(text, near)
            return region.as_name if region else Name("Region", register.macro_regions().get(text, text))
        case "Industry":
            return Name("Industry", plain(text))
        case kind:
            return Name(kind, text.translate(_QUOTES))


_QUOTES = str.maketrans("", "", "“”「」")
