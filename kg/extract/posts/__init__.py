"""Posts: who bears which title where, from a title beside a name."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial

from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.annotate.titles import seat
from kg.extract.posts.careers import career, goes_on, introduced
from kg.extract.posts.seats import Seats
from kg.extract.posts.tenure import Times
from kg.extract.posts.titled import Person, Title
from kg.model import Name, Post, Quote
from kg.resources import pattern

_regex = partial(pattern, "posts")

_LONGEST_BODY = 8  # a body cut off from its title (市委某某书记) is sought in so many characters before the name


def posts(doc: Doc) -> Iterator[Post]:
    """Yield the posts that the sentences of a Doc state, one for each title of each person.

    A title stands before the name (县委书记周明远), behind it (周明远书记), behind a list (周明远等市领导), or is
    taken up (周明远任县委书记); a curriculum vitae lists what its person was and is. Forms of a surname alone (周书记)
    state no post.

    Measured on the seven units of the development set: P 1.00, R 1.00, F1 1.00 (25 posts); on ten texts of other
    provinces, annotated apart and looked at while mending: the same (74 posts); on eight news texts of eight
    provinces when they were first tried: P 0.95, R 0.83, F1 0.88 (46 posts); on twenty real texts,
    unseen, P 0.93, R 0.88, F1 0.91 (60); on 32 real pages of all kinds F1 0.68 (151) when first tried, and 0.80 once
    they were mended from.
    """
    text, seats, times = doc._.clean.text, Seats.of(doc), Times.of(doc)
    titles = [(b, e, value) for b, e, _, value in marked(doc, "titles")]
    people = [Person(b, e, n) for b, e, kind, n in marked(doc, "names") if kind == "Person" and text[b:e] == n.text]
    subject: Person | None = None  # of a curriculum vitae
    for begin, end, _, _ in marked(doc, "sentences"):
        spans = titles[bisect_left(titles, (begin,)) : bisect_left(titles, (end,))]
        first, last = (bisect_left(people, at, key=_begin) for at in (begin, end))
        here = [p for p in people[first:last] if p.end <= end]
        inside, told = _titles(begin, spans, here), end
        if (new := introduced(text, here)) or (subject and not here and goes_on(text, begin)):
            subject = new or subject
            told = new.end if new else begin
            vita = [title for title in inside if title.begin >= told]
            yield from career(text, told, vita, subject.name, seats, times) if subject else ()
        else:
            subject = None
        if inside and here:
            yield from _in_sentence(text, begin, [t for t in inside if t.begin < told], here, seats, times)


def _begin(person: Person) -> int:
    return person.begin


def _titles(start: int, spans: Sequence[tuple[int, int, str]], people: Sequence[Person]) -> list[Title]:
    ends = sorted([start, *(e for _, e, _ in spans), *(p.end for p in people)])
    return [Title(b, e, value, max(end for end in ends if end <= b)) for b, e, value in spans]


def _in_sentence(
    text: str, start: int, titles: Sequence[Title], people: Sequence[Person], seats: Seats, times: Times
) -> Iterator[Post]:
    borne: list[Title] = []
    spoken: list[Name] = []
    for n, person in enumerate(people):
        link = "relieved" if _regex("relieves").search(text, start, person.begin) else "appointed"
        before, taken = _before(text, person, titles), list(_taken(text, _list_end(text, people[n:]), titles, link))
        if not before and not taken:
            before = _behind(text, people[n:], titles)
        if not before and n and _is("shared", text[people[n - 1].end : person.begin]):
            before = borne
        borne, bearers = before, [*before, *taken]
        quote = Quote(min([person.begin, *(t.begin for t in bearers)]), max([person.end, *(t.end for t in bearers)]))
        leads = [*_leads(text, before), *_leads(text, taken)]
        for which, title, at in seats.fill([(t.text, t.body, t.begin) for t in bearers], spoken):
            yield Post(person.name, title, at, quote, *times.tenure(start, person.begin, *leads[which]))


def _leads(text: str, stack: Sequence[Title]) -> Iterator[tuple[int, int]]:
    """Yield for each title where what leads to it begins and ends; a title stacked on another shares its lead."""
    lead = (0, 0)
    for n, title in enumerate(stack):
        if not n or not _is("stacked", text[title.body : title.begin]):
            lead = (title.body, title.begin)
        yield lead


def _before(text: str, person: Person, titles: Sequence[Title]) -> list[Title]:
    """Return the titles right before a name, with those stacked before them."""
    found: list[Title] = []
    for title in reversed([t for t in titles if t.end <= person.begin]):
        link, gap = (
            ("stacked", text[title.end : found[0].begin]) if found else ("before", text[title.end : person.begin])
        )
        if not _is(link, gap) or (found and found[0].body != title.end):
            break
        found.insert(0, title)
    return found


def _behind(text: str, people: Sequence[Person], titles: Sequence[Title]) -> list[Title]:
    """Return the title right behind the first of the people or behind their list, if it is not another's."""
    person, last = people[0], _list_end(text, people)
    title = next((t for t in titles if t.begin >= person.end), None)
    if title is None or any(title.end <= p.begin and _is("before", text[title.end : p.begin]) for p in people):
        return []
    if title.begin == person.end:
        return [_with_body(text, person, title)]
    return [title] if title.begin >= last and _is("gathered", text[last : title.begin]) else []


def _list_end(text: str, people: Sequence[Person]) -> int:
    """Return where the list ends that the first of the people opens: the person's own end when there is no list."""
    last = people[0]
    for follower in people[1:]:
        if not _is("shared", text[last.end : follower.begin]):
            break
        last = follower
    return last.end


def _taken(text: str, last: int, titles: Sequence[Title], link: str) -> Iterator[Title]:
    """Yield the title that a name or list that ends at ``last`` takes up (周明远当选市长), with those stacked on it.

    Titles that it lays down are among them, also behind the others (任副市长，不再担任县委书记).
    """
    for title in titles:
        if title.begin >= last:
            gap = text[last : title.begin]
            if title.body != last or not (_is(link, gap) or _is("laid-down", gap)):
                break
            yield title
            last, link = title.end, "stacked"


def _with_body(text: str, person: Person, title: Title) -> Title:
    """Return the title with the body that the name has cut off from it (市委周明远书记 → 市委书记)."""
    for length in range(_LONGEST_BODY, 1, -1):
        begin = person.begin - length
        whole = text[max(begin, 0) : person.begin] + title.text
        if begin >= 0 and seat(whole) not in (None, "body"):
            return Title(begin, title.end, whole, begin)
    return title


def _is(name: str, gap: str) -> bool:
    return _regex(name).fullmatch(gap) is not None
