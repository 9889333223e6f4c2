"""Passages: the sentences that state something, with the way back to the file."""

from bisect import bisect_right
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.articles import title
from kg.graph.articles import triples as articles
from kg.graph.nodes import Naming, day, describe, integer, period, plain, term, zh
from kg.model import Quote, Reading
from kg.resources import patterns

# What is evidence and not fact: all that is said of these kinds of nodes, and these properties of any other.
EVIDENCE = tuple(map(term, ("fz:Passage", "fz:Document", "fz:Article", "rdf:Statement")))
ATTESTING = tuple(map(term, ("prov:wasDerivedFrom", "prov:wasQuotedFrom")))


def sentence(reading: Reading, quote: Quote) -> Quote:
    """Return the sentence in which the quote begins, or the quote itself when it stands in none."""
    position = bisect_right(reading.sentences, (quote.begin, len(reading.clean.text))) - 1
    if position >= 0 and quote.begin < reading.sentences[position][1]:
        return Quote(*reading.sentences[position])
    return quote


def passage_node(reading: Reading, quote: Quote, naming: Naming) -> NamedNode:
    """Return the IRI of a passage: its document and its offsets in the source."""
    begin, end = reading.clean.source_span(quote.begin, quote.end)
    return naming.thing("passage", f"{reading.document.identifier}-{begin}-{end}")


def quoted(reading: Reading, quote: Quote, naming: Naming) -> NamedNode:
    """Return the IRI of the quoted words: the document with their source offsets, as RFC 5147 writes them."""
    begin, end = reading.clean.source_span(quote.begin, quote.end)
    return NamedNode(f"{naming.document(reading.document).value}#char={begin},{end}")


def passage(reading: Reading, quote: Quote, naming: Naming) -> tuple[Triple, ...]:
    """Return the five triples of a passage: class, document, source offsets, clean text."""
    begin, end = reading.clean.source_span(quote.begin, quote.end)
    return describe(
        passage_node(reading, quote, naming),
        ("rdf:type", term("fz:Passage")),
        ("dcterms:isPartOf", naming.document(reading.document)),
        ("nif:beginIndex", integer(begin)),
        ("nif:endIndex", integer(end)),
        ("fz:text", zh(reading.clean.text[quote.begin : quote.end])),
    )


def document(reading: Reading, naming: Naming) -> tuple[Triple, ...]:
    """Return what is known of the document unit and its articles: identifier, date, title, publisher, file, text."""
    unit, publisher = reading.document, _publisher(reading.document.source)
    said = describe(
        naming.document(unit),
        ("rdf:type", term("fz:Document")),
        ("dcterms:identifier", Literal(unit.identifier)),
        ("dcterms:date", day(reading.date)),
        ("fz:datedIn", period(reading.date, naming)[0]),
        ("dcterms:title", zh(title(reading))),
        ("schema:publisher", zh(publisher) if publisher else None),
        ("dcterms:source", plain(unit.path.rpartition("/")[2])),
        ("schema:articleBody", zh(reading.clean.text)),
    )
    return (*said, *articles(reading, naming))


@lru_cache(maxsize=1)  # the sections of a page share its text
def _publisher(source: str) -> str:
    """Return the newspaper, gazette or site that a page prints about itself, or ""."""
    rows = (row for row in patterns("read") if row.id.startswith("publisher-"))
    return next((match["name"] for row in rows if (match := row.regex.search(source))), "")
