"""Clean text in, annotated Docs out: the pipeline of ``pipelines/fangzhi.cfg``."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module

from confection import ConfigValidationError
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config

from kg.annotate import factories
from kg.annotate.spans import blank_doc
from kg.errors import KnowledgeError
from kg.model import CleanText, Document
from kg.resources import PIPELINES


def _there(name: str) -> bool:  # TEMPORARY
    module, component = factories.COMPONENTS[name].split(":")
    try:
        return hasattr(import_module(module), component)
    except ImportError:
        return False


@cache
def load(name: str = "fangzhi") -> Language:
    """Return the pipeline of ``pipelines/NAME.cfg``, loaded once.

    Raises KnowledgeError for a key or a component that nobody knows.

    >>> load().pipe_names[0]
    'fangzhi_sentences'
    """
    path = PIPELINES / f"{name}.cfg"
    try:
        config = load_config(path)
        # TEMPORARY, until every component's module is there
        there = [n for n in config["nlp"]["pipeline"] if _there(n)]
        config["nlp"]["pipeline"] = there
        config["components"] = {k: v for k, v in config["components"].items() if k in there}
        return load_model_from_config(config, auto_fill=True)
    except (ConfigValidationError, ValueError) as error:
        known = ", ".join(factories.COMPONENTS)
        raise KnowledgeError(f"{path}: {error}; use spaCy's keys and these components: {known}") from error


def annotate(documents: Iterable[tuple[Document, CleanText]]) -> Iterator[Doc]:
    """Yield the annotated Doc of every document, in order; one token a character of the clean text."""
    nlp = load()
    for document, clean in documents:
        yield nlp(blank_doc(nlp.tokenizer(clean.text), document, clean))
