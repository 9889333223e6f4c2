"""Characters folded one for one: full-width to ASCII, punctuation beside Chinese to Chinese; lengths never change.

A character that must go is folded to ``GONE``, white space but tabs to blanks, so that offsets count in the source.
"""

import re
import unicodedata
from functools import cache

GONE = "\u200b"
_HAN = "\u4e00-\u9fff\u3400-\u4dbf〇"
_BESIDE = _HAN + "“”‘’《》（）、，。；：！？…—％"
_KEPT_WIDE = "！（），：；？～"
_WIDE_MARK = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_GONE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ue000-\uf8ff"
)

_HAS_WIDE = re.compile(f"[{_BESIDE}]")
_HAS_HAN = re.compile(f"[{_HAN}]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_ALONE = f"(?<=\\n)[,;](?= *\\n *[{_BESIDE}])"  # a line of nothing else
_MARK = re.compile(f"(?<=[{_BESIDE}])[,;:!?]|[,;:!?](?=[{_BESIDE}])|{_ALONE}")
_BRACKETS = re.compile(r"[(（]([^()（）\n]{0,60})[)）]")
_DOUBLE = re.compile(r"[“”\"]")
_SINGLE = re.compile(r"[‘’]|(?<![A-Za-z])'|'(?![A-Za-z])")


def fold(text: str) -> str:
    """Return the text with every character folded, as long as before.

    >>> fold("产值１，增长５％,其中GDP(现价)")
    '产值1，增长5%，其中GDP（现价）'
    """
    text = text.replace("\r\n", " \n").translate(_table())
    text = _THOUSANDS.sub(GONE, text)
    text = _MARK.sub(lambda match: _WIDE_MARK[match[0]], text)
    return _BRACKETS.sub(_wide_brackets, text) if "(" in text or ")" in text else text


def fold_quotes(text: str) -> str:
    """Return a block with its straight quotes turned by pairs into Chinese ones, where it has Chinese at all.

    >>> fold_quotes('用好"三把钥匙",实现"两强"')
    '用好“三把钥匙”,实现“两强”'
    """
    if '"' in text and _HAS_HAN.search(text):
        text = _paired(_DOUBLE, text, "“”")
    if "'" in text and _HAS_HAN.search(text):
        text = _paired(_SINGLE, text, "‘’")
    return text


def _paired(mark: re.Pattern[str], text: str, pair: str) -> str:
    inside = False

    def turn(match: re.Match[str]) -> str:
        nonlocal inside
        quote = match[0] if match[0] in pair else pair[inside]
        inside = quote == pair[0]
        return quote

    return mark.sub(turn, text)


def _wide_brackets(match: re.Match[str]) -> str:
    around = match.string[max(0, match.start() - 1) : match.end() + 1]
    return f"（{match[1]}）" if _HAS_WIDE.search(around) else match[0]


@cache
def _table() -> dict[int, str]:
    """Return the folds of single characters: compatibility forms to NFKC, blanks to one, invisible ones to GONE."""
    ranges = [(0xFF01, 0xFF65), (0xFE50, 0xFE70), (0xF900, 0xFB00), (0x2E80, 0x2FE0), (0x2F800, 0x2FA20)]
    table = {}
    for code in (code for begin, end in ranges for code in range(begin, end)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code) and chr(code) not in _KEPT_WIDE:
            table[code] = _WIDE_MARK.get(plain, plain)
    for member in re.findall(r"(.)-(.)|(.)", _GONE, re.DOTALL):
        table |= dict.fromkeys(_codes(member), GONE)
    for member in re.findall(r"(.)-(.)|(.)", _BLANKS, re.DOTALL):
        table |= dict.fromkeys(_codes(member), " ")
    return table | dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n")


def _codes(member: tuple[str, str, str]) -> range:
    first, last, single = member
    return range(ord(first or single), ord(last or single) + 1)
