"""Indicators: the name of what a figure measures, and its scope, from the parts of its phrase."""

from dataclasses import replace

from kg.annotate.measures.quantities import Quantity
from kg.extract.figures import words
from kg.extract.figures.indicators import comparisons
from kg.extract.figures.indicators.measures import Head, Measure, is_attribute, is_measure, is_thing, split
from kg.extract.figures.indicators.phrases import ENUMERATION, Phrase

_COUNTED = frozenset({"count", "person", "person-time", "number"})
_SHARES = frozenset({"ratio", "point", "multiple", "doubling", "growth"})
_ROUND = frozenset({10, 100, 1000, 10000})
_LONGEST_SCOPE = 10
_FEW = 10
# 建设 behind a noun makes it an undertaking (产业平台建设); it is no part of its name.
_WORK = "建设"


def measure(phrase: Phrase, quantity: Quantity, head: Head, listed: bool) -> Measure | None:
    """Return what an item measures, or None when nothing says so or it is no figure."""
    noun = words.pattern("running").sub("", phrase.noun)
    if phrase.verb:
        noun = words.pattern("members").sub("", noun)  # 解决｜用地、用工等｜问题
    else:
        noun = words.pattern("again").sub("", noun) or noun
        noun = noun if words.pattern("from-to").match(noun) else words.pattern("placed").sub("", noun)
        led = words.pattern("achieves").match(noun) if quantity.kind in _COUNTED else None
        noun = led["noun"] if led else noun
    phrase = phrase if noun == phrase.noun else replace(phrase, noun=noun)
    if quantity.kind == "money" and (led := words.pattern("with-measure").match(noun)) and phrase.behind:
        phrase = replace(phrase, noun=led["whose"] + phrase.behind, behind="")  # 红茶以12亿元的｜品牌价值
    if quantity.comparator == "~" and (cluster := words.ending("cluster_heads").search(phrase.behind)):
        return _cluster(phrase, head, cluster.start())
    if quantity.kind in _COUNTED and _is_rhetoric(phrase, quantity, head, listed):
        return None
    if words.pattern("awarded").search(phrase.noun) or words.pattern("as-award").match(
        phrase.predicate or phrase.behind
    ):
        return None
    part = words.pattern("of-all").search(phrase.noun) or words.pattern("part-of-all").search(phrase.noun)
    if quantity.kind == "ratio" and not quantity.unit and not part:
        return None
    if quantity.kind == "rank" and not words.plays(phrase.closing, "growth"):
        return comparisons.rank(phrase, head)
    bare = phrase.behind and not (phrase.verb or phrase.noun) and quantity.kind not in _SHARES
    if bare and words.plays(phrase.closing, "growth"):  # 改善｜7000所｜学校条件
        phrase = replace(phrase, verb=phrase.closing, closing="")
    if quantity.kind == "point" and (found := comparisons.ahead(phrase, head)):
        return found
    if words.plays(phrase.closing, "growth"):
        return comparisons.growth(phrase, quantity, head)
    if quantity.kind in ("time", "age") and not words.pattern("lasting").search(phrase.noun or head.base):
        return _took(phrase, quantity, head)
    if quantity.kind == "money" and (size := _fund_size(phrase)):
        return Measure(size, phrase.limits, Head("", size, size))
    made = words.pattern("made-yearly").fullmatch(phrase.noun) is not None
    if phrase.owner and phrase.noun and (made or quantity.kind not in _COUNTED):  # 组建规模2亿元｜的某某基金
        return Measure(phrase.noun, phrase.limits, Head("", phrase.noun, phrase.noun))
    treasury = words.pattern("treasury").fullmatch(phrase.noun)
    if quantity.kind == "money" and (treasury or not phrase.noun) and words.pattern("given").fullmatch(phrase.behind):
        return _given(phrase, treasury["verb"] if treasury else phrase.verb or (head.verb if listed else ""))
    if quantity.kind in ("point", "multiple") and not phrase.closing:
        return None
    if takes_behind(phrase, quantity):
        return _behind(phrase, quantity, head, listed)
    return _level(phrase, quantity, head, listed)


