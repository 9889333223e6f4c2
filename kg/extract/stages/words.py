"""The words for stages, and where a clause tells that one is reached or expected."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from kg.extract.scene import Scene
from kg.resources import Pattern, alternatives, lexicon, pattern, patterns

rule = partial(pattern, "stages")

TOLD = ("done", "now", "ahead", "push")
_BETWEEN = ("adverb", "not", *TOLD)  # what may stand between who and what


@dataclass(frozen=True, slots=True)
class Verb:
    """Words that say that a stage is reached (建成投用), in clean offsets; ``stage`` is that of the last of them."""

    begin: int
    end: int
    stage: str
    going: bool = False
    """Whether they tell that it goes on (在建), which is told of what is."""


def verbs(scene: Scene) -> Iterator[Verb]:
    """Yield the words for stages in a sentence, those that touch as one; what stands in a name is none."""
    found: Verb | None = None
    for match in _stage().finditer(scene.text, scene.begin, scene.end):
        if any(n.begin < match.end() and match.start() < n.end for n in scene.names):
            continue
        verb = Verb(*match.span(), _stages().get(match[0]) or _of_several(match[0]), _parts().get(match[0]) == "going")
        if found and found.end == verb.begin:
            verb = replace(verb, begin=found.begin)
        elif found:
            yield found
        found = verb
    if found:
        yield found


def told(scene: Scene, verb: Verb) -> bool:
    """Return whether what stands behind a word for a stage leaves it told: not 投产后, 开工率, 开工12个."""
    noun = rule("nominal").match(scene.text, verb.end)
    if noun:
        held = rule("held").search(scene.text, scene.clause(verb.begin)[0], verb.begin)
        return bool(held or rule("ceremony").match(scene.text, verb.end, scene.end))
    return not rule("untold").match(scene.text, verb.end)


def before(text: str, begin: int, end: int) -> re.Match[str] | None:
    """Return the adverb or auxiliary that ends at ``end``, or None."""
    return _ending(*_BETWEEN).search(text, begin, end)


def subject_word(text: str, begin: int, end: int) -> re.Match[str] | None:
    """Return the noun ending at ``end`` that stands for what was named before (项目, 一期, 我们), or None."""
    return rule("people").search(text, begin, end) or _ending("subject").search(text, begin, end)


def part(word: str) -> str:
    """Return the part that a word plays.

    >>> part("预计"), part("已"), part("尚未")
    ('ahead', 'done', 'not')
    """
    return _parts()[word]


def telling(text: str, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the words between two offsets that tell reached from expected, and which they are."""
    for match in _telling().finditer(text, begin, end):
        yield *match.span(), _parts()[match[0]]


@cache
def _parts() -> Mapping[str, str]:
    return {row["word"]: row["part"] for row in lexicon("stage_words")}


@cache
def _stages() -> Mapping[str, str]:
    return {row["word"]: row["stage"] for row in lexicon("stage_words") if row["stage"]}


@cache
def _stage() -> re.Pattern[str]:
    return re.compile("|".join([*(row.regex.pattern for row in _several()), alternatives(_stages())]))


def _several() -> Iterator[Pattern]:
    """Yield the stages that several words tell, not side by side (设备分批进场)."""
    return (row for row in patterns("stages") if "stage" in row.more)


def _of_several(words: str) -> str:
    return next(str(row.more["stage"]) for row in _several() if row.regex.fullmatch(words))


@cache
def _ending(*kinds: str) -> re.Pattern[str]:
    return re.compile(alternatives(word for word, part in _parts().items() if part in kinds) + "$")


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(alternatives(word for word, part in _parts().items() if part in TOLD))
