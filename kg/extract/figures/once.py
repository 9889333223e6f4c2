"""Once: what a text tells again, in its headline or by pointing back, is one figure."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.extract.figures.clauses import Mark
from kg.model import Figure

_SHORTEST = 6  # characters of a headline that a line repeats
_CLOSING = frozenset("。！？；：，…”）")


def in_body(doc: Doc, marks: Sequence[Mark]) -> Sequence[Mark]:
    """Return the marks outside the titles, for a headline only repeats what the body tells; all when that has none."""
    titles = [(begin, end) for begin, end, kind, _ in marked(doc, "blocks") if kind == "title"]
    body = [mark for mark in marks if not any(begin <= mark.begin < end for begin, end in titles)]
    heads = [doc._.clean.text[begin:end] for begin, end in titles if end - begin >= _SHORTEST]
    body = [mark for mark in body if not _is_foot(doc._.clean.text, mark.begin, heads)]
    return body if any(mark.label == "quantity" for mark in body) else marks


def _is_foot(text: str, offset: int, heads: Sequence[str]) -> bool:
    """Return whether an offset lies in a line that names the page of a headline, and closes no sentence.

    >>> page = "玉溪签约30个项目\\n今日，玉溪签约项目。\\n要闻 3 玉溪签约30个项目 0412"
    >>> [_is_foot(page, offset, ["玉溪签约30个项目"]) for offset in (15, 30)]
    [False, True]
    """
    begin, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[begin : end if end >= 0 else len(text)].rstrip()
    return line[-1:] not in _CLOSING and any(head in line for head in heads)


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