def _fund_size(phrase: Phrase) -> str:
    """Return the name of the size of the fund that owns an amount (设立总规模5亿元｜的某某基金), or ""."""
    fund, size = words.suffixes()["fund"], words.pattern("fund-size").search(phrase.noun)
    if not (phrase.owner and phrase.owner.kind == "Fund") or (phrase.noun and not size):
        return ""
    return fund + (size["size"] if size else words.suffixes()["size"])


def _is_rhetoric(phrase: Phrase, quantity: Quantity, head: Head, listed: bool) -> bool:
    """Return whether a count is a way of speaking (千名干部驻企) or counts who was there (8家单位作了发言)."""
    if words.pattern("pointed").fullmatch(phrase.noun) and not phrase.verb:
        return True  # 上述13个项目, 还差13个
    if phrase.behind and words.pattern("spread").match(phrase.noun):
        return True  # 分布在｜8个乡镇
    if phrase.spelled and quantity.value <= _FEW and not (phrase.verb or phrase.closing or listed and head.verb):
        return not words.action().search(phrase.predicate)  # 两家企业｜负责人
    round_number = quantity.comparator == "~" and quantity.value in _ROUND and not quantity.unit.startswith("万")
    is_list = "、" in phrase.noun and not phrase.noun.endswith(ENUMERATION)
    set_up = phrase.verb and words.pattern("bodies-to-set-up").search(phrase.behind)
    if is_list and quantity.value <= _FEW and (phrase.spelled and not set_up or not phrase.verb):
        return True  # 东、西、南、北四个片区
    if round_number and not phrase.verb and not (listed and head.verb):
        return True
    joins = phrase.behind.endswith(words.suffixes()["project"]) and words.pattern("joins").match(phrase.predicate)
    return not joins and words.pattern("attendance").search(phrase.predicate) is not None


def _took(phrase: Phrase, quantity: Quantity, head: Head) -> Measure | None:
    """Return how long something took; other numbers of days and years are no figures."""
    noun = phrase.verb + phrase.noun
    if quantity.kind == "age":
        return Measure(noun, phrase.limits, Head(base=noun)) if noun else None
    if not (words.pattern("took").search(phrase.closing) or words.pattern("from-to").search(noun)):
        return None
    said = noun or head.before
    noun = words.pattern("again").sub("", said)
    indicator = noun + words.suffixes()["took"]
    return Measure(indicator, phrase.limits, Head(base=noun), said=said, leans="achieved") if noun else None


def _given(phrase: Phrase, verb: str) -> Measure:
    """Return what money behind its amount is called, with the verb that gives it: 安排｜5000万元｜专项资金."""
    return Measure(verb + phrase.behind, phrase.limits, Head(verb, phrase.behind, verb + phrase.behind))


def _cluster(phrase: Phrase, head: Head, cut: int) -> Measure:
    """Return the size that a magnitude gives a cluster: 300亿级｜不锈钢｜产业集群, 家具｜百亿｜产业集群."""
    scope = phrase.behind[:cut] or phrase.noun
    return Measure(phrase.behind[cut:] + words.suffixes()["size"], (scope,) if scope else (), head, leans="target")


def takes_behind(phrase: Phrase, quantity: Quantity) -> bool:
    """Return whether a quantity belongs to the noun behind it: 8个｜产业园, 3平方公里｜产业平台, 60%｜的机构."""
    if not phrase.behind or words.plays(phrase.closing, "growth"):
        return False
    if words.pattern("capacity").search(phrase.noun):
        return True
    if words.pattern("made-yearly").fullmatch(phrase.noun):  # 年产整车｜10万辆的某某项目
        return False
    if quantity.kind in _COUNTED:
        return not (phrase.noun and (phrase.closing or words.ending("indicator_heads").search(phrase.noun)))
    return quantity.kind in ("area", "ratio") and not phrase.noun


