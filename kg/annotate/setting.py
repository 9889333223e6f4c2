"""Setting: the region or platform that "we", 全县 and 该区 are in a document."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt

from spacy.tokens import Doc

from kg import register
from kg.annotate.spans import marked
from kg.model import Name
from kg.resources import lexicon, pattern, patterns

# A zone speaks for itself (全区, 该区) when the text names it at least this often.
_ZONE_MENTIONS = 3


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
                found = [name for _, _, name in register.find(match["place"])]
                if found and match["place"].endswith(found[-1]) and (region := register.choose(found[-1], ())):
                    return Setting(region.as_name, register.chain(region))
    return None


def _counted(text: str, paper: Setting | None) -> Setting | None:
    """Return the setting that the text itself speaks from: the place it names most, weighed by 全市, 县委, 省长 ….

    In the newspaper of a place only that place, those in it and those it lies in are heard.
    """
    pattern, units = _self_words()
    spoken = Counter(units[match.group()] for match in pattern.finditer(text))
    found = [name for _, _, name in register.find(text) if name not in register.macro_regions()]
    near = tuple(r.code for name, _ in Counter(found).most_common() if (r := register.choose(name, ())))
    score: Counter[str] = Counter()
    for name, count in Counter(found).items():
        if region := register.choose(name, near[:3]):
            score[region.code] += count
    for code in list(score):
        name = register.regions()[code].name
        word = "自治区" if name.endswith("自治区") else name[-1]
        score[code] = round(100 * score[code] * sqrt(1 + spoken[word]))
    heard = {code: count for code, count in sorted(score.items()) if paper is None or _near(code, paper)}
    if not heard:
        return paper
    best = register.regions()[max(heard, key=lambda code: heard[code])]
    return Setting(best.as_name, register.chain(best))


def _near(code: str, paper: Setting) -> bool:
    """Tell whether a region is a newspaper's own, lies in it, or holds it."""
    own = paper.chain[0]
    return own in register.chain(register.regions()[code]) or any(up.code == code for up in paper.chain)


def _as_zone(text: str, region: register.Region) -> Setting | None:
    """Return the zone that the text is about, when it names one of the region more often than the region itself."""
    forms = Counter(match["form"] for match in pattern("zones", "zone").finditer(text))
    named = {form: count for form, count in sorted(forms.items()) if region.short + form in text}
    form = max(named, key=lambda form: named[form], default="")
    alone = text.count(region.short) - text.count(region.short + form)
    if not form or named[form] < _ZONE_MENTIONS or named[form] <= alone:
        return None
    return Setting(Name("Platform", region.short + form), register.chain(region))


def find(heading: str, mastheads: Sequence[str], text: str) -> Setting:
    """Return the setting of a document: its section heading, else its masthead, else what the text names most.

    >>> find("", (), "全县上下抓招引。遂昌新增企业12家，遂昌县委书记讲话。").home.text
    '遂昌县'
    """
    if heading and (named := _of_name(heading)):
        return named
    printed = _masthead(mastheads, True) or _counted(text, _masthead(mastheads, False)) or Setting(None)
    return (printed.chain and _as_zone(text, printed.chain[0])) or printed


class Settings:
    """Component: put ``doc._.setting`` from the section heading, the title, masthead and file name, and the text."""

    def __call__(self, doc: Doc) -> Doc:
        """Set who "we" are in the document."""
        document, text = doc._.document, doc._.clean.text
        heads = [text[b:e] for b, e, label, _ in marked(doc, "blocks") if label != "paragraph"]
        doc._.setting = find(document.heading, [document.identifier, *heads[:12]], text)
        return doc
