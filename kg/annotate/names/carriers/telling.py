"""Whether a name that ends in a known suffix says which one is meant, by the measure of its kind."""

from bisect import bisect_left

from kg.annotate.names.carriers.invested import is_told
from kg.annotate.names.carriers.projects import JOINTS
from kg.annotate.names.carriers.suffixes import Suffix, inner_verbs
from kg.annotate.names.carriers.weight import Weight, weigh
from kg.annotate.names.view import View
from kg.industries import known, terms
from kg.resources import pattern, words

_DESCRIBED = 6  # a digital platform described in so many characters is told by its description
_FIRM = 4  # telling characters that make up for a company's proper noun: 设计公司 is any
_SHORT = 3  # characters of the shortest name of a valley that is a park
_BEFORE = 4  # characters that say before a name that it only tells where another is
_SET_UP = 16  # characters in which the size of a new fund is told before it
_SCENIC = frozenset({"reserve", "resort", "port"})  # an industry does not tell which one: 旅游景区
_LONG_BODY = 8  # telling characters that make up for a proper noun


def says_which(view: View, suffix: Suffix, begin: int, end: int) -> bool:
    """Tell whether a name says which one is meant, by the measure of its kind."""
    body = view.text[begin:end]
    if pattern("carriers", "landmark").search(view.text, max(0, begin - _BEFORE), begin):
        return False  # 距成渝高铁3公里
    weight = weigh(view, begin, end, "fund_vague" if suffix.kind == "Fund" else "vague_words")
    if _classed(view, suffix, weight, begin, end + len(suffix.text)):
        return False
    if suffix.kind == "Fund" and pattern("carriers", "set-up-fund").search(view.text, max(0, begin - _SET_UP), begin):
        return True
    if suffix.kind == "Project":
        return is_told(view, suffix, weight, begin, end)
    if suffix.kind == "Platform" and not (weight.proper or weight.place) and _of_a_class(view, begin):
        return False
    if suffix.needs == "named" and not (weight.proper or weight.place):
        return False
    if suffix.needs == "trade" and not (weight.proper or (weight.place and weight.telling > 1)):
        return False
    if suffix.kind == "Platform" and not _is_carrier(view, suffix, weight, begin, body):
        return False
    if suffix.needs == "industry":
        return any(True for _ in terms(body)) or _is_place(view, begin, end + len(suffix.text))
    if suffix.needs == "stationed":
        return bool(pattern("carriers", "stationed").search(body))
    if suffix.needs == "national":
        return bool(pattern("carriers", "institution").match(body)) and len(body) >= _DESCRIBED
    if suffix.needs == "telling":
        if body in known() and not weight.proper:
            return False  # 跨境电商平台, 肉牛养殖基地: any of its industry
        verbs = any(tag == "v" and view.text[b:e] not in inner_verbs() for b, e, tag in view.words_in(begin, end))
        known_there = any(True for _ in terms(body))
        return not verbs and (known_there or weight.proper or weight.telling >= _LONG_BODY)
    if suffix.sort == "digital" and len(body) >= _DESCRIBED:
        return True
    if suffix.sort == "company":
        return weight.proper or weight.place or weight.telling >= _FIRM
    told = weight.proper or weight.place or weight.telling > 1
    told = told or (suffix.sort not in _SCENIC and any(True for _ in terms(body)))
    return told and (suffix.needs != "place" or len(body) > 1)


def _is_place(view: View, begin: int, end: int) -> bool:
    """Tell whether LAC sees one place in a name (创智谷), and not a feature of the land (…峡谷)."""
    word = view.words[max(view.word_at(end - 1), 0)]
    seen = word[2] == "LOC" and word[1] == end and end - max(word[0], begin) >= _SHORT
    return seen and not pattern("carriers", "valley").search(view.text, begin, end)


def _of_a_class(view: View, start: int) -> bool:
    """Tell whether a platform is any of its level (省级某某基地), or the class of what a list names."""
    return bool(pattern("carriers", "of-a-class").match(view.text, start))


def _is_carrier(view: View, suffix: Suffix, weight: Weight, start: int, body: str) -> bool:
    """Tell whether a platform is one, and not what a place wants to become (努力成为…集聚区) or a policy's 示范区."""
    scopes = tuple(words("aspiration_scopes"))
    if body.startswith(scopes) or (suffix.sort == "zone" and "“" in body):
        return False
    if weight.place or weight.proper:
        return True
    if view.text.endswith(JOINTS, 0, start):  # 建设世界级…与…基地
        clause = view.text[max(view.text.rfind(mark, 0, start) for mark in "，；。\n") + 1 : start]
        return not any(scope in clause for scope in scopes)
    return not view.text.endswith(tuple(words("aspirations")), 0, start)


def _classed(view: View, suffix: Suffix, weight: Weight, begin: int, end: int) -> bool:
    """Tell whether a name is counted, so that it is a class of things (现代农业产业园11个, 5个区域医疗中心)."""
    if suffix.kind in ("Platform", "Project") and pattern("carriers", "numbering").match(view.text, end):
        return True  # …铁路、高速公路达到28条
    if weight.place:
        return False
    index = bisect_left(view.quantities, (end, 0))
    count = view.quantities[index] if index < len(view.quantities) else (-1, -1)
    counted = count[0] == end and not pattern("carriers", "sum").match(view.text, end)  # 水泵项目6亿元 is one
    if suffix.kind in ("Platform", "Project") and counted and view.tag_at(count[1]) in ("", "w"):
        return True
    one = suffix.kind == "Fund" or (suffix.kind == "Organization" and weight.proper)
    return not one and bool(pattern("carriers", "counted").search(view.text, max(0, begin - 8), begin))
