"""Setting: the region or platform that "we", 全县 and 该区 are in a document."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from math import sqrt
from typing import TypeAlias

from spacy.tokens import Doc

from kg import register
from kg.annotate.spans import marked
from kg.model import Name
from kg.resources import lexicon, pattern, patterns

# A zone speaks for itself (全区, 该区) when the text names it at least this often.
_ZONE_MENTIONS = 3
# Characters within which a paper introduces the zone that it is about.
_INTRODUCTION = 200
_HEADLINES, _SHORT = 3, 30  # lines that a headline may have, and characters of those below the first
_WE = "我"  # 我县 is said by one who speaks for a county
_PLACE_TAGS = frozenset({"LOC", "ORG"})
_UNITS = frozenset("省市县区州盟旗")
_COUNTIES = "县区市"
Word: TypeAlias = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a document speaks from: ``home``, and the regions that it is or lies in, nearest first."""

    home: Name | None
    chain: tuple[register.Region, ...] = ()

    def region(self, level: str) -> Name | None:
        """Return the region of a level (province, prefecture, county) that home is or lies in."""
        return next((r.as_name for r in self.chain if r.level == level), None)

    def of(self, unit: str) -> Name | None:
        """Return whom 省, 市, 县, 区, 州 … in 全省, 市委, 我县 mean here, or None.

        >>> chain = register.chain(register.regions()["331122"])
        >>> setting = Setting(chain[0].as_name, chain)
        >>> setting.of("市").text, setting.of("县").text, setting.of("旗")
        ('丽水市', '缙云县', None)
        """
        if unit == "区" and self.home and self.home.kind == "Platform":
            return self.home
        return next((r.as_name for r in self.chain if r.name.endswith(unit)), None)


@cache
def _self_words() -> tuple[re.Pattern[str], dict[str, str]]:
    units = {row["word"]: row["unit"] for row in lexicon("self_words")}
    return re.compile("|".join(sorted(units, key=lambda w: (-len(w), w)))), units


def _zone(text: str) -> tuple[str, register.Region | None] | None:
    """Return the platform that a heading names and the region in its name, if it is a zone."""
    match = pattern("zones", "zone").fullmatch(text)
    if match and match["place"]:
        places = [name for _, _, name in register.find(match["place"])]
        return text, register.choose(places[-1], ()) if places else None
    return None


def _of_name(text: str) -> Setting | None:
    if region := register.choose(text, ()):
        chain = register.chain(region)
        return Setting(region.as_name, chain)
    if zone := _zone(text):
        return Setting(Name("Platform", zone[0]), register.chain(zone[1]) if zone[1] else ())
    return None


def _masthead(texts: Sequence[str], sure: bool) -> Setting | None:
    """Return the setting that a masthead or a file name prints; the name of a newspaper is not sure to be it."""
    for text in texts:
        for row in (p for p in patterns("setting") if p.more["sure"] is sure):
            for match in row.regex.finditer(text):
                if (zone := _zone(match["place"])) and zone[1]:
                    return Setting(Name("Platform", zone[0]), register.chain(zone[1]))
                found = [name for _, _, name in register.find(match["place"])]
                if found and match["place"].endswith(found[-1]) and (region := register.choose(found[-1], ())):
                    return Setting(region.as_name, register.chain(region))
    return None


def _printed_places(text: str, words: Sequence[Word]) -> Counter[str]:
    """Return how often each name of the register is printed; what surely is a place by itself counts twice.

    A short name counts once where it begins a body's name (平川轴承公司) or where LAC sees no place (古城, 运河), not
    at all where it is an end and a beginning of two words (投资兴建).
    """
    bodies = {begin for begin, _, tag in words if tag == "ORG" and text[begin] not in _UNITS}
    alone = {b: e for b, e, tag in words if tag == "LOC" or (tag == "ORG" and e not in bodies)}
    inner = {at for begin, end, tag in words if tag not in _PLACE_TAGS for at in range(begin + 1, end)}
    printed = Counter[str]()
    for begin, end, name in register.find(text):
        whole = name[-1] in _UNITS and len(name) > 2
        if name not in register.macro_regions() and (whole or begin not in inner):
            printed[name] += 2 if whole or begin < alone.get(begin, begin) <= end + 1 else 1
    for match in pattern("zones", "zone").finditer(text):
        if name := _of_zone(match["place"]):
            printed[name] += 2
    return printed


def _of_zone(place: str) -> str:
    """Return the place whose zone goes by a word that alone is none (公安｜经济开发区 is of 公安县), or ""."""
    shorts = (place[at:] for at in range(max(len(place) - 1, 0)) if place[at:] not in register.names())
    return next((name for short in shorts for unit in _COUNTIES if (name := short + unit) in register.names()), "")


def _counted(text: str, paper: Setting | None, words: Sequence[Word]) -> Setting | None:
    """Return the setting that the text itself speaks from: the place it names most, weighed by 全市, 县委, 省长 ….

    In the newspaper of a place only that place, those in it and those it lies in are heard.
    """
    pattern, units = _self_words()
    spoken = Counter(units[match.group()] for match in pattern.finditer(text))
    own = Counter(units[match.group()] for match in pattern.finditer(text) if match.group().startswith(_WE))
    found = _printed_places(text, words)
    near = tuple(r.code for name, _ in found.most_common() if (r := register.choose(name, ())))
    score: Counter[str] = Counter()
    for name, count in found.items():
        if region := register.choose(name, near[:3]):
            score[region.code] += count
    for code in list(score):
        name = register.regions()[code].name
        word = "自治区" if name.endswith("自治区") else name[-1]
        score[code] = round(100 * score[code] * sqrt(1 + spoken[word]))
    heard = {code: count for code, count in score.items() if paper is None or _near(code, paper)}
    if paper and heard.keys() <= {paper.chain[0].code} and _unheard(text, paper.chain[0]):
        heard = dict(score)
    mine = {code for code in heard if register.regions()[code].name.endswith(tuple(own))}
    if mine and len(own) == 1:
        heard = {code: count for code, count in heard.items() if code in mine}
    for above in _ranked(text, near):
        inner = {code for code in heard if above in register.chain(register.regions()[code])[1:]}
        heard = {code: count for code, count in heard.items() if code != above.code} if inner else heard
    if not heard:
        return paper
    best = register.regions()[max(heard, key=lambda code: heard[code])]
    best = _titled(_title(text), best, heard)
    return Setting(best.as_name, register.chain(best))


