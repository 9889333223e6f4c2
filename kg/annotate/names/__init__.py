"""The names component: every grammar's findings, and which of them stand where they overlap."""

from collections.abc import Iterable, Iterator
from itertools import chain

from spacy.tokens import Doc

from kg.annotate.names import lists
from kg.annotate.names.anaphora import anaphora
from kg.annotate.names.bodies import bodies, seen
from kg.annotate.names.carriers import carriers
from kg.annotate.names.industries import governed, headed, inside
from kg.annotate.names.people import people
from kg.annotate.names.places import initials, own_words, places, towns
from kg.annotate.names.policies import policies
from kg.annotate.names.suffixes import sort_of
from kg.annotate.names.view import Found, View
from kg.annotate.spans import mark

# An outpost or enclave is named by its host city, which it mentions; other names' places are no mention of their own.
_HOSTED = frozenset({"outpost", "enclave"})


class Names:
    """Component: make the span group ``names``, labelled with a kind, each with its Name as value."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the names of the document."""
        found = sorted(set(names(View.of(doc))), key=lambda f: (f.begin, -f.end, f.name))
        mark(doc, "names", ((f.begin, f.end, f.name.kind, f.name) for f in found))
        return doc


def standing(found: Iterable[Found], before: Iterable[Found] = ()) -> list[Found]:
    """Return the findings that overlap none that goes before them: surer first, then longer, then further left."""
    taken = {at for f in before for at in range(f.begin, f.end)}
    kept = []
    for f in sorted(set(found), key=lambda f: (-f.rank, f.begin - f.end, f.begin, f.name)):
        if taken.isdisjoint(range(f.begin, f.end)):
            taken.update(range(f.begin, f.end))
            kept.append(f)
    return kept


def names(view: View) -> Iterator[Found]:
    """Yield the names of a document: what stands when nested and rival findings are sorted out."""
    by_suffix = list(carriers(view))
    sure = standing([*lists.enumerated(view), *lists.shared(view)])
    inner = {view.text[f.begin : f.end] for f in people(view) if _nested(f, by_suffix)}
    persons = standing((f for f in people(view) if view.text[f.begin : f.end] not in inner), sure)
    persons = standing([*persons, *lists.persons(view, persons)])
    full = [f for f in by_suffix if sort_of(f.name.text) == "company"]
    listed = standing([*sure, *lists.projects(view, full), *lists.bulleted(view)], persons)
    projects = standing(
        [*(f for f in listed if f.name.kind == "Project"), *(f for f in by_suffix if f.name.kind == "Project")], persons
    )
    raw_places = list(chain(places(view), initials(view), towns(view)))
    seats = standing(raw_places, persons)
    outposts = [*lists.outposts(view, seats), *lists.collective(view, seats)]
    known = [f for f in by_suffix if f.name.kind != "Project"]
    trade = list(seen(view))
    trade = [*trade, *lists.companies(view, trade)]
    bodied = standing([*listed, *outposts, *known, *bodies(view), *trade], persons)
    solid = [f for f in bodied if f.name.kind != "Project" and (f.name.kind == "Platform" or not _nested(f, projects))]
    rules = standing(policies(view), [*solid, *persons])
    hosts = [f for f in solid if f.name.kind == "Platform" and sort_of(f.name.text) in _HOSTED]
    shut = [f for f in solid if f not in hosts]
    regions = standing(raw_places, [*shut, *persons, *projects, *rules])
    own = standing(own_words(view), [*solid, *persons, *regions])
    industries = standing([*headed(view), *governed(view)], [*solid, *persons, *projects, *own])
    yield from chain(persons, solid, projects, regions, own, industries, rules)
    yield from (i for f in solid if f.name.kind == "Platform" for i in inside(view, f))
    yield from anaphora(view, [*solid, *projects], [*persons, *regions])


def _nested(found: Found, outer: Iterable[Found]) -> bool:
    return any(f.begin <= found.begin and found.end <= f.end for f in outer)
