"""Openings: what stands before verb and noun of an item: its subject, adverbs, periods, and the stage it is about."""

from kg.extract.figures import words
from kg.extract.figures.clauses import Item
from kg.extract.figures.page import Page
from kg.model import Kind, Name

BODIES: tuple[Kind, ...] = ("Platform", "Project", "Organization", "Region")
_SUBJECTS = frozenset({*BODIES, "Fund"})
_MARKS = "、，：；。"
_JOINING = "和与及同跟、以并或等"
_PEOPLE = frozenset({"person", "count"})
_UNTIL = ("截至", "截止")
_OF_WHICH = "其中"
# What stands behind a number with which an item ends.
_ENDS = ("", "、", "，", "；", "。", "（", "提")
# What a clause may begin with that is no part of its words: a quotation's mark, what joins a name to the number before.
_LEADING = ("“", "的")


def step_over(page: Page, item: Item) -> tuple[int, Name | None, str, tuple[str, ...]]:
    """Return where verb and noun of an item begin, and before them the subject, the adverbs and a stage (一期)."""
    stage: tuple[str, ...] = ()
    begin, end = item.left, item.mark.begin
    about, opened = None, ""
    if bullet := words.pattern("bullet").match(page.text, begin, end):
        begin = bullet.end()
    if page.text[begin : begin + 1] in _LEADING and "”" not in page.text[begin:end]:
        begin += 1  # “我们投资｜4.3亿元, 总投资3亿元｜的某某项目已有｜4条生产线
    if named := _bracketed(page, begin, end) or _described(page, begin, end):
        begin, about = named
    while begin < end:
        if begin in page.periods:
            begin = page.periods[begin][0]
        elif (own := page.self_word(begin)) and (own[0] < end or item.mark.label != "ordinal"):
            begin, about = own[0], own[1] or about
        elif page.text[begin] == "为" and (named := page.names.get(begin + 1)) and named[1].kind == "Region":
            begin += 1  # 为某某县｜经济总量突破300亿元
        elif (named := page.names.get(begin)) and _is_subject(page, named, item):
            begin, about = named[0], named[1]
        elif built := words.pattern("works").match(page.text, begin, end):
            opened, begin = opened + built.group(), built.end()
        elif again := words.pattern("the-project").match(page.text, begin, end):
            opened, begin = opened + again.group(), again.end()
        elif words.pattern("attribute").fullmatch(page.text, begin, end) or _of_goal(page, begin, end):
            break  # 计划总投资 is one noun, and so is 完成年度任务
        elif item.mark.quantity.kind in _PEOPLE and words.pattern("draws-along").match(page.text, begin):
            break  # 带动｜周边800户农户｜增收
        elif printed := words.pattern("stage").match(page.text, begin, end):
            stage, begin = (printed.group(),), printed.end()
        elif step := _opener(page, begin, end):
            opened += page.text[begin:step].strip(_MARKS)
            begin = step
        else:
            break
    return min(begin, end), about, opened, stage


def _of_goal(page: Page, begin: int, end: int) -> bool:
    """Return whether what stands between two offsets says of what goal a share is told."""
    found = words.pattern("of-goal").match(page.text, begin)
    return found is not None and found.end() == end


def _bracketed(page: Page, begin: int, end: int) -> tuple[int, Name] | None:
    """Return where a bracket begins behind the name of a thing whose number it tells (某某项目（｜总投资13亿元）)."""
    opened = page.text.rfind("（", begin, end)
    if opened < 0 or "）" in page.text[opened:end]:
        return None
    named = (page.names[at] for at in range(begin, opened) if at in page.names)
    name = next((name for stop, name in named if stop == opened and name.kind in _SUBJECTS), None)
    return (opened + 1, name) if name and name.kind != "Region" else None


def _described(page: Page, begin: int, end: int) -> tuple[int, Name] | None:
    """Return the end and the name of the body that a clause before it describes: 与某校共建的｜某某研究院｜服务企业."""
    for at in range(begin + 1, end):
        stop, name = page.names.get(at, (end, None))
        if name and name.kind in _SUBJECTS and name.kind != "Region" and page.text[at - 1] == "的" and stop < end:
            return None if page.text[stop] in _JOINING else (stop, name)
    return None


def _is_subject(page: Page, named: tuple[int, Name], item: Item) -> bool:
    """Return whether a name at the head of an item is its subject and no part of a list or of what is measured."""
    stop, name = named
    if name.kind == "Region" and stop == item.mark.begin:
        return _has_own(page, item)
    if name.kind == "Region" and _is_initial(page, stop):
        return False
    if name.kind not in _SUBJECTS or stop >= item.mark.begin or page.text[stop] in _JOINING:
        return False
    if name.kind == "Organization" and item.listed:
        return False
    if item.mark.label == "ordinal" and name.code in {region.code for region in page.setting.chain[1:]}:
        return False  # 温州市｜排名第三: among whom the home stands
    return name.kind != "Region" or name.code == _code(page) or not _names_a_carrier(page.text[stop : item.mark.begin])


def _is_initial(page: Page, stop: int) -> bool:
    """Return whether the region that ends at an offset is named by one character of a longer word (湘商, 粤桂协作)."""
    return (stop - 1) in page.names and page.names[stop - 1][0] == stop


def _has_own(page: Page, item: Item) -> bool:
    """Return whether a number right behind a region is its own: 其中瑞安市｜12个、龙港市｜9个."""
    part = item.listed or "其中" in page.text[item.clause : item.mark.begin]
    return part and item.mark.label == "quantity" and page.text[item.mark.end : item.mark.end + 1] in _ENDS


def _code(page: Page) -> str:
    return page.setting.home.code if page.setting.home else ""


def _names_a_carrier(text: str) -> bool:
    """Return whether the words behind a region make one name with it (某市经济开发区), as far as suffixes tell."""
    return words.carrier().search(text) is not None


def _opener(page: Page, begin: int, end: int) -> int:
    """Return where an adverb, a mark or a preposition before a period ends, or 0; it must end where a word does."""
    if page.text[begin : begin + 2] in _UNTIL and begin + 2 in page.periods:
        return begin + 2
    if page.text[begin] in _MARKS or (page.text[begin] in "在到至于从自" and begin + 1 in page.periods):
        return begin + 1
    if page.text.startswith(_OF_WHICH, begin):
        return begin + len(_OF_WHICH)  # 其中｜规上54家: whatever the words are taken to be
    match = words.opener().match(page.text, begin, end)
    if match and (verb := words.action().match(page.text, begin, end)) and verb.end() > match.end():
        return 0  # 完成投资 is one verb
    while match and not page.edge(match.end()) and match.end() != end:
        match = words.opener().match(page.text, begin, match.end() - 1)
    return match.end() if match else 0
