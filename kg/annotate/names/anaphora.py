"""Short ways of naming again what the text has named: 该公司, 小镇, the zone whose paper this is."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kg import register
from kg.annotate.names.carriers.suffixes import sort_of, suffix_of, suffixes
from kg.annotate.names.carriers.weight import made_of_vague
from kg.annotate.names.view import SURE, Found, View, touches
from kg.industries import known
from kg.model import Name
from kg.resources import alternatives, lexicon, pattern, patterns, words

_REACH = 400  # characters back to the name that is meant
_SHORT, _FRONT = 3, 4  # characters of a trade name: what may stand for the company before a title, and anywhere
_OFTEN = 3  # so often a text names the zone that it is about
_DEFINITE = "该本新这"  # what stands before a word that points back wherever it stands (该园区, 走进新基地)
_OBLIQUE = frozenset("由与同向被")  # what they lead is not what a text goes on about (某某公司是由某某集团设立的)


@cache
def _bare() -> re.Pattern[str]:
    words = [text for text, suffix in suffixes().items() if suffix.kind in ("Platform", "Fund")]
    return re.compile(f"(?:(?<=[，。；：\\n])|^)(?P<word>{alternatives(words)})(?=[\\u4e00-\\u9fff（])")


@cache
def _pointing() -> tuple[re.Pattern[str], dict[str, tuple[str, str, bool]]]:
    rows = {row["word"]: (row["kind"], row["end"], bool(row["reach"])) for row in lexicon("pointing_words")}
    own = alternatives([word for word in rows if word[0] not in _DEFINITE])
    others = alternatives([word for word in rows if word[0] in _DEFINITE])
    sole = alternatives([word for word, (_, end, _) in rows.items() if word[0] not in _DEFINITE and end != "*"])
    timed = "|".join(f"(?<={row['word']})" for row in lexicon("time_ends"))
    opening = f"(?<=[，。；\\n“”由]){own}|(?:{timed}){sole}"
    return re.compile(f"{others}|(?:{opening})(?=[\\u4e00-\\u9fff])"), rows


def anaphora(view: View, named: Sequence[Found], taken: Sequence[Found]) -> Iterator[Found]:
    """Yield what names something again: 该公司, a bare suffix that opens a clause, a bare zone of this place."""
    free = [True] * len(view.text)
    for f in (*named, *taken):
        free[f.begin : f.end] = [False] * (f.end - f.begin)
    own = view.setting.home if view.setting.home and view.setting.home.kind == "Platform" else None
    order = sorted([*named, *taken], key=lambda f: f.end)
    ends = [f.end for f in order]
    told: dict[tuple[int, str], Found] = {}  # what a word meant last in a paragraph
    for begin, end, kind, tail, close in (*_pointed(view), *_opened(view)):
        if not all(free[begin:end]) or view.sentence_at(begin) is None:
            continue
        if own and "|" in tail and _fits(own, kind, tail):
            continue  # the zone whose paper it is
        reach = view.text.rfind("\n", 0, begin) if close else begin - _REACH
        near = order[bisect_left(ends, reach) : bisect_right(ends, begin)]
        fits = [f for f in near if _fits(f.name, kind, tail)]
        if not fits and kind == "Platform" and not close:  # the one zone of a paper, however far back
            fits = [f for f in order[: bisect_right(ends, begin)] if _fits(f.name, kind, tail)]
            fits = fits if len({f.name for f in fits}) == 1 else []
        acting = [f for f in fits if view.text[f.begin - 1 : f.begin] not in _OBLIQUE] or fits
        if kind == "Organization" and view.text[begin - 1 : begin] == "“":
            acting = _speaking(view, begin, order) or acting
        if kind == "Platform":  # what opened a sentence of the paragraph goes before its parts
            paragraph = view.text.rfind("\n", 0, begin)
            acting = [f for f in acting if f.begin > paragraph and view.text[f.begin - 1] in "\n。"] or acting
            if (
                begin == paragraph + 1 and "|" in tail
            ):  # what opens a paragraph speaks of the zone that the text is about
                acting = _main([f for f in named if f.end <= begin and _fits(f.name, kind, tail)]) or acting
        again = told.get(said := (view.text.rfind("\n", 0, begin), view.text[begin:end]))
        acting = [again] if again and not any(f.begin > again.end for f in acting) else acting
        if last := next(reversed(acting), None):
            free[begin:end] = [False] * (end - begin)
            told[said] = Found(begin, end, last.name)
            yield told[said]
    yield from _of_two(view, order)
    yield from _zone(view, free, [f.name for f in named])


def _main(zones: Sequence[Found]) -> list[Found]:
    """Return where the zone stands that is named three times or more, and more often than each other."""
    counts = Counter(f.name for f in zones if sort_of(f.name.text) == "zone").most_common(2)
    main = counts and counts[0][1] >= _OFTEN and (len(counts) == 1 or counts[0][1] > counts[1][1])
    return [f for f in zones if main and f.name == counts[0][0]]


def _speaking(view: View, begin: int, order: Sequence[Found]) -> list[Found]:
    """Return the company whose head is named as who speaks behind the quotation that opens before an offset."""
    close = view.text.find("”", begin, begin + _REACH)
    return [f for f in order if f.begin == close + 1 > 0 and _fits(f.name, "Organization", "*")]


def _of_two(view: View, order: Sequence[Found]) -> Iterator[Found]:
    """Yield what 前者 and 后者 mean: the two that stand last side by side (甲公司、乙公司)."""
    for match in pattern("anaphora", "of-two").finditer(view.text):
        near = [f for f in order if match.start() - _REACH < f.begin and f.end <= match.start()]
        pairs = [
            (one, other)
            for one, other in pairwise(near)
            if one.name.kind == other.name.kind and pattern("lists", "joint").fullmatch(view.text, one.end, other.begin)
        ]
        if pairs and view.sentence_at(match.start()) is not None:
            yield Found(*match.span(), pairs[-1][bool(match["latter"])].name)


def defined(view: View, named: Sequence[Found]) -> Iterator[Found]:
    """Yield each mention of a name by the short one that brackets give it: 某某有限公司（以下简称“某某装备”）."""
    for full in named:
        if match := pattern("anaphora", "defined").match(view.text, full.end):
            short = match["short"]
            for again in re.finditer(re.escape(short), view.text):
                begin, end = again.span()
                longer = any(
                    f.begin <= begin and end <= f.end and f.end - f.begin > len(short) for f in named
                )  # a carrier named after its company
                if not longer and view.sentence_at(begin) is not None:
                    yield Found(begin, end, full.name, SURE)


def called(view: View, named: Sequence[Found]) -> Iterator[Found]:
    """Yield each mention of a company by the heart of its name, or, before the title of its head, by the front of it.

    With 苏州长风叶片有限公司 named somewhere, 长风叶片 is that company; 联积电子科技有限公司 is in 联积电子总经理.
    """
    hearts, fronts = defaultdict[str, set[Name]](set), set[str]()
    for full in named:
        if sort_of(full.name.text) == "company" and (own := heart(full.name.text)):
            told = (own, *_short(full.name.text, own))
            fronts |= {form for form in told if len(form) >= _FRONT}
            for form in (*told, own[:_FRONT]):
                hearts[form].add(full.name)
    heads = {begin for begin, _ in view.titles}
    inside = [(f.begin, f.end) for f in named]
    for form, names in hearts.items():
        for match in re.finditer(re.escape(form), view.text) if len(names) == 1 else ():
            begin, end = match.span()
            apart = view.ends_word(begin) and view.ends_word(end) and view.sentence_at(begin) is not None
            if apart and (form in fronts or end in heads) and not any(b <= begin and end <= e for b, e in inside):
                yield Found(begin, end, next(iter(names)), 1)


def again(view: View, firms: Sequence[Found]) -> Iterator[Found]:
    """Yield each further mention of a company by its whole name, which LAC may read otherwise there (云州|时代).

    What the text calls by a longer name there is no mention.
    """
    names = {f.name.text: f.name for f in firms if len(f.name.text) >= _FRONT}
    spans = sorted((f.begin, f.end) for f in firms)
    for form, name in names.items():
        for match in re.finditer(re.escape(form), view.text):
            begin, end = match.span()
            index = view.word_at(begin)
            apart = index >= 0 and view.words[index][0] == begin and view.ends_word(end)
            inner = any(b <= begin and end <= e for b, e in spans)
            if apart and not inner and not touches(begin, end, view.titles) and view.sentence_at(begin) is not None:
                yield Found(begin, end, name, 3)


@cache
def heart(company: str) -> str:
    """Return what is a company's own in its name, without place and legal form; "" when that is said of many.

    >>> heart("苏州长风叶片股份有限公司"), heart("杭州数字科技有限公司")
    ('长风叶片', '')
    """
    suffix = suffix_of(company)
    body = company.removesuffix(suffix.text) if suffix else company
    place = max((last for first, last, _ in register.find(body) if first == 0), default=0)
    heart = body[place:]
    return "" if len(heart) < _SHORT or heart in known() or made_of_vague(heart) else heart


def _short(company: str, own: str) -> list[str]:
    """Return what a company goes by in short: its own name without its trade, with the place before it too.

    >>> _short("苏州远航新材料股份有限公司", "远航新材料")
    ['远航', '苏州远航']
    """
    core, trades = own, words("vague_words") | known()
    while cut := next((n for n in range(2, len(core) - 1) if core[n:] in trades), 0):
        core = core[:cut]
    return [core, company[: company.find(own)] + core] if core != own else []


def _pointed(view: View) -> Iterator[tuple[int, int, str, str, bool]]:
    pattern, rows = _pointing()
    for match in pattern.finditer(view.text):
        yield *match.span(), *rows[match.group()]


def _opened(view: View) -> Iterator[tuple[int, int, str, str, bool]]:
    for match in _bare().finditer(view.text):
        yield *match.span("word"), "", match["word"], False


def _fits(name: Name, kind: str, tail: str) -> bool:
    if kind and name.kind != kind:
        return False
    if tail.startswith("~"):
        return tail[1:] in name.text
    if tail == "*":
        return kind != "Organization" or sort_of(name.text) in ("company", "")
    return name.text.endswith(tuple(tail.split("|")))


def _zone(view: View, free: list[bool], named: Sequence[Name]) -> Iterator[Found]:
    """Yield a bare 开发区, 集聚区（开发区） … as the zone that speaks, or as the zone of the region that does.

    In a region's paper the zone is one that the paper names in full, or that goes by the region's own name.
    """
    home = view.setting.home
    zone = pattern("zones", "zone")
    national = pattern("carriers", "national")
    speaking = home is not None and home.kind == "Platform"
    matches = [m for p in patterns("zones")[: 2 if speaking else 1] for m in p.regex.finditer(view.text)]
    for match in matches if home else ():
        begin, end = match.span("form")
        if (
            view.text[begin - 1 : begin] == "（"
            or national.match(match["form"])
            or match["form"].startswith("级")  # 省级高新区: a rank
            or not all(free[begin:end])
            or view.sentence_at(begin) is None
        ):
            continue
        again = zone.match(view.text, end + 1) if view.text[end : end + 1] == "（" else None
        end = again.end() + 1 if again and view.text[again.end() : again.end() + 1] == "）" else end
        if home and speaking:
            yield Found(begin, end, home)
        elif view.text[begin:end] in _full_forms() and view.setting.chain and not _led(view.text, begin):
            full = [n for n in named if n.text.endswith(view.text[begin:end]) and n.kind == "Platform"]
            short = view.setting.chain[0].short
            yield Found(begin, end, full[0] if full else Name("Platform", short + view.text[begin:end]))


def _led(text: str, begin: int) -> bool:
    """Tell whether something before a bare zone makes it one of many or an aim (国家级高新区, 各开发区)."""
    return begin > 0 and "\u4e00" <= text[begin - 1] <= "\u9fff" and not text.endswith(_leads(), 0, begin)


@cache
def _leads() -> tuple[str, ...]:
    return tuple(row["word"] for row in lexicon("name_boundaries") if len(row["word"]) > 1)


@cache
def _full_forms() -> frozenset[str]:
    return frozenset(text for text, suffix in suffixes().items() if suffix.sort == "zone" and len(text) > 3)
