"""What the page carries is what the store says: read back in Python, and by the page itself in a browser."""

import gzip
import json
from base64 import b64decode
from typing import TYPE_CHECKING, Any

import pytest

from kg.export.dossiers import dossiers
from kg.export.explorer.contents import contents
from kg.export.explorer.packing.pack import blocks
from kg.export.explorer.packing.told import parents
from kg.export.facts import Fact

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pyoxigraph import Store


@pytest.fixture(scope="module")
def packed(sampled: "Store") -> dict[str, str]:
    return blocks(contents(sampled, dossiers(sampled)))


def unpacked(block: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gzip.decompress(b64decode(block)))
    return found


def test_two_packings_are_equal_in_every_byte(sampled: "Store", packed: dict[str, str]) -> None:
    assert blocks(contents(sampled, dossiers(sampled))) == packed


def test_every_thing_and_every_fact_is_there_once(sampled: "Store", packed: dict[str, str]) -> None:
    graph, things = unpacked(packed["graph"]), dossiers(sampled)
    strings = graph["strings"]
    assert [strings[number] for number in graph["things"]["iri"]] == [thing.thing for thing in things]
    facts = {
        id(stated.fact)
        for thing in things
        for group in thing.facts
        for stated in thing.facts[group]
        if group != "mentions"
    }
    assert len(graph["facts"]["id"]) == len(facts) == len(set(graph["facts"]["id"]))
    aliases = [[*thing.aliases] for thing in things]
    flat = iter(graph["things"]["alias"])
    assert [[strings[next(flat)] for _ in range(count)] for count in graph["things"]["aliasCount"]] == aliases


def test_every_sentence_is_there_with_marks_inside_of_it(packed: dict[str, str], sampled: "Store") -> None:
    block = unpacked(packed["evidence"])
    texts = [block["strings"][number] for number in block["passages"]["text"]]
    told = {
        one.text
        for thing in dossiers(sampled)
        for own in thing.facts.values()
        for stated in own
        for one in stated.evidence
    }
    assert set(texts) == told
    for stated in (block["evidence"], block["mentions"]):
        marks = iter(stated["mark"])
        for passage, count in zip(stated["passage"], stated["markCount"], strict=True):
            for _ in range(count // 2):
                begin, length = next(marks), next(marks)
                assert 0 <= begin < begin + length <= len(texts[passage])


def test_names_are_found_whole_in_part_and_by_their_sound(page: "Page") -> None:
    for text, first in (
        ("沂水县", "沂水县"), ("水经济开", "沂水经济开发区"), ("yishuixian", "沂水县"), ("ysx", "沂水县"), ("yi shui xian", "沂水县"),
        ("zhouqm", "周启明"), ("沂s县", "沂水县"), ("临沂市 会议", "临沂市招商引资工作推进会议"),
    ):  # fmt: skip
        page.keyboard.press("/")
        page.keyboard.type(text)
        page.locator("#hits [role=option]", has_text=first).first.wait_for()
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")


def test_an_event_lies_where_it_is_held_not_in_who_took_part() -> None:
    held = {"fact": ("e1",), "place": ("zone",), "participant": ("person",)}
    facts = [Fact("events", "e1", held), Fact("events", "e2", {"fact": ("e2",), "participant": ("person",)})]
    assert parents(facts) == {"e1": "zone"}
