"""What is printed twice (shadowed headlines, doubled characters) made single, page numbers left out: by masking."""

import re
from collections import Counter

from kg.clean.fold import GONE
from kg.resources import patterns

# Below this a doubled line may be meant (层层, 常常); above, looking for copies would cost more than it finds.
_SHORTEST, _LONGEST = 8, 1200
_LINE = re.compile(r"[^\n]+")


def mask(text: str) -> str:
    """Return the text, as long as before, with each second copy masked by GONE.

    A line is printed twice when all of it falls into pieces that each come two by two; what else goes is in the groups
    ``drop…`` of the rows of that kind in patterns/clean.jsonl.

    >>> mask("春到小镇春到小镇，，万物生万物生。。").replace(GONE, "")
    '春到小镇，万物生。'
    """
    copies = [span for line in _LINE.finditer(text) for span in _copies(line)]
    kept, at = [], 0
    for begin, end in copies:
        kept += [text[at:begin], GONE * (end - begin)]
        at = end
    text = "".join(kept) + text[at:]
    for row in patterns("clean"):
        if row.more["kind"] == "drop":
            text = row.regex.sub(_drop, text)
    return text


def _drop(match: re.Match[str]) -> str:
    found = list(match[0])
    for name in match.re.groupindex:
        if name.startswith("drop"):
            begin, end = (at - match.start() for at in match.span(name))
            found[begin:end] = GONE * (end - begin)
    return "".join(found)


def _copies(line: re.Match[str]) -> list[tuple[int, int]]:
    """Return the spans of the second copies when the whole line is printed twice, in the order of the text."""
    shown = line[0].replace(" ", "").replace(GONE, "")
    if not _SHORTEST <= len(shown) <= _LONGEST or any(shown.count(char) % 2 for char in shown[:3]):
        return []
    if any(count % 2 for count in Counter(shown).values()):
        return []
    at = [line.start() + i for i, char in enumerate(line[0]) if char not in (" ", GONE)]
    return [(at[i + size], at[i + 2 * size - 1] + 1) for i, size in _pieces(shown)]


def _pieces(shown: str) -> list[tuple[int, int]]:
    """Return (begin, size) of the pieces that come two by two and make up the line, or nothing when they do not."""
    path: list[tuple[int, int]] = []
    dead: set[int] = set()
    begin, size = 0, 1
    while begin < len(shown):
        while begin + 2 * size <= len(shown):
            if begin + 2 * size not in dead and shown.startswith(shown[begin : begin + size], begin + size):
                break
            size += 1
        else:
            dead.add(begin)
            if not path:
                return []
            begin, size = path.pop()
            size += 1
            continue
        path.append((begin, size))
        begin, size = begin + 2 * size, 1
    return path
