"""The names under which ``pipelines/fangzhi.cfg`` calls the tokenizer and the components: all of them, in one file.

A component's module is imported when a pipeline asks for it, so that one can be loaded without the others.
"""

from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from kg.annotate.spans import register

Component: TypeAlias = Callable[[Doc], Doc]

COMPONENTS = {
    "fangzhi_sentences": "kg.annotate.sentences:Sentences",
    "fangzhi_words": "kg.annotate.words:Words",
    "fangzhi_periods": "kg.annotate.measures.periods:Periods",
    "fangzhi_quantities": "kg.annotate.measures.quantities:Quantities",
    "fangzhi_titles": "kg.annotate.titles:Titles",
    "fangzhi_setting": "kg.annotate.setting:Settings",
    "fangzhi_names": "kg.annotate.names:Names",
}


def _factory(place: str) -> Callable[[Language, str], Component]:
    module, component = place.split(":")

    def make(nlp: Language, name: str) -> Component:
        made: Component = getattr(import_module(module), component)()
        return made

    return make


def characters() -> Callable[[Language], Callable[[str], Doc]]:
    """Return the maker of a tokenizer that makes every character a token, so that offsets equal clean offsets."""

    def make(nlp: Language) -> Callable[[str], Doc]:
        return lambda text: Doc(nlp.vocab, words=list(text), spaces=[False] * len(text))

    return make


register()
registry.tokenizers("fangzhi.characters.v1", func=characters)
for _name, _place in COMPONENTS.items():
    Language.factory(_name, func=_factory(_place))
