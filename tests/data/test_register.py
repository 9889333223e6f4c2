"""The register of regions is whole and sound: codes, levels, what lies in what, points, and what stood there before."""

import csv
from collections import Counter
from itertools import chain, pairwise
from math import cos, hypot, radians
from pathlib import Path

import pytest

from kg import register, terms
from kg.register import Region
from kg.resources import lexicon

AREA_CODES = Path(__file__).parents[3] / "shared/registers/areacodes.csv"
DIVISIONS = register.regions()
TOWNSHIPS = {township.code: township for township in register.all_townships()}
FORMER = {row["key"]: row for row in lexicon("former_regions")}
POINTS = {row["code"]: (float(row["latitude"]), float(row["longitude"])) for row in lexicon("region_points")}
ORDER = ("province", "prefecture", "county", "township")
# Kilometres from a point of a division to that of what it lies in, by the level of the latter: China is wide in the west.
REACH = {"province": 1500, "prefecture": 650}


WITHOUT_TOWNSHIPS = {"710000", "810000", "820000"}


def before(name: str) -> list[tuple[str, str, str]]:
    """Return since when, until when and by what every division of a former name was replaced."""
    return [(row["since"], row["until"], row["successors"]) for row in FORMER.values() if row["name"] == name]


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    east = cos(radians((one[0] + other[0]) / 2))
    return hypot(one[0] - other[0], (one[1] - other[1]) * east) * 111.2


def test_there_are_as_many_divisions_as_the_country_has() -> None:
    assert Counter(region.level for region in DIVISIONS.values()) == {"province": 34, "prefecture": 333, "county": 2846}
    assert len(TOWNSHIPS) > 38_000
    assert {t.province for t in TOWNSHIPS.values()} == {r.province for r in DIVISIONS.values()} - WITHOUT_TOWNSHIPS


@pytest.mark.skipif(not AREA_CODES.exists(), reason="../shared is not here")
def test_divisions_are_those_of_the_source() -> None:
    with AREA_CODES.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["代码"]: row["名称"] for row in rows if row["状态"] == "在用"} == {
        c: r.name for c, r in DIVISIONS.items()
    }
    stood = {(key.partition("-")[0], row["name"]) for key, row in FORMER.items()}
    changed = {(row["代码"], row["名称"]) for row in rows if row["状态"] != "在用"}
    unchanged = {(code, region.name) for code, region in DIVISIONS.items()}
    assert stood - changed == set() and changed - stood <= unchanged


@pytest.mark.parametrize("region", [pytest.param(DIVISIONS, id="divisions"), pytest.param(TOWNSHIPS, id="townships")])
def test_every_region_lies_in_one_of_a_higher_level(region: dict[str, Region]) -> None:
    for one in region.values():
        up = DIVISIONS.get(one.parent)
        assert (up is None) == (one.level == "province"), one
        if up:
            assert ORDER.index(up.level) < ORDER.index(one.level), one
            assert one.code.startswith(up.code.rstrip("0")), one
            assert register.chain(one)[-1].code == one.province
            assert len(register.chain(one)) <= len(ORDER)


def test_kinds_lie_below_their_levels() -> None:
    for region in chain(DIVISIONS.values(), TOWNSHIPS.values()):
        above = terms.linked(terms.concept("region-levels", region.kind), "broader")
        assert above == terms.concept("region-levels", region.level), region


def test_townships_are_told_apart_within_what_they_lie_in() -> None:
    assert len(TOWNSHIPS) == len(lexicon("townships")) == len({(t.parent, t.name) for t in TOWNSHIPS.values()})
    assert not [t for t in TOWNSHIPS.values() if not t.name.startswith(t.short) or len(t.short) < 2]
    assert [register.division(code) for code in ("331122101", "331122999", "999999999")] == [
        TOWNSHIPS["331122101"],
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("code", "name", "short", "within"),
    [
        ("110101001", "东华门街道", "东华门", "东城区"),
        ("330103", "", "", ""),
        ("420322202", "湖北口回族乡", "湖北口", "郧西县"),
        ("540423202", "达木珞巴民族乡", "达木", "墨脱县"),
        ("441900003", "东城街道", "东城", "东莞市"),
        ("620201001", "雄关街道", "雄关", "嘉峪关市"),
        ("340176450", "", "", ""),
    ],
)
def test_townships_of_a_sample(code: str, name: str, short: str, within: str) -> None:
    township = TOWNSHIPS.get(code)
    if not name:
        assert township is None
        return
    assert township is not None
    assert (township.name, township.short, DIVISIONS[township.parent].name) == (name, short, within)


def test_points_lie_in_china_and_near_the_point_of_what_is_around_them() -> None:
    assert set(POINTS) <= set(DIVISIONS)
    have = Counter(DIVISIONS[code].level for code in POINTS)
    assert have["province"] == 34 and have["prefecture"] >= 330 and have["county"] > 1900
    for code, (latitude, longitude) in POINTS.items():
        assert 3.8 < latitude < 53.6 and 73.4 < longitude < 135.1, code
        region = DIVISIONS[code]
        if region.parent in POINTS:
            assert kilometres(POINTS[code], POINTS[region.parent]) < REACH[DIVISIONS[region.parent].level], region


def test_places_of_one_name_far_apart_have_points_of_their_own() -> None:
    assert kilometres(POINTS["331100"], (28.45, 119.92)) < 15  # 丽水
    assert kilometres(POINTS["420600"], (32.01, 112.12)) < 15  # 襄阳
    assert kilometres(POINTS["650100"], (43.83, 87.62)) < 15  # 乌鲁木齐


def test_what_stood_before_is_replaced_by_divisions_in_force() -> None:
    assert len(FORMER) > 3400
    for key, row in FORMER.items():
        assert 1981 <= int(row["since"]) <= int(row["until"]) <= 2024
        assert key == f"{key[:6]}-{row['since']}" and row["level"] in ORDER
        successors = row["successors"].split("|")
        assert set(successors) <= set(DIVISIONS) and successors == sorted(successors)
        assert row["means"] in ("", *successors)
    for one, other in pairwise(sorted(FORMER)):  # a code stands for one division at a time
        assert one[:6] != other[:6] or FORMER[one]["until"] <= FORMER[other]["since"], other


def test_renames_and_mergers_are_followed_to_the_end() -> None:
    assert before("襄樊市") == [("1981", "2010", "420600")]
    assert DIVISIONS["420600"].name == "襄阳市"
    assert before("崇文区") == [("1981", "2010", "110101")]
    assert ("1992", "2018", "370116|370117") in before("莱芜市")
    assert {DIVISIONS[code].parent for code in ("370116", "370117")} == {"370100"}
    assert before("丽水地区") == [("1981", "2000", "331100")]
    assert ("1995", "1997", "500102") in before("枳城区")  # its code is another district's today


@pytest.mark.parametrize(
    ("name", "code"),
    [("襄樊市", "420600"), ("莱芜市", "370116"), ("崇文区", "110101"), ("荆州地区", "421000"), ("松滋县", "421087")],
)
def test_a_former_name_in_a_text_means_what_has_its_place(name: str, code: str) -> None:
    assert [region.code for region in register.names()[name]] == [code]
