"""Claims: what a document says that can matter to what another one gives, so that a change finds whom it concerns.

A *topic* is a kind of question that documents answer together (who bears this name, how sure this fact is at most), its
*key* tells one question from the others, the *value* is what a document adds to the answer. What a document gives rests
on its reading and on the values of its questions alone, whoever brings them: so, after a change, those documents are
made anew whose value another answer now meets, and no others.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from hashlib import blake2b
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

# The values of a question before and after a change → those of them whose documents it concerns.
Rule: TypeAlias = Callable[[Set[str], Set[str]], Set[str]]


class Claim(NamedTuple):
    """A value of one document for a question; the key is a digest, see ``claim``."""

    topic: str
    key: str
    value: str


def claim(topic: str, key: str, value: str) -> Claim:
    """Return the claim of a value for the question that a key in words tells."""
    return Claim(topic, _digest(topic, key), value)


def _digest(topic: str, key: str) -> str:
    return blake2b(key.encode(), digest_size=10, person=topic.encode()).hexdigest()


class Kept:
    """The claims of all documents as they were kept: none, for a graph that is made from scratch."""

    def asked(self, topic: str, key: str) -> Iterable[tuple[str, str]]:
        """Return (value, document) of every claim to a question."""
        return ()

    def of(self, document: str) -> Iterable[Claim]:
        """Return the claims of a document."""
        return ()


class Claims:
    """The claims of all documents, those of some of them changed."""

    def __init__(self, rules: Mapping[str, Rule] = MappingProxyType({}), kept: Kept | None = None) -> None:
        self._rules, self._kept = rules, kept or Kept()
        self._questions: dict[tuple[str, str], dict[str, set[str]]] = {}
        self._before: dict[tuple[str, str], Set[str]] = {}
        self._own: dict[str, set[Claim]] = {}

    def values(self, topic: str, key: str) -> Set[str]:
        """Return the values that documents have for a question."""
        return self._question(topic, _digest(topic, key)).keys()

    def replace(self, document: str, topics: Iterable[str], claims: Set[Claim]) -> None:
        """Let a document have these claims of some topics, and no others of them."""
        own, topics = self._of(document), set(topics)
        before = {one for one in own if one.topic in topics}
        for one in before - claims:
            self._changed(one)[one.value].discard(document)
            if not self._questions[one.topic, one.key][one.value]:
                del self._questions[one.topic, one.key][one.value]
        for one in claims - before:
            self._changed(one).setdefault(one.value, set()).add(document)
        self._own[document] = (own - before) | claims

    def concerned(self) -> set[str]:
        """Return the documents whose answers can be others than they were, by the rules of the topics."""
        found = set[str]()
        for (topic, key), before in self._before.items():
            question = self._questions[topic, key]
            if before != question.keys():
                for value in self._rules[topic](before, question.keys()) & question.keys():
                    found |= question[value]
        return found

    def changes(self) -> tuple[Mapping[str, Set[Claim]], Mapping[str, Set[Claim]]]:
        """Return the claims that went and those that came, by document."""
        then = {document: set(self._kept.of(document)) for document in self._own}
        went = {document: claims - self._own[document] for document, claims in then.items()}
        came = {document: claims - then[document] for document, claims in self._own.items()}
        return went, came

    def _of(self, document: str) -> set[Claim]:
        if document not in self._own:
            self._own[document] = set(self._kept.of(document))
        return self._own[document]

    def _changed(self, one: Claim) -> dict[str, set[str]]:
        question = self._question(one.topic, one.key)
        self._before.setdefault((one.topic, one.key), frozenset(question))
        return question

    def _question(self, topic: str, key: str) -> dict[str, set[str]]:
        if (topic, key) not in self._questions:
            found = defaultdict[str, set[str]](set)
            for value, document in self._kept.asked(topic, key):
                found[value].add(document)
            self._questions[topic, key] = dict(found)
        return self._questions[topic, key]
