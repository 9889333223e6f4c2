"""Once: what a text tells again, in its headline or by pointing back, is one figure."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.extract.figures.clauses import Mark
from kg.model import Figure


def in_body(doc: Doc, marks: Sequence[Mark]) -> Sequence[Mark]:
    """Return the marks outside the titles, for a headline only repeats what the body tells; all when that has none."""
    titles = [(begin, end) for begin, end, kind, _ in marked(doc, "blocks") if kind == "title"]
    body = [mark for mark in marks if not any(begin <= mark.begin < end for begin, end in titles)]
    return body if any(mark.label == "quantity" for mark in body) else marks


def once(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Yield the figures without those that only say again, in fewer words, what one before has told (这13个项目)."""
    told: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        before = told.setdefault((figure.about, figure.comparator, figure.value, figure.unit), [])
        if not any(_again(figure, other) for other in before):
            before.append(figure)
            yield figure


def _again(figure: Figure, other: Figure) -> bool:
    within = figure.period in ("", other.period) or other.period.startswith(f"{figure.period}-")
    within = within or not other.period and figure.indicator != other.indicator  # told of a day, then of its year
    fewer = within and figure.scope in ("", other.scope)
    return fewer and other.indicator.endswith(figure.indicator)
