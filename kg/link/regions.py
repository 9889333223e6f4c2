"""The register of places: which region a name or code is, what it lies in, and whose 市 or 县 is meant.

A *path* is the codes from the province down to a region: ("330000", "331100", "331122"); () where nothing is known.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg import register
from kg.model import Name, Reading

Path = tuple[str, ...]
NATION: Path = (
    "中国",
)  # the seat of the national bodies; no region lies in it, so that nobody is taken for their head
_LONGEST = 15  # characters of the longest full name of a county


@cache
def _codes() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(region.code for region in regions) for name, regions in register.names().items()}


def full_name(code: str) -> str:
    """Return the full name of the region with a GB/T 2260 code, or "" where the register has none.

    >>> full_name("331122")
    '缙云县'
    """
    region = register.regions().get(code)
    return region.name if region else ""


def short_name(code: str) -> str:
    """Return the name of a region without its administrative suffix, or "" where the register has none.

    >>> short_name("331127")
    '景宁'
    """
    region = register.regions().get(code)
    return region.short if region else ""


@cache
def is_name(text: str) -> bool:
    """Say whether a text is all a name of regions: 上海, 宁波市, 长三角."""
    return text in _codes() or text in register.macro_regions()


def path(code: str) -> Path:
    """Return the codes from the province down to the region; () for an unknown code.

    >>> path("331122")
    ('330000', '331100', '331122')
    """
    region = register.regions().get(code)
    return tuple(up.code for up in reversed(register.chain(region))) if region else ()


def within(inner: Path, outer: Path) -> bool:
    """Say whether one known path is the other or lies in it.

    >>> within(path("331122"), path("331100")), within(path("331100"), path("331122")), within(path("331100"), ())
    (True, False, False)
    """
    return bool(outer) and inner[: len(outer)] == outer


def leading(text: str, near: Path = ()) -> tuple[str, str]:
    """Return the code of the region that stands in front of a name, and the rest; ("", text) where none does.

    Regions may follow each other inwards (上海市普陀区…). Of several regions of one name the one nearest to ``near`` is
    taken, and none where that does not decide.

    >>> leading("宁波市北仑区科创园"), leading("科创园")
    (('330206', '科创园'), ('', '科创园'))
    """
    code, rest = "", text
    while rest not in _codes():
        for length in range(min(_LONGEST, len(rest) - 1), 1, -1):
            inner = _choose(_telling(rest[:length], path(code) or near), code, near)
            if inner:
                code, rest = inner, rest[length:]
                break
        else:
            break
    return code, rest


def _telling(name: str, near: Path) -> Iterator[str]:
    """Yield the codes that a name can stand for: any by the full name, a county by its short name only near home.

    Hundreds of short names are ordinary words of company names: 东海, 中山, 长安.
    """
    for code in _codes().get(name, ()):
        if name != short_name(code) or name == full_name(code) or len(path(code)) < 3 or path(code)[:1] == near[:1]:
            yield code


def _choose(codes: Iterable[str], outer: str, near: Path) -> str:
    """Return the code inside ``outer`` that shares most of its path with ``near``, or ""."""
    inside = [code for code in sorted(codes) if code != outer and (not outer or within(path(code), path(outer)))]
    if not inside:
        return ""
    shared = {code: sum(a == b for a, b in zip(path(code), near, strict=False)) for code in inside}
    best = [code for code in inside if shared[code] == max(shared.values())]
    # A prefecture and its city proper share a short name: the higher one is meant where one holds the other.
    tops = [code for code in best if not any(within(path(code), path(other)) for other in best if other != code)]
    return tops[0] if len(tops) == 1 else ""


def of_level(word: str, home: Path) -> str:
    """Return the code of the nearest region around ``home`` whose full name ends in 省, 市, 县, 区 …, or "".

    >>> full_name(of_level("市", path("331122"))), full_name(of_level("市", path("331181")))
    ('丽水市', '龙泉市')
    """
    return next((code for code in reversed(home) if full_name(code).endswith(word)), "")


@dataclass(frozen=True, slots=True)
class Home:
    """Where a document speaks from: its identifier, its home, and the path of the home's region."""

    document: str
    name: Name | None
    path: Path

    @property
    def platform(self) -> str:
        """Return the platform that is the home, or ""."""
        return self.name.text if self.name and self.name.kind == "Platform" else ""


def home_of(reading: Reading) -> Home:
    """Return where a document speaks from; a platform lies in the region that its name begins with."""
    name = reading.home
    code = name.code or leading(name.text)[0] if name else ""
    return Home(reading.document.identifier, name, path(code))
