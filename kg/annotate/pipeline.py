"""Clean text in, annotated Docs out: the pipeline of ``pipelines/fangzhi.cfg``."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from confection import ConfigValidationError
from spacy.language import DEFAULT_CONFIG, Language
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config

from kg.annotate import factories
from kg.annotate.spans import blank_doc
from kg.errors import KnowledgeError
from kg.model import CleanText, Document
from kg.resources import PIPELINES


@cache
def load(path: Path = PIPELINES / "fangzhi.cfg") -> Language:
    """Return the pipeline that a file of spaCy's configuration describes, loaded once.

    Raises KnowledgeError for a key or a component that nobody knows.

    >>> load().pipe_names[0]
    'fangzhi_sentences'
    """
    config = load_config(path)
    unknown = (config.keys() - DEFAULT_CONFIG.keys()) | (config["nlp"].keys() - DEFAULT_CONFIG["nlp"].keys())
    try:
        if unknown:
            raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
        return load_model_from_config(config, auto_fill=True)
    except (ConfigValidationError, ValueError) as error:
        known = ", ".join(factories.COMPONENTS)
        raise KnowledgeError(f"{path}: {error}; use spaCy's keys and these components: {known}") from error


def annotate(documents: Iterable[tuple[Document, CleanText]]) -> Iterator[Doc]:
    """Yield the annotated Doc of every document, in order; one token a character of the clean text."""
    nlp = load()
    yield from nlp.pipe(blank_doc(nlp.tokenizer(clean.text), document, clean) for document, clean in documents)
