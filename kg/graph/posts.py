"""A post as triples: who holds it where and when, and which post of the vocabulary it is."""

import re
from functools import cache

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.graph.concepts import described, placed
from kg.graph.nodes import Naming, describe, period, term
from kg.graph.stated import Stated, Things, labelled
from kg.model import Post
from kg.resources import patterns

_RIDER = re.compile("（[^）]*）$")  # 副县长（挂职）


def post(fact: Post, things: Things) -> Stated | None:
    """State that a person holds a post, with the periods in which that is attested, began and ended."""
    names = things.find(fact.person, fact.at)
    if len(names) < 2:
        return None
    person, at = names
    node = things.naming.fact("membership", person.key, fact.title, at.kind, at.key)
    role, labels = _role(fact.title, things.naming)
    times = [period(text, things.naming) for text in (fact.attested, fact.began, fact.ended)]
    triples = describe(
        node,
        ("rdf:type", term("org:Membership")),
        ("org:member", things.naming.entity(person)),
        ("org:role", role),
        ("fz:at", things.naming.entity(at)),
        *zip(("fz:attestedIn", "fz:began", "fz:ended"), (node for node, _ in times), strict=True),
    )
    return Stated(node, (*triples, *labels, *(one for _, said in times for one in said)), (), (person, at))


@cache
def _role(title: str, naming: Naming) -> tuple[NamedNode, tuple[Triple, ...]]:
    """Return the node of a title, with its label and the post of the vocabulary below which it lies."""
    role, labels = labelled("role", title, naming)
    if not (notation := office(title)):
        return role, labels
    iri = terms.concept("posts", notation)
    said = [*describe(role, ("skos:broader", NamedNode(iri))), *placed(iri)]
    for name in ("rank", "seat"):
        if other := terms.linked(iri, name):
            said += [*describe(NamedNode(iri), (f"fz:{name}", NamedNode(other))), *described(other)]
    return role, (*labels, *said)


@cache
def office(title: str) -> str:
    """Return the notation in ``ontology/vocab/posts.ttl`` of the post that a title names, or "".

    >>> office("代市长"), office("市委副书记"), office("县财政局局长"), office("副县长（挂职）")
    ('acting-government-head', 'party-deputy-secretary', 'office-head', 'government-deputy')
    """
    bare = _RIDER.sub("", title)
    return next((row.id for row in patterns("offices") if row.regex.fullmatch(bare)), "")
