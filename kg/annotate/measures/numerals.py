"""Chinese numerals: a closed class that is grammar, so its characters stand here and nowhere else."""

import re
from decimal import Decimal

_DIGITS = {**{c: n for row in ("零一二三四五六七八九", "0123456789") for n, c in enumerate(row)}, "〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

ARABIC = r"\d++(?:,\d{3})*(?:\.\d+)?"
"""A regular expression for a number in Arabic digits."""

_DIGIT = "零〇一二两三四五六七八九"
CHINESE = f"(?!零)[{_DIGIT}十百千]{{1,12}}(?:万[{_DIGIT}十百千]{{1,12}})?(?:点[{_DIGIT}]{{1,12}})?"
"""A regular expression for a number in Chinese numerals; 万 and 亿 at its end belong to the unit."""


def _whole(text: str) -> int:
    total, section, digit = 0, 0, 0
    if not set(text) & (_TENS.keys() | _MYRIADS.keys()):  # 二〇二六: digit by digit
        return int("".join(str(_DIGITS[c]) for c in text) or "0")
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            section += (digit or 1) * _TENS[char]
            digit = 0
        else:
            total, section, digit = (total + section + digit) * _MYRIADS[char], 0, 0
    return total + section + digit


def number(text: str) -> Decimal:
    """Return the number that a numeral writes, in Arabic digits or in Chinese numerals.

    >>> number("1,160.5"), number("一万五千"), number("二十"), number("二〇二六"), number("三点五"), number("百")
    (Decimal('1160.5'), Decimal('15000'), Decimal('20'), Decimal('2026'), Decimal('3.5'), Decimal('100'))
    >>> number("二0二6")  # as scans mix them
    Decimal('2026')
    """
    if re.fullmatch(ARABIC, text):
        return Decimal(text.replace(",", ""))
    whole, _, fraction = text.partition("点")
    decimals = "".join(str(_DIGITS[c]) for c in fraction)
    return Decimal(f"{_whole(whole)}.{decimals}") if decimals else Decimal(_whole(whole))
