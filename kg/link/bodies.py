"""Bodies: which organization, platform, project or fund a name of a document means.

The order is from what is certain to what is likely: the national bodies, the offices of a region (市委), the zones of
the register, then within the document the short form to the one longer form that it fits, then the name for itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from kg.link import regions
from kg.link.forms import Form, calls, handles, is_bare, is_zone_word, may_mean, plain, take_apart, zone_offices
from kg.link.verdicts import Verdict, same_as, unlinked
from kg.model import Kind, Name
from kg.resources import lexicon

_FRONT = 2  # characters of a region's name that tell it
BY_HOME = "its name, with the document's home"
# The words by which an office says whose it is (市委, 省发改委): a closed class, the levels of the administration.
_LEVELS = ("自治区", "省", "市", "县", "区", "州", "旗", "盟")


@cache
def _offices() -> Mapping[str, str]:
    rows = lexicon("bodies")
    return {form: row["name"] for row in rows for form in (row["short"], row["name"]) if form}


@cache
def _nationals() -> Mapping[str, str]:
    rows = lexicon("national_bodies")
    return {form: row["name"] for row in rows for form in (row["name"], *row["aliases"].split("|")) if form}


@cache
def _hosted() -> tuple[str, ...]:
    """The suffixes of outposts and enclaves, whose names tell the host: 上海招商局 may be any county's."""
    return tuple(row["suffix"] for row in lexicon("name_suffixes") if row["sort"] in ("outpost", "enclave"))


@cache
def _level_words() -> tuple[str, ...]:
    return tuple(row["word"] for row in lexicon("level_words"))


@cache
def _zones() -> tuple[Mapping[str, tuple[str, str]], Mapping[str, tuple[tuple[str, str], ...]]]:
    """Return (full name, region code) by every name of a zone, and (stem, full name) of the zones by their region."""
    by_name, by_region = dict[str, tuple[str, str]](), dict[str, tuple[tuple[str, str], ...]]()
    for row in lexicon("zones"):
        for form in (row["name"], *row["aliases"].split("|")):
            if form:
                by_name[form] = row["name"], row["region"]
        stem = take_apart(row["name"]).stem
        by_region[row["region"]] = (*by_region.get(row["region"], ()), (stem, row["name"]))
    return by_name, by_region


def whose(text: str) -> str:
    """Return the level by which an office says whose it is, or "".

    >>> whose("市发改委"), whose("市场监管局"), whose("宁波市发改委")
    ('市', '', '')
    """
    level = next((level for level in _LEVELS if text.startswith(level)), "")
    return level if len(text) > len(level) and not text.startswith(_level_words()) else ""


def office(form: Form, home: regions.Home) -> Verdict | None:
    """Return the office of a region or zone that a name means: 市委, 省委党校, 公安局; None when it is none.

    >>> office(take_apart("市政府"), regions.Home("a", None, regions.path("331122"))).label
    '丽水市人民政府'
    """
    if found := _zone_office(form, home):
        return found
    if level := whose(form.text):
        code, rest = regions.of_level(level, home.path), form.text.removeprefix(level)
        if not code:
            return unlinked(f"the document does not tell whose {form.text} it is")
        return _office(code, rest, f"the {level} around the document's home")
    # 上海招商局 in a paper from elsewhere may be its own outpost there: only a full name tells 上海市's.
    told = form.code in home.path or form.text.startswith(regions.full_name(form.code))
    if form.code and told and form.rest.startswith(tuple(_offices())):
        return _office(form.code, form.rest, "the region in its name")
    if home.path and form.text in _offices():
        return _office(home.path[-1], form.text, "an office of the document's home")
    return None


def _office(code: str, rest: str, reason: str) -> Verdict:
    label, printed = (regions.full_name(code) + office for office in (_offices().get(rest, rest), rest))
    return Verdict(label, label, 0.95, reason, seat=regions.path(code), alias=printed if printed != label else "")


def _zone_office(form: Form, home: regions.Home) -> Verdict | None:
    """Return the office of a zone: 开发区管委会, or 党工委 in a paper of the zone."""
    ending = next((word for word in zone_offices() if form.text.endswith(word)), "")
    head = form.text.removesuffix(ending)
    if not ending:
        return None
    if head in ("", "区"):
        head = home.platform
    found = zone(take_apart(head, home.path), home) if head else None
    if found is None:
        return None
    return Verdict(found.label + ending, found.label + ending, 0.9, "the office of that zone", seat=found.seat)


