"""Measures: what a figure measures, and what an item leaves to those behind it in its sentence."""

from dataclasses import dataclass, replace

from kg.annotate.names.carriers.suffixes import suffixes
from kg.extract.figures import words
from kg.model import Status

_LONGEST_TOPIC = 8


@dataclass(frozen=True, slots=True)
class Head:
    """What the items before leave to the next: verb, noun, indicator without growth, its scope, and whether it grew.

    ``before`` is the clause before the item's, when it has no quantity; ``rate`` the share told last, whose change in
    points may follow.
    """

    verb: str = ""
    noun: str = ""
    base: str = ""
    scope: tuple[str, ...] = ()
    grew: bool = False
    before: str = ""
    topic: str = ""
    rate: str = ""

    @property
    def measure(self) -> str:
        """Return the measure that the clause before names for those that follow: 5年投资规模，….

        >>> Head(before="投资规模").measure, Head(before="提升城市能级和核心竞争力").measure
        ('投资规模', '')
        """
        short = len(self.before) <= _LONGEST_TOPIC
        return self.before if short and words.ending("indicator_heads").search(self.before) else self.topic


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator with its scope, and what the next item may lean on.

    ``of`` is the noun of the thing whose size, area or investment it is, ``said`` the clause that may name the subject,
    ``leans`` is its status where no word tells: what is counted as being there (与8个分局互动), a size aimed at;
    ``when`` is the period of the
    event that counted it.
    """

    indicator: str
    scope: tuple[str, ...]
    head: Head
    of: str = ""
    said: str = ""
    leans: Status | None = None
    when: str = ""


def split(verb: str, noun: str) -> tuple[str, tuple[str, ...]]:
    """Return indicator and scope of a counted noun: 招引｜生物技术企业 is 招引企业 of 生物技术.

    >>> split("招引", "生物技术企业"), split("", "规上工业产值")
    (('招引企业', ('生物技术',)), ('规上工业产值', ()))
    """
    found = words.ending("counted_heads").search(noun) if verb else None
    if found is None or not found.start():
        return verb + noun, ()
    return verb + found.group(), (noun[: found.start()],)


def of_sector(measured: Measure) -> Measure:
    """Return a measure that is only called by a sector as the gross product of it: 一产｜10亿元, 增长4%.

    >>> of_sector(Measure("一产增速", (), Head())).indicator, of_sector(Measure("一产增加值", (), Head())).indicator
    ('生产总值增速', '一产增加值')
    """
    sector = words.pattern("sector-of-product").fullmatch(measured.indicator)
    if sector is None:
        return measured
    indicator = words.suffixes()["product"] + (sector["grown"] or "")
    return replace(measured, indicator=indicator, scope=(sector["part"], *measured.scope))


def is_measure(noun: str) -> bool:
    """Return whether a noun ends as the names of measures do.

    >>> is_measure("规上工业产值"), is_measure("规上企业")
    (True, False)
    """
    return words.ending("indicator_heads").search(noun) is not None


def is_thing(noun: str) -> bool:
    """Return whether a noun ends as the names of platforms, projects and funds do.

    >>> is_thing("河滨公园提升改造项目"), is_thing("全社会研发"), is_thing("茶园")
    (True, False, False)
    """
    if words.pattern("plantation").search(noun):
        return False
    ending = next((noun[at:] for at in range(len(noun)) if noun[at:] in suffixes()), "")
    return bool(ending) and suffixes()[ending].kind in ("Platform", "Project")


def is_attribute(noun: str) -> bool:
    """Return whether a noun says of a project or platform what is fixed beforehand (总投资)."""
    return words.pattern("attribute").fullmatch(noun) is not None
