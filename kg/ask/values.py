"""What a user gives for a parameter as terms of the graph: a name becomes the nodes that go by it."""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from kg import register, terms
from kg.ask.filled import Term
from kg.ask.queries import KINDS, QUERIES, Parameter
from kg.ask.rows import rows
from kg.errors import QueryError
from kg.resources import ONTOLOGY

_CALLED = QUERIES / "facts" / "called.rq"
_LANGUAGES = ("zh", "en")
_NEAR = 8


def bound(store: Store, parameter: Parameter, value: str) -> list[Term]:
    """Return what the variable of a parameter is bound to for a value: a literal, or all nodes that go by the name.

    Raises QueryError when the value is no date where one is asked for, or when nothing goes by the name.
    """
    forms, stores = [value], [store]
    match parameter.type.partition(":"):
        case "text", *_:
            return [Literal(value)]
        case "date", *_:
            return [_day(parameter, value)]
        case "choice", _, words:
            return [_word(parameter, value, words.split(","))]
        case "concept", _, scheme:
            vocabulary, kind = _vocabulary(scheme)
            stores, kinds = [store, vocabulary], [kind]
        case name, *_:
            kinds = _kinds(name)
            forms += [region.name for region in register.names().get(value, ())]
    for form in forms:
        for one in stores:
            if found := called(one, form, kinds):
                return list(found)
    known = {name for one in stores for name in names(one, kinds)}
    raise QueryError(f"--{parameter.name} {value}: nothing goes by this name; {near(value, known)}")


def called(store: Store, name: str, kinds: Iterable[NamedNode]) -> list[NamedNode]:
    """Return what of some kinds, classes or concept schemes, goes by a name.

    Those whose full name it is, or else those that it is another name or notation of.
    """
    literals = (Literal(name), *(Literal(name, language=language) for language in _LANGUAGES))
    only = {kind.value for kind in kinds}
    # The kinds are sifted here: a store that is given a class begins with all that are of it.
    found = [row for row in rows(store, _CALLED, name=literals) if row["kind"] in only]
    full = [row for row in found if row["full"]]
    return [NamedNode(iri) for iri in sorted({row["thing"] for row in full or found})]


def names(store: Store, kinds: Iterable[NamedNode]) -> Iterator[str]:
    """Yield the names of what is of some kinds."""
    return (row["name"] for row in rows(store, _CALLED, kind=tuple(kinds)))


def near(name: str, known: Iterable[str]) -> str:
    """Return a clause that offers the names that hold a name or are held by it, or else those that look like it.

    >>> near("缙云", ["缙云县", "松阳县"])
    'names near it: 缙云县'
    """
    ordered = sorted(set(known), key=lambda one: (len(one), one))
    found = [one for one in ordered if name in one or (len(one) > 1 and one in name)]
    found += [one for one in get_close_matches(name, ordered, _NEAR, 0.5) if one not in found]
    return f"names near it: {', '.join(found[:_NEAR])}" if found else "ask for the names with: fangzhi ask DIR entities"


def _kinds(type: str) -> list[NamedNode]:
    """Return the classes that a type of a parameter means."""
    match type:
        case "Entity":
            found: tuple[str, ...] = KINDS
        case "period":
            found = ("Period",)
        case _:
            found = (type,)
    return [NamedNode(terms.term(name)) for name in found]


def _vocabulary(scheme: str) -> tuple[Store, NamedNode]:
    """Return a vocabulary as a store of its own, and its scheme."""
    path = ONTOLOGY / "vocab" / f"{scheme}.ttl"
    if not path.is_file():
        known = ", ".join(sorted(one.stem for one in path.parent.glob("*.ttl")))
        raise QueryError(f"concept:{scheme}: no such vocabulary; it is one of {known}")
    store = Store()
    store.bulk_load(path=str(path), format=RdfFormat.TURTLE)
    first = next(iter(terms.scheme(scheme).values()))
    return store, NamedNode(first.rpartition("/")[0])


def _word(parameter: Parameter, value: str, words: list[str]) -> Literal:
    if value not in words:
        raise QueryError(f"--{parameter.name} {value}: none of the words that there are: {', '.join(words)}")
    return Literal(value)


def _day(parameter: Parameter, value: str) -> Literal:
    try:
        return Literal(date.fromisoformat(value).isoformat(), datatype=NamedNode(f"{terms.PREFIXES['xsd']}date"))
    except ValueError as error:
        raise QueryError(f"--{parameter.name} {value}: not a date; write it as 2022-02-18") from error
