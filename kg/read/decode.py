"""Bytes to text: UTF-8 or GB18030, told apart strictly, so that no text is silently garbled."""

import re
from codecs import BOM_UTF8
from pathlib import Path

from kg.errors import InputError

# GB18030 decodes nearly any bytes. What is Chinese consists of the characters of GB 2312, which has the everyday ones;
# Big5 or Shift-JIS read as GB18030 does not.
_EVERYDAY_SHARE = 0.85
_SAMPLE = 100_000
_MEND = "save it as UTF-8 text"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """Return the text and the name of the codec that gives it: ``data.decode(codec)`` is the text again.

    Raises InputError, which names the file, when the bytes are binary, neither UTF-8 nor GB18030, or only white space.

    >>> decode("缙云县".encode("gb18030"), Path("a.txt"))
    ('缙云县', 'gb18030')
    """
    if b"\0" in data:
        raise InputError(
            f"{path}: the file is binary (it has NUL bytes), but text is read in UTF-8 or GB18030; {_MEND}"
        )
    text, codec = _text(data, path)
    if not text.strip():
        raise InputError(f"{path}: the file is empty, so there is nothing to read; leave it out or put its text in")
    return text, codec


def _text(data: bytes, path: Path) -> tuple[str, str]:
    codec = "utf-8-sig" if data.startswith(BOM_UTF8) else "utf-8"
    try:
        return data.decode(codec), codec
    except UnicodeDecodeError as error:
        where = error.start
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if not _everyday(text):
        raise InputError(f"{path}: byte {where} is not UTF-8 and the file is not GB18030 either; {_MEND}")
    return text, "gb18030"


def _everyday(text: str) -> bool:
    foreign = "".join(_NOT_ASCII.findall(text[:_SAMPLE]))
    known = foreign.encode("gb2312", "ignore")
    return bool(foreign) and len(known) // 2 >= _EVERYDAY_SHARE * len(foreign)
