"""Documents to be read: the whole text of each, in which sentences are known, and the names in them lead to things."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg import terms
from kg.ask.rows import Row, rows
from kg.export.facts import FACTS
from kg.export.marks import Mark, marks

if TYPE_CHECKING:
    from pyoxigraph import Store


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a text: the name of a thing, by its IRI, its label and its class, or of none."""

    text: str
    thing: str = ""
    label: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a text, by its offsets in the source, or what stands between two."""

    runs: tuple[Run, ...]
    begin: int = -1
    end: int = -1

    @property
    def text(self) -> str:
        """The words of it."""
        return "".join(run.text for run in self.runs)


def parted(text: str, sentences: Sequence[str]) -> tuple[list[str | None], str]:
    """Return what stands in a text right before each of its sentences, and what behind the last.

    None stands for a sentence that is not found behind the one before it.

    >>> parted("甲县\\n大会召开。散会。", ["大会召开。", "会召", "散会。"])
    (['甲县\\n', None, ''], '')
    """
    done, found = 0, list[str | None]()
    for sentence in sentences:
        at = text.find(sentence, done)
        found.append(text[done:at] if at >= 0 else None)
        done = at + len(sentence) if at >= 0 else done
    return found, text[done:]


def read(store: "Store", identifier: str) -> list[Piece]:
    """Return the text of a document in pieces, none for a document that is not there."""
    document = Literal(identifier)
    texts = [row["text"] for row in rows(store, FACTS / "texts.rq", document=document)]
    found = rows(store, FACTS / "passages.rq", document=document)
    sentences = sorted(found, key=lambda row: (int(row["begin"]), int(row["end"]), row["passage"]))
    told = [row["text"] for row in sentences]
    before, rest = parted(texts[0] if texts else "".join(told), told)
    names = _names(store, sentences)
    pieces = [
        piece
        for gap, row in zip(before, sentences, strict=True)
        if gap is not None
        for piece in (Piece((Run(gap),)), _sentence(row, names[row["passage"]]))
    ]
    return [piece for piece in (*pieces, Piece((Run(rest),))) if piece.text]


def lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    r"""Return pieces of a text line by line, without lines that hold nothing.

    >>> [[piece.text for piece in line] for line in lines([Piece((Run("甲县\n"),)), Piece((Run("大会召开。"),), 3, 8)])]
    [['甲县'], ['大会召开。']]
    """
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.begin >= 0:
            found[-1].append(piece)
            continue
        first, *others = piece.text.split("\n")
        found[-1].append(Piece((Run(first),)))
        found += [[Piece((Run(text),))] for text in others]
    return [told for line in found if (told := [piece for piece in line if piece.text])]


def headlines(store: "Store", documents: Iterable[str]) -> Callable[[str, int], str]:
    """Return what tells under which headline a place of one of the documents stands, by its offset in the source."""
    asked = [Literal(one) for one in sorted(documents)]
    titles = {row["document"]: row["title"] for row in rows(store, FACTS / "documents.rq", document=asked)}
    articles = defaultdict[str, list[tuple[int, str]]](list)
    for row in rows(store, FACTS / "articles.rq", document=asked):
        articles[row["document"]].append((int(row["begin"]), row["title"]))

    def headline(document: str, begin: int) -> str:
        above = [one for one in articles[document] if one[0] <= begin]
        return max(above)[1] if above else titles.get(document) or document

    return headline


def _sentence(row: Row, things: Sequence[tuple[Row, Sequence[str]]]) -> Piece:
    begin, end, text = int(row["begin"]), int(row["end"]), row["text"]
    found = [(mark, thing) for thing, words in things for mark in marks(text, begin, end, "", words)]
    return Piece(tuple(run for run in _runs(text, found) if run.text), begin, end)


def _runs(text: str, names: Sequence[tuple[Mark, Row]]) -> Iterator[Run]:
    """Yield a text by its names; of those that overlap the one that begins first, or else is the longest."""
    done = 0
    for (begin, end), thing in sorted(names, key=lambda one: (one[0][0], -one[0][1], one[1]["thing"])):
        if begin >= done:
            yield Run(text[done:begin])
            yield Run(text[begin:end], thing["thing"], thing["label"], thing["class"].removeprefix(terms.FZ))
            done = end
    yield Run(text[done:])


def _names(store: "Store", sentences: Sequence[Row]) -> Mapping[str, list[tuple[Row, Sequence[str]]]]:
    """Return the things that each passage mentions, each with its names."""
    passages = [NamedNode(row["passage"]) for row in sentences]
    told = sorted((row["passage"], row["thing"]) for row in rows(store, FACTS / "mentions.rq", passage=passages))
    met = [NamedNode(thing) for thing in sorted({thing for _, thing in told})]
    things = {row["thing"]: row for row in rows(store, FACTS / "things.rq", thing=met)} if met else {}
    called = defaultdict[str, list[str]](list)
    for row in rows(store, FACTS / "names.rq", thing=met) if met else ():
        called[row["thing"]].append(row["name"])
    found = defaultdict[str, list[tuple[Row, Sequence[str]]]](list)
    for passage, thing in told:
        if thing in things:
            found[passage].append((things[thing], called[thing]))
    return found