def _behind(phrase: Phrase, quantity: Quantity, head: Head, listed: bool) -> Measure:
    """Return what a count in front of its noun counts: 新建｜8个｜产业园, 12家｜企业｜签订协议."""
    verb = phrase.verb or (head.verb if listed and not phrase.noun else "")
    before = () if phrase.verb and phrase.noun else (phrase.noun,)
    enumerated = phrase.noun.endswith(ENUMERATION)
    if made_so := words.pattern("capacity").search(phrase.noun):
        made, line, _ = phrase.behind.partition(words.suffixes()["line"])
        base = made_so.group() + (made or phrase.behind)
        return Measure(base, phrase.limits, Head(verb, line, line or base))
    said = "" if words.pattern("all-do").match(phrase.predicate) else phrase.predicate
    lead = verb or ("" if enumerated else "".join(before)) or said
    if len(lead) > _LONGEST_SCOPE:
        action = words.action().match(lead)
        lead = action.group() if action else ""
    if quantity.kind == "area":
        return Measure(words.suffixes()["area"], phrase.limits, head, of=phrase.behind.removesuffix(_WORK))
    if not verb and head.noun and not head.base and head.noun != phrase.behind and head.noun.endswith(phrase.behind):
        return Measure(head.noun, (*phrase.limits, *filter(None, before)), replace(head, base=head.noun))
    is_there = phrase.noun and not verb and not words.action().search(phrase.noun)
    indicator, scope = split(lead, phrase.behind)
    kept = Head(verb, phrase.behind, indicator, scope, topic=head.topic)
    return Measure(indicator, (*phrase.limits, *scope), kept, leans="achieved" if is_there else None)