def _ranked(text: str, near: Sequence[str]) -> list[register.Region]:
    """Return the places among whose parts the paper's own is ranked (增速列某某各县区第二位), so that it is none."""
    named = (match["place"] for match in pattern("places", "ranked").finditer(text))
    return [region for name in named if (region := register.choose(name, tuple(near[:3])))]


def _title(text: str) -> str:
    """Return the first line of a text with the short lines below it: a headline may stand under what leads to it."""
    first, *below = text.split("\n")[:_HEADLINES]
    return "\n".join([first, *takewhile(lambda line: len(line) <= _SHORT, below)])


def _titled(title: str, best: register.Region, heard: Iterable[str]) -> register.Region:
    """Return the one place in ``best`` that the title names without it: a district's paper names its city often."""
    found = [(end, r) for _, end, name in register.find(title) if (r := register.choose(name, (best.code,)))]
    begins = {begin for begin, *_ in register.find(title)}
    borne = pattern("places", "borne")  # a newspaper's name
    # 云南省|云岭市 speaks of the latter alone.
    named = {r for end, r in found if r.code in heard and end not in begins and not borne.match(title, end)}
    inner = [r for r in named if r != best and best in register.chain(r)]
    return inner[0] if len(inner) == 1 and best not in named else best


def _unheard(text: str, own: register.Region) -> bool:
    """Tell whether a text prints its newspaper's district in that name alone: it may be a city's poetic name."""
    papers = (row for row in patterns("setting") if not row.more["sure"])
    named = {match.span("place") for row in papers for match in row.regex.finditer(text)}
    return own.level == "county" and all(
        any(begin <= at.start() and at.end() <= end for begin, end in named) for at in re.finditer(own.short, text)
    )


def _near(code: str, paper: Setting) -> bool:
    """Tell whether a region is a newspaper's own, lies in it, or holds it."""
    own = paper.chain[0]
    return own in register.chain(register.regions()[code]) or any(up.code == code for up in paper.chain)


def _introduced(text: str) -> Setting | None:
    """Return the zone that the first lines introduce (某某高新区位于…, …简介), when the text goes on about it."""
    head = text[:_INTRODUCTION]
    for match in pattern("zones", "introduced").finditer(head):
        name, short = match["zone"], match["short"] or match["form"]
        places = [place for _, _, place in register.find(match["place"])]
        region = register.choose(places[-1], ()) if places else None
        spoken = sum(text.count(word) for word in {short, match["form"]} - {name})
        spoken += sum(1 for _ in pattern("zones", "bare").finditer(text))
        told = spoken + text.count(name)
        if region and (match["titled"] or (told >= _ZONE_MENTIONS and spoken > text.count(region.short) // 2)):
            return Setting(Name("Platform", name), register.chain(region))
    return None


def _as_zone(text: str, region: register.Region) -> Setting | None:
    """Return the zone that the text is about, when it names one of the region more often than the region itself."""
    title = pattern("zones", "zone").match(text.partition("\n")[0])
    own = title.group() if title and not title["place"].startswith(region.short) else ""  # with a name of its own
    if own and text.count(own) >= _ZONE_MENTIONS and text.count(own) > text.count(region.short):
        return Setting(Name("Platform", own), register.chain(region))
    forms = Counter(match["form"] for match in pattern("zones", "zone").finditer(text))
    named = {form: count for form, count in sorted(forms.items()) if region.short + form in text}
    form = max(named, key=lambda form: named[form], default="")
    alone = text.count(region.short) - text.count(region.short + form)
    if not form or named[form] < _ZONE_MENTIONS or named[form] <= alone:
        return None
    return Setting(Name("Platform", region.short + form), register.chain(region))


def find(heading: str, mastheads: Sequence[str], text: str, words: Sequence[Word] = ()) -> Setting:
    """Return the setting of a document: its section heading, else its masthead, else what the text names most.

    ``words`` are LAC's (begin, end, tag), which tell a place by itself from one in a body's name.

    >>> find("", (), "全县上下抓招引。遂昌新增企业12家，遂昌县委书记讲话。").home.text
    '遂昌县'
    """
    if heading and (named := _of_name(heading)):
        return named
    if zone := _introduced(text):
        return zone
    printed = _masthead(mastheads, True) or _counted(text, _masthead(mastheads, False), words) or Setting(None)
    return (printed.chain and _as_zone(text, printed.chain[0])) or printed


class Settings:
    """Component: put ``doc._.setting`` from the section heading, the title, masthead and file name, and the text."""

    def __call__(self, doc: Doc) -> Doc:
        """Set who "we" are in the document."""
        document, text = doc._.document, doc._.clean.text
        heads = [text[b:e] for b, e, label, _ in marked(doc, "blocks") if label != "paragraph"]
        words = [(begin, end, tag) for begin, end, tag, _ in marked(doc, "words")]
        doc._.setting = find(document.heading, [document.identifier, *heads[:12]], text, words)
        return doc
