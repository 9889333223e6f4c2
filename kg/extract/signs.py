"""Signs: what can be seen of a fact in its text that tells how likely it is read right."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from spacy.tokens import Doc

from kg.annotate.names.carriers.suffixes import sort_of
from kg.annotate.names.view import View
from kg.annotate.spans import marked
from kg.industries import is_known
from kg.model import Event, Fact, Figure, Mention, Name, Post, Quote, Relation, Stage

_SEEN = {"Person": "PER", "Region": "LOC", "Organization": "ORG"}  # what LAC calls the kinds that it knows
_LENGTHS = ((2, "2"), (4, "4"), (8, "8"), (14, "14"))
_PAGE = 400  # characters: what is longer has a context to read it in
_MARKS = frozenset("“”「」《》")
_CLAUSE = "，；：。\n"


class Signs:
    """Tells the signs of the facts of one document; each is a short word, such as ``cut`` or ``period=none``."""

    def __init__(self, doc: Doc, facts: Iterable[Fact]) -> None:
        self.view = View.of(doc)
        self.text, self.home = self.view.text, self.view.setting.home
        mentions = [fact for fact in facts if isinstance(fact, Mention)]
        self.times = Counter(fact.name for fact in mentions)
        self.places = defaultdict[Name, list[tuple[int, int]]](list)
        for fact in sorted(mentions, key=lambda fact: fact.quote):
            self.places[fact.name].append((fact.quote.begin, fact.quote.end))
        self.periods = [begin for begin, *_ in marked(doc, "periods")]

    def of(self, fact: Fact, sure: Mapping[Name, float]) -> Iterator[str]:
        """Yield the signs of a fact; ``sure`` is how sure the names of the document are, for what rests on them."""
        page = ("page",) if len(self.text) > _PAGE else ()
        match fact:
            case Mention():
                yield from map(partial("{} {}".format, fact.name.kind), ("", *page, *self._mention(fact)))
                return
            case Post():
                yield from self._post(fact)
                yield _level("names", min(sure.get(name, 0.5) for name in (fact.person, fact.at)))
            case Relation():
                yield from map(partial("{} {}".format, fact.predicate), ("", *page, *self._relation(fact)))
                yield _level("names", min(sure.get(name, 0.5) for name in (fact.subject, fact.object)))
            case Figure():
                yield from self._figure(fact)
                yield _level("about", sure.get(fact.about, 0.5))
            case Event():
                yield from self._event(fact)
            case Stage():
                yield from self._stage(fact)
                yield _level("names", sure.get(fact.thing, 0.5))
        yield from page

    def _mention(self, fact: Mention) -> Iterator[str]:
        begin, end, text = fact.quote.begin, fact.quote.end, fact.name.text
        tags = [tag for _, _, tag in self.view.words_in(begin, end)]
        if self._cut(begin) or self._cut(end):
            yield "cut"
        if _SEEN.get(fact.name.kind) in tags:
            yield "seen"
        if "v" in tags or "d" in tags:
            yield "verb"
        if self.times[fact.name] > 1:
            yield "again"
        if fact.form != text:
            yield "other-form"
        if _MARKS & set(self.text[max(begin - 1, 0) : end + 1]):
            yield "quoted"
        if fact.name.kind == "Industry":
            yield "known" if is_known(text) else "unknown"
        yield f"sort={sort_of(text)}"
        yield f"length={next((label for most, label in _LENGTHS if len(text) <= most), 'more')}"

    def _cut(self, offset: int) -> bool:
        """Tell whether a name's edge lies inside a word."""
        index = self.view.word_at(offset)
        return index >= 0 and self.view.words[index][0] < offset < self.view.words[index][1]

    def _printed(self, name: Name, quote: Quote) -> str:
        """Return how near a name is printed to a quote: in it, in its clause, its sentence, elsewhere, or nowhere."""
        begin, end = self.view.sentence_at(quote.begin) or (quote.begin, quote.end)
        left = max(self.text.rfind(mark, begin, quote.begin) for mark in _CLAUSE) + 1
        places = self.places.get(name, [])
        for word, low, high in (
            ("quote", quote.begin, quote.end),
            ("clause", max(left, begin), quote.end),
            ("sentence", begin, end),
        ):
            first = bisect_left(places, (low, 0))
            if first < len(places) and places[first][1] <= high:
                return word
        return "home" if name == self.home else "elsewhere" if places else "nowhere"

    def _post(self, fact: Post) -> Iterator[str]:
        yield ""
        yield f"at={self._printed(fact.at, fact.quote)} {fact.at.kind}"
        yield f"person={self._printed(fact.person, fact.quote)}"
        yield f"length={len(fact.person.text) if len(fact.person.text) < 4 else 'more'}"

    def _relation(self, fact: Relation) -> Iterator[str]:
        yield f"subject={self._printed(fact.subject, fact.quote)} {fact.subject.kind}"
        yield f"object={self._printed(fact.object, fact.quote)} {fact.object.kind}"

    def _figure(self, fact: Figure) -> Iterator[str]:
        yield ""
        yield f"status={fact.status}"
        yield f"about={self._printed(fact.about, fact.quote)} {fact.about.kind}"
        begin, end = self.view.sentence_at(fact.quote.begin) or (fact.quote.begin, fact.quote.end)
        quoted = self.text[fact.quote.begin : fact.quote.end]
        head = fact.indicator[-2:]
        yield "indicator=" + ("quote" if head in quoted else "sentence" if head in self.text[begin:end] else "other")
        inside = any(begin <= at < fact.quote.end for at in self.periods)
        yield "period=" + ("none" if not fact.period else "printed" if inside else "inherited")
        yield f"unit={'%' if fact.unit in ('%', '个百分点') else 'none' if not fact.unit else 'other'}"
        yield f"length={min(len(fact.indicator), 12) // 3}"
        if fact.scope:
            yield "scope"
        if fact.comparator != "=":
            yield "compared"

    def _event(self, fact: Event) -> Iterator[str]:
        yield ""
        yield f"kind={fact.kind}"
        yield f"date={'none' if not fact.date else 'full' if fact.date[:1] != '-' else 'part'}"
        yield f"participants={min(len(fact.participants), 3)}"

    def _stage(self, fact: Stage) -> Iterator[str]:
        yield ""
        yield f"standing={fact.standing}"
        yield f"thing={self._printed(fact.thing, fact.quote)}"
        yield f"kind={fact.thing.kind}"
        yield f"date={'none' if not fact.date else 'told'}"


def _level(word: str, sure: float) -> str:
    """Return a sign for how sure something is: ``names=9`` from 0.9 to below 0.95.

    >>> _level("names", 0.93), _level("names", 0.97), _level("names", 0.42)
    ('names=9', 'names=95', 'names=4')
    """
    return f"{word}={95 if sure >= 0.95 else int(sure * 10)}"
