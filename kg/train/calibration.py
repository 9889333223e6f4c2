"""Calibration: how much each sign of a fact tells, as a logistic regression on annotated texts.

One regression a kind of fact, with the signs of ``kg.extract.signs`` as its columns; the outcome is whether the
annotation has the fact. Sources: the training sentences, the annotated papers of ``tests/gold`` and ``tests/unread``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.extract import stated
from kg.extract.confidence import confidence
from kg.extract.signs import Signs
from kg.link import link
from kg.model import Entity, Event, Fact, Figure, Mention, Name, Post, Reading, Relation, Stage
from kg.score import alike
from kg.score.alike import Item, matched, normal
from kg.score.facts import annotated

_RARE = 5  # a sign seen less often tells nothing
_KINDS: Mapping[type[Fact], tuple[str, alike.Same]] = {
    Mention: ("entities", alike.same_names("entity")),
    Post: ("posts", alike.same_post),
    Relation: ("relations", alike.same_relation),
    Figure: ("targets", alike.same_slots),
    Event: ("events", alike.same_event),
    Stage: ("stages", alike.same_stage),
}


def calibrated(given: Iterable[tuple[Doc, Mapping[str, Any]]]) -> list[tuple[str, str, float]]:
    """Return (kind, sign, weight) from annotated Docs with what is right of them, sorted."""
    docs, golds = zip(*given, strict=True)
    facts = [tuple(stated(doc)) for doc in docs]
    linked = link(_reading(doc, own) for doc, own in zip(docs, facts, strict=True))
    entities = defaultdict[str, dict[Name, Entity]](dict)
    for one in linked.links:
        if one.entity:
            entities[one.document][one.name] = one.entity
    judged = [
        (Signs(doc, own), dict(_judged(own, entities[doc._.document.identifier], annotated(gold))))
        for doc, gold, own in zip(docs, golds, facts, strict=True)
    ]
    names = _fitted("Mention", [(s, r) for signs, own in judged for s, r in _samples(signs, own, Mention, {})])
    return sorted([*names, *(row for kind in list(_KINDS)[1:] for row in _resting(kind, judged, names))])


def _resting(
    kind: type[Fact], judged: Sequence[tuple[Signs, Mapping[Fact, bool]]], names: Sequence[tuple[str, str, float]]
) -> list[tuple[str, str, float]]:
    """Return the rows of a kind of fact that rests on names, which are weighed already."""
    weights = {"Mention": {sign: weight for _, sign, weight in names}}
    samples = list[tuple[tuple[str, ...], bool]]()
    for signs, own in judged:
        sure = defaultdict[Name, float](float)
        for fact in own:
            if isinstance(fact, Mention):
                sure[fact.name] = max(sure[fact.name], confidence("Mention", signs.of(fact, {}), weights))
        samples += _samples(signs, own, kind, sure)
    return _fitted(kind.__name__, samples)


def _samples(
    signs: Signs, judged: Mapping[Fact, bool], kind: type[Fact], sure: Mapping[Name, float]
) -> Iterator[tuple[tuple[str, ...], bool]]:
    for fact, right in judged.items():
        if isinstance(fact, kind):
            yield tuple(signs.of(fact, sure)), right


def _reading(doc: Doc, facts: tuple[Fact, ...]) -> Reading:
    sentences = tuple((begin, end) for begin, end, *_ in marked(doc, "sentences"))
    return Reading(doc._.document, doc._.clean, sentences, doc._.setting.home, doc._.date, facts)


def _judged(
    facts: Iterable[Fact], entities: Mapping[Name, Entity], gold: Mapping[str, Sequence[Item]]
) -> Iterator[tuple[Fact, bool]]:
    """Yield each fact of a document with whether the annotation has it; what is optional there is left out."""
    groups = defaultdict[tuple[type[Fact], str], list[tuple[Fact, Item]]](list)
    for fact in facts:
        if (item := _item(fact, entities)) is not None:
            groups[type(fact), str(sorted((k, _key(v)) for k, v in item.items()))].append((fact, item))
    for kind, (slot, same) in _KINDS.items():
        if slot not in gold:  # stages are annotated in some texts only
            continue
        found = [
            {**same_facts[0][1], "facts": [f for f, _ in same_facts]}
            for (k, _), same_facts in groups.items()
            if k is kind
        ]
        by_type = [(x, y) for x in found for y in [x.get("type")]]
        for group in dict.fromkeys(y for _, y in by_type):
            wanted = [w for w in gold[slot] if w.get("type") == group]
            pairs, _, excess = matched([x for x, y in by_type if y == group], wanted, same)
            yield from ((fact, True) for item, _ in pairs for fact in item["facts"])
            yield from ((fact, False) for item in excess for fact in item["facts"])


def _key(value: Any) -> str:
    return "/".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def _item(fact: Fact, entities: Mapping[Name, Entity]) -> Item | None:
    """Return a fact as the score compares it, or None when a name of it is not linked."""

    def forms(name: Name) -> frozenset[str]:
        entity = entities[name]
        return frozenset(map(normal, (entity.label, *entity.aliases, name.text)))

    try:
        match fact:
            case Mention(name=name):
                return {"type": name.kind, "entity": forms(name)}
            case Post():
                return {"person": forms(fact.person), "title": fact.title, "at": forms(fact.at)}
            case Relation():
                return {"s": forms(fact.subject), "p": fact.predicate, "o": forms(fact.object)}
            case Figure():
                return {
                    "subject": forms(fact.about),
                    "indicator": fact.indicator,
                    "scope": fact.scope,
                    "cmp": fact.comparator,
                    "value": float(fact.value),
                    "unit": fact.unit,
                    "period": fact.period,
                    "status": fact.status,
                }
            case Event():
                return {"event": frozenset((normal(fact.name),)), "kind": fact.kind, "date": fact.date}
            case Stage():
                told = {"stage": fact.stage, "date": fact.date, "standing": fact.standing}
                return {"thing": forms(fact.thing), **told}
    except KeyError:
        return None


def _fitted(kind: str, samples: Sequence[tuple[tuple[str, ...], bool]]) -> list[tuple[str, str, float]]:
    """Return the weight of each sign that is not rare; where no fact is wrong (or right), only how many are tells."""
    counts = Counter(sign for signs, _ in samples for sign in signs)
    columns = {sign: n for n, sign in enumerate(sorted(sign for sign, seen in counts.items() if seen >= _RARE))}
    table = np.zeros((len(samples), len(columns)))
    for row, (signs, _) in enumerate(samples):
        table[row, [columns[sign] for sign in signs if sign in columns]] = 1
    right = np.array([right for _, right in samples], dtype=bool)
    if right.all() or not right.any():
        return [(kind, "", round(float(np.log((right.sum() + 1) / ((~right).sum() + 1))), 3))]
    fit = LogisticRegression(C=1.0, fit_intercept=False, max_iter=2000).fit(table, right)
    return [(kind, sign, round(float(weight), 3)) for sign, weight in zip(columns, fit.coef_[0], strict=True)]
