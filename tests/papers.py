"""Two invented papers, read and linked by hand: the same facts for every test of graph, store and report."""

from collections.abc import Iterator
from decimal import Decimal

from kg.model import (
    Block,
    CleanText,
    Document,
    Entity,
    Event,
    Fact,
    Figure,
    Link,
    Linked,
    Mention,
    Name,
    Post,
    Quote,
    Reading,
    Relation,
)

PLAN = "青河县委书记沈一诺说，2026年力争规上工业产值突破800亿元。北屯产业园落户青河县，发展氢能。"
NEWS = "2026年上半年，青河县规上工业产值80.5亿元。5月6日，沈一诺、程某参加阿勒泰地区招商大会。"

QINGHE, ALTAY = Name("Region", "青河县", "654325"), Name("Region", "阿勒泰地区", "654300")
SHEN, CHENG = Name("Person", "沈一诺"), Name("Person", "程某")
PARK, HYDROGEN = Name("Platform", "北屯产业园"), Name("Industry", "氢能")
ENTITIES = {
    QINGHE: Entity("Region", "654325", "青河县", ("青河",)),
    ALTAY: Entity("Region", "654300", "阿勒泰地区"),
    SHEN: Entity("Person", "沈一诺-青河县", "沈一诺", (), official=True),
    PARK: Entity("Platform", "北屯产业园-青河县", "北屯产业园"),
    HYDROGEN: Entity("Industry", "氢能", "氢能"),
}


def reading(identifier: str, text: str, date: str, *facts: tuple[str, Fact]) -> Reading:
    """Return a reading whose facts are quoted where their words stand; the source has two characters before the text."""
    source = "\n\n" + text
    document = Document(
        identifier, identifier, f"papers/{identifier}.txt", identifier, "utf8", source, 0, len(source), date
    )
    clean = CleanText(text, tuple(range(2, len(source))), (Block("paragraph", 0, len(text)),))
    ends = [position + 1 for position, char in enumerate(text) if char == "。"]
    sentences = tuple(zip([0, *ends], ends, strict=False))
    return Reading(document, clean, sentences, QINGHE, date, tuple(_placed(text, *fact) for fact in facts))


def _placed(text: str, words: str, fact: Fact) -> Fact:
    begin = text.index(words)
    return type(fact)(
        **{slot: getattr(fact, slot) for slot in fact.__slots__} | {"quote": Quote(begin, begin + len(words))}
    )


def both() -> Iterator[Reading]:
    nowhere = Quote(0, 1)
    yield reading(
        "plan",
        PLAN,
        "2026-01-05",
        ("青河县", Mention(QINGHE, "青河县", nowhere)),
        ("沈一诺", Mention(SHEN, "沈一诺", nowhere)),
        ("县委书记沈一诺", Post(SHEN, "县委书记", QINGHE, nowhere, "2026-01-05")),
        ("产值突破800亿元", Figure("target", QINGHE, "规上工业产值", "", ">", Decimal(800), "亿元", "2026", nowhere)),
        ("北屯产业园", Mention(PARK, "北屯产业园", nowhere)),
        ("氢能", Mention(HYDROGEN, "氢能", nowhere)),
        ("北屯产业园落户青河县", Relation(PARK, "locatedIn", QINGHE, nowhere)),
        ("发展氢能", Relation(PARK, "developsIndustry", HYDROGEN, nowhere)),
    )
    yield reading(
        "news",
        NEWS,
        "2026-07-01",
        ("青河县", Mention(QINGHE, "青河", nowhere)),
        (
            "产值80.5亿元",
            Figure("achieved", QINGHE, "规上工业产值", "", "=", Decimal("80.50"), "亿元", "2026-H1", nowhere),
        ),
        ("程某", Mention(CHENG, "程某", nowhere)),
        ("招商大会", Event("阿勒泰地区招商大会", "meeting", "2026-05-06", ALTAY, (SHEN, CHENG), nowhere)),
    )


def linked_of(*readings: Reading) -> Linked:
    """Return the readings with their names linked as in ``ENTITIES``; 程某 stays unlinked."""
    links = [
        Link(one.document.identifier, name, ENTITIES.get(name), 1.0 if name in ENTITIES else 0.0, "by hand")
        for one in readings
        for name in (*ENTITIES, CHENG)
    ]
    return Linked(readings, tuple(links))
