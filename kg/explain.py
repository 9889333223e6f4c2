"""Explain a thing of the graph: its names and its facts, each with the document and the sentence, the words marked."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Store

from kg import terms
from kg.ask.queries import KINDS
from kg.ask.values import called, names, near
from kg.errors import QueryError
from kg.export.dossiers import Dossier, dossiers
from kg.export.facts import Evidence
from kg.export.marks import marked

# A region is mentioned in hundreds of sentences that say nothing more of it.
_MENTIONS = 5
_THINGS = [NamedNode(terms.term(name)) for name in (*KINDS, "Event")]


def explain(store: Store, thing: str, signs: tuple[str, str] = ("【", "】")) -> Iterator[str]:
    """Yield the explanation of a thing line by line; the thing is an IRI or a name, full or other.

    ``signs`` go before and after the words of a fact in its sentence. A name of several things gives a list of them.
    Raises QueryError when nothing goes by the name.
    """
    found = meant(store, thing)
    if len(found) > 1:
        yield f"{len(found)} things go by the name {thing}; explain one of them by its IRI:"
        yield from (_plain(f"  {one.kind}  {one.label}  {one.thing}  (stated {one.weight} times)") for one in found)
        return
    yield from _lines(found[0], signs)


def meant(store: Store, thing: str) -> list[Dossier]:
    """Return what is known of each thing that an IRI or a name means, one at least.

    Raises QueryError when nothing goes by the name.
    """
    found = [dossier for node in _nodes(store, thing) for dossier in dossiers(store, node)]
    if not found:
        raise QueryError(f"{thing}: nothing goes by this name; {near(thing, names(store, _THINGS))}")
    return found


def _nodes(store: Store, thing: str) -> list[NamedNode]:
    if "://" not in thing:
        return called(store, thing, _THINGS)
    try:
        return [NamedNode(thing)]
    except ValueError as error:
        raise QueryError(f"{thing}: not an IRI ({error}); copy one from the graph, or give a name") from error


def _lines(thing: Dossier, signs: tuple[str, str]) -> Iterator[str]:
    yield _plain(f"{thing.label}  ({thing.kind})")
    if thing.aliases:
        yield _plain(f"also: {'、'.join(thing.aliases)}")
    yield _plain(thing.thing)
    for group, facts in thing.shown:
        yield f"\n{group} {len(facts)}"
        kept = facts[:_MENTIONS] if group == "mentions" else facts
        for fact in kept:
            if fact.cells:
                texts = [cell.text for cell in fact.cells if cell.text]
                sure = fact.fact.one("confidence")
                yield _plain("  " + "  ".join([*texts, f"({sure})"] if sure else texts))
            yield from (_sentence(evidence, signs) for evidence in fact.evidence)
        if len(kept) < len(facts):
            yield f"    and {len(facts) - len(kept)} more"


def _sentence(evidence: Evidence, signs: tuple[str, str]) -> str:
    place = _plain(f"{evidence.document} {evidence.begin}-{evidence.end}")
    return f"    {place}  {marked(_plain(evidence.text), evidence.marks, *signs)}"


def _plain(text: str) -> str:
    """Return the text with a space for whatever could steer a terminal; offsets stay as they are."""
    return "".join(character if character.isprintable() else " " for character in text)
