"""From an annotated Doc to facts; the names in them are still strings."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.confidence import weighed
from kg.extract.events import events
from kg.extract.figures import figures
from kg.extract.mentions import mentions
from kg.extract.posts import posts
from kg.extract.relations import relations
from kg.extract.stages import stages
from kg.model import Fact


def facts(doc: Doc) -> Iterator[Fact]:
    """Yield every fact of a document with its confidence, kind by kind, each in the order of the text."""
    return weighed(doc, stated(doc))


def stated(doc: Doc) -> Iterator[Fact]:
    """Yield every fact of a document, not yet weighed."""
    for kind in (mentions, posts, relations, figures, events, stages):
        yield from kind(doc)