def _level(phrase: Phrase, quantity: Quantity, head: Head, listed: bool) -> Measure | None:
    """Return what is in front of a level or a count: 规上工业产值突破｜720亿元, 招引｜生物技术企业｜30家."""
    verb, noun, scope = phrase.verb, phrase.noun, phrase.limits
    doubled = quantity.kind in ("growth", "doubling")
    if doubled:  # 比去年同期翻了｜近一番
        noun = words.pattern("compared").sub("", words.pattern("doubles").sub("", noun))
    closing, level = phrase.closing, words.pattern("of-level")
    if not verb and quantity.kind in _COUNTED and level.fullmatch(noun) and head.noun:
        noun += level.sub("", head.noun)  # 国家级绿色工厂3家、｜省级｜12家
    if noun.endswith(words.suffixes()["fund"]) and quantity.kind == "money":
        return Measure(words.suffixes()["fund"] + words.suffixes()["size"], scope, Head(verb, noun, noun), of=noun)
    if phrase.behind and (fixed := words.ending("planned_attributes").search(noun)):  # 促成总投资9亿元｜的｜某某项目
        noun = fixed.group()
        return Measure(noun, scope, Head("", noun, noun), of=phrase.behind)
    if verb and quantity.kind == "money" and not phrase.behind and words.pattern("sum-total").fullmatch(noun):
        return Measure(noun, scope, Head(verb, "", noun))  # 集中攻坚｜总投资｜50亿元｜的30个项目
    if quantity.kind == "ratio" and words.pattern("of-budget").search(noun):
        return Measure(head.base + words.suffixes()["done"], scope, head) if head.base else None
    if (found := words.ending("planned_attributes").search(noun)) and is_thing(noun[: found.start()]):
        kept, whose = Head("", found.group(), found.group()), verb + noun[: found.start()]
        if verb:  # 签约项目｜总投资
            return Measure(found.group(), (*scope, whose), kept)
        return Measure(found.group(), scope, kept, of=whose, said=noun)
    if not verb and not noun:
        led = phrase.part or phrase.fresh or phrase.closing or phrase.predicate or phrase.limits
        goes_on = listed or led or doubled or quantity.comparator != "="
        kind = words.pattern("copula").fullmatch(phrase.predicate) if quantity.kind in _COUNTED else None
        project = words.suffixes()["project"]
        if kind and goes_on and not (head.base or head.noun) and kind["noun"].endswith(project):
            head = replace(head, noun=project)  # 。另外3个｜属于外资项目
        if not goes_on or not (head.base or head.noun):
            return None
        if kind:  # 引进项目16个，3个｜属于外资项目
            return Measure(head.verb + (head.noun or head.base), (*scope, kind["noun"]), head)
        if phrase.predicate and quantity.kind in _COUNTED:  # 引进项目16个，13个｜实现挂牌
            counted = "" if quantity.kind == "person" else head.noun  # 覆盖102个村，6.9万人｜受益
            return Measure(phrase.predicate + counted, scope, head)
        verb, noun, scope = head.verb, head.noun or head.base, (*head.scope, *scope)
    elif not noun and quantity.kind == "area":
        again = listed or (verb and head.verb and not phrase.about)  # 新建高标准农田2万亩，累计建成｜18万亩
        noun = head.noun if again and head.noun else words.suffixes()["area"]
    elif not verb and (phrase.part or listed and not phrase.fresh) and head.verb and not is_attribute(noun):
        verb = head.verb
        if phrase.part and not words.ending("counted_heads").search(noun):
            noun, scope = head.noun, (*scope, noun)
    elif not verb and (of := _whole_of(phrase, quantity, head)) and not is_measure(noun):
        noun, scope = of, (*scope, noun)
        return Measure(noun, scope, Head("", noun, noun, scope, topic=noun))
    if quantity.kind == "ratio" and words.pattern("of-all").search(noun):
        noun = head.base + words.pattern("equals").sub(words.suffixes()["of"], noun) + words.suffixes()["share"]
        named = head.base or words.pattern("of-which").search(phrase.noun)
        return Measure(noun, scope, replace(head, grew=False, rate=noun), leans="achieved") if named else None
    if quantity.kind == "ratio":
        noun = _shared(noun, closing)
        noun += words.suffixes()["share"] if words.pattern("part-of-all").search(noun) else ""
        noun = (head.base + noun if words.pattern("share-of").match(noun) else noun).removesuffix("的")
    if not verb and words.pattern("relative").fullmatch(noun):
        noun = _of_which(head) + noun
    indicator, parts = split(verb, noun)
    told = words.pattern("result-of").search(noun) if not (verb or is_attribute(noun)) else None
    if told and is_measure(told["noun"]):
        indicator, parts = told["noun"], (told["whose"],)
    whole = (*scope, *parts)
    rate = noun if quantity.kind == "ratio" else ""
    kept = Head(verb, noun, indicator, parts, topic=head.topic, rate=rate)
    return Measure(indicator, whole, kept, said="" if phrase.verb else phrase.noun) if indicator else None


def _whole_of(phrase: Phrase, quantity: Quantity, head: Head) -> str:
    """Return the measure of which an item tells a part: 投资规模，…；装机规模9万千瓦，其中｜光伏｜3万千瓦."""
    if quantity.kind in _COUNTED or phrase.about or is_attribute(phrase.noun):
        return ""
    own = phrase.part and quantity.kind not in _SHARES and not head.verb and is_measure(head.noun)
    return head.noun if own else head.measure


def _of_which(head: Head) -> str:
    """Return what the item before measures, without its measure: 粮食播种面积, ｜粮食｜总产量."""
    crop = words.pattern("grown-on").search(head.noun)
    if crop:
        return head.noun[: crop.start()]
    return head.noun if words.ending("counted_heads").search(head.noun) else ""


def _shared(noun: str, closing: str) -> str:
    """Return the noun of a share or a rate of completion."""
    if share := words.pattern("share").search(closing):
        return noun + share.group()
    if words.pattern("done").search(closing):
        return noun + words.suffixes()["done"]
    return noun
