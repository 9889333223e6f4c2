"""The block of the explorer page that is read at the first click: sentences, what they state, answers of queries."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeAlias

from kg.ask.answers import Answer
from kg.export.explorer.contents import Contents
from kg.export.explorer.packing.columns import Strings, lists
from kg.export.explorer.reading import parted
from kg.export.facts import Evidence, Fact

# Document, begin, end and text: what makes sentences one.
_Passage: TypeAlias = tuple[str, int, int, str]


def sentences(contents: Contents, facts: Sequence[Fact], documents: Mapping[str, int]) -> dict[str, Any]:
    """Return the block as what can be written as JSON; facts and things have their numbers, so have documents.

    ``before`` is what stands in the text right before a passage, -1 where that is told with another passage, ``rest``
    what stands in each document behind the last one.
    """
    things, answers = contents.things, contents.answers
    strings = Strings()
    told = [fact.evidence for fact in facts]
    mentions = [[one for stated in thing.facts.get("mentions", ()) for one in stated.evidence] for thing in things]
    passages = sorted({_passage(one) for group in (told, mentions) for own in group for one in own})
    numbers = {passage: number for number, passage in enumerate(passages)}
    gaps = list(_gaps(passages, contents.texts))
    before = [-1 if gap is None else strings.number(gap) for own, _ in gaps for gap in own]
    rest = {own[0][0]: text for own, text in zip(_by_document(passages), (text for _, text in gaps), strict=True)}
    content = {
        "rest": strings.column(rest.get(document, contents.texts.get(document, "")) for document in documents),
        "passages": {
            "before": before,
            "document": [documents[document] for document, *_ in passages],
            "begin": [begin for _, begin, *_ in passages],
            "length": [end - begin for _, begin, end, _ in passages],
            "text": strings.column(text for *_, text in passages),
        },
        "evidence": _evidence(told, numbers),
        "mentions": _evidence(mentions, numbers),
        "answers": {name: _answer(found, strings) for name, found in answers.items()},
    }
    return {**content, "strings": strings.all}


def _by_document(passages: Iterable[_Passage]) -> Iterator[list[_Passage]]:
    return ([*own] for _, own in groupby(passages, key=lambda passage: passage[0]))


def _gaps(passages: Iterable[_Passage], texts: Mapping[str, str]) -> Iterator[tuple[list[str | None], str]]:
    """Yield for each document what stands before its passages, and behind the last."""
    for own in _by_document(passages):
        document = own[0][0]
        yield parted(texts[document], [text for *_, text in own]) if document in texts else ([""] * len(own), "")


def _passage(one: Evidence) -> _Passage:
    return one.document, one.begin, one.end, one.text


def _evidence(groups: Iterable[Iterable[Evidence]], numbers: Mapping[_Passage, int]) -> dict[str, list[int]]:
    """Return the passages of each fact or thing in the order of the text, with begin and length of each mark."""
    groups = [sorted(own) for own in groups]
    flat = [one for own in groups for one in own]
    return {
        **lists("passage", [[numbers[_passage(one)] for one in own] for own in groups]),
        **lists("mark", [[at for mark in _units(one) for at in mark] for one in flat]),
    }


def _units(one: Evidence) -> Iterable[tuple[int, int]]:
    """Yield where each mark begins and how long it is, as a browser counts: in units of UTF-16."""
    if one.text.isascii() or max(one.text) < "\U00010000":
        return ((begin, end - begin) for begin, end in one.marks)
    return ((_length(one.text[:begin]), _length(one.text[begin:end])) for begin, end in one.marks)


def _length(text: str) -> int:
    return len(text) + sum(character >= "\U00010000" for character in text)


def _answer(found: Answer, strings: Strings) -> dict[str, list[Any]]:
    columns = zip(*found.rows, strict=True) if found.rows else ((),) * len(found.columns)
    return {"columns": list(found.columns), "cells": [strings.column(column) for column in columns]}
