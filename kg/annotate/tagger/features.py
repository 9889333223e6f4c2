"""What the tagger sees of a character: itself, its word, what the registers know of it, what the grammar made of it.

A feature is a number that stands for a template and for what the template found; the numbers come from arithmetic on
whole arrays, so that a page takes milliseconds.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg import register
from kg.annotate.names.carriers.suffixes import automaton, suffixes
from kg.annotate.spans import marked
from kg.industries import terms
from kg.resources import lexicon

Numbers: TypeAlias = NDArray[np.uint64]

_REACH = 3  # the furthest that a template looks
_AHEAD = 16  # characters within which the next suffix counts
_STOPS = frozenset("，。；：、\n")
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_WINDOW = (-2, -1, 0, 1, 2)
# A template is the layers that it reads, each at a distance from the character.
TEMPLATES: tuple[tuple[tuple[str, int], ...], ...] = (
    *((("char", d),) for d in range(-3, 4)),
    *((("char", d), ("char", d + 1)) for d in (-2, -1, 0, 1)),
    (("char", -1), ("char", 0), ("char", 1)),
    *((("place", d),) for d in _WINDOW),
    (("word", 0),),
    (("before", 0),),
    (("after", 0),),
    (("tag-before", 0), ("place", 0), ("tag-after", 0)),
    (("place", 0), ("tag-after", 0), ("tag-second", 0)),
    *(((layer, d),) for layer in ("suffix", "industry", "region", "measure") for d in _WINDOW),
    (("surname", 0), ("place", 0)),
    (("surname", -1), ("place", 0)),
    (("ahead", 0), ("place", 0)),
    *((("grammar", d),) for d in (-1, 0, 1)),
    (("inner", 0),),
    (("grammar", 0), ("place", 0)),
    (("grammar", 0), ("tag-before", 0), ("tag-after", 0)),
    (("grammar", 0), ("char", -1)),
    (("grammar", 0), ("char", 1)),
)


def feature_numbers(doc: Doc, spans: Iterable[tuple[int, int]]) -> Iterator[Numbers]:
    """Yield the features (character × template) of each stretch of a Doc that the grammar has been over."""
    made = _mixed({name: np.pad(layer, _REACH) for name, layer in _layers(doc).items()}, len(doc._.clean.text))
    for begin, end in spans:
        yield made[begin:end]


def _mixed(layers: Mapping[str, Numbers], length: int) -> Numbers:
    made = np.empty((length, len(TEMPLATES)), np.uint64)
    for column, template in enumerate(TEMPLATES):
        mixed = np.full(length, column + 1, np.uint64)
        for name, distance in template:
            mixed ^= layers[name][_REACH + distance : _REACH + distance + length]
            mixed *= _PRIME
            mixed ^= mixed >> np.uint64(29)
        made[:, column] = mixed
    return made


def _layers(doc: Doc) -> dict[str, Numbers]:
    """Return for each kind of thing to be seen what every character is in it; 0 where there is nothing."""
    text: str = doc._.clean.text
    layers = {"char": np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.uint64)}
    layers |= _words(doc, text)
    layers["suffix"] = _filled(text, ((e - len(s), e, suffixes()[s].kind) for e, s in _suffixes(text)))
    layers["industry"] = _filled(text, ((begin, end, "") for begin, end in terms(text)))
    layers["region"] = _filled(text, ((begin, end, "") for begin, end, _ in register.find(text)))
    layers["ahead"] = _ahead(text)
    measures = [(b, e, label) for b, e, label, _ in marked(doc, "quantities")]
    layers["measure"] = _filled(text, [*measures, *((b, e, "title") for b, e, *_ in marked(doc, "titles"))])
    layers["surname"] = np.array([char in _surnames() for char in text], np.uint64)
    outer, inner, reach = list[tuple[int, int, str]](), list[tuple[int, int, str]](), 0
    for begin, end, kind, _ in sorted(marked(doc, "names"), key=lambda name: (name[0], -name[1])):
        (outer if begin >= reach else inner).append((begin, end, kind))
        reach = max(reach, end)
    return layers | {"grammar": _filled(text, outer), "inner": _filled(text, inner)}


def _words(doc: Doc, text: str) -> dict[str, Numbers]:
    """Return the layers of words: of each character its word, place and part of speech, and the words around."""
    spans = marked(doc, "words")
    around = [0] + [_code(text[b:e]) for b, e, *_ in spans] + [0, 0]
    tags = [0] + [_code(tag) for _, _, tag, _ in spans] + [0, 0]
    lengths = np.array([end - begin for begin, end, *_ in spans], np.int64)
    at = np.repeat(np.array([begin for begin, *_ in spans], np.int64), lengths)
    number = np.repeat(np.arange(1, len(spans) + 1), lengths)
    inside = np.arange(len(number)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    where = at + inside
    place = np.where(inside == 0, 1, 2) + np.where(inside + 1 == lengths[number - 1], 4, 0)
    words, parts = np.array(around, np.uint64), np.array(tags, np.uint64)

    def spread(values: Numbers) -> Numbers:
        layer = np.zeros(len(text), np.uint64)
        layer[where] = values
        return layer

    return {
        "word": spread(words[number]),
        "before": spread(words[number - 1]),
        "after": spread(words[number + 1]),
        "place": spread(parts[number] * np.uint64(8) + place.astype(np.uint64)),
        "tag-before": spread(parts[number - 1]),
        "tag-after": spread(parts[number + 1]),
        "tag-second": spread(parts[number + 2]),
    }


def _filled(text: str, spans: Iterable[tuple[int, int, str]]) -> Numbers:
    """Return a layer in which the first, the last and the other characters of each span have numbers by its label."""
    layer = np.zeros(len(text), np.uint64)
    for begin, end, label in spans:
        code = _code(label) * 4
        layer[begin:end] = code + 2
        layer[end - 1] = code + 3
        layer[begin] = code + 1
    return layer


def _ahead(text: str) -> Numbers:
    """Return of each character the kind of the next suffix that ends near behind it, before any stop."""
    layer = np.zeros(len(text), np.uint64)
    for end, suffix in _suffixes(text):
        first = max(end - _AHEAD, 0)
        part = layer[next((at + 1 for at in range(end - 1, first - 1, -1) if text[at] in _STOPS), first) : end]
        part[part == 0] = _code(suffixes()[suffix].kind)
    return layer


def _suffixes(text: str) -> list[tuple[int, str]]:
    return [(last + 1, suffix) for last, suffix in automaton().iter_long(text)]


@cache
def _code(word: str) -> int:
    """Return a number for a word, never 0 and the same in every process."""
    return crc32(word.encode()) | 1


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in lexicon("surnames") if len(row["surname"]) == 1)
