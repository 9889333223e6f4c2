"""RDF nodes: IRIs that every triple store reads alike, literals in canonical form, and triples from CURIEs."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Triple

from kg import BASE, terms
from kg.graph.figures.periods import PLANS, bounds, span
from kg.model import Document, Entity

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MONTH_DAY = re.compile(r"--\d\d-\d\d", re.ASCII)
_RESERVED = re.compile(r"[!-,/:-@[-^`{-}\s]|\.\Z")
# What RFC 3987 refuses or a reader cannot see: controls, private use, variation selectors, zero widths, tags.
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3000\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff"
    "\ufff0-\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


@cache
def term(curie: str) -> NamedNode:
    """Return the node of a prefixed name; ours must be declared in the ontology (KnowledgeError otherwise)."""
    prefix, _, local = curie.partition(":")
    return NamedNode(terms.term(local) if prefix == "fz" else terms.PREFIXES[prefix] + local)


@cache
def safe(key: str) -> str:
    """Return the key as an IRI segment: NFC, raw Chinese, reserved ASCII and spaces percent-encoded, no last dot.

    >>> safe("“1+5”机制　A/B.")
    '“1%2B5”机制A%2FB%2E'
    """
    kept = _UNSAFE.sub("", unicodedata.normalize("NFC", key))
    return _RESERVED.sub(lambda m: "".join(f"%{byte:02X}" for byte in m[0].encode()), kept)


@dataclass(frozen=True, slots=True)
class Naming:
    """Makes the IRIs of things below one base; a key decides alone, so that the order of documents cannot."""

    base: str = BASE

    def thing(self, kind: str, key: str) -> NamedNode:
        """Return the IRI of a thing.

        >>> Naming().thing("region", "331122").value
        'https://w3id.org/fangzhi/id/region/331122'
        """
        return NamedNode(f"{self.base}{kind}/{safe(key)}")

    def entity(self, entity: Entity) -> NamedNode:
        """Return the IRI of an entity, by its kind and key."""
        return self.thing(entity.kind.lower(), entity.key)

    def document(self, document: Document) -> NamedNode:
        """Return the IRI of a document unit, which is also the name of its graph."""
        return self.thing("document", document.identifier)

    def fact(self, kind: str, *parts: str) -> NamedNode:
        """Return the IRI of a fact: a digest of what it says, so that two sentences that say the same are one fact."""
        return self.thing(kind, sha256("\x1f".join(parts).encode()).hexdigest()[:16])


def zh(text: str) -> Literal:
    """Return a Chinese text as a literal."""
    return Literal(text, language="zh")


def plain(text: str) -> Literal | None:
    """Return a text as a plain literal, or None when it is empty."""
    return Literal(text) if text else None


def integer(number: int) -> Literal:
    """Return a canonical xsd:integer."""
    return Literal(str(number), datatype=term("xsd:integer"))


def decimal(number: Decimal) -> Literal:
    """Return a canonical xsd:decimal, without exponent and without zeros at its end.

    >>> decimal(Decimal("1.720E+3")).value
    '1720'
    """
    return Literal(f"{number.normalize():f}", datatype=term("xsd:decimal"))


def day(text: str) -> Literal | None:
    """Return an ISO date as xsd:date, a bare year as xsd:integer, a month and day as xsd:gMonthDay, "" as None.

    What is none of them, such as the thirtieth of February that a text can print, stays a plain literal.
    """
    if _DATE.fullmatch(text) and span(text):
        return Literal(text, datatype=term("xsd:date"))
    if _MONTH_DAY.fullmatch(text) and span(f"2000{text[1:]}"):
        return Literal(text, datatype=term("xsd:gMonthDay"))
    return integer(int(text)) if text.isascii() and text.isdigit() else plain(text)


def describe(subject: NamedNode, *pairs: tuple[str, NamedNode | Literal | None]) -> tuple[Triple, ...]:
    """Return a triple for each pair of a prefixed predicate and a value that is there."""
    return tuple([Triple(subject, term(predicate), value) for predicate, value in pairs if value is not None])


@cache
def period(text: str, naming: Naming) -> tuple[NamedNode | None, tuple[Triple, ...]]:
    """Return the node of a period and what is said of it: its printed form, and its first and last day if known."""
    if not text:
        return None, ()
    node, plan = naming.thing("period", text), terms.scheme(PLANS).get(text)
    first, last = bounds(text)
    triples = describe(
        node,
        ("rdf:type", term("fz:Period")),
        ("skos:notation", plain(text)),
        ("fz:periodStart", day(first.isoformat()) if first else None),
        ("fz:periodEnd", day(last.isoformat()) if last else None),
        ("skos:exactMatch", NamedNode(plan) if plan else None),
    )
    return node, triples
