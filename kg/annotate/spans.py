"""The layers of an annotated Doc, the span groups that they are for spaCy, and the attributes that a Doc carries.

Components and extractors speak in layers: a Span for each of a page's thousand words and names takes longer than
finding these, so spans are made for who asks for them. A Doc has one token a character of the clean text, so begin and
end are clean offsets. Take the words of a span from ``doc._.clean.text[begin:end]``: ``doc.text`` and ``span.text`` are
put together anew at every call.
"""

from collections.abc import Iterable
from typing import Any, TypeAlias

from spacy.tokens import Doc, Span, SpanGroup

from kg.model import CleanText, Document

Layer: TypeAlias = tuple[int, int, str, Any]
"""A span before it is one: begin, end, label, value."""
_LAYERS = "layers "


def _key(span: Span) -> str:
    return f"{span.label} {span.start} {span.end}"


def _get(span: Span) -> Any:
    return span.doc.user_data.get(_key(span))


def _set(span: Span, value: Any) -> None:
    span.doc.user_data[_key(span)] = value


def register() -> None:
    """Declare the attributes of Doc and Span that the components fill.

    spaCy keeps a span's own attributes by offsets alone; here the label counts too, so that a name, a title and a
    word of the same characters keep a value each.
    """
    for name, default in (("document", None), ("clean", None), ("date", ""), ("setting", None)):
        Doc.set_extension(name, default=default, force=True)
    Span.set_extension("value", getter=_get, setter=_set, force=True)


def mark(doc: Doc, group: str, layers: Iterable[Layer]) -> None:
    """Keep the layers of a group, in the order given."""
    doc.user_data[_LAYERS + group] = tuple(layers)


def marked(doc: Doc, group: str) -> tuple[Layer, ...]:
    """Return the layers of a group as they were marked; of an unknown group none."""
    layers: tuple[Layer, ...] = doc.user_data.get(_LAYERS + group, ())
    return layers


def span_group(doc: Doc, group: str) -> SpanGroup:
    """Return the layers of a group as spans of spaCy with their values (None is not stored), ``doc.spans[group]``."""
    add, spans = doc.vocab.strings.add, []
    for begin, end, label, value in marked(doc, group):
        span = Span(doc, begin, end, add(label))
        if value is not None:
            _set(span, value)
        spans.append(span)
    doc.spans[group] = made = SpanGroup(doc, name=group, spans=spans)
    return made


def blank_doc(doc: Doc, document: Document, clean: CleanText) -> Doc:
    """Give a fresh Doc its document, its clean text and the date printed on it, and return it."""
    doc._.document, doc._.clean, doc._.date = document, clean, document.date
    return doc
