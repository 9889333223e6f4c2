"""What differs between two builds in words: the counts first, then what came (+), went (-) and changed (~)."""

from collections.abc import Iterator

from kg.diff.comparison import Changed, Compared, Comparison
from kg.diff.facts import Fact, Sentence

_SENTENCES = 2  # shown of a fact; a much told one has hundreds


def words(found: Comparison) -> Iterator[str]:
    """Yield the lines that tell a comparison."""
    if not found.added and not found.removed:
        yield "the two graphs are equal"
        return
    told = [one for one in found.kinds if any(_counts(one))]
    yield f"statements: {found.added} added, {found.removed} removed, in {_documents(found)}"
    yield from map(_summary, told)
    for one in told:
        if one.come or one.gone or one.changed:
            yield from ("", one.kind.name)
            yield from (line for changed in one.changed for line in _change(changed))
            yield from (line for fact in one.gone for line in _fact("-", fact))
            yield from (line for fact in one.come for line in _fact("+", fact))


def _documents(found: Comparison) -> str:
    (documents,) = (one for one in found.kinds if one.kind.name == "documents")
    return f"{found.touched} documents of both, {len(documents.come)} new and {len(documents.gone)} gone"


def _counts(one: Compared) -> tuple[int, ...]:
    return (len(one.come), len(one.gone), len(one.changed), one.elsewhere, one.surer, one.unsurer)


def _summary(one: Compared) -> str:
    come, gone, changed, elsewhere, surer, unsurer = _counts(one)
    told = [f"{come} came", f"{gone} went", f"{changed} changed"]
    told += [f"{elsewhere} told by other sentences"] if elsewhere else []
    told += [f"{surer} surer"] if surer else []
    told += [f"{unsurer} less sure"] if unsurer else []
    return f"{one.kind.name}: {', '.join(told)}"


def _fact(sign: str, fact: Fact) -> Iterator[str]:
    yield f"  {sign} {_line(part for part in fact.says if part)}"
    yield from _quoted(" ", fact.sentences)


def _change(one: Changed) -> Iterator[str]:
    old, new = one.before, one.after
    parts = zip(old.says, new.says, strict=True)
    yield f"  ~ {_line(_part(*both) for both in parts if any(both))}"
    if old.told == new.told:
        yield from _quoted(" ", new.sentences)
        return
    yield from _quoted("-", old.sentences)
    yield from _quoted("+", new.sentences)
    if one.kept:
        yield f"      what it was before is still told by {', '.join(one.kept[:_SENTENCES])}"


def _part(old: str, new: str) -> str:
    return new if old == new else f"{old or 'nothing'} → {new or 'nothing'}"


def _line(parts: Iterator[str]) -> str:
    return "  ".join(parts)


def _quoted(sign: str, sentences: tuple[Sentence, ...]) -> Iterator[str]:
    yield from (f"    {sign} {one.document}: {one.text}" for one in sentences[:_SENTENCES])
    if (more := len(sentences) - _SENTENCES) > 0:
        yield f"    {sign} and {more} more"
