"""The last step: white space closed up, every kept character with its source offset."""

import re

from kg.clean.fold import GONE, fold_quotes

_RUN = re.compile(f"[ \n{GONE}]+")
_LETTER = re.compile(r"[A-Za-z]")
_LEFT = re.compile(r"[A-Za-z0-9.,;:%)&]")
_RIGHT = re.compile(r"[A-Za-z0-9(&]")
_HAN = "\u4e00-\u9fff\u3400-\u4dbf〇"
# 聚 焦 主 业: characters set apart one by one, with what else stands among them
_SPACED = re.compile(rf"(?<![^\s{GONE}])[{_HAN}0-9](?: +[{_HAN}0-9，、：；]){{3,}}(?![^\s{GONE}])")
# a gap that parts the clauses of a headline, or a title from a name; a name of two characters may be set apart itself
_GAP = re.compile(rf"[{_HAN}”’》）%][{_HAN}“‘《（]")
_LONE = re.compile(rf"(?<![^ \n{GONE}])[{_HAN}][ {GONE}]+[{_HAN}](?![^ \n{GONE}])")


def squeeze(text: str, begin: int, end: int, headline: bool) -> tuple[str, list[range]]:
    """Return the clean text of a block of folded text, and the source offsets of its characters as ranges.

    White space goes, except one blank between Latin words or numbers and, in a headline, between its clauses.

    >>> squeeze("引进 亿元项目 35\\n个 GDP growth", 0, 24, headline=False)[0]
    '引进亿元项目35个GDP growth'
    >>> squeeze("县委书记  林  某", 0, 10, headline=True)[0]
    '县委书记 林某'
    """
    block = fold_quotes(text[begin:end])
    if " " in block:
        block = _SPACED.sub(lambda spaced: spaced[0].replace(" ", GONE), block)
    parts, ranges, at = [], [], 0
    for run in _RUN.finditer(block):
        parts.append(block[at : run.start()])
        ranges.append(range(begin + at, begin + run.start()))
        if _keeps(block, run, headline):
            blank = begin + run.end() - len(run[0].lstrip(GONE))
            parts.append(" ")
            ranges.append(range(blank, blank + 1))
        at = run.end()
    return "".join(parts) + block[at:], [*ranges, range(begin + at, end)]


def _keeps(block: str, run: re.Match[str], headline: bool) -> bool:
    if run.end() == len(block) or not run.start() or not run[0].strip(GONE):
        return False
    left, right = block[run.start() - 1], block[run.end()]
    if "\n" in run[0]:
        return bool(_LETTER.match(left) and _LETTER.match(right))
    if _LEFT.match(left) and _RIGHT.match(right):
        return True
    return headline and bool(_GAP.match(left + right)) and not _LONE.match(block, run.start() - 1)