def zone(form: Form, home: regions.Home) -> Verdict | None:
    """Return the zone of the register that a form means, by its full name, or by its place and kind; None when none.

    >>> zone(take_apart("宁波开发区"), regions.Home("a", None, ())).label
    '宁波经济技术开发区'
    """
    by_name, by_region = _zones()
    if form.text in by_name and not _elsewhere(form, *by_name[form.text], home):
        label, code = by_name[form.text]
        return _registered(label, code, 1.0, "its name in the register of zones")
    if not is_zone_word(form):
        return None
    own = take_apart(home.platform, home.path)
    if form != own and form.code in ("", own.code) and {own.stem, own.aside} & {form.stem, form.aside} - {""}:
        return zone(own, home)
    code = form.code or (home.path[-1] if home.path else "")
    fits = [label for stem, label in by_region.get(code, ()) if stem in (form.stem, form.aside)]
    if len(fits) == 1:
        return _registered(fits[0], code, 0.9, "the one zone of that kind that the place has in the register")
    return _registered(own.text, code, 0.9, "the zone that the document speaks from") if form == own else None


def _elsewhere(form: Form, label: str, code: str, home: regions.Home) -> bool:
    """Tell whether a zone's other name, which does not tell its place, stands in the paper of another province."""
    around = regions.path(code)
    told = form.text == label or form.text.startswith(tuple(regions.full_name(c)[:_FRONT] for c in around))
    return not told and bool(home.path) and around[:1] != home.path[:1]


def _registered(label: str, code: str, score: float, reason: str) -> Verdict:
    return Verdict(label, label, score, reason, seat=regions.path(code))


def judge(names: Iterable[Name], kind: Kind, home: regions.Home) -> dict[Name, Verdict]:
    """Return what each name of one kind means in a document.

    Longer names are judged first, so that a short form finds the full one wherever it stands. A bare form (该公司) that
    fits none or several stays unlinked; a name of its own that fits several stands for itself.

    >>> names = [Name("Organization", text) for text in ("该公司", "东海轴承", "浙江东海轴承有限公司")]
    >>> found = judge(names, "Organization", regions.Home("a", None, regions.path("330200")))
    >>> {verdict.label for verdict in found.values()}
    {'浙江东海轴承有限公司'}
    """
    longest_first = sorted(names, key=lambda name: (-len(plain(name.text)), name.text))
    forms = {name: take_apart(name.text, home.path) for name in longest_first}
    found = {name: verdict for name, form in forms.items() if (verdict := _certain(form, kind, home))}
    called = defaultdict[str, list[tuple[Form, Verdict]]](list)
    for name in (*found, *(name for name in forms if name not in found)):
        form = forms[name]
        if name not in found:
            known = [root for word in sorted(calls(form)) for root in called[word]]
            found[name] = _likely(form, kind, {v.key: v for full, v in known if may_mean(form, full)}, home)
        if found[name].key:
            for word in handles(form, kind):
                called[word].append((form, found[name]))
    return found


def _certain(form: Form, kind: Kind, home: regions.Home) -> Verdict | None:
    if kind == "Platform":
        return zone(form, home)
    if kind != "Organization":
        return None
    if label := _nationals().get(form.text):
        return Verdict(label, label, 1.0, "a national body of the register", seat=regions.NATION)
    return office(form, home)


def _likely(form: Form, kind: Kind, fits: Mapping[str, Verdict], home: regions.Home) -> Verdict:
    """Return what a form means of the longer names that it may be short for, or the name for itself."""
    if len(fits) == 1:
        return same_as(next(iter(fits.values())), 0.8, "the one longer name in the document that it can be short for")
    if not is_bare(form, kind):
        return _itself(form, kind, home, fits)
    if fits:
        return unlinked(f"{len(fits)} names in the document can be meant", *fits)
    if not is_zone_word(form) or not home.path:
        return unlinked("it names nothing by itself, and no name in the document can be meant")
    label = regions.full_name(home.path[-1]) + form.text
    return Verdict(label, label, 0.6, "the zone of the document's home", seat=home.path)


def _itself(form: Form, kind: Kind, home: regions.Home, fits: Iterable[str]) -> Verdict:
    """Return the body of just that name: with the document's home in its key, unless the name tells its region."""
    code = form.code or regions.leading(form.aside, home.path)[0]
    seat = (regions.path(code) or home.path) if kind == "Platform" and is_zone_word(form) else ()
    level = whose(form.text)
    if around := regions.of_level(level, home.path) if level else "":
        label = regions.full_name(around) + form.text.removeprefix(level)
        return Verdict(label, label, 0.9, f"its name, with the {level} around the document's home", seat=seat)
    if code and not (form.text.endswith(_hosted()) and code not in home.path):
        return Verdict(form.text, form.text, 0.9, "its full name", tuple(sorted(fits)), seat)
    place = regions.full_name(home.path[-1]) if home.path else home.document
    return Verdict(f"{form.text}-{place}", form.text, 0.7, BY_HOME, tuple(sorted(fits)), seat)
